"""``habeas verify``: announced releases held against people whose release is documented by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.accounts import Announced, announced
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
from habeas.cli.people.verify_people import (
    clash_rows,
    read_named,
    timelines_of,
    unclear_rows,
    unclear_told,
)
from habeas.custody import (
    Finding,
    Verification,
    announced_shown,
    back_told,
    contradiction_told,
    number,
    release_chart,
    share,
    span,
    told,
    words,
)
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
        print_json(as_rows(result, lang))
        return
    heads = words(lang)["verification"]["columns"]
    print_table(heads, [dict(zip(heads, cells(each, lang), strict=True)) for each in result.found])
    print_lines(["", *sentences(result, lang)])


def reach_told(coverage: tuple[float, float] | None, lang: str) -> list[str]:
    """Tell what share of all releases the lists are thought to catch, and what that assumes."""
    if coverage is None:
        return [words(lang)["reach_unknown"]]
    low, high = (f"{int(100 * share + 1e-9)}" for share in coverage)
    return [words(lang)["reach"].format(low=low, high=high)]


def cells(found: Verification, lang: str) -> tuple[object, ...]:
    """Return one announcement as a row of the table, a cell each of its columns."""
    return (
        found.claim.id,
        found.claim.claimant,
        f"{found.first or '…'} – {found.last or '…'}",
        announced_shown(found, lang),
        "–" if found.finding is Finding.NOT_COMPARED else span(found.documented, lang),
        share(found),
        words(lang)["verification"]["findings"][found.finding.value],
    )


def sentences(result: Announced, lang: str) -> list[str]:
    """Tell everything in sentences that can be printed."""
    unannounced = len(result.never_announced)
    kind = "never_one" if unannounced == 1 else "never_many"
    never = words(lang)[kind].format(count=number(unannounced, lang))
    clashes = [
        f"{person.person}: {contradiction_told(clash, lang)}."
        for person in result.people
        for clash in person.contradictions
    ]
    return [
        *(told(each, lang) for each in result.found),
        *reach_told(result.coverage, lang),
        *([never] if unannounced else []),
        *(back_told(back, lang) for back in result.back_inside),
        *clashes,
        *unclear_told(result.people, lang),
    ]


def as_rows(result: Announced, lang: str) -> Mapping[str, Any]:
    """Return everything as others read it."""
    reach = result.coverage
    return {
        "announcements": [announcement(each, lang) for each in result.found],
        "coverage": None if reach is None else {"low": reach[0], "high": reach[1]},
        "never_announced": [person.person for person in result.never_announced],
        "back_inside": [
            {
                "person": back.person,
                "claim": back.claim,
                "released": str(back.release.day),
                "inside_again": str(back.again.day),
                "list": back.again.record.list_name,
                "row": back.again.record.row,
            }
            for back in result.back_inside
        ],
        "contradictions": clash_rows(result.people, lang),
        "unclear": unclear_rows(result.people),
    }


def announcement(found: Verification, lang: str) -> Mapping[str, Any]:
    """Return one announcement as others read it."""
    share_named = found.share and {"low": found.share[0], "high": found.share[1]}
    return {
        "claim": found.claim.id,
        "claimant": found.claim.claimant,
        "from": found.first and found.first.isoformat(),
        "to": found.last and found.last.isoformat(),
        "announced": {"low": found.announced_low, "high": found.announced_high},
        "documented": {"low": found.documented.low, "high": found.documented.high},
        "by_list": {
            name: {"low": count.low, "high": count.high} for name, count in found.by_list.items()
        },
        "share": share_named,
        "expected": found.expected and {"low": found.expected.low, "high": found.expected.high},
        "finding": found.finding.value,
        "people": list(found.surely),
        "possible": list(found.possibly),
        "sentence": told(found, lang),
    }
