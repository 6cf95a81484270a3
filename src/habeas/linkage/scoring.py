"""Pairs compared in every respect, and what their agreement adds up to."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.comparison import Bits, Comparison, Rows

if TYPE_CHECKING:
    from habeas.linkage.model import Model


PORTION = 131_072
WORKERS = max(1, min(8, os.cpu_count() or 1))


@dataclass(frozen=True)
class Compared:
    """Pairs of rows, left < right, with the level of each comparison.

    levels: shape (pairs, comparisons). rarity: how rare what agrees is, in bits, over all.
    shared_rarity: the same over what relatives share.
    """

    left: Rows
    right: Rows
    levels: NDArray[np.uint8]
    rarity: Bits
    shared_rarity: Bits

    def at(self, places: NDArray[np.int64]) -> Compared:
        """Return the pairs at some places."""
        return Compared(
            self.left[places],
            self.right[places],
            self.levels[places],
            self.rarity[places],
            self.shared_rarity[places],
        )

    def with_more(self, more: Compared) -> Compared:
        """Return these pairs and more."""
        return Compared(
            np.concatenate([self.left, more.left]),
            np.concatenate([self.right, more.right]),
            np.concatenate([self.levels, more.levels]),
            np.concatenate([self.rarity, more.rarity]),
            np.concatenate([self.shared_rarity, more.shared_rarity]),
        )

    def bits(self, model: Model) -> Bits:
        """Return for each pair how much speaks for one person: log2 of the odds."""
        person = self.rarity + np.float32(model.prior_bits)
        kin = self.shared_rarity + np.float32(model.kin_bits)
        for at in range(self.levels.shape[1]):
            levels = self.levels[:, at]
            person += model.weights(at).astype(np.float32)[levels]
            if model.shared[at]:
                kin += model.kin_weights(at).astype(np.float32)[levels]
        return np.asarray(person - np.logaddexp2(kin, np.float32(0)))


def compared(comparisons: tuple[Comparison, ...], left: Rows, right: Rows) -> Compared:
    """Compare pairs of rows in every respect, in portions that fit the processor's cache."""
    levels = np.empty((len(left), len(comparisons)), np.uint8)
    rarity = np.zeros(len(left), np.float32)
    shared = np.zeros(len(left), np.float32)

    def portion(start: int) -> None:
        part = slice(start, start + PORTION)
        for at, comparison in enumerate(comparisons):
            levels[part, at], bits = comparison.compare(left[part], right[part])
            rarity[part] += bits
            if comparison.shared:
                shared[part] += bits

    starts = range(0, len(left), PORTION)
    if len(starts) > 1:
        portion(0)  # so that what is worked out once is there before the threads start
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(portion, starts[1:] if len(starts) > 1 else starts))
    return Compared(left, right, levels, rarity, shared)
