"""Differences carried between scopes that lie in one another, until nothing more is gained.

What people of a contained scope did at least, the scope around it did at least; what the scope
around did at most, the contained one did at most (rule R3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np

from habeas.reconciliation.bounds.difference_bounds import (
    LIMIT,
    CountIndex,
    Edges,
    Mask,
    Values,
    greatest_differences,
    raise_further,
)
from habeas.reconciliation.rows import DETAINED, RELEASED, Moment, Row, Terms, Variable
from habeas.reconciliation.system import LinearSystem, scope_of

ROUNDS = 8


@dataclass(frozen=True)
class Carried:
    """A difference taken over from another scope: there, upper − lower is proved to reach it."""

    scope: str
    upper: int
    lower: int


@dataclass(frozen=True)
class Summed:
    """A difference that is the sum of rows of several scopes, each taken so many times."""

    rows: tuple[tuple[Fraction, Row], ...]


Origin = Row | Carried | Summed | None
"""What a difference rests on: a row of the system, another scope's difference, several rows, or the
limit of all counts."""


@dataclass
class NestedScopes:
    """Scopes in one another, the differences given in each, and the greatest ones proved.

    inside: direct (inner, outer) pairs.
    """

    grid: CountIndex
    inside: tuple[tuple[str, str], ...]
    given: dict[str, list[tuple[int, int, float, int]]]
    origins: list[Origin]
    edges: dict[str, Edges] = field(default_factory=dict)
    proved: dict[str, Values] = field(default_factory=dict)
    _version: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _carried: dict[tuple[str, str], int] = field(default_factory=dict)

    def prove_all(self) -> None:
        """Find the greatest differences of every scope."""
        for scope in self.given:
            self.edges[scope] = Edges.of(self.given[scope])
            self.proved[scope] = greatest_differences(self.grid, self.edges[scope])
        self._spread()

    def copy(self) -> NestedScopes:
        """Return a nest with the same proofs, which learns by itself from now on."""
        twin = NestedScopes(
            self.grid, self.inside, dict(self.given), list(self.origins), dict(self.edges)
        )
        twin.given = {scope: list(entries) for scope, entries in self.given.items()}
        twin.proved = {scope: values.copy() for scope, values in self.proved.items()}
        twin._version, twin._carried = self._version.copy(), dict(self._carried)
        return twin

    def learn(self, scope: str, upper: int, lower: int, weight: float, origin: Summed) -> None:
        """Take in a difference that was proved otherwise, and all that follows from it."""
        self._give(scope, [(upper, lower, weight)], [origin])
        self._spread()

    def _spread(self) -> None:
        """Carry what is proved from scope to scope, until nothing more is gained."""
        within = self.grid.never_below
        for _ in range(ROUNDS):
            gained = [self._carry(inner, outer, within) for inner, outer in self._inner_first]
            gained += [
                self._carry(outer, inner, within.T) for inner, outer in reversed(self._inner_first)
            ]
            if not any(gained):
                break

    @cached_property
    def _inner_first(self) -> Sequence[tuple[str, str]]:
        depth = dict.fromkeys(self.given, 0)
        for _ in self.given:
            for inner, outer in self.inside:
                depth[outer] = max(depth[outer], min(depth[inner] + 1, len(depth)))
        return sorted(self.inside, key=lambda pair: (depth[pair[1]], pair))

    def _carry(self, source: str, target: str, allowed: Mask) -> bool:
        """Hand a scope's differences to another, unless nothing is new since the last time."""
        if self._carried.get((source, target)) == self._version[source]:
            return False
        self._carried[source, target] = self._version[source]
        offered = np.where(allowed, self.proved[source], -np.inf)
        gain = offered > self.proved[target]
        if not gain.any():
            return False
        places = np.argwhere(gain & corners(offered, self.grid.length)).tolist()
        new = [(upper, lower, float(offered[upper, lower])) for upper, lower in places]
        self._give(target, new, [Carried(source, upper, lower) for upper, lower in places])
        return True

    def _give(
        self, scope: str, new: Sequence[tuple[int, int, float]], origins: Sequence[Origin]
    ) -> None:
        first = len(self.origins)
        entries = [(*one, first + number) for number, one in enumerate(new)]
        self.origins += origins
        self.given[scope] += entries
        self.edges[scope] = Edges.of(self.given[scope])
        raise_further(self.proved[scope], self.grid, self.edges[scope], Edges.of(entries))
        self._version[scope] += 1


