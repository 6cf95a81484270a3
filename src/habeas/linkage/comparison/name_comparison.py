"""Given names, or surnames, compared in the order that fits best."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.comparison.comparison import Level, Levels, rarity
from habeas.linkage.comparison.name_order import NameOrder
from habeas.linkage.names import EXPECTED, Bits, Codes, Likeness, NamePart, Rows, Tokens

KINDS = len(Likeness)
WORTH = np.array([0.0, -1.0, 1.5, 1.0, 2.0, 3.0, 4.0], np.float32)
"""What each likeness adds to how well an order of words fits."""

GUESS = {
    "LOOSE": 0.02,
    "INITIAL": 0.01,
    "SHORT": 0.02,
    "NEAR": 0.1,
    "EXACT": 0.8,
}
ANOTHER = {False: 0.02, True: 0.005}
"""How probable it is that one person's only word of a part is another: he goes by his second given
name, she by a husband's surname. By whether it is the part that relatives share."""
CONTRADICTS = 0.008
"""The same of a second word beside one that agrees: a patronymic, a middle name, a second surname.
All three as learned on lists of thousands of rows; short lists rest on them."""
EXCHANGED = 0.05
"""The same for the order in which two words stand."""

CARRIES = np.array([False, False, True, False, True, True, True])
"""The likenesses at which agreeing on a rare word tells more than on a frequent one."""

WEAK = np.array(
    [
        code // KINDS % KINDS < Likeness.NEAR and code % KINDS < Likeness.NEAR
        for code in range(2 * KINDS**2)
    ]
)
"""The levels at which no word of the one is spelled like a word of the other."""

USUAL = (1e-6, 0.99, 0.7, 0.002, 0.1, 0.4, 1.0)
"""How probable each likeness is by chance where nothing is known, rarity taken out."""

SAMPLE = 250_000


@dataclass(frozen=True)
class _Matched:
    """Names matched word by word: the levels, the rarity of what agrees, how well they fit."""

    one: NDArray[np.uint8]
    other: NDArray[np.uint8]
    bits: Bits

    @property
    def worth(self) -> NDArray[np.float32]:
        """How well the words fit."""
        return np.asarray(WORTH[self.one] + WORTH[self.other])

    @property
    def levels(self) -> Levels:
        """The levels in the written order."""
        return self.one * np.uint8(KINDS) + self.other

    @property
    def levels_crossed(self) -> Levels:
        """The levels with the order exchanged, in which no word comes first."""
        most, least = np.maximum(self.one, self.other), np.minimum(self.one, self.other)
        return np.uint8(KINDS**2) + most * np.uint8(KINDS) + least


