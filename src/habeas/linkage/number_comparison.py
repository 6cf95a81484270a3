"""Numbers that one person has alone, such as identity cards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from habeas.linkage.column import Codes, Column
from habeas.linkage.comparison import Bits, Level, Levels, Rows, once, rarity


@dataclass(frozen=True)
class NumberComparison:
    """Compares numbers that one person has alone: the same, or one key off."""

    name: str
    column: Column
    shared: bool = False

    levels = (
        Level("nothing to compare", 0),
        Level("another number", 1, 0.1, usual=1.0, at_most=0.0),
        Level("same number", 1, 0.85, 1.0),
        Level("one digit off", 1, 0.05, usual=1e-6),
    )

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the numbers of pairs of rows."""
        a, b = self.column.codes[left], self.column.codes[right]
        return once(a, b, len(self.column.values), self._values)

    def _values(self, left: Codes, right: Codes) -> tuple[Levels, Bits]:
        levels = np.where(left == right, 2, 1).astype(np.uint8)
        bits = np.where(left == right, rarity(self.column.shares(1e7)[left]), 0)
        other = np.flatnonzero(left != right)
        texts = np.array(self.column.values.to_list(), object)
        if len(other):
            apart = process.cpdist(
                texts[left[other]].tolist(),
                texts[right[other]].tolist(),
                scorer=OSA.distance,
                score_cutoff=1,
                dtype=np.uint8,
                workers=1,
            )
            long = self.column.values.str.len_bytes().to_numpy()[left[other]] >= 5
            levels[other[(apart == 1) & long]] = 3
        return levels, bits.astype(np.float32)
