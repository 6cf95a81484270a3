"""How far two numbers are apart, in a few spans, and how rarely others come as near by chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.comparison.comparison import rarity
from habeas.linkage.names import EXPECTED, Bits


@dataclass(frozen=True)
class NumericDistance:
    """Spans of distance around whole numbers, such as days, and how many lie in each.

    numbers: of each row, one of them standing for unknown. nearest: for each distance the number
    of its span from 1, 0 beyond the last. counts: shape (spans + 1, numbers from ``first`` on), how
    many of all numbers lie in each span around each. total: how many numbers are known.
    """

    numbers: NDArray[np.int32]
    nearest: NDArray[np.uint8]
    counts: NDArray[np.float64]
    first: int
    total: int

    @classmethod
    def of(
        cls, numbers: NDArray[np.int32], unknown: int, spans: Sequence[tuple[int, int]]
    ) -> NumericDistance:
        """Count around numbers that range over a few millions at most.

        spans: the least and the greatest distance of each, one after the other from 0.
        """
        known = numbers[numbers != unknown]
        first = int(known.min()) if len(known) else 0
        below = np.concatenate([[0], np.cumsum(np.bincount(known - first, minlength=1))])
        nearest = np.zeros(spans[-1][1] + 2, np.uint8)
        counts = np.zeros((len(spans) + 1, len(below) - 1))
        inside = np.zeros(len(below) - 1)
        for at, (least, most) in enumerate(spans, 1):
            nearest[least : most + 1] = at
            reached = _within(below, most)
            counts[at] = reached - inside
            inside = reached
        return cls(numbers, nearest, counts, first, len(known))

    def nearness(
        self, one: NDArray[np.int32], other: NDArray[np.int32]
    ) -> tuple[NDArray[np.uint8], Bits]:
        """Return for pairs of known numbers the span, 0 for none, and minus log2 of its share."""
        apart = np.abs(one.astype(np.int64) - other)
        spans = self.nearest[np.minimum(apart, len(self.nearest) - 1)]
        bits = np.zeros(len(one), np.float32)
        at = np.flatnonzero(spans)
        around = [self.counts[spans[at], side[at] - self.first] for side in (one, other)]
        bits[at] = rarity(((around[0] + around[1]) / 2 + 0.5) / (self.total + EXPECTED))
        return spans, bits


def _within(below: NDArray[np.int64], reach: int) -> NDArray[np.float64]:
    """Return for each number how many lie at most ``reach`` from it."""
    at, last = np.arange(len(below) - 1), len(below) - 1
    return (below[np.minimum(at + reach + 1, last)] - below[np.maximum(at - reach, 0)]).astype(
        float
    )
