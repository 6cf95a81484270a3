"""``habeas extract``: documents to claims, each with the words that it stands on."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TextIO

import typer

from habeas.archive import Archive
from habeas.cli.console import progress, tell
from habeas.cli.documents.evidence import keep_found
from habeas.cli.documents.model_options import ModelOptions, ReaderChoice, model_reader
from habeas.cli.documents.reading import Reading, Wish, readings
from habeas.cli.documents.told_stories import ToldStories, with_stories
from habeas.formats.atomic_write import atomic_write, cannot_write
from habeas.formats.documents import FoundDocument, find_documents, language_code, refuse
from habeas.formats.sandbox import Unreadable
from habeas.formats.scopes_toml import read_scopes
from habeas.formats.tables import WRITERS, read_claim_lines, write_claims
from habeas.vocabulary import InputError, PartialDate, Sources

EXAMPLES = """
habeas extract bulletin.txt --published 2026-01-02 --lang en
habeas extract articles/ -o claims.jsonl
habeas extract articles.jsonl crawl.warc.gz report.pdf -o claims.csv
habeas extract articles/ --archive evidence --statements -o said.jsonl
habeas extract articles/ --reader both --model-url http://127.0.0.1:8080/v1 --model NAME
habeas extract articles/ | habeas reconcile - --policy plain
"""


def extract(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Text, HTML, PDF, WARC, RSS, Atom, e-mail, folders of them, or .jsonl "
            "(id, url, outlet, lang, published, text a line). - is standard input.",
        ),
    ],
    published: Annotated[
        str, typer.Option(help="When they were published: 2026-01-08, 2026-01 or 2026.")
    ] = "",
    lang: Annotated[str, typer.Option(help="Their language, such as en or es.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="A .jsonl, .csv or .json file; else standard output."),
    ] = None,
    statements: Annotated[
        bool, typer.Option("--statements", help="Also write who said what, with which stance.")
    ] = False,
    scopes: Annotated[
        Path | None, typer.Option(help="The case's TOML file, for the other names of its sources.")
    ] = None,
    archive: Annotated[
        Path | None, typer.Option(help="Keep each document in this archive, as evidence.")
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Pass over files that cannot be read.")
    ] = False,
    reader: Annotated[
        ReaderChoice | None,
        typer.Option(
            "--reader",
            help="Who reads: rules (offline, the default), model, or both "
            "beside one another, with other readings as alternatives.",
        ),
    ] = None,
    model_url: Annotated[
        str,
        typer.Option(
            "--model-url",
            help="Let a language model at this OpenAI-compatible address read. The documents are "
            "sent there and nowhere else. HABEAS_MODEL_KEY holds its key.",
        ),
    ] = "",
    model: Annotated[str, typer.Option("--model", help="The name of that model.")] = "",
    model_at_once: Annotated[
        int, typer.Option("--model-at-once", help="How many questions are asked together.")
    ] = 4,
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers",
            help="Where the model's answers are kept, so that nothing is "
            "asked twice; else ~/.cache/habeas/answers.",
        ),
    ] = None,
    withhold: Annotated[
        list[Path] | None,
        typer.Option(
            "--withhold", help="A list of people; their names are covered before anything is sent."
        ),
    ] = None,
) -> None:
    """Read claims: who says how many were taken, freed, died or are held, when and where.

    Each claim quotes its words at their exact place in a document. Where several documents tell one
    wire story, the claims of all but the first name it as their story. --published and --lang hold
    for all documents whose collection does not say; a page's own date is read where neither does.
    """
    options = ModelOptions(reader, model_url, model, model_at_once, answers, tuple(withhold or ()))
    wish = Wish(
        checked_day(published),
        checked_language(lang),
        statements,
        aliases(scopes),
        both=options.choice is ReaderChoice.BOTH,
    )
    refuse_output(output, statements=statements)
    wish = replace(wish, model=model_reader(options))
    fail = (lambda error: tell(f"{error} Passed over.")) if keep_going else refuse
    found = progress(find_documents(paths, note=tell, fail=fail), "Reading")
    if archive:
        found = kept(found, Archive(archive))
    try:
        write_readings(found, wish, output, keep_going=keep_going)
    finally:
        if wish.model:
            wish.model.close()
            tell(wish.model.tally.sentence(model))


def write_readings(
    found: Iterator[FoundDocument], wish: Wish, output: Path | None, *, keep_going: bool
) -> None:
    """Read documents and write what they say. Raises InputError, and what ends a model's answers.

    keep_going: whether a document that cannot be read is passed over.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as spool:
        told, read, failed, unread = ToldStories(), 0, None, 0
        for reading in readings(found, wish):
            report(reading, keep_going=keep_going)
            failed, read = reading.error or failed, read + (reading.error is None)
            spool.write(reading.lines)
            unread += reading.unread
            if reading.shingles is not None:
                told.add(reading.document, reading.place, reading.shingles)
        if isinstance(failed, Unreadable) and not read:
            raise failed
        first_of = told.first_of()
        for note in told.notes(first_of):
            tell(note)
        tell_unread(unread)
        with with_stories(spool, first_of) as marked:
            deliver(marked, output)


