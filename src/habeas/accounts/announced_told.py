"""Announcements held against people: as a table, in sentences, and as others read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.accounts.announced import Announced
from habeas.accounts.records_told import (
    clash_rows,
    clashes_told,
    unclear_rows,
    unclear_told,
    undated_told,
)
from habeas.custody import (
    Finding,
    Verification,
    announced_shown,
    back_told,
    number,
    share,
    span,
    told,
    undated,
    words,
)


def reach_told(coverage: tuple[float, float] | None, lang: str) -> list[str]:
    """Tell what share of all releases the lists are thought to catch, and what that assumes."""
    if coverage is None:
        return [words(lang)["reach_unknown"]]
    low, high = (f"{int(100 * share + 1e-9)}" for share in coverage)
    return [words(lang)["reach"].format(low=low, high=high)]


def announcement_cells(found: Verification, lang: str) -> tuple[object, ...]:
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


def announced_sentences(result: Announced, lang: str) -> list[str]:
    """Tell everything in sentences that can be printed."""
    return [*(told(each, lang) for each in result.found), *besides_told(result, lang)]


def besides_told(result: Announced, lang: str) -> list[str]:
    """Tell what is not of one announcement alone: the lists' reach, who was never announced."""
    unannounced = len(result.never_announced)
    kind = "never_one" if unannounced == 1 else "never_many"
    never = words(lang)[kind].format(count=number(unannounced, lang))
    return [
        *reach_told(result.coverage, lang),
        *([never] if unannounced else []),
        *undated_told(result.people, lang),
        *(back_told(back, lang) for back in result.back_inside),
        *clashes_told(result.people, lang),
        *unclear_told(result.people, lang),
    ]


def announced_json(result: Announced, lang: str) -> Mapping[str, Any]:
    """Return everything as others read it."""
    reach = result.coverage
    return {
        "announcements": [announcement_json(each, lang) for each in result.found],
        "coverage": None if reach is None else {"low": reach[0], "high": reach[1]},
        "never_announced": [person.person for person in result.never_announced],
        "undated": [person.person for person in undated(result.people)],
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


def announcement_json(found: Verification, lang: str) -> Mapping[str, Any]:
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