@dataclass(frozen=True)
class NameComparison:
    """Compares one part of the names: level = (order, likeness of one word, of the other)."""

    name: str
    part: NamePart
    other: NamePart
    order: NameOrder
    tokens: Tokens
    shared: bool = False

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """All combinations of two likenesses, in the written order and crossed."""
        chances = self._chances()
        found = [Level("nothing to compare", 0)]
        for code in range(1, 2 * KINDS * KINDS):
            crossed, one, other = code // KINDS**2, code // KINDS % KINDS, code % KINDS
            kinds = [Likeness(kind) for kind in (one, other) if kind]
            guess = float(np.prod([self._guess(kind, len(kinds)) for kind in kinds]))
            chance = float(np.prod([chances[kind] for kind in kinds]))
            guess *= EXCHANGED if crossed else 1
            names = " and ".join(kind.name.lower() for kind in kinds)
            name = f"{names}, order exchanged" if crossed else names
            apart = len(kinds) > 1 and Likeness.DIFFERENT in kinds
            # Of few names many people share one: short lists would teach that a man changes half of
            # his. Long lists leave the guess as it is.
            most = math.log2(guess / chance) if apart else math.inf
            found.append(Level(name, 1 + len(kinds), guess, chance, at_most=most))
        return tuple(found)

    def _guess(self, kind: Likeness, words: int) -> float:
        if kind is Likeness.DIFFERENT:
            return CONTRADICTS if words > 1 else ANOTHER[self.shared]
        return GUESS[kind.name]

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare rows; each distinct pair of words is compared once."""
        one, other = self._rows[left], self._rows[right]
        levels, bits = self._words_of(one, other)
        # Words that sound the same are at least NEAR, so that only the others can be exchanged.
        weak = np.flatnonzero(WEAK[levels])
        crossed = weak[self.order.exchanged(left[weak], right[weak])]
        levels[crossed], bits[crossed] = self._words_of(
            one[crossed], self._other_rows[right[crossed]]
        )
        if self.shared:
            self._compare_spilled(left, right, levels, bits)
        return levels, bits

    def _compare_spilled(self, left: Rows, right: Rows, levels: Levels, bits: Bits) -> None:
        """Find surnames among the given names, where a name in one cell was parted elsewhere.

        Of "Pedro Norma Zeledón" the second word may be a given name or a surname; beside "Pedro
        Norma" it is the surname.
        """
        in_one = self.order.in_one
        at = np.flatnonzero(WEAK[levels] & (levels > 0) & (in_one[left] | in_one[right]))
        for own, others in ((left, right), (right, left)):
            spilled = self._other_rows[others[at]][:, 1:]
            pair = np.hstack([spilled, np.full_like(spilled, -1)])
            found, rare = self._words_of(self._rows[own[at]], pair)
            found %= np.uint8(KINDS**2)
            better = ~WEAK[found] & WEAK[levels[at]]
            levels[at[better]], bits[at[better]] = found[better], rare[better]

    @cached_property
    def _rows(self) -> NDArray[np.int32]:
        return self.part.of_rows()

    @cached_property
    def _other_rows(self) -> NDArray[np.int32]:
        return self.other.of_rows()

    def _words_of(self, a: NDArray[np.int32], b: NDArray[np.int32]) -> tuple[Levels, Bits]:
        """Compare names of two words each, in the order written or, if it fits better, crossed."""
        straight = self._pair(a, b)
        given = a >= 0, b >= 0
        most = WORTH[-1] * np.column_stack(
            [given[0][:, 0] & given[1][:, 1], given[0][:, 1] & given[1][:, 0]]
        ).sum(axis=1)
        maybe = np.flatnonzero((most > 0) & (most > straight.worth))
        crossed = self._pair(a[maybe], b[maybe, ::-1])
        better = crossed.worth > straight.worth[maybe]
        levels, bits = straight.levels, straight.bits
        levels[maybe[better]] = crossed.levels_crossed[better]
        bits[maybe[better]] = crossed.bits[better]
        return levels, bits

    def _pair(self, a: NDArray[np.int32], b: NDArray[np.int32]) -> _Matched:
        """Compare the first word with the first and the second with the second."""
        words, rare = self._words(a.T.ravel(), b.T.ravel())
        one, other = np.split(words, 2)
        return _Matched(one, other, rare[: len(a)] + rare[len(a) :])

    def _words(self, left: Codes, right: Codes) -> tuple[Levels, Bits]:
        like = np.zeros(len(left), np.uint8)
        bits = np.zeros(len(left), np.float32)
        at = np.flatnonzero((left >= 0) & (right >= 0))
        one, other = left[at], right[at]
        like[at] = self.tokens.likeness(one, other)
        told = np.flatnonzero(CARRIES[like[at]])
        bits[at[told]] = np.minimum(self._rarity[one[told]], self._rarity[other[told]])
        return like, bits

    @cached_property
    def _rarity(self) -> Bits:
        """Return how rare each word is: in this part, or where it has none, in the other."""
        return rarity(np.where(self.part.shares > 0, self.part.shares, self.other.shares))

    def _chances(self) -> NDArray[np.float64]:
        """Return for each likeness how probable it is by chance, rarity taken out.

        Sampled: one word as frequent as it is, the other evenly over all words and weighed.
        """
        shares = self.part.shares / max(1e-12, self.part.shares.sum())
        chances = np.array(USUAL)
        used = np.flatnonzero(shares > 0).astype(np.int32)
        if len(used) == 0:
            return chances
        draw = np.random.default_rng(0)
        left = used[draw.choice(len(used), SAMPLE, p=shares[used])]
        right = used[draw.integers(0, len(used), SAMPLE)]
        like, bits = self._words(left, right)
        weight = shares[right] * len(used) * np.exp2(bits)
        chances = np.maximum(np.bincount(like, weight, minlength=KINDS) / SAMPLE, 1e-6)
        chances[Likeness.EXACT] = 1.0
        plain = np.bincount(like, shares[right] * len(used), minlength=KINDS) / SAMPLE
        chances[Likeness.DIFFERENT] = plain[Likeness.DIFFERENT]
        # Few words say little of how often words are alike by chance.
        known = len(used) / (len(used) + EXPECTED)
        return np.asarray(known * chances + (1 - known) * np.array(USUAL))