def corners(offered: Values, length: int) -> Mask:
    """Mark the differences that do not follow by the rules from another one offered."""
    earlier = np.full_like(offered, -np.inf)
    earlier[1:length] = offered[: length - 1]
    np.maximum(earlier[:length], offered[length : 2 * length], out=earlier[:length])
    earlier[length + 1 : 2 * length] = offered[length : 2 * length - 1]
    earlier[length] = offered[-1]
    later = np.full_like(offered, -np.inf)
    later[:, : length - 1] = offered[:, 1:length]
    later[:, length : 2 * length - 1] = offered[:, length + 1 : 2 * length]
    np.maximum(
        later[:, length : 2 * length], offered[:, :length], out=later[:, length : 2 * length]
    )
    later[:, -1] = np.maximum(offered[:, 0], offered[:, length])
    mask: Mask = (offered > earlier) & (offered > later)
    return mask


def nested_scopes_of(system: LinearSystem, inside: Iterable[tuple[str, str]]) -> NestedScopes:
    """Lay a system out: its days, the differences its rows give, and how its scopes lie.

    Rows that are no difference of two counts at ends of days are left out; what is proved without
    them still holds.
    """
    days = sorted({var.moment.latest for var in system.index if var.moment.is_day_end})
    grid = CountIndex(np.array(days, dtype=np.int64))
    known = sorted({variable.scope for variable in system.index})
    last = grid.length - 1
    origins: list[Origin] = [None]
    given: dict[str, list[tuple[int, int, float, int]]] = {
        scope: [(grid.beginning, last, -LIMIT, 0)] for scope in known
    }
    special = (row for row in system.rules if is_opening_or_closing(row))
    for row in (*special, *system.claims):
        ends = difference_ends(dict(row.terms), grid)
        if ends:
            given[scope_of(row)].append((*ends, float(row.least), len(origins)))
            origins.append(row)
    pairs = tuple(pair for pair in inside if pair[0] in given and pair[1] in given)
    return NestedScopes(grid, pairs, given, origins)


def is_opening_or_closing(row: Row) -> bool:
    """Whether a rule's row is one of those that only some scopes have."""
    return getattr(row.origin, "what", "") in ("opens", "closes")


def difference_ends(terms: Terms, grid: CountIndex) -> tuple[int, int] | None:
    """Return the two rows of the grid whose difference a sum is, or None where it is not that."""
    plus = [variable for variable, sign in terms.items() if sign == 1]
    minus = [variable for variable, sign in terms.items() if sign == -1]
    one_scope = len({variable.scope for variable in terms}) == 1
    if len(plus) > 1 or len(minus) > 1 or len(plus) + len(minus) < len(terms) or not one_scope:
        return None
    upper = place_of(next(iter(plus), None), grid)
    lower = place_of(next(iter(minus), None), grid)
    return (upper, lower) if upper is not None and lower is not None else None


def place_of(variable: Variable | None, grid: CountIndex) -> int | None:
    """Return the row of a count (None: the beginning), or None where it is not on the grid."""
    if variable is None:
        return grid.beginning
    if not variable.moment.is_day_end:
        return None
    if variable.measure == DETAINED:
        return grid.detained(variable.moment.latest)
    return grid.released(variable.moment.latest) if variable.measure == RELEASED else None


def variable_at(place: int, scope: str, grid: CountIndex) -> Variable | None:
    """Return the count of a row; None for the beginning."""
    if place == grid.beginning:
        return None
    measure = DETAINED if place < grid.length else RELEASED
    return Variable(measure, scope, Moment.end_of(int(grid.days[place % grid.length])))
