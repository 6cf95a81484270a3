"""Proofs read off chains of differences: which claims and rules, laid end to end, give a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from habeas.reconciliation.grid import Values
from habeas.reconciliation.nested import Carried, Nest, variable_at
from habeas.reconciliation.proof import Proof, assembled_checked
from habeas.reconciliation.row import DETAINED, Row, Rule, Terms, Variable, held, row


@dataclass
class Chains:
    """Finds, for a proved difference, the rows that it is the sum of."""

    nest: Nest
    _found: dict[tuple[str, int, int], list[Row] | None] = field(default_factory=dict)

    def proof(self, scope: str, upper: int, lower: int, terms: Terms) -> Proof | None:
        """Prove that ``terms``, which is upper − lower in a scope, reaches what was found.

        Returns None where the chain cannot be told (it rests on the limit of all counts).
        """
        rows = self.rows(scope, upper, lower)
        if rows is None:
            return None
        times: dict[Row, int] = defaultdict(int)
        for each in rows:
            times[each] += 1
        return assembled_checked(terms, [(Fraction(count), each) for each, count in times.items()])

    def rows(self, scope: str, upper: int, lower: int) -> list[Row] | None:
        """Return the rows whose sum gives the proved difference, or None where there are none."""
        key = (scope, upper, lower)
        if key not in self._found:
            self._found[key] = None
            self._found[key] = self._rows(scope, upper, lower)
        return self._found[key]

    def _rows(self, scope: str, upper: int, lower: int) -> list[Row] | None:
        steps = self._walk(scope, upper, lower)
        if steps is None:
            return None
        found: list[Row] = []
        at = upper
        edges = self.nest.edges[scope]
        for edge in steps:
            found += self._by_rules(scope, at, int(edges.upper[edge]))
            origin = self.nest.origins[int(edges.origins[edge])]
            if origin is None:
                return None
            if isinstance(origin, Carried):
                inner = self.rows(origin.scope, origin.upper, origin.lower)
                if inner is None:
                    return None
                found += inner
                found += self._carrying(origin, scope)
            else:
                found.append(origin)
            at = int(edges.lower[edge])
        return found + list(self._by_rules(scope, at, lower))

    def _walk(self, scope: str, upper: int, lower: int) -> list[int] | None:
        """Follow given differences whose weights add up to the greatest one, depth first."""
        values: Values = self.nest.proved[scope][:, lower]
        edges, within = self.nest.edges[scope], self.nest.grid.never_below
        gain = edges.weight + values[edges.lower]
        path: list[int] = []
        stack: list[Iterator[int]] = []
        used: set[int] = set()
        at, value = upper, values[upper]
        while not (value <= 0 and within[at, lower]):
            fitting = np.flatnonzero((gain >= value - 1e-6) & within[at, edges.upper])
            stack.append(iter(fitting.tolist()))
            while stack:
                edge = next((each for each in stack[-1] if each not in used), None)
                if edge is not None:
                    break
                stack.pop()
                if path:
                    path.pop()
            if not stack or edge is None:
                return None
            used.add(edge)
            path.append(edge)
            at, value = int(edges.lower[edge]), values[edges.lower[edge]]
        return path

    def _by_rules(self, scope: str, upper: int, lower: int) -> Iterator[Row]:
        """Yield the rows by which one count of a scope is never below another."""
        grid = self.nest.grid
        if upper in (lower, grid.beginning):
            return
        above = variable_at(upper, scope, grid)
        below = variable_at(lower, scope, grid)
        assert above is not None  # noqa: S101  (the beginning is never above)
        if below is not None and above.measure != below.measure:
            middle = Variable(DETAINED, scope, below.moment)
            rule = Rule("R2", "never negative", "held", scope)
            yield row(held(scope, below.moment, deaths=False), 0, rule)
            if middle == above:
                return
            below = middle
        terms: Terms = {above: 1} if below is None else {above: 1, below: -1}
        yield row(terms, 0, Rule("R1", "never falls", above.measure, scope))

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
            terms = held(outer, below.moment, 1, deaths=False)
            terms |= held(inner, below.moment, -1, deaths=False)
            yield row(terms, 0, Rule("R3", "stock within", "held", inner, (outer,)))
            below = Variable(above.measure, outer, below.moment)
            if above == below:
                return
        terms = {above: 1, above._replace(scope=inner): -1}
        if below is not None:
            terms |= {below: -1, below._replace(scope=inner): 1}
        yield row(terms, 0, Rule("R3", "flows within", above.measure, inner, (outer,)))
