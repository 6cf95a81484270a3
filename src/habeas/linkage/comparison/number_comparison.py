"""Numbers that one person has alone, such as identity cards."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from habeas.linkage.comparison.comparison import Level, Levels, rarity
from habeas.linkage.names import Bits, Codes, Column, Rows

LONG = 5
"""Signs of a number, at least, of which one may be a slip; a slip leaves the first two or the last
two as they were."""


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

    @property
    def identifying(self) -> tuple[int, ...]:
        """The levels at which two records are one person though their names differ."""
        return (2, 3)

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the numbers of pairs of rows."""
        a, b = self.column.codes[left], self.column.codes[right]
        levels = np.zeros(len(left), np.uint8)
        bits = np.zeros(len(left), np.float32)
        at = np.flatnonzero((a >= 0) & (b >= 0))
        one, other = a[at], b[at]
        levels[at] = np.where(one == other, 2, 1)
        bits[at] = np.where(one == other, self._rarity[one], 0)
        maybe = np.flatnonzero(self._maybe_one_off(one, other))
        levels[at[maybe[self._one_off(one[maybe], other[maybe])]]] = 3
        return levels, bits

    def _maybe_one_off(self, one: Codes, other: Codes) -> NDArray[np.bool_]:
        """Tell the pairs that agree in either end, as all do that are long and one slip apart."""
        begins, ends = self._ends
        alike = (begins[one] == begins[other]) | (ends[one] == ends[other])
        return np.asarray(alike & (one != other))

    def _one_off(self, one: Codes, other: Codes) -> NDArray[np.bool_]:
        if not len(one):
            return np.zeros(0, bool)
        texts = self._texts
        apart = process.cpdist(
            texts[one], texts[other], scorer=OSA.distance, score_cutoff=1, dtype=np.uint8, workers=1
        )
        lengths = self._lengths
        return np.asarray((apart == 1) & (np.minimum(lengths[one], lengths[other]) >= LONG))

    @cached_property
    def _rarity(self) -> Bits:
        return rarity(self.column.shares(1e7))

    @cached_property
    def _texts(self) -> NDArray[np.object_]:
        return np.array(self.column.values.to_list(), object)

    @cached_property
    def _lengths(self) -> NDArray[np.uint32]:
        return self.column.values.str.len_bytes().to_numpy()

    @cached_property
    def _ends(self) -> tuple[Codes, Codes]:
        values = self.column.values
        return Column.of(values.str.head(2)).codes, Column.of(values.str.tail(2)).codes
