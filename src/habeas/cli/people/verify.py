"""``habeas verify``: announced releases held against people whose release is documented by name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.accounts import (
    announced,
    announced_json,
    announced_sentences,
    announcement_cells,
)
from habeas.cli.console import (
    Json,
    Language,
    PeopleColumns,
    Policy,
    print_json,
    print_lines,
    print_table,
    tell,
)
from habeas.cli.people.verify_people import read_named, timelines_of
from habeas.custody import release_chart, words
from habeas.extras import installed, require
from habeas.formats.atomic_write import write_whole
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import read_claims_file, read_pairs
from habeas.reconciliation import POLICIES
from habeas.vocabulary import GENERAL_SCOPES, filed, installation

EXAMPLES = """
habeas verify claims.csv people.csv
habeas verify claims.csv people.csv --announced-by government --chart releases.svg
habeas verify claims.csv people.csv --review pairs.csv --scopes scopes.toml
habeas verify claims.jsonl people.csv --lang es --columns columns.toml
habeas verify claims.csv people.csv --json
"""


def verify(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    claims: Annotated[Path, typer.Argument(help="Claims as CSV or JSON lines; - for a pipe.")],
    people: Annotated[Path, typer.Argument(help="Linked people, as link writes them.")],
    announced_by: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND_OR_CLAIMANT", help="These announcements only; may be repeated."),
    ] = None,
    review: Annotated[
        Path | None, typer.Option(help="Doubtful pairs, as link --review writes them.")
    ] = None,
    columns: PeopleColumns = None,
    policy: Policy = "plain",
    scopes: Annotated[
        Path | None, typer.Option(help="How populations lie in one another (TOML).")
    ] = None,
    chart: Annotated[Path | None, typer.Option(help="Write a chart (SVG) here.")] = None,
    lang: Language = "en",
    as_json: Json = False,
) -> None:
    """Hold announced releases against the people whose release is documented by name.

    Says what share of each announcement is confirmed, by which lists, who was released and never
    announced, who is back inside, and which records contradict one another. Where the lists
    overlap enough to tell how many releases they catch, it flags announcements with too few names.
    """
    words(lang)
    if chart:
        require("charts", "A picture (--chart)")
    declared = read_scopes(scopes) if scopes else CaseFile(GENERAL_SCOPES)
    every = filed(read_claims_file(claims), declared.sources)
    people_read = timelines_of(read_named(people, columns, lang))
    doubtful = read_pairs(review) if review else ()
    result = announced(
        every, people_read, declared.scopes, POLICIES[policy],
        by=announced_by or (), doubtful=doubtful,
    )  # fmt: skip
    if result.coverage is None and not installed("estimation"):
        tell("without the extra \"estimation\", three lists or more do not tell what share of all "
             f"releases they catch: {installation('estimation')}")  # fmt: skip
    if chart:
        write_whole(chart, release_chart(result.found, lang))
    if as_json:
        print_json(announced_json(result, lang))
        return
    heads = words(lang)["verification"]["columns"]
    print_table(
        heads,
        [dict(zip(heads, announcement_cells(each, lang), strict=True)) for each in result.found],
    )
    print_lines(["", *announced_sentences(result, lang)])
