"""``habeas verify``: announced releases held against people whose release is documented by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.cli.console import (
    Json,
    Language,
    PeopleColumns,
    Policy,
    print_json,
    print_lines,
    print_table,
)
from habeas.cli.people.verify_people import (
    clash_rows,
    read_named,
    timelines_of,
    unclear_rows,
    unclear_told,
)
from habeas.custody import (
    Back,
    Finding,
    Setting,
    Timeline,
    Verification,
    announced_shown,
    announcements,
    back_inside,
    back_told,
    contradiction_told,
    never_announced,
    number,
    release_chart,
    releases,
    share,
    span,
    told,
    words,
)
from habeas.custody import verify as verify_claims
from habeas.estimation import Method, estimates, identifiability, overlaps_of
from habeas.formats.atomic_write import write_whole
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import read_claims_file, read_pairs
from habeas.reconciliation import POLICIES
from habeas.vocabulary import GENERAL_SCOPES, Claim, InputError, Scopes, filed

EXAMPLES = """
habeas verify claims.csv people.csv
habeas verify claims.csv people.csv --announced-by government --chart releases.svg
habeas verify claims.csv people.csv --review pairs.csv --scopes scopes.toml
habeas verify claims.jsonl people.csv --lang es --columns columns.toml
habeas verify claims.csv people.csv --json
"""

SEVERAL = (Method.DGA, Method.LOGLINEAR)
"""How the reach of three lists and more is estimated."""


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
    declared = read_scopes(scopes) if scopes else CaseFile(GENERAL_SCOPES)
    every = filed(read_claims_file(claims), declared.sources)
    announced = chosen(announcements(every), announced_by or ())
    timelines = timelines_of(read_named(people, columns, lang))
    coverage = coverage_of(timelines)
    lying = declared.scopes
    doubtful = read_pairs(review) if review else ()
    setting = setting_of(every, lying, policy)
    found = verify_claims(announced, timelines, doubtful, coverage, setting)
    unannounced, again = never_announced(announced, timelines), back_inside(announced, timelines)
    if chart:
        write_whole(chart, release_chart(found, lang))
    if as_json:
        print_json(as_rows(found, unannounced, again, timelines, coverage, lang))
        return
    heads = words(lang)["verification"]["columns"]
    print_table(heads, [dict(zip(heads, cells(each, lang), strict=True)) for each in found])
    print_lines(["", *sentences(found, unannounced, again, timelines, coverage, lang)])


def setting_of(claims: Sequence[Claim], scopes: Scopes, policy: str) -> Setting:
    """Return what a case knows besides its announcements.

    Its place is the one that scopes declare, else the one that most of its claims name.
    """
    ranges = {claim.id: POLICIES[policy].range_of(claim.quantity) for claim in claims}
    (place, count), *_ = Counter(claim.place for claim in claims).most_common(1)
    home = scopes.place or (place if len(claims) < 2 * count else "")
    return Setting(scopes, ranges, home, {claim.id: claim for claim in claims})


def chosen(announced: list[Claim], by: Sequence[str]) -> list[Claim]:
    """Keep the announcements of these kinds or claimants. Raises InputError where none is left."""
    kept = [
        claim
        for claim in announced
        if not by or claim.claimant in by or (claim.claimant_kind or "") in by
    ]
    if not kept:
        raise InputError(
            "no claim announces releases" + (f" by {', '.join(by)}" if by else ""),
            "An announcement is a claim of measure released that is not verified, promised or "
            "denied.",
        )
    return kept


def coverage_of(people: Sequence[Timeline]) -> tuple[float, float] | None:
    """Return the share of all releases that the lists catch, as a range, None where unknown.

    By multiple systems estimation over the lists that document each person's release; the range
    reaches from the least to the most that any method allows.
    """
    pairs = [(p.person, event.record.list_name) for p in people for event in releases(p)]
    table = overlaps_of(pairs)
    left = identifiability(table)
    if left.refusal:
        return None
    two = len(left.table.lists) == 2
    tried = estimates(table, [Method.CHAPMAN] if two else SEVERAL, sensitivity=False)
    ends = [(each.low, each.high) for each in tried if each.low and each.high]
    if not ends:
        return None
    return table.observed / max(high for _, high in ends), table.observed / min(
        low for low, _ in ends
    )


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


def sentences(
    found: Sequence[Verification], unannounced: Sequence[Timeline], again: Sequence[Back],
    people: Sequence[Timeline], coverage: tuple[float, float] | None, lang: str,
) -> list[str]:  # fmt: skip
    """Tell everything in sentences that can be printed."""
    kind = "never_one" if len(unannounced) == 1 else "never_many"
    never = words(lang)[kind].format(count=number(len(unannounced), lang))
    clashes = [
        f"{person.person}: {contradiction_told(clash, lang)}."
        for person in people
        for clash in person.contradictions
    ]
    return [
        *(told(each, lang) for each in found),
        *reach_told(coverage, lang),
        *([never] if unannounced else []),
        *(back_told(back, lang) for back in again),
        *clashes,
        *unclear_told(people, lang),
    ]


def as_rows(
    found: Sequence[Verification], unannounced: Sequence[Timeline], again: Sequence[Back],
    people: Sequence[Timeline], coverage: tuple[float, float] | None, lang: str,
) -> Mapping[str, Any]:  # fmt: skip
    """Return everything as others read it."""
    return {
        "announcements": [announcement(each, lang) for each in found],
        "coverage": None if coverage is None else {"low": coverage[0], "high": coverage[1]},
        "never_announced": [person.person for person in unannounced],
        "back_inside": [
            {
                "person": back.person,
                "claim": back.claim,
                "released": str(back.release.day),
                "inside_again": str(back.again.day),
                "list": back.again.record.list_name,
                "row": back.again.record.row,
            }
            for back in again
        ],
        "contradictions": clash_rows(people, lang),
        "unclear": unclear_rows(people),
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
