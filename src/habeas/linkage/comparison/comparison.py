"""What a comparison of two records in one respect is: a level of agreement, and how rare it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.names import Bits, Codes, Rows, distinct_places

Levels = NDArray[np.uint8]

NOTHING = 0
"""The level at which one of the two says nothing, so that nothing follows."""


@dataclass(frozen=True)
class Level:
    """One level of agreement of a comparison.

    name: for people. group: levels of one group are the answers to one question (such as: both
    have two surnames), and their probabilities add up to one. guess: how probable the level is
    between records of one person, to begin with, up to a factor. chance: how probable, between
    records of two people, once multiplied by the share of the value agreed on; None where it is to
    be counted on random pairs; then usual is what to expect of it before any pair is seen.
    at_most: the most, in bits, that the level may say for one person, whatever the lists seem to
    teach: disagreement speaks for nobody.
    """

    name: str
    group: int = 1
    guess: float = 1.0
    chance: float | None = None
    usual: float = 0.001
    at_most: float = math.inf


class Comparison(Protocol):
    """Compares pairs of rows in one respect.

    name: of the respect. levels: the first is NOTHING. shared: whether relatives, or people taken
    together, often agree in it.
    """

    @property
    def name(self) -> str:
        """The respect."""
        ...

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels, NOTHING first."""
        ...

    @property
    def shared(self) -> bool:
        """Whether relatives often agree in it."""
        ...

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Return for each pair of rows the level, and minus log2 of the share of what agrees."""
        ...


def once(
    left: Codes,
    right: Codes,
    size: int,
    compare: Callable[[Codes, Codes], tuple[Levels, Bits]],
) -> tuple[Levels, Bits]:
    """Compare each distinct pair of values once; pairs with a missing side get NOTHING.

    size: how many distinct values there are.
    """
    levels = np.zeros(len(left), np.uint8)
    bits = np.zeros(len(left), np.float32)
    at = np.flatnonzero((left >= 0) & (right >= 0))
    low, high = np.minimum(left[at], right[at]), np.maximum(left[at], right[at])
    pairs, place = distinct_places(low.astype(np.int64) * size + high, size * size)
    one, other = (pairs // max(size, 1)).astype(np.int32), (pairs % max(size, 1)).astype(np.int32)
    found, rarity = compare(one, other)
    levels[at], bits[at] = found[place], rarity[place]
    return levels, bits


def rarity(shares: NDArray[np.float64]) -> Bits:
    """Return minus log2 of shares of the population."""
    return -np.log2(np.maximum(shares, 1e-12)).astype(np.float32)
