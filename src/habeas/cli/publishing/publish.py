"""``habeas publish``: claims to a dossier, static pages whose every number has its proof."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from habeas.archive import Archive
from habeas.cli.console import tell
from habeas.cli.publishing.names_asked import Asking, refuse_exposed, tell_covered
from habeas.cli.publishing.withheld_people import withheld_people
from habeas.dossier import (
    LANGUAGES,
    ArchivedDocument,
    DossierCase,
    consent_recorded,
    covered_case,
    covered_people,
    default_questions,
    dossier,
    exposed_in,
    exposed_text,
    find,
    named_people,
    previous_publication_in,
    publishable,
    refuse_other_folder,
    replacing_dossier,
)
from habeas.extraction import language_of
from habeas.extras import installed
from habeas.formats.documents import READABLE, FoundDocument, find_documents, read_document
from habeas.formats.lists import ListColumns, read_list_columns
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import read_claims_file, read_people
from habeas.reconciliation import POLICIES, Question
from habeas.vocabulary import GENERAL_SCOPES, Claim, HabeasError, InputError, filed, installation

EXAMPLES = """
habeas publish claims.csv --scopes scopes.toml --out dossier
habeas publish claims.csv --archive evidence --out dossier --title "Who is still held"
habeas publish claims.jsonl --documents articles/ --out dossier --lang es
habeas publish claims.csv --out dossier --ask "held political_prisoners 2026-01-01"
habeas publish claims.csv --people people.csv --out dossier --address https://example.org/case
"""


def publish(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    claims: Annotated[Path, typer.Argument(help="Claims as CSV or JSON lines; - for a pipe.")],
    out: Annotated[Path, typer.Option(help="The folder to write, or an earlier dossier.")],
    scopes: Annotated[Path | None, typer.Option(help="The case's scopes (TOML).")] = None,
    documents: Annotated[
        list[Path] | None,
        typer.Option(help="Documents that the claims quote; may be repeated."),
    ] = None,
    archive: Annotated[
        Path | None, typer.Option(help="The archive that keeps the documents.")
    ] = None,
    ask: Annotated[
        list[str] | None, typer.Option(help="A question to answer; the first is the headline.")
    ] = None,
    title: Annotated[str, typer.Option(help="What the dossier is called.")] = "",
    lang: Annotated[str, typer.Option(help="The language that opens first: en or es.")] = "en",
    policy: Annotated[
        str, typer.Option(help="How words become numbers: plain or strict.")
    ] = "plain",
    people: Annotated[
        Path | None,
        typer.Option(help="Linked people; a yes in their column consent lets a name be public."),
    ] = None,
    columns: Annotated[
        Path | None,
        typer.Option(help="What the headings of the people's lists mean, as for link (TOML)."),
    ] = None,
    agree_nameless: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Agree that N rows of the lists name nobody."),
    ] = None,
    answers: Annotated[
        Path | None, typer.Option(help="The file of questions on names, answered.")
    ] = None,
    questions: Annotated[
        Path | None,
        typer.Option(help="Where to write them; questions.csv beside the dossier if not given."),
    ] = None,
    address: Annotated[str, typer.Option(help="Where it will be read: https://….")] = "",
    publisher: Annotated[str, typer.Option(help="Who publishes it, for fact-check readers.")] = "",
    day: Annotated[
        str, typer.Option("--date", help="The day printed on the pages; today if not given.")
    ] = "",
) -> None:
    """Write a dossier: pages that need no script, in English and Spanish, for screen and paper.

    Every number can be opened down to the figures that force it and to their words. Claims with
    "true" in a column withheld are left out, and everything that would tell of them. Of the people,
    those are named of whom every row records consent; the others' names stand nowhere.
    """
    refuse_choice(lang, LANGUAGES, "--lang")
    refuse_choice(policy, tuple(POLICIES), "--policy")
    refuse_other_folder(out)
    tell_missing_charts(tell)
    declared = read_scopes(scopes) if scopes else CaseFile(GENERAL_SCOPES)
    open_claims = publishable(filed(read_claims_file(claims), declared.sources))
    asked = tuple(Question.parse(text) for text in ask or ())
    held = [*found_in(documents or ()), *(kept_in(archive) if archive else ())]
    meaning = read_list_columns(columns) if columns else ListColumns()
    listed = read_people(people, meaning) if people else []
    secret = withheld_people(listed, meaning, people or Path(), agree_nameless)
    asking = Asking(
        secret.names, declared.sources, answers, questions or out.resolve().parent / "questions.csv"
    )
    hidden = asking.settled()
    named, unnamed = named_people(covered_people(listed, hidden), consent_recorded)
    case = DossierCase(
        title={lang: title or " ".join(filter(None, ("Habeas", declared.scopes.place)))},
        claims=tuple(open_claims),
        scopes=declared.scopes,
        questions=asked or default_questions(open_claims, declared.scopes),
        published=printed_day(day),
        policy=POLICIES[policy],
        documents=quoted_documents(open_claims, held, tell),
        language=lang,
        address=web_folder(address),
        scopes_file=scopes.read_text(encoding="utf-8-sig") if scopes else "",
        people=named,
        unnamed=unnamed,
        publisher=publisher,
    )
    asking.answered(case, hidden)
    covered = covered_case(case, hidden)
    refuse_exposed(exposed_text(covered))
    findings = find(covered.case)
    with replacing_dossier(out) as replacement:
        contents = dossier(covered.case, findings, previous_publication_in(out))
        refuse_exposed(exposed_in(contents, covered.hidden))
        tell_covered(covered)
        replacement.replace(contents)
    typer.echo(str(out / "index.html"))


def tell_missing_charts(say: Callable[[str], None]) -> None:
    """Say that pages will have no charts where those who draw them are not installed."""
    if not installed("charts"):
        say(f"No charts here, tables alone. To have charts: {installation('charts')}")


def refuse_choice(word: str, choices: tuple[str, ...], option: str) -> None:
    """Raise InputError where an option's word is none of its choices."""
    if word not in choices:
        remedy = f"Write {' or '.join(choices)}."
        raise InputError("is not known here", remedy, column=option, value=word)


