"""Doubts: figures that a person should be asked about before anything is concluded from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from habeas.reconciliation.causes.announcements import (
    has_grown,
    is_of_the_same,
    is_one_announcement,
)
from habeas.reconciliation.causes.figures import Figures, last_day, published
from habeas.reconciliation.system import Case, binding
from habeas.vocabulary import Claim

FEW = 10
"""That two announcements are of the same number below this says little."""


@dataclass(frozen=True)
class Doubt:
    """Figures that may not mean what they seem to.

    claims: ids. sort: "one_announcement" (dated two ways, and counted twice), "grew" (a count that
    was still growing), "not_yet" (for a day after its own publication).
    """

    claims: tuple[str, ...]
    sort: str


def doubts(case: Case, claims: Mapping[str, Claim]) -> tuple[Doubt, ...]:
    """Find figures to ask about, in the order of their ids.

    A figure that another is recorded to correct is settled, and asked about no more.
    """
    figures = Figures(case, {claim.id: claim for claim in binding(claims.values())})
    found = [doubt for claim in figures.claims.values() for doubt in of(claim, figures)]
    return tuple(sorted(dict.fromkeys(found), key=lambda doubt: (doubt.sort, doubt.claims)))


def of(claim: Claim, figures: Figures) -> Iterator[Doubt]:
    """Yield what is doubtful of a figure, by itself and beside others of its scope."""
    end, printed = last_day(claim), published(claim)
    if end and printed and end > printed:
        yield Doubt((claim.id,), "not_yet")
    for other in figures.same(claim):
        pair = (min(claim.id, other.id), max(claim.id, other.id))
        if is_one_announcement(claim, other) and (claim.quantity.value or 0) >= FEW:
            yield Doubt(pair, "one_announcement")
        if is_of_the_same(claim, other) and has_grown(claim, other):
            yield Doubt((claim.id, other.id), "grew")
