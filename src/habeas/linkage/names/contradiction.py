"""Whether two names contradict each other, whichever of their words are given names or surnames."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.names.column import Rows
from habeas.linkage.names.tokens import Likeness, Tokens

PART = 4
"""Letters that a word has at least to be a part of another, written in one: Delacruz, Cruz."""

Words = NDArray[np.int32]


@dataclass(frozen=True)
class WholeNames:
    """All words of the name of each row, in the order written; given names first, if apart.

    words: their places in the table of words, shape (rows, words), -1 for none. parted: the rows
    whose list says which words are surnames: those from ``surnames`` on.
    """

    words: Words
    tokens: Tokens
    parted: NDArray[np.bool_]
    surnames: int

    def contradict(self, left: Rows, right: Rows) -> NDArray[np.bool_]:
        """Tell the pairs that have two different words after one that they share.

        "Lev Andrés Rojas" and "Lev Fermín Rojas" contradict, or "Rojas Salas, Lev" and "Lev Rojas
        Tovar"; "Lev Andrés Rojas" and "Lev Rojas Tovar" do not, as each may have left out what the
        other says. Nor do initials, short forms, slips of the pen, two orders, a word written
        together with another, or a first word: people go by many.
        """
        one, other = self.words[left], self.words[right]
        met, met_by = self._meetings(one, other)
        after, after_other = _before(met), _before(np.where(met_by >= 0, _places(other), -1))
        rest = (one >= 0) & (met < 0) & (after >= 0)
        rest_other = (other >= 0) & (met_by < 0) & (after_other >= 0)
        told = self.parted[left] & self.parted[right]
        found = np.zeros(len(left), bool)
        for i in range(one.shape[1]):
            for j in range(other.shape[1]):
                both = rest[:, i] & rest_other[:, j] & (after[:, i] == after_other[:, j])
                if (i < self.surnames) != (j < self.surnames):
                    both &= ~told
                at = np.flatnonzero(both & ~found)
                found[at] = [
                    self._tells(a, other[k]) and self._tells(b, one[k])
                    for k, a, b in zip(at, one[at, i], other[at, j], strict=True)
                ]
        return found

    def lengths(self, rows: Rows) -> NDArray[np.int64]:
        """Return how many words the names of rows have."""
        return np.asarray((self.words[rows] >= 0).sum(axis=1))

    def _meetings(self, one: Words, other: Words) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return with which word of the other name each word is the same, or else alike."""
        met, met_by = np.full(one.shape, -1), np.full(other.shape, -1)
        for same in (True, False):
            for i in range(one.shape[1]):
                for j in range(other.shape[1]):
                    free = (met[:, i] < 0) & (met_by[:, j] < 0)
                    both = np.flatnonzero(free & (one[:, i] >= 0) & (other[:, j] >= 0))
                    a, b = one[both, i], other[both, j]
                    alike = a == b if same else self.tokens.likeness(a, b) > Likeness.DIFFERENT
                    met[both[alike], i] = j
                    met_by[both[alike], j] = i
        return met, met_by

    def _tells(self, place: int, name: Words) -> bool:
        """Tell whether a word is more than an initial, or a part of one of the other name."""
        words = self.tokens.words
        word = str(words[place])
        others = [str(words[one]) for one in name if one >= 0]
        return len(word) > 1 and not any(_part_of(word, other) for other in others)


def _places(words: Words) -> NDArray[np.int64]:
    return np.broadcast_to(np.arange(words.shape[1]), words.shape)


def _before(met: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each word what the nearest word before it met, -1 where none did."""
    found = np.full(met.shape, -1)
    for i in range(1, met.shape[1]):
        found[:, i] = np.where(met[:, i - 1] >= 0, met[:, i - 1], found[:, i - 1])
    return found


def _part_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= PART and (long.startswith(short) or long.endswith(short))
