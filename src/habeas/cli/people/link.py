"""``habeas link``: rows of lists into people."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import polars as pl
import typer
from typer.core import TyperCommand

from habeas.cli.console import print_json, tell, working
from habeas.cli.people.linking import (
    TERMINAL,
    Nameless,
    Outputs,
    nameless_notes,
    read_and_asked,
    refuse_long_cells,
    review_in_terminal,
    rows_without_a_name,
    told,
    told_on_screen,
    write_understood,
)
from habeas.drawing import drawn
from habeas.extras import require
from habeas.formats.atomic_write import atomic_write, write_whole
from habeas.formats.lists import (
    ListColumns,
    ListNote,
    PeopleList,
    not_understood,
    read_list_columns,
)
from habeas.formats.tables import read_decisions, read_people, write_people, write_table
from habeas.linkage import (
    Linkage,
    Settings,
    explain,
    person_ids,
    waterfall,
)
from habeas.linkage import link as link_rows
from habeas.vocabulary import InputError, RecordKey

EXAMPLES = """
habeas link foro.csv prensa.xlsx penal.ods -o people.csv
habeas link *.csv -o people.csv --review pairs.csv --decisions decisions.csv
habeas link *.csv -o people.csv --decisions decisions.csv --reviewer "M. Soto" --review
habeas link foro.csv prensa.csv --explain foro.csv:12,prensa.csv:7 --picture why.svg
habeas link *.xlsx -o people.csv --understood understood.json
habeas link *.csv -o people.csv --previous last/people.csv --changes changes.csv
"""

SHOWN_NOTES = 20


class COMMAND(TyperCommand):
    """Lets ``--review`` stand alone, at the end or before another option: in the terminal."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  (typer's type)
        """Put in the "-" that stands for the terminal."""
        spelled: list[str] = []
        for word, after in zip(args, [*args[1:], "--"], strict=True):
            spelled.append(word)
            if word == "--review" and after.startswith("-") and after != TERMINAL:
                spelled.append(TERMINAL)
        return super().parse_args(ctx, spelled)


def link(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    lists: Annotated[
        list[Path], typer.Argument(help="Lists: CSV, XLSX, ODS, Parquet, JSON, DOCX.")
    ],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Write the people here; else print them.")
    ] = None,
    review: Annotated[
        str, typer.Option(metavar="[PAIRS]", help="Write doubtful pairs here; alone: ask here.")
    ] = "",
    decisions: Annotated[
        Path | None, typer.Option(help="What reviewers decided; obeyed, and added to.")
    ] = None,
    columns: Annotated[
        Path | None, typer.Option(help="What the headings mean (TOML); else recognised.")
    ] = None,
    no_duplicates: Annotated[
        list[str] | None, typer.Option(metavar="LIST", help="A list that names nobody twice.")
    ] = None,
    threshold: Annotated[float, typer.Option(help="How probable a link must be.")] = 0.8,
    previous: Annotated[
        Path | None, typer.Option(help="The people of the last time: keep their ids.")
    ] = None,
    changes_to: Annotated[
        Path | None, typer.Option("--changes", help="Write what changed since then here.")
    ] = None,
    why: Annotated[
        str, typer.Option("--explain", metavar="LIST:ROW,LIST:ROW", help="Why (not) one person.")
    ] = "",
    picture: Annotated[Path | None, typer.Option(help="Draw the explanation here (SVG).")] = None,
    weakest: Annotated[
        Path | None, typer.Option(help="Write each person's weakest link here.")
    ] = None,
    samples: Annotated[
        Path | None, typer.Option(help="Write sampled partitions here, for estimate --samples.")
    ] = None,
    sample_count: Annotated[int, typer.Option(min=1, help="How many samples.")] = 20,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same samples.")] = 1,
    reviewer: Annotated[str, typer.Option(help="Who reviews in the terminal.")] = "",
    notes: Annotated[
        Path | None, typer.Option(help="Write all that was not understood here.")
    ] = None,
    understood: Annotated[
        Path | None, typer.Option(help="Write what each list was taken to say here (JSON).")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many pairs to review at most.")] = 200,
    engine: Annotated[str, typer.Option(help="local, or spark (needs pyspark).")] = "local",
    as_json: Annotated[bool, typer.Option("--json", help="Print a summary as JSON.")] = False,
) -> None:
    """Link the rows of lists into people, and say why.

    Says first what each list was taken to say: its headings (English, Spanish, Portuguese, French,
    Russian, Arabic), the order of its dates, the rows that are no people. Then prints the rows that
    are, with list, row and person_id in front. What is not understood is listed by file and line;
    what is ambiguous and matters is asked on a terminal, and an error in a pipe.
    """
    meaning = read_list_columns(columns) if columns else ListColumns()
    read = read_and_asked(lists, meaning)
    refuse_long_cells(lists, read)
    nameless = rows_without_a_name(read)
    if understood:
        write_understood(read, understood)
    told_on_screen(read)
    doubts = [note for one in read for note in one.notes]
    show_notes([*doubts, *nameless_notes(lists, read, nameless)], notes)
    settings = Settings(threshold, meaning.without_duplicates | frozenset(no_duplicates or ()))
    rows = pl.concat([one.rows() for one in read], how="diagonal")
    compare = comparing(engine)

    def linked() -> Linkage:
        valid = read_decisions(decisions) if decisions and decisions.exists() else []
        with working(f"Linking {len(rows):,} rows"):
            return link_rows(rows, valid, settings, **compare)

    refuse_missing(decisions, review, picture)
    found = linked()
    if why:
        show_why(found, why, picture)
        return
    if review == TERMINAL:
        if decisions is None:
            raise InputError(
                "is missing", "Name the file that takes the decisions.", column="--decisions"
            )
        review_in_terminal(found, rows, decisions, reviewer, limit)
        found = linked()
    earlier = {
        record.key: person.id
        for person in (read_people(previous) if previous else ())
        for record in person.records
    }
    ids = person_ids(found.keys(), found.person, earlier)
    wanted = Outputs(review, weakest, changes_to, samples, limit, sample_count, seed)
    wanted.write(found, ids, earlier)
    write_result(read, ids, nameless, out, as_json)


