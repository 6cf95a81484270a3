"""From which lists two rows come: lists differ in how often they name one person twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from habeas.linkage.comparison.comparison import Level, Levels
from habeas.linkage.names import Bits, Column, Rows


@dataclass(frozen=True)
class ListComparison:
    """Tells pairs within each list from pairs of two lists."""

    column: Column
    name: str = "lists"
    shared: bool = False

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """One level for two lists, and one for each list by itself."""
        counts = np.bincount(self.column.codes[self.column.codes >= 0]).astype(float)
        pairs = counts * (counts - 1) / 2
        total = max(1.0, counts.sum() * (counts.sum() - 1) / 2)
        within = [
            Level(
                f"both in {name}",
                guess=0.3 * count / total + 1e-9,
                chance=max(1e-12, count / total),
                at_most=1.0,
            )
            for name, count in zip(self.column.values.to_list(), pairs, strict=True)
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
        levels = np.where(a == b, a + 2, 1).astype(np.uint8)
        return levels, np.zeros(len(left), np.float32)
