"""Conflicts found by arithmetic alone: chains of differences that lead back to where they began.

Within one scope every claim bounds the difference of two counts, and every rule says that one
count is at least another. Claims whose differences, laid end to end, return to their beginning
with a sum above zero cannot all hold: negative cycles of a system of difference constraints
(Cormen, Leiserson, Rivest, Stein, "Introduction to Algorithms", on difference constraints). What
binds a contained scope from below binds the scope around it too, and the reverse from above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from habeas.reconciliation.rows import DETAINED, DIED, ENTERED, RELEASED, Row, Variable
from habeas.reconciliation.system import claim_of, scope_of
from habeas.vocabulary import Scope

Matrix = NDArray[np.bool_]
Numbers = NDArray[np.float64]
BEGINNING, ARRIVED, GONE = 0, 1, 2
"""The kinds of count: nothing yet, the detained so far, the released so far."""
LARGEST_CYCLE = 4
NEVER = -np.inf


@dataclass(frozen=True)
class Ends:
    """The counts at one end of many differences: their kind, and between which days they stand."""

    kind: NDArray[np.int64]
    earliest: NDArray[np.int64]
    latest: NDArray[np.int64]
    tag: NDArray[np.int64]

    def take(self, places: Matrix) -> Ends:
        """Keep some of the differences."""
        return Ends(self.kind[places], self.earliest[places], self.latest[places], self.tag[places])

    def column(self) -> Ends:
        """Turn the counts into a column, to be compared with each of others."""
        return Ends(
            self.kind[:, None], self.earliest[:, None], self.latest[:, None], self.tag[:, None]
        )


@dataclass(frozen=True)
class Limits:
    """The last day before a scope opens and the day it closes, as ordinals."""

    eve: float = -np.inf
    close: float = np.inf

    @classmethod
    def of(cls, scope: Scope) -> Limits:
        """Read them off a scope."""
        eve = scope.opens.toordinal() - 1 if scope.opens else -np.inf
        return cls(eve, scope.closes.toordinal() if scope.closes else np.inf)


@dataclass(frozen=True)
class Differences:
    """Claims' rows of one scope: upper − lower ≥ weight."""

    claims: tuple[str, ...]
    weight: Numbers
    upper: Ends
    lower: Ends

    def take(self, places: Matrix) -> Differences:
        """Keep some of the differences."""
        claims = tuple(claim for claim, kept in zip(self.claims, places, strict=True) if kept)
        return Differences(
            claims, self.weight[places], self.upper.take(places), self.lower.take(places)
        )

    def rising(self) -> Differences:
        """Those whose upper count is never below the lower: they bind the scopes around too."""
        return self.take(at_least(self.upper, self.lower))

    def falling(self) -> Differences:
        """Those whose lower count is never below the upper: they bind the scopes within too."""
        return self.take(at_least(self.lower, self.upper))


def at_least(one: Ends, other: Ends, limits: Limits | None = None) -> Matrix:
    """Say where a count is never below another, by the rules alone."""
    same = (one.tag == other.tag) & (one.latest == other.latest)
    later = (other.latest <= one.earliest) | same
    settled = (one.kind == other.kind) | (one.kind == ARRIVED)
    result: Matrix = (other.kind == BEGINNING) | ((one.kind != BEGINNING) & settled & later)
    if limits:
        result |= (one.kind == BEGINNING) & (other.latest <= limits.eve)
        result |= (one.kind == ARRIVED) & (one.earliest >= limits.close)
    return result


def differences(rows: Sequence[Row]) -> dict[str, Differences]:
    """Return, by scope, the claims' rows that bound the difference of two counts."""
    by_scope: dict[str, list[tuple[str, float, Variable | None, Variable | None]]] = {}
    for row in rows:
        plus = [var for var, sign in row.terms if sign > 0]
        minus = [var for var, sign in row.terms if sign < 0]
        if row.least > 0:
            minus = [var for var in minus if var.measure != DIED]
        known = all(kind_of(var) is not None for var in (*plus, *minus))
        if known and len(plus) <= 1 and len(minus) <= 1:
            found = by_scope.setdefault(scope_of(row), [])
            upper, lower = next(iter(plus), None), next(iter(minus), None)
            found.append((claim_of(row), float(row.least), upper, lower))
    return {
        scope: Differences(
            tuple(entry[0] for entry in found),
            np.array([entry[1] for entry in found]),
            ends([entry[2] for entry in found]),
            ends([entry[3] for entry in found]),
        )
        for scope, found in by_scope.items()
    }


