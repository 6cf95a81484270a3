"""Whether a row has its given names where another has its surnames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.comparison.comparison import Level, Levels
from habeas.linkage.names import Bits, Rows


@dataclass(frozen=True)
class NameOrder:
    """Compares in which parts the words of two names stand.

    given, surnames: the sounds of the words of each row, shape (rows, words), -1 for none. in_one:
    the rows whose name stood in one cell, so that which words are which was only guessed.
    """

    given: NDArray[np.int32]
    surnames: NDArray[np.int32]
    in_one: NDArray[np.bool_]
    name: str = "order of the names"
    shared: bool = False

    levels = (
        Level("nothing to compare", 0),
        Level("as usual", 1, 0.99, 1.0),
        Level("given names and surnames exchanged", 1, 0.01, 1.0),
        Level("as usual, of a name in one cell", 2, 0.75, 1.0),
        Level("other parts of a name in one cell", 2, 0.25, 1.0),
    )

    def exchanged(self, left: Rows, right: Rows) -> NDArray[np.int64]:
        """Return the places of the pairs whose words agree only across the parts."""
        width = self.given.shape[1]
        one, other = self._words[left], self._words[right]
        apart = ~_meet(one[:, :width], other[:, :width])
        at = np.flatnonzero(apart & ~_meet(one[:, width:], other[:, width:]))
        one, other = one[at], other[at]
        across = _meet(one[:, :width], other[:, width:]) | _meet(one[:, width:], other[:, :width])
        return at[across]

    @cached_property
    def _words(self) -> NDArray[np.int32]:
        return np.hstack([self.given, self.surnames])

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the order of pairs of rows."""
        levels = np.ones(len(left), np.uint8)
        levels[self.exchanged(left, right)] = 2
        levels[self.in_one[left] | self.in_one[right]] += 2
        return levels, np.zeros(len(left), np.float32)


def _meet(left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell the pairs of rows of which any word is the same."""
    same = np.zeros(len(left), bool)
    for i in range(left.shape[1]):
        for j in range(right.shape[1]):
            same |= (left[:, i] == right[:, j]) & (left[:, i] >= 0)
    return same
