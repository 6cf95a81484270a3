"""Many proofs whose multipliers are whole numbers, added up and checked together.

Proofs of one timeline share most of their rows. Each row is entered once; a proof is how many times
it takes which. All of them are added up exactly, in whole numbers, by one product of matrices.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from habeas.reconciliation.rows.moment import Moment
from habeas.reconciliation.rows.proof import Proof, Step, assembled_checked, place_in_proof
from habeas.reconciliation.rows.row import ClaimSide, Row, Rule, Terms, Variable, row
from habeas.vocabulary import ProofError

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SAFE = 2**62
"""Sums below it are exact in the numbers that the product of matrices is made of."""
Times = Mapping[int, int]
"""By the place of a row, how many times a proof takes it."""
AskedTerms = tuple[tuple[Variable, int], ...]
Asked = tuple[AskedTerms, int, Times]
"""Terms, and the rows that give so many times those terms."""


@dataclass(frozen=True)
class Flow:
    """A rule's row by which something never falls between two days (ordinals; 0: the beginning)."""

    rule: Rule
    last: int
    first: int


@dataclass
class IntegerProofs:
    """The rows that proofs are made of, each entered once."""

    rows: list[Row] = field(default_factory=list)
    flows: list[Flow | None] = field(default_factory=list)
    _places: dict[Row, int] = field(default_factory=dict)

    def enter(self, entry: Row) -> int:
        """Return the place of a row, which it is given if it has none."""
        place = self._places.get(entry)
        if place is None:
            place = self._places[entry] = len(self.rows)
            self.rows.append(entry)
            self.flows.append(flow_of(entry))
        return place

    def joined(self, places: Iterable[int]) -> Times:
        """Count rows, those joined that follow one another in time, so that few are left."""
        times: dict[int, int] = Counter(places)
        by_rule: dict[Rule, list[int]] = defaultdict(list)
        for place in times:
            if (flow := self.flows[place]) is not None:
                by_rule[flow.rule].append(place)
        for together in by_rule.values():
            if len(together) > 1:
                self._join(times, together)
        return times

    def _join(self, times: dict[int, int], places: list[int]) -> None:
        """Put flows that meet end to end together, as often as both are taken."""
        pending = list(places)
        while pending:
            one = pending.pop()
            for other in list(times):
                joint = self._both(one, other) if times.get(one) else None
                if joint is not None:
                    shared = min(times[one], times[other])
                    for each in (one, other):
                        times[each] -= shared
                        if not times[each]:
                            del times[each]
                    times[joint] = times.get(joint, 0) + shared
                    pending.append(joint)

    def _both(self, one: int, other: int) -> int | None:
        """Return the flow over the time of both, or None where they do not meet."""
        a, b = self.flows[one], self.flows[other]
        if a is None or b is None or a.rule != b.rule:
            return None
        if a.first and a.first == b.last:
            return self.enter(flow_row(a.rule, a.last, b.first))
        if b.first and b.first == a.last:
            return self.enter(flow_row(a.rule, b.last, a.first))
        return None

    def proofs(self, asked: Sequence[Asked]) -> list[Proof]:
        """Put proofs together, all checked. Raises ProofError if one does not give its terms."""
        if not asked:
            return []
        least = self._added_up(asked)
        if least is None:
            return [self._alone(*one) for one in asked]
        order = sorted(range(len(self.rows)), key=lambda place: place_in_proof(self.rows[place]))
        rank = {place: number for number, place in enumerate(order)}
        steps: dict[tuple[int, int, int], Step] = {}
        found = []
        for (terms, scale, times), total in zip(asked, least, strict=True):
            mine = []
            for one in sorted(times.items(), key=lambda item: rank[item[0]]):
                key = (*one, scale)
                if key not in steps:
                    steps[key] = Step(Fraction(one[1], scale), self.rows[one[0]])
                mine.append(steps[key])
            found.append(Proof(tuple(sorted(terms)), Fraction(total, scale), tuple(mine)))
        return found

    def _added_up(self, asked: Sequence[Asked]) -> list[int] | None:
        """Return what each proof adds up to; None where numbers are too large to add this way."""
        limits = [each.least for each in self.rows]
        most = max((sum(times.values()) for _, _, times in asked), default=0)
        if most * max(map(abs, limits), default=0) >= SAFE:
            return None
        index: dict[Variable, int] = {}
        lines = [entry.terms for entry in self.rows]
        lines += [tuple((var, sign * n) for var, sign in terms) for terms, n, _ in asked]
        laid = sparse(
            [[(index.setdefault(var, len(index)), n) for var, n in line] for line in lines]
        )
        taken = sparse([times.items() for _, _, times in asked], len(self.rows))
        rest = (taken @ laid[: len(self.rows)] - laid[len(self.rows) :]).tocoo()
        if rest.data.any():
            place = int(rest.col[np.flatnonzero(rest.data)[0]])
            left = next(variable for variable, number in index.items() if number == place)
            raise ProofError(f"The derivation does not close: {left.key} is left over.")
        totals = taken @ np.array(limits, dtype=np.int64)
        return [int(total) for total in totals]

    def _alone(self, terms: AskedTerms, scale: int, times: Times) -> Proof:
        taken = [(Fraction(count, scale), self.rows[place]) for place, count in times.items()]
        return assembled_checked(dict(terms), taken)


def sparse(lines: Sequence[Collection[tuple[int, int]]], width: int | None = None) -> csr_matrix:
    """Lay lines of (column, number) out as a matrix of whole numbers."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415  (takes a fifth of a second to load)

    starts = np.cumsum([0, *map(len, lines)])
    entries = [entry for line in lines for entry in line]
    columns = np.array([column for column, _ in entries], dtype=np.int64)
    numbers = np.array([number for _, number in entries], dtype=np.int64)
    wide = int(columns.max(initial=-1)) + 1 if width is None else width
    return csr_matrix((numbers, columns, starts), shape=(len(lines), wide))


def flow_of(entry: Row) -> Flow | None:
    """Return a row as a flow, if it is one of ends of days that `flow_row` gives."""
    rule = entry.origin
    if isinstance(rule, ClaimSide) or rule.what not in ("never falls", "flows within"):
        return None
    moments = sorted({variable.moment for variable, _ in entry.terms})
    if len(moments) > 2 or not all(moment.is_day_end for moment in moments):
        return None
    first = moments[0].latest if len(moments) == 2 else 0
    flow = Flow(rule, moments[-1].latest, first)
    same = dict(entry.terms) == dict(flow_row(rule, flow.last, first).terms)
    return flow if same and entry.least == 0 else None


def flow_row(rule: Rule, last: int, first: int) -> Row:
    """Return that a count, or what of it lies outside a contained scope, never falls."""
    terms: Terms = {}
    signs = [(rule.scope, 1)] if not rule.other else [(rule.other[0], 1), (rule.scope, -1)]
    for day, turn in ((last, 1), (first, -1)):
        for scope, sign in signs if day else ():
            terms[Variable(rule.count, scope, Moment.end_of(day))] = sign * turn
    return row(terms, 0, rule)