def tell_unread(number: int) -> None:
    """Say how many numbers of people were left unread, if there are any."""
    if number:
        ends = "number of people is" if number == 1 else "numbers of people are"
        tell(
            f"{number} {ends} kept as unread (status unread): what was counted could not be told, "
            "and nothing is concluded from it."
        )


def deliver(spool: TextIO, output: Path | None) -> None:
    """Write what was read where it belongs, once all of it has been read.

    Whoever reads our output through a pipe must not take a part for the whole.
    """
    if output is None or str(output) == "-":
        shutil.copyfileobj(spool, sys.stdout)
    elif output.suffix.lower() in (".csv", ".json"):
        raw = spool.buffer
        write_claims((claim for _, claim in read_claim_lines(raw, str(output))), output)
    else:
        with atomic_write(output) as stream:
            shutil.copyfileobj(spool, stream)


def report(reading: Reading, *, keep_going: bool) -> None:
    """Tell what was doubtful. Raises InputError on a document that had to be readable."""
    for note in reading.notes:
        tell(note)
    if reading.error:
        if not (keep_going or reading.one_of_many):
            raise reading.error
        tell(f"{reading.error} Passed over.")


def kept(documents: Iterator[FoundDocument], archive: Archive) -> Iterator[FoundDocument]:
    """Keep each document on its way."""
    for found in documents:
        keep_found(archive, found)
        yield found


def checked_day(published: str) -> str:
    """Return the day given. Raises InputError."""
    try:
        return PartialDate(published).text if published else ""
    except InputError as error:
        raise error.at(column="--published") from None


def checked_language(lang: str) -> str:
    """Return the language's code. Raises InputError."""
    if lang and not language_code(lang):
        raise InputError(
            "is not a language", "Write its two letters, such as en.", column="--lang", value=lang
        )
    return language_code(lang)


def aliases(scopes: Path | None) -> Sources | None:
    """Return the sources that a case's file names."""
    return read_scopes(scopes).sources if scopes else None


def refuse_output(output: Path | None, *, statements: bool) -> None:
    """Raise InputError where the output could not be written, before any work is done."""
    if output is None or str(output) == "-":
        return
    if not output.parent.is_dir():
        raise cannot_write(output, FileNotFoundError(2, "there is no such folder"))
    suffix = output.suffix.lower()
    if suffix in (".csv", ".json") and statements:
        raise InputError(
            "holds claims alone", "Name it .jsonl, for --statements.", file=str(output)
        )
    if suffix not in WRITERS and not output.exists():
        raise InputError(
            "is no kind of file for claims", "Name it .jsonl, .csv or .json.", file=str(output)
        )