def kind_of(variable: Variable) -> int | None:
    """Return the kind of a count; each register's entries are one of their own. None for others."""
    if variable.measure.startswith(ENTERED):
        return GONE + 1 + abs(hash(variable.measure)) % 10**12
    return {DETAINED: ARRIVED, RELEASED: GONE}.get(variable.measure)


def ends(variables: Sequence[Variable | None]) -> Ends:
    """Lay counts out as arrays; None is the beginning, where nothing is counted yet."""
    moments = [variable.moment if variable else None for variable in variables]
    return Ends(
        np.array([(kind_of(var) or 0) if var else BEGINNING for var in variables], dtype=np.int64),
        np.array([moment.earliest if moment else 0 for moment in moments], dtype=np.int64),
        np.array([moment.latest if moment else 0 for moment in moments], dtype=np.int64),
        np.array([hash(moment.tag) if moment and moment.tag else -1 for moment in moments]),
    )


def joined(parts: Sequence[Differences]) -> Differences:
    """Put differences of several scopes together."""

    def ends_of(which: Sequence[Ends]) -> Ends:
        return Ends(
            np.concatenate([end.kind for end in which]),
            np.concatenate([end.earliest for end in which]),
            np.concatenate([end.latest for end in which]),
            np.concatenate([end.tag for end in which]),
        )

    return Differences(
        tuple(claim for part in parts for claim in part.claims),
        np.concatenate([part.weight for part in parts]),
        ends_of([part.upper for part in parts]),
        ends_of([part.lower for part in parts]),
    )


def in_scope(
    own: Mapping[str, Differences], scope: str, inside: Sequence[str], around: Sequence[str]
) -> Differences | None:
    """Return what bounds the counts of a scope: its own claims, and those within and around it."""
    parts = [own[scope]] if scope in own else []
    parts += [own[key].rising() for key in inside if key in own]
    parts += [own[key].falling() for key in around if key in own]
    return joined(parts) if parts else None


@dataclass(frozen=True)
class Cycles:
    """Which differences can follow which, in one scope."""

    found: Differences
    limits: Limits = Limits()

    @cached_property
    def follows(self) -> Matrix:
        """[e, f]: the lower count of e is never below the upper count of f."""
        lower, upper = self.found.lower.column(), self.found.upper
        names = np.array(self.found.claims)
        others: Matrix = names[:, None] != names[None, :]
        return at_least(lower, upper, self.limits) & others

    def conflicts(self) -> Iterator[frozenset[str]]:
        """Yield sets of claims that cannot all hold, smaller first; not all of them minimal."""
        alone = at_least(self.found.lower, self.found.upper, self.limits) & (self.found.weight > 0)
        for place in np.flatnonzero(alone):
            yield frozenset({self.found.claims[place]})
        weight = self.found.weight
        pairs = np.triu(self.follows & self.follows.T & (weight[:, None] + weight > 0))
        for one, other in np.argwhere(pairs):
            yield frozenset({self.found.claims[one], self.found.claims[other]})
        barred = pairs | pairs.T
        reach = [np.where(self.follows, weight[:, None], NEVER)]
        for size in range(3, LARGEST_CYCLE + 1):
            reach.append(longer(reach[-1], self.follows, weight))
            for start in np.flatnonzero(weight > 0):
                yield from self._from((int(start),), float(weight[start]), size, reach, barred)

    def _from(
        self,
        path: tuple[int, ...],
        total: float,
        size: int,
        reach: Sequence[Numbers],
        barred: Matrix,
    ) -> Iterator[frozenset[str]]:
        start, last = path[0], path[-1]
        if len(path) == size:
            if self.follows[last, start] and total > 0:
                yield frozenset(self.found.claims[place] for place in path)
            return
        promising = self.follows[last] & (total + reach[size - len(path) - 1][:, start] > 0)
        promising &= ~barred[list(path)].any(axis=0)
        for place in np.flatnonzero(promising):
            if place not in path and (self.found.weight[place] <= 0 or place > start):
                wider = (*path, int(place))
                yield from self._from(
                    wider, total + float(self.found.weight[place]), size, reach, barred
                )


def longer(reach: Numbers, follows: Matrix, weight: Numbers) -> Numbers:
    """Return the greatest weight of chains of one more difference, from each to each."""
    result = reach.copy()
    for place in range(len(weight)):
        after = np.flatnonzero(follows[place])
        if len(after):
            np.maximum(result[place], weight[place] + reach[after].max(axis=0), out=result[place])
    return result
