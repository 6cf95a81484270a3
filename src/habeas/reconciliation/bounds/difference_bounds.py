"""One scope's counts laid out in an array, and the greatest differences that chains prove.

A row of the array is a count: the detained by each day, the released by each day, and the
beginning, where nothing is counted yet. A column is the count that a difference is taken to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]

LIMIT = 1e9
"""More people than any count holds; a difference that is only limited by it has no limit."""
SWEEPS = 200
BATCH = 256
"""So many differences are compared with all columns at once, to spare memory."""


@dataclass(frozen=True)
class CountIndex:
    """The days (ordinals, rising) at whose ends the counts of a scope are compared."""

    days: Places

    @property
    def length(self) -> int:
        """How many days."""
        return len(self.days)

    @property
    def size(self) -> int:
        """How many counts: two a day, and the beginning."""
        return 2 * self.length + 1

    @property
    def beginning(self) -> int:
        """The row of the beginning."""
        return 2 * self.length

    def detained(self, day: int) -> int:
        """Return the row of the detained by the end of a day of the grid."""
        return int(np.searchsorted(self.days, day))

    def released(self, day: int) -> int:
        """Return the row of the released by the end of a day of the grid."""
        return self.length + int(np.searchsorted(self.days, day))

    @cached_property
    def never_below(self) -> Mask:
        """[u, v]: whether by the rules of every scope the count u is never below the count v."""
        when = np.r_[np.arange(self.length), np.arange(self.length), -1]
        kind = np.r_[np.full(self.length, 2), np.full(self.length, 1), 0]
        not_kept = (kind[:, None] < kind[None, :]) | (when[:, None] < when[None, :])
        mask: Mask = ~not_kept
        return mask


@dataclass(frozen=True)
class Edges:
    """Differences that are given: upper − lower ≥ weight.

    origins: for each, the place of what it rests on in a list kept elsewhere.
    """

    upper: Places
    lower: Places
    weight: Values
    origins: Places

    @classmethod
    def of(cls, entries: Sequence[tuple[int, int, float, int]]) -> Edges:
        """Collect differences, sorted by their upper count."""
        table = sorted(entries)
        columns = list(zip(*table, strict=True)) or [(), (), (), ()]
        return cls(
            np.array(columns[0], dtype=np.int64),
            np.array(columns[1], dtype=np.int64),
            np.array(columns[2], dtype=float),
            np.array(columns[3], dtype=np.int64),
        )

    @cached_property
    def uppers(self) -> Places:
        """The distinct upper counts."""
        return np.unique(self.upper)

    @cached_property
    def starts(self) -> Places:
        """Where the differences of each distinct upper count begin."""
        return np.searchsorted(self.upper, self.uppers)

    def raise_uppers(self, values: Values) -> bool:
        """Raise each upper count to what the differences demand; say whether any rose."""
        if not len(self.upper):
            return False
        demanded = np.maximum.reduceat(
            values[self.lower] + self.weight[:, None], self.starts, axis=0
        )
        present = values[self.uppers]
        rose = bool((demanded > present).any())
        if rose:
            values[self.uppers] = np.maximum(present, demanded)
        return rose


def raise_by_rules(values: Values, length: int) -> None:
    """Raise counts so that none falls in time and no more are released than detained, in place."""
    detained, released = values[:length], values[length : 2 * length]
    np.maximum(released[0], values[-1], out=released[0])
    np.maximum.accumulate(released, axis=0, out=released)
    np.maximum(detained, released, out=detained)
    np.maximum.accumulate(detained, axis=0, out=detained)


def settled(values: Values, grid: CountIndex, edges: Edges) -> Values:
    """Raise values until nothing demands more: Bellman–Ford, all columns at once."""
    for _ in range(SWEEPS):
        raise_by_rules(values, grid.length)
        if not edges.raise_uppers(values):
            break
    return values


def greatest_differences(grid: CountIndex, edges: Edges) -> Values:
    """Return [u, v]: the greatest number that u − v is proved to reach by chains of differences."""
    values = np.full((grid.size, grid.size), -np.inf)
    np.fill_diagonal(values, 0.0)
    return settled(values, grid, edges)


def raise_further(values: Values, grid: CountIndex, edges: Edges, new: Edges) -> None:
    """Raise settled values, in place, by differences newly given among all of ``edges``.

    A column is a problem of its own: those that the new differences leave alone stay as they are.
    """
    touched = np.zeros(grid.size, dtype=bool)
    for first in range(0, len(new.upper), BATCH):
        some = slice(first, first + BATCH)
        demanded = values[new.lower[some]] + new.weight[some, None]
        touched |= (demanded > values[new.upper[some]]).any(axis=0)
    columns = np.flatnonzero(touched)
    if not len(columns):
        return
    part = np.ascontiguousarray(values[:, columns])
    new.raise_uppers(part)
    values[:, columns] = settled(part, grid, edges)
