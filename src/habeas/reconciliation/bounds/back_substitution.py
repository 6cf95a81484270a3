"""Histories of a projected system completed: counts at the moments that were left out.

Given the counts of the scope around, those of a scope at the moments left out are bound by
differences only. Of such a system there is a least and a greatest solution; both are found by
letting each limit run forward and backward in time until nothing moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from habeas.reconciliation.bounds.elimination import Demand, ProjectedSystem
from habeas.reconciliation.rows import DETAINED, RELEASED, Moment, Terms, Variable
from habeas.reconciliation.system import LinearSystem

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Vector = NDArray[np.float64]
Places = NDArray[np.int64]
PASSES = 8


@dataclass(frozen=True)
class EliminatedScope:
    """Where one scope's counts stand.

    kept: which of its days are kept. detained, released: places in the whole system, by day; small:
    the same in the projected one, of the days kept. around: the places of its days among those of
    the scope around it; None without one. demands: sums whose values, at ``asked`` days, the scope
    must hold.
    """

    scope: str
    outer: str
    kept: NDArray[np.bool_]
    detained: Places
    released: Places
    small: tuple[Places, Places]
    around: Places
    asked: Places
    demands: csr_matrix


class BackSubstitution:
    """Completes histories of a projection to histories of the whole system."""

    def __init__(self, projection: ProjectedSystem, system: LinearSystem) -> None:
        """Lay both systems' counts beside each other."""
        self.size = len(system.index)
        self._laid = [laid_out(scope, projection, system) for scope in projection.outermost_first]

    def history(self, point: Vector, terms: Terms) -> Vector:
        """Return a history that has the counts of a point at the moments kept.

        terms: a sum that shall be small; as few, or as many, are detained at the other moments as
        it counts them with a plus or a minus, and released alike.
        """
        sums = {DETAINED: 0, RELEASED: 0}
        for variable, sign in terms.items():
            sums[variable.measure] += sign
        detained, released = sums[DETAINED], sums[RELEASED]
        low_detained = detained > 0 or (not detained and released > 0)
        low_released = released > 0 or (not released and detained > 0)
        whole = np.zeros(self.size)
        found: dict[str, tuple[Vector, Vector]] = {}
        for laid in self._laid:
            around = found.get(laid.outer)
            filled = Filling(laid, point, around)
            mine = filled.between(low_detained, low_released)
            found[laid.scope] = mine
            whole[laid.detained], whole[laid.released] = mine
        return whole


class Filling:
    """The counts of one scope, of which some are given."""

    def __init__(
        self, laid: EliminatedScope, point: Vector, around: tuple[Vector, Vector] | None
    ) -> None:
        """around: the counts of the scope around at all of its days."""
        self.kept = laid.kept
        self.given = point[laid.small[0]], point[laid.small[1]]
        self.around = None
        if around is not None:
            self.around = around[0][laid.around], around[1][laid.around]
        self.floor = np.zeros(len(laid.kept))
        if len(laid.asked):
            np.maximum.at(self.floor, laid.asked, laid.demands @ point)

    def between(self, low_detained: bool, low_released: bool) -> tuple[Vector, Vector]:
        """Return the detained and the released, either as few or as many as can be."""
        if low_detained:
            detained, released = self._least()
            if not low_released:
                released = self._fall(np.minimum(self._start(1, np.inf), detained - self.floor), 1)
        else:
            detained, released = self._greatest()
            if low_released:
                released = self._start(1, -np.inf)
                if self.around is not None:
                    released = np.maximum(released, detained - self._held_around())
                released = self._rise(released, 1)
        return detained, released

    def _least(self) -> tuple[Vector, Vector]:
        detained, released = self._rise(self._start(0, 0.0), 0), self._rise(self._start(1, 0.0), 1)
        for _ in range(PASSES):
            before = detained, released
            detained = self._rise(np.maximum(detained, released + self.floor), 0)
            if self.around is not None:
                released = self._rise(np.maximum(released, detained - self._held_around()), 1)
            if all(
                np.array_equal(*pair) for pair in zip(before, (detained, released), strict=True)
            ):
                break
        return detained, released

    def _greatest(self) -> tuple[Vector, Vector]:
        detained = self._fall(self._start(0, np.inf), 0)
        released = self._fall(self._start(1, np.inf), 1)
        for _ in range(PASSES):
            before = detained, released
            released = self._fall(np.minimum(released, detained - self.floor), 1)
            if self.around is not None:
                detained = self._fall(np.minimum(detained, released + self._held_around()), 0)
            if all(
                np.array_equal(*pair) for pair in zip(before, (detained, released), strict=True)
            ):
                break
        return detained, released

    def _held_around(self) -> Vector:
        assert self.around is not None  # noqa: S101  (asked where there is a scope around)
        return self.around[0] - self.around[1]

    def _start(self, which: int, elsewhere: float) -> Vector:
        values = np.full(len(self.kept), elsewhere)
        values[self.kept] = self.given[which]
        return values

    def _rise(self, values: Vector, which: int) -> Vector:
        """Raise counts so that neither they nor what lies outside them ever fall."""
        risen = np.maximum.accumulate(np.maximum(values, 0.0))
        if self.around is None:
            return risen
        outer = self.around[which]
        return np.maximum(risen, np.maximum.accumulate((risen - outer)[::-1])[::-1] + outer)

    def _fall(self, values: Vector, which: int) -> Vector:
        """Lower counts so that neither they nor what lies outside them ever fall."""
        if self.around is None:
            # After the last day kept nothing limits them: they stay as they are there.
            last = values[np.isfinite(values)].max(initial=0.0)
            values = np.minimum(values, np.where(np.isfinite(values), values, last))
            return np.minimum.accumulate(values[::-1])[::-1]
        fallen = np.minimum.accumulate(values[::-1])[::-1]
        outer = self.around[which]
        return np.minimum(fallen, np.minimum.accumulate(np.minimum(fallen - outer, 0.0)) + outer)


def laid_out(scope: str, projection: ProjectedSystem, system: LinearSystem) -> EliminatedScope:
    """Lay one scope's counts in the two systems beside each other."""
    days, kept = projection.days[scope], projection.kept[scope]
    outer = projection.outer.get(scope, "")
    around = np.searchsorted(projection.days[outer], days) if outer else np.zeros(0, np.int64)
    demands = [
        (place, demand)
        for place, day in enumerate(days)
        for demand in projection.demands.get((scope, day), ())
    ]
    small = projection.system.index
    return EliminatedScope(
        scope, outer, np.isin(days, kept),
        places(system, DETAINED, scope, days), places(system, RELEASED, scope, days),
        (places(projection.system, DETAINED, scope, kept),
         places(projection.system, RELEASED, scope, kept)),
        around, np.array([place for place, _ in demands], dtype=np.int64),
        sums_of([demand for _, demand in demands], small),
    )  # fmt: skip


def places(system: LinearSystem, measure: str, scope: str, days: tuple[int, ...]) -> Places:
    """Return the places of a scope's counts in a system."""
    index = system.index
    variables = (Variable(measure, scope, Moment.end_of(day)) for day in days)
    return np.array([index[variable] for variable in variables], dtype=np.int64)


def sums_of(demands: list[Demand], index: Mapping[Variable, int]) -> csr_matrix:
    """Lay the sums of demands out as a matrix."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415  (takes a fifth of a second to load)

    entries = [
        (number, index[variable], sign)
        for number, demand in enumerate(demands)
        for variable, sign in demand.least.items()
    ]
    rows, columns, signs = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_matrix((signs, (rows, columns)), shape=(len(demands), len(index)))
