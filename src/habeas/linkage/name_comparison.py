"""Given names, or surnames, compared in the order that fits best."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.column import EXPECTED, Codes
from habeas.linkage.comparison import Bits, Level, Levels, Rows, once, rarity
from habeas.linkage.name_order import NameOrder
from habeas.linkage.names import NamePart
from habeas.linkage.tokens import Likeness, Tokens

KINDS = len(Likeness)
WORTH = np.array([0.0, -1.0, 1.5, 1.0, 2.0, 3.0, 4.0], np.float32)
"""What each likeness adds to how well an order of words fits."""

GUESS = {
    "DIFFERENT": 0.04,
    "LOOSE": 0.02,
    "INITIAL": 0.01,
    "SHORT": 0.02,
    "NEAR": 0.1,
    "EXACT": 0.8,
}
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
            guess = float(np.prod([GUESS[kind.name] for kind in kinds]))
            chance = float(np.prod([chances[kind] for kind in kinds]))
            names = " and ".join(kind.name.lower() for kind in kinds)
            name = f"{names}, order exchanged" if crossed else names
            found.append(Level(name, 1 + len(kinds), guess * (0.05 if crossed else 1), chance))
        return tuple(found)

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare rows; each distinct pair of names is compared once."""
        one, other = self.part.codes[left], self.part.codes[right]
        levels, bits = once(one, other, len(self.part.words), self._values)
        # Words that sound the same are at least NEAR, so that only the others can be exchanged.
        weak = np.flatnonzero(WEAK[levels])
        crossed = weak[self.order.exchanged(left[weak], right[weak])]
        there = self.other.codes[right[crossed]]
        both = (one[crossed] >= 0) & (there >= 0)
        levels[crossed], bits[crossed] = 0, 0
        crossed = crossed[both]
        levels[crossed], bits[crossed] = self._words_of(
            self.part.words[one[crossed]], self.other.words[there[both]]
        )
        return levels, bits

    def _values(self, left: Codes, right: Codes) -> tuple[Levels, Bits]:
        return self._words_of(self.part.words[left], self.part.words[right])

    def _words_of(self, a: NDArray[np.int32], b: NDArray[np.int32]) -> tuple[Levels, Bits]:
        order = [(0, 0), (0, 1), (1, 0), (1, 1)]
        words, rare = self._words(
            np.concatenate([a[:, i] for i, _ in order]), np.concatenate([b[:, j] for _, j in order])
        )
        like = dict(zip(order, np.split(words, 4), strict=True))
        bits = dict(zip(order, np.split(rare, 4), strict=True))
        straight = WORTH[like[0, 0]] + WORTH[like[1, 1]]
        crossed = WORTH[like[0, 1]] + WORTH[like[1, 0]]
        compared = (like[0, 1] > 0) | (like[1, 0] > 0)
        cross = compared & (crossed > straight)
        one = np.where(cross, like[0, 1], like[0, 0])
        other = np.where(cross, like[1, 0], like[1, 1])
        level = cross * KINDS**2 + one * KINDS + other
        total = np.where(cross, bits[0, 1] + bits[1, 0], bits[0, 0] + bits[1, 1])
        return level.astype(np.uint8), total.astype(np.float32)

    def _words(self, left: Codes, right: Codes) -> tuple[Levels, Bits]:
        like = np.zeros(len(left), np.uint8)
        bits = np.zeros(len(left), np.float32)
        at = np.flatnonzero((left >= 0) & (right >= 0))
        one, other = left[at], right[at]
        like[at] = self.tokens.likeness(one, other)
        told = CARRIES[like[at]]
        share = np.maximum(self._shares[one[told]], self._shares[other[told]])
        bits[at[told]] = rarity(share)
        return like, bits

    @cached_property
    def _shares(self) -> NDArray[np.float64]:
        """Return the share of each word: in this part, or where it has none, in the other."""
        return np.where(self.part.shares > 0, self.part.shares, self.other.shares)

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
