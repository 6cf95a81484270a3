"""Proofs read off chains of differences: which claims and rules, laid end to end, give a number."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from habeas.reconciliation.bounds.difference_bounds import Places
from habeas.reconciliation.bounds.nested_scopes import (
    Carried,
    NestedScopes,
    Origin,
    Summed,
    variable_at,
)
from habeas.reconciliation.rows import (
    DETAINED,
    IntegerProofs,
    Row,
    Variable,
    flow_row,
    flows_within,
    never_falls,
    stock_row,
    stock_within,
)


@dataclass(frozen=True)
class Told:
    """The rows whose sum is a multiple of a difference.

    rows: their places in the ledger, some more than once. scale: how many times the difference.
    """

    rows: tuple[int, ...] = ()
    scale: int = 1

    @classmethod
    def of(cls, parts: Sequence[Told]) -> Told:
        """Lay differences end to end."""
        scale = math.lcm(1, *(part.scale for part in parts))
        return cls(tuple(r for p in parts for r in p.rows * (scale // p.scale)), scale)


@dataclass
class ShortestPaths:
    """Finds, for a proved difference, the rows that it is the sum of, and enters them."""

    nest: NestedScopes
    ledger: IntegerProofs = field(default_factory=IntegerProofs)
    _told: dict[tuple[str, int, int], Told | None] = field(default_factory=dict)
    _ruled: dict[tuple[str, int, int], Told] = field(default_factory=dict)
    _rested: dict[tuple[str, int], Told | None] = field(default_factory=dict)
    _fitting: dict[tuple[str, int], Places] = field(default_factory=dict)

    def told(self, scope: str, upper: int, lower: int) -> Told | None:
        """Return the rows whose sum gives the proved difference.

        None where the chain cannot be told (it rests on the limit of all counts).
        """
        key = (scope, upper, lower)
        if key not in self._told:
            self._told[key] = None
            self._told[key] = self._rows(scope, upper, lower)
        return self._told[key]

    def _rows(self, scope: str, upper: int, lower: int) -> Told | None:
        steps = self._walk(scope, upper, lower)
        if steps is None:
            return None
        edges = self.nest.edges[scope]
        found: list[Told] = []
        at = upper
        for edge in steps:
            rested = self._rests_on(scope, int(edges.origins[edge]))
            if rested is None:
                return None
            found += [self._by_rules(scope, at, int(edges.upper[edge])), rested]
            at = int(edges.lower[edge])
        return Told.of([*found, self._by_rules(scope, at, lower)])

    def _rests_on(self, scope: str, place: int) -> Told | None:
        """Return the rows that a given difference of a scope rests on."""
        key = (scope, place)
        if key not in self._rested:
            self._rested[key] = self._origin_told(scope, self.nest.origins[place])
        return self._rested[key]

    def _origin_told(self, scope: str, origin: Origin) -> Told | None:
        if origin is None:
            return None
        if isinstance(origin, Row):
            return Told((self.ledger.enter(origin),))
        if isinstance(origin, Summed):
            scale = math.lcm(1, *(times.denominator for times, _ in origin.rows))
            taken = [(self.ledger.enter(each), int(times * scale)) for times, each in origin.rows]
            return Told(tuple(place for place, times in taken for _ in range(times)), scale)
        inner = self.told(origin.scope, origin.upper, origin.lower)
        if inner is None:
            return None
        carrying = Told(tuple(map(self.ledger.enter, self._carrying(origin, scope))))
        return Told.of([inner, carrying])

    def _walk(self, scope: str, upper: int, lower: int) -> list[int] | None:
        """Follow given differences whose weights add up to the greatest one, depth first."""
        values = self.nest.proved[scope][:, lower]
        edges, within = self.nest.edges[scope], self.nest.grid.never_below
        fitting = self._tight(scope, lower)
        uppers = edges.upper[fitting]
        reached = values[uppers]
        path: list[int] = []
        stack: list[Iterator[int]] = []
        used: set[int] = set()
        at = upper
        while not (values[at] <= 0 and within[at, lower]):
            open_to = fitting[(reached == values[at]) & within[at, uppers]]
            stack.append(iter(open_to.tolist()))
            edge = None
            while stack:
                edge = next((each for each in stack[-1] if each not in used), None)
                if edge is not None:
                    break
                stack.pop()
                if path:
                    path.pop()
            if edge is None:
                return None
            used.add(edge)
            path.append(edge)
            at = int(edges.lower[edge])
        return path

    def _tight(self, scope: str, lower: int) -> Places:
        """Return the given differences of which something proved may be a chain's part."""
        if (scope, lower) not in self._fitting:
            values, edges = self.nest.proved[scope][:, lower], self.nest.edges[scope]
            fits = edges.weight + values[edges.lower] >= values[edges.upper]
            self._fitting[scope, lower] = np.flatnonzero(fits)
        return self._fitting[scope, lower]

    def _by_rules(self, scope: str, upper: int, lower: int) -> Told:
        """Return the rows by which one count of a scope is never below another."""
        key = (scope, upper, lower)
        if key not in self._ruled:
            rows = map(self.ledger.enter, self._rules(scope, upper, lower))
            self._ruled[key] = Told(tuple(rows))
        return self._ruled[key]

    def _rules(self, scope: str, upper: int, lower: int) -> Iterator[Row]:
        grid = self.nest.grid
        if upper in (lower, grid.beginning):
            return
        above = variable_at(upper, scope, grid)
        below = variable_at(lower, scope, grid)
        assert above is not None  # noqa: S101  (the beginning is never above)
        if below is not None and above.measure != below.measure:
            yield stock_row(scope, below.moment.latest)
            below = Variable(DETAINED, scope, below.moment)
            if below == above:
                return
        rule = never_falls(above.measure, scope)
        yield flow_row(rule, above.moment.latest, below.moment.latest if below else 0)

    def _carrying(self, origin: Carried, scope: str) -> Iterator[Row]:
        """Yield the rows (R3) that carry a difference from another scope to this one."""
        grid = self.nest.grid
        inward = (scope, origin.scope) in self.nest.inside
        inner, outer = (scope, origin.scope) if inward else (origin.scope, scope)
        early, late = (origin.upper, origin.lower) if inward else (origin.lower, origin.upper)
        above, below = variable_at(late, outer, grid), variable_at(early, outer, grid)
        if above is None or above == below:
            return
        if below is not None and above.measure != below.measure:
            yield stock_within(inner, outer, below.moment.latest)
            below = Variable(above.measure, outer, below.moment)
            if above == below:
                return
        rule = flows_within(above.measure, inner, outer)
        yield flow_row(rule, above.moment.latest, below.moment.latest if below else 0)