def web_folder(address: str) -> str:
    """Return the address of a folder on the web, "" for none. Raises InputError."""
    if not address:
        return ""
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        remedy = "Write it as https://example.org/case/."
        raise InputError("is not an address of the web", remedy, column="--address", value=address)
    return address if address.endswith("/") else f"{address}/"


def printed_day(text: str) -> date:
    """Return the day to print: the one given, or today. Raises InputError."""
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError:
        remedy = "Write it as 2026-01-08."
        raise InputError("is not a day", remedy, column="--date", value=text) from None


def found_in(paths: Iterable[Path]) -> Iterator[tuple[FoundDocument, str]]:
    """Go through the documents of files and folders; nobody noted when they came."""
    for found in find_documents(list(paths), note=tell):
        yield found, ""


def kept_in(folder: Path) -> Iterator[tuple[FoundDocument, str]]:
    """Go through the documents of an archive, with when each came in; each only once.

    Raises InputError where there is no archive, EvidenceError where a document was changed.
    """
    archive = Archive(folder)
    if not archive.exists:
        remedy = "Begin one with “habeas archive add”, or give --documents."
        raise InputError("there is no archive here", remedy, file=str(folder))
    first = {(entry.sha256, entry.document): entry for entry in reversed(archive.entries())}
    for entry in first.values():
        if entry.media_type in READABLE:
            raw = archive.read(entry.sha256)
            yield (
                FoundDocument(raw, entry.media_type, entry.source, entry.document, url=entry.url),
                entry.at,
            )


def quoted_documents(
    claims: Iterable[Claim],
    held: Iterable[tuple[FoundDocument, str]],
    note: Callable[[str], None],
) -> Mapping[str, ArchivedDocument]:
    """Read the documents that claims quote, by the id that the claims give.

    note: is told of each document that cannot be read, and of words that do not stand in theirs.
    """
    quoting = list(claims)
    wanted = {claim.evidence.document for claim in quoting} - {""}
    documents = {}
    for found, at in held:
        if found.document_id in wanted:
            try:
                documents[found.document_id] = archived(found, at)
            except HabeasError as error:
                note(f"{error} Its claims are shown without it.")
    for claim in quoting:
        proof, kept = claim.evidence, documents.get(claim.evidence.document)
        if kept and proof.quote != kept.document.text[proof.start : proof.end]:
            note(f"{claim.id}: its words do not stand at their place in {kept.sha256[:12]}…")
    return documents


def archived(found: FoundDocument, at: str) -> ArchivedDocument:
    """Read a document for a public page, which tells a file's name but not its folder."""
    document = read_document(found).document
    language = document.language or language_of(document.text) or ""
    return ArchivedDocument(
        replace(document, language=language),
        sha256(found.raw).hexdigest(),
        found.raw,
        found.media_type,
        source=found.url or Path(found.place).name,
        at=at,
    )
