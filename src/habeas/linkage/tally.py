"""How many of many numbers lie near a number, without counting again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Tally:
    """Running counts of whole numbers; ``counts[k]`` is how many are below first + k."""

    first: int
    counts: NDArray[np.int64]

    @classmethod
    def of(cls, numbers: NDArray[np.int32]) -> Tally:
        """Count numbers that span a few millions at most, such as days."""
        if not len(numbers):
            return cls(0, np.zeros(1, np.int64))
        first = int(numbers.min())
        return cls(first, np.concatenate([[0], np.cumsum(np.bincount(numbers - first))]))

    @property
    def total(self) -> int:
        """How many numbers there are."""
        return int(self.counts[-1])

    def within(self, number: NDArray[np.int32], reach: int) -> NDArray[np.int64]:
        """Return how many numbers lie at most ``reach`` from each number."""
        last = len(self.counts) - 1
        high = np.clip(number.astype(np.int64) - self.first + reach + 1, 0, last)
        low = np.clip(number.astype(np.int64) - self.first - reach, 0, last)
        return self.counts[high] - self.counts[low]