def comparing(engine: str) -> Mapping[str, Any]:
    """Return what compares many pairs. Raises InputError on an unknown engine."""
    if engine == "local":
        return {}
    if engine != "spark":
        raise InputError(
            "is not an engine", "Write local or spark.", column="--engine", value=engine
        )
    from habeas.linkage import compared_in_spark  # noqa: PLC0415  (pyspark is optional)

    return {"compare": compared_in_spark()}


def refuse_missing(decisions: Path | None, review: str, picture: Path | None) -> None:
    """Raise InputError where decisions are named that are not there; a review may begin them.

    Raises MissingExtra where a picture is wanted and what draws it is not installed.
    """
    if picture:
        require("charts", "A picture (--picture)")
    if decisions and not decisions.exists() and review != TERMINAL:
        raise InputError("there is no such file", "Check the name.", file=str(decisions))


def show_notes(notes: Sequence[ListNote], path: Path | None) -> None:
    """Say what was not understood: all of it in a file, or the first on standard error."""
    if path:
        columns = ("file", "line", "column", "value", "problem")
        with atomic_write(path) as stream:
            write_table([{name: getattr(note, name) for name in columns} for note in notes],
                        columns, stream)  # fmt: skip
    for note in notes[:SHOWN_NOTES]:
        tell(str(note))
    if len(notes) > SHOWN_NOTES:
        more = f"{len(notes) - SHOWN_NOTES:,} more were not understood"
        tell(f"{more}; they are in {path}." if path else f"{more}; --notes FILE lists them all.")


def show_why(found: Linkage, pair: str, picture: Path | None) -> None:
    """Print, and draw, why two records are one person or not."""
    keys = [record_key(text) for text in pair.split(",")]
    if len(keys) != 2:
        raise InputError("are not two records", "Write LIST:ROW,LIST:ROW.", value=pair)
    explanation = explain(found, keys[0], keys[1])
    typer.echo(explanation.told())
    if picture:
        write_whole(picture, drawn(waterfall(explanation)))


def record_key(text: str) -> RecordKey:
    """Read LIST:ROW. Raises InputError."""
    name, _, row = text.strip().rpartition(":")
    if not name or not (row.isascii() and row.isdigit()):
        raise InputError("is not LIST:ROW", "Write it as foro.csv:12.", value=text)
    return RecordKey(name, int(row))


def write_result(
    lists: Sequence[PeopleList],
    ids: Sequence[str],
    nameless: Nameless,
    out: Path | None,
    as_json: bool,
) -> None:
    """Write the people, or print them; with --json print a summary."""
    if out:
        with atomic_write(out) as stream:
            write_people(lists, ids, stream)
    elif not as_json:
        write_people(lists, ids, sys.stdout)
    summary = {
        "rows": len(ids),
        "people": len(set(ids)),
        "lists": {one.name: len(one.cells.rows) for one in lists},
        "not_understood": len(not_understood([one.understanding for one in lists])),
        "no_people": sum(len(one.understanding.no_people) for one in lists),
        "names_nobody": nameless,
    }
    if as_json:
        print_json(summary)
    else:
        if sentence := told(nameless):
            tell(sentence)
        tell(f"{summary['rows']:,} rows of {len(lists)} lists are {summary['people']:,} people.")
