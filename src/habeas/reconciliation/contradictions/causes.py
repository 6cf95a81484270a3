"""Causes: few statements behind many contradictions, each with the change that explains it best.

A cause is proposed, never asserted: its contradictions would vanish if the figure were read
otherwise, which is tried by solving again, and the figures that speak for it are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.reconciliation.contradictions.changes import Changed, changes_of
from habeas.reconciliation.contradictions.contradiction import Contradiction
from habeas.reconciliation.contradictions.contradictions import Court
from habeas.reconciliation.system import TOGETHER, Case, Reading, alone
from habeas.vocabulary import Claim

LOOKED_AT = 3
"""Of so many figures, those in the most contradictions that are left, changes are tried."""


@dataclass(frozen=True)
class Cause:
    """A figure whose change would make contradictions vanish.

    claims: the figure, then others that the change joins with it. change: the key of the change.
    contradictions: their places in the list of contradictions. speaks_for_it: the figures that say
    what the changed figure would say.
    """

    claims: tuple[str, ...]
    change: str
    contradictions: tuple[int, ...]
    speaks_for_it: tuple[str, ...] = ()


def causes(
    case: Case, claims: Mapping[str, Claim], found: Sequence[Contradiction]
) -> tuple[Cause, ...]:
    """Find few causes that together account for all contradictions, those of the most first."""
    trial = Trial(case, claims, found)
    left = set(range(len(found)))
    told: list[Cause] = []
    while left:
        times = Counter(claim for place in sorted(left) for claim in found[place].claims)
        most = sorted(times, key=lambda claim: (-times[claim], claim))[:LOOKED_AT]
        tried = [one for claim in most for one in trial.of(claim)]
        best = max(tried, key=lambda one: rank_of(one, left))
        told.append(
            Cause(
                best.claims,
                best.change,
                tuple(sorted(left.intersection(best.contradictions))),
                best.speaks_for_it,
            )
        )
        left.difference_update(best.contradictions)
    return tuple(told)


def rank_of(cause: Cause, left: set[int]) -> tuple[float, bool, int]:
    """Return what makes one cause better than another: what it dissolves, and what speaks for it.

    A change for which some figure speaks may leave a third of what an unexplained error would
    dissolve.
    """
    dissolved = len(left.intersection(cause.contradictions))
    speaks = bool(cause.speaks_for_it)
    return dissolved * (1.5 if speaks else 1.0), speaks, dissolved


@dataclass
class Trial:
    """Tries changes of figures on the contradictions that they are part of; each once."""

    case: Case
    claims: Mapping[str, Claim]
    found: Sequence[Contradiction]
    tried: dict[str, tuple[Cause, ...]] = field(default_factory=dict)

    def of(self, claim: str) -> tuple[Cause, ...]:
        """Return the causes that a figure may be."""
        if claim not in self.tried:
            self.tried[claim] = tuple(self._causes(claim))
        return self.tried[claim]

    def _causes(self, claim: str) -> Iterator[Cause]:
        inside = [place for place, each in enumerate(self.found) if claim in each.claims]
        scope_of = self.case.placement.scope_of
        for change in changes_of(self.claims[claim], self.claims, scope_of):
            dissolved = tuple(place for place in inside if self._dissolves(change, place))
            if dissolved:
                yield Cause((claim, *change.joined), change.key, dissolved, change.speaks)
        short = all(self.found[place].shortfall is not None for place in inside)
        yield Cause((claim,), "unaccounted" if short else "mistaken", tuple(inside))

    def _dissolves(self, change: Changed, place: int) -> bool:
        """Whether a contradiction's figures can all be true with one of them changed."""
        each = self.found[place]
        kept = {key: self.claims[key] for key in each.claims if key != change.claim}
        if change.now is not None:
            kept[change.claim] = change.now
        court = Court(self.case, kept, reading_of(each))
        return court.conflict_in(frozenset(kept)) is None


def reading_of(found: Contradiction) -> Reading:
    """Return the widest reading in which a contradiction holds."""
    if TOGETHER.name in found.readings:
        return TOGETHER
    return alone(found.readings[0].removeprefix("claimant:"))
