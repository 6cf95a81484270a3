"""Places, and the smaller places in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from habeas.linkage.comparison.comparison import Level, Levels, once, rarity
from habeas.linkage.names import OF_PLACES, Bits, Codes, Column, Rows


@dataclass(frozen=True)
class PlaceComparison:
    """Compares a place and the smaller place in it: state and municipality."""

    state: Column
    municipality: Column
    name: str = "place"
    shared: bool = True

    levels = (
        Level("nothing to compare", 0),
        Level("another state", 1, 0.1, usual=1.0, at_most=0.0),
        Level("the same state", 1, 0.9, 1.0),
        Level("another municipality of another state", 2, 0.08, usual=0.95, at_most=0.0),
        Level("another municipality of the same state", 2, 0.1, usual=0.05),
        Level("the same municipality", 2, 0.8, 1.0),
        Level("nearly the same municipality", 2, 0.02),
    )

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the places of pairs of rows."""
        a, b = self.state.codes[left], self.state.codes[right]
        states = np.where((a >= 0) & (b >= 0), np.where(a == b, 2, 1), 0)
        one, other = self.municipality.codes[left], self.municipality.codes[right]
        towns, town_bits = once(one, other, len(self.municipality.values), self._towns)
        parted = np.where(towns > 0, np.where(states == 2, 4, 3), states)
        levels = np.where(towns >= 5, towns, parted)
        bits = np.where(levels == 2, self._state_rarity[a], np.where(levels >= 5, town_bits, 0))
        return levels.astype(np.uint8), bits.astype(np.float32)

    def _towns(self, left: Codes, right: Codes) -> tuple[Levels, Bits]:
        levels = np.where(left == right, 5, 1).astype(np.uint8)
        bits = np.where(left == right, self._town_rarity[left], 0)
        maybe = np.flatnonzero((left != right) & (self._digits[left] == self._digits[right]))
        texts = self._texts
        if len(maybe):
            apart = process.cpdist(
                texts[left[maybe]], texts[right[maybe]], scorer=OSA.distance, score_cutoff=2,
                dtype=np.uint8, workers=1,
            )  # fmt: skip
            lengths = np.array([len(text) for text in texts[left[maybe]]])
            levels[maybe[apart <= np.where(lengths >= 8, 2, 1)]] = 6
        return levels, bits.astype(np.float32)

    @cached_property
    def _state_rarity(self) -> Bits:
        return rarity(np.append(self.state.shares(20, OF_PLACES), 1.0))

    @cached_property
    def _town_rarity(self) -> Bits:
        return rarity(self.municipality.shares(200, OF_PLACES))

    @cached_property
    def _texts(self) -> NDArray[np.object_]:
        return np.array(self.municipality.values.to_list(), object)

    @cached_property
    def _digits(self) -> Codes:
        """Return which digits each municipality has: district 5 is not district 6 misspelt."""
        return Column.of(self.municipality.values.str.replace_all(r"\D", "") + "-").codes
