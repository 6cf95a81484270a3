"""From which lists two rows come: lists differ in how often they name one person twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from habeas.linkage.comparison.comparison import Level, Levels
from habeas.linkage.names import Bits, Column, Rows

FIRST = 2
"""The level of the first list; those before it are nothing to compare, and two lists."""

MOST_LISTS = 200
"""How many lists, the longest, have a level of their own: levels are numbers of one byte."""


@dataclass(frozen=True)
class ListComparison:
    """Tells pairs within each list from pairs of two lists."""

    column: Column
    name: str = "lists"
    shared: bool = False

    @cached_property
    def _counts(self) -> npt.NDArray[np.int64]:
        """How many rows each list has."""
        codes = self.column.codes[self.column.codes >= 0]
        return np.bincount(codes, minlength=len(self.column.values))

    @cached_property
    def _own(self) -> npt.NDArray[np.uint8]:
        """The level of each list: of its own for the longest, the last one for all the others."""
        names = self.column.values.to_list()
        order = sorted(range(len(names)), key=lambda code: (-self._counts[code], names[code]))
        longest = np.full(len(names), FIRST + MOST_LISTS, np.uint8)
        kept = sorted(order[:MOST_LISTS])
        longest[kept] = np.arange(FIRST, FIRST + len(kept))
        return longest

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """One level for two lists, one for each list by itself, one for those beyond MOST_LISTS."""
        counts = self._counts.astype(float)
        pairs = counts * (counts - 1) / 2
        total = max(1.0, counts.sum() * (counts.sum() - 1) / 2)
        named: dict[int, tuple[str, float]] = {}
        for code, name in enumerate(self.column.values.to_list()):
            at = int(self._own[code])
            told = f"both in {name}" if at < FIRST + MOST_LISTS else "both in a short list"
            named[at] = (told, named.get(at, ("", 0.0))[1] + float(pairs[code]))
        within = [
            Level(
                told,
                guess=0.3 * count / total + 1e-9,
                chance=max(1e-12, count / total),
                at_most=1.0,
            )
            for _, (told, count) in sorted(named.items())
        ]
        across = max(1e-12, 1 - float(pairs.sum()) / total)
        return (
            Level("nothing to compare", 0),
            Level("two lists", 1, across + 1e-9, across),
            *within,
        )

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Return the level of each pair of rows."""
        a, b = self.column.codes[left], self.column.codes[right]
        levels = np.where(a == b, self._own[a], np.uint8(FIRST - 1))
        return levels, np.zeros(len(left), np.float32)
