"""The sexes of two people, as lists give them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from habeas.linkage.comparison.comparison import Level, Levels, rarity
from habeas.linkage.names import Bits, Column, Rows


@dataclass(frozen=True)
class SexComparison:
    """Compares the sexes of two people."""

    column: Column
    name: str = "sex"
    shared: bool = False

    levels = (
        Level("nothing to compare", 0),
        Level("the other sex", 1, 0.02, usual=0.3, at_most=0.0),
        Level("the same sex", 1, 0.98, 1.0),
    )

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the sexes of pairs of rows."""
        a, b = self.column.codes[left], self.column.codes[right]
        both = (a >= 0) & (b >= 0)
        levels = np.where(both, np.where(a == b, 2, 1), 0).astype(np.uint8)
        return levels, np.where(levels == 2, self._rarity[a], np.float32(0))

    @cached_property
    def _rarity(self) -> Bits:
        return rarity(np.append(self.column.shares(2), 1.0))
