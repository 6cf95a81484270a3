"""The rest of the case: how nearly it fixes a figure, and whether it allows some changed ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from habeas.reconciliation.causes.figures import Changed, Figures
from habeas.reconciliation.causes.trial import in_scope, read_by
from habeas.reconciliation.contradictions import Subset, left_by_leaving_out
from habeas.reconciliation.rows import ClaimSide, Terms
from habeas.reconciliation.system import (
    TOLERANCE,
    Program,
    Reading,
    claim_of,
    linear_system,
    negative,
)
from habeas.vocabulary import Claim

TIGHT, SMALL = 0.05, 10
"""The rest fixes a figure, not a small one, where it leaves at most this share open, or one."""


@dataclass(frozen=True)
class Fit:
    """What the rest of a case leaves for a figure.

    low, high: the least and the greatest number; None where there is no limit. speaks: the figures
    whose arithmetic says so.
    """

    low: int
    high: int | None
    speaks: tuple[str, ...]

    @property
    def span(self) -> tuple[int, int] | None:
        """Both ends, where that is nearly a single number, and of more than one other figure."""
        if self.high is None or not SMALL <= self.low <= self.high:
            return None
        tight = self.high - self.low <= max(1, TIGHT * self.high)
        return (self.low, self.high) if tight and len(self.speaks) > 1 else None

    def has(self, value: int | None) -> bool:
        """Whether the rest leaves nearly a single number, and this is it."""
        return self.span is not None and self.leaves(value)

    def leaves(self, value: int | None) -> bool:
        """Whether the rest leaves room for a number."""
        if value is None or value < self.low or not self.speaks:
            return False
        return self.high is None or value <= self.high

    def surrounds(self, value: int | None) -> bool:
        """Whether the rest leaves room for a number, and not for just any."""
        return self.leaves(value) and self.low > 0 and self.high is not None


UNKNOWN = Fit(0, None, ())


@dataclass(eq=False)
class Rest:
    """The figures of one group of scopes in one reading.

    conflicts: what is known to conflict among them.
    """

    figures: Figures
    reading: Reading
    group: str
    conflicts: Sequence[Subset]

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The ids of the figures."""
        group_of = self.figures.case.placement.component_of
        return tuple(
            key
            for key, claim in self.figures.claims.items()
            if group_of[self.figures.scope(claim)] == self.group and read_by(claim, self.reading)
        )

    @property
    def claims(self) -> dict[str, Claim]:
        """The figures by id."""
        return {key: self.figures.claims[key] for key in self.own}

    @cached_property
    def program(self) -> Program:
        """The figures as one program."""
        return Program(linear_system(self.figures.case, self.claims.values(), self.reading))

    @cached_property
    def base(self) -> Subset:
        """The figures without those in the most conflicts, so that the others can all be true."""
        base = frozenset(self.own) - hitting(self.conflicts)
        while (conflict := self.program.conflict_in(base)) is not None:
            base -= {min(conflict)}
        return base

    def conflict(self, changes: Sequence[Changed], known: Iterable[Subset]) -> Subset | None:
        """Return what cannot be true among all figures with some changed; None where all can.

        known: what was found so before; of each a changed figure is left out.
        """
        now: dict[str, Claim | None] = {**self.claims}
        case = self.figures.case
        for change in changes:
            now |= {key: claim for key, claim in change.now.items() if key in now}
            case = in_scope(case, change)
        changed = {key for change in changes for key in change.now}
        out = {min(conflict & changed, default="") for conflict in known}
        kept = [claim for key, claim in now.items() if claim is not None and key not in out]
        found = Program(linear_system(case, kept, self.reading))
        conflict = found.conflict_in({claim.id for claim in kept})
        return conflict and left_by_leaving_out(sorted(conflict), found)

    def fit(self, now: Claim, without: Iterable[str]) -> Fit:
        """Return what the rest, without some figures, leaves for a figure that is read so."""
        alone = linear_system(self.figures.case, [now], self.reading)
        terms = {
            row.origin.side: dict(row.terms)
            for row in alone.claims
            if isinstance(row.origin, ClaimSide)
        }
        known = all(each in self.program.system.index for side in terms.values() for each in side)
        if len(terms) < 2 or not known:
            return UNKNOWN
        names, base = self.program.system.claim_ids, self.base.difference(without)
        self.program.weigh({key: 0.0 for key in names if key not in base})
        greatest, below = self._least(negative(terms["low"]))
        least, above = self._least(negative(terms["high"]))
        low = max(0, math.ceil((least or 0) - TOLERANCE))
        high = None if greatest is None else math.floor(TOLERANCE - greatest)
        return Fit(low, high, tuple(dict.fromkeys((*above, *below))))

    def _least(self, terms: Terms) -> tuple[float | None, list[str]]:
        """Return the least value of a sum, and the figures that force it."""
        answer = self.program.least(terms)
        if answer.value is None:
            return None, []
        system = self.program.system
        weights = answer.multipliers[len(system.rules) :]
        used = zip(system.claims, weights, strict=True)
        return answer.value, [claim_of(row) for row, weight in used if weight > TOLERANCE]


def hitting(conflicts: Iterable[Subset]) -> Subset:
    """Return figures of which every conflict has one, the most contested first."""
    chosen: set[str] = set()
    left = [conflict for conflict in conflicts if conflict]
    while left:
        times = Counter(key for conflict in left for key in conflict)
        chosen.add(min(times, key=lambda key: (-times[key], key)))
        left = [conflict for conflict in left if chosen.isdisjoint(conflict)]
    return frozenset(chosen)
