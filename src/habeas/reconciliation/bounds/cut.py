"""What one answer of the solver teaches: the difference at the heart of its proof.

A number that no chain of differences gives rests on rows of several scopes that hold only together.
What of its proof is a chain before and after them is peeled off; the rest is a difference like any
claim's, and other numbers follow from it by chains.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from habeas.reconciliation.bounds.difference_bounds import CountIndex
from habeas.reconciliation.bounds.nested_scopes import (
    Summed,
    difference_ends,
    place_of,
    variable_at,
)
from habeas.reconciliation.rows import Flow, Moment, Proof, Row, Variable, flow_of, flow_row

EXACT = (1, 2, 4, 8)
"""Parts whose sums the numbers of the grid hold exactly."""


@dataclass(frozen=True)
class Cut:
    """A proved difference: upper − lower, rows of a scope's grid, is at least ``weight``."""

    upper: int
    lower: int
    weight: float
    origin: Summed


def cut_of(proof: Proof, scope: str, upper: int, lower: int, grid: CountIndex) -> Cut | None:
    """Return the heart of a proof of upper − lower; None where it takes odd parts of rows."""
    if any(step.multiplier.denominator not in EXACT for step in proof.steps):
        return None
    peel = ChainRemoval(scope, grid, {step.row: step.multiplier for step in proof.steps})
    upper, lower = peel.stripped(upper, lower)
    rows = tuple((count, each) for each, count in peel.times.items() if count)
    weight = sum((count * each.least for count, each in rows), Fraction(0))
    return Cut(upper, lower, float(weight), Summed(rows)) if upper != lower else None


@dataclass
class ChainRemoval:
    """The rows of a proof about one scope, of which the outer ones are taken off one by one.

    times: how many times each row is taken.
    """

    scope: str
    grid: CountIndex
    times: dict[Row, Fraction]

    def stripped(self, upper: int, lower: int) -> tuple[int, int]:
        """Take off what can be; return the ends of the difference that is left."""
        own = {each: ends for each in self.times if (ends := self._own_difference(each))}
        peeled = True
        while peeled:
            peeled = False
            for each, (above, below) in own.items():
                if self.times[each] >= 1 and upper != lower and upper == above:
                    upper, peeled = below, True
                    self.times[each] -= 1
                if self.times[each] >= 1 and upper != lower and lower == below:
                    lower, peeled = above, True
                    self.times[each] -= 1
            if not peeled and upper != lower:
                moved = self._slid(upper, rising=False), self._slid(lower, rising=True)
                peeled = moved != (upper, lower)
                upper, lower = moved
        return upper, lower

    def _own_difference(self, each: Row) -> tuple[int, int] | None:
        if each.terms[0][0].scope != self.scope:
            return None
        return difference_ends(dict(each.terms), self.grid)

    def _slid(self, place: int, rising: bool) -> int:
        """Move an end to a day from which more follows, where the proof holds there as well.

        "What of the scope lies outside a contained one never falls" until a day, and "the contained
        one's count never falls" from that day on: the day itself is of no account.
        """
        count = variable_at(place, self.scope, self.grid)
        if count is None:
            return place
        day = count.moment.latest
        links = self._links(count, day, rising)
        if len(links) < 2:
            return place
        others = [flow.last if rising else flow.first for _, flow in links]
        target = min(others) if rising else max(others)
        if not target or target == day:
            return place
        for each, flow in links:
            self.times[each] -= 1
            first, last = (target, flow.last) if rising else (flow.first, target)
            if first != last:
                shorter = flow_row(flow.rule, last, first)
                self.times[shorter] = self.times.get(shorter, Fraction(0)) + 1
        moved = place_of(count._replace(moment=Moment.end_of(target)), self.grid)
        return place if moved is None else moved

    def _links(self, count: Variable, day: int, rising: bool) -> list[tuple[Row, Flow]]:
        """Return the flows that meet at a day, from the scope inward; none if they do not end."""
        found: list[tuple[Row, Flow]] = []
        scope = self.scope
        while True:
            for each, times in self.times.items():
                flow = flow_of(each) if times >= 1 else None
                if flow is None or flow.rule.count != count.measure:
                    continue
                outer = flow.rule.other[0] if flow.rule.other else flow.rule.scope
                if outer == scope and (flow.first if rising else flow.last) == day:
                    break
            else:
                return []
            found.append((each, flow))
            if not flow.rule.other:
                return found
            scope = flow.rule.scope
