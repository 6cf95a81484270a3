"""Texts that many people may share: places of detention, occupations, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from habeas.linkage.comparison.comparison import Level, Levels, once, rarity
from habeas.linkage.names import OF_PLACES, Bits, Codes, Column, Rows


@dataclass(frozen=True)
class ValueComparison:
    """Compares texts: the same, alike letter by letter or word by word, or others."""

    name: str
    column: Column
    shared: bool = True

    levels = (
        Level("nothing to compare", 0),
        Level("another", 1, 0.2, usual=1.0, at_most=0.0),
        Level("the same", 1, 0.6, 1.0),
        Level("nearly the same", 1, 0.1),
        Level("alike", 1, 0.1),
    )

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the texts of pairs of rows."""
        a, b = self.column.codes[left], self.column.codes[right]
        return once(a, b, len(self.column.values), self._values)

    def _values(self, left: Codes, right: Codes) -> tuple[Levels, Bits]:
        levels = np.where(left == right, 2, 1).astype(np.uint8)
        bits = np.where(left == right, self._rarity[left], np.float32(0))
        other = np.flatnonzero(left != right)
        if len(other):
            one, two = self._texts[left[other]], self._texts[right[other]]
            like = process.cpdist(
                one, two, scorer=JaroWinkler.similarity, dtype=np.float32, workers=1
            )
            levels[other[like >= 0.8]] = 4
            levels[other[like >= 0.92]] = 3
        return levels, bits

    @cached_property
    def _rarity(self) -> Bits:
        return rarity(self.column.shares(50, OF_PLACES))

    @cached_property
    def _texts(self) -> NDArray[np.object_]:
        return np.array(self.column.values.to_list(), object)
