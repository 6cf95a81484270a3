"""Pairs compared in every respect, and what their agreement adds up to."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.comparison import Comparison
from habeas.linkage.model.fellegi_sunter import Model
from habeas.linkage.names import Bits, Rows

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
        found = np.empty(len(self.left), np.float32)

        def portion(part: slice) -> None:
            found[part] = self._bits_of(model, part)

        in_portions(portion, len(found))
        return found

    def _bits_of(self, model: Model, part: slice) -> Bits:
        person = self.rarity[part] + np.float32(model.prior_bits)
        kin = self.shared_rarity[part] + np.float32(model.kin_bits)
        for at in range(self.levels.shape[1]):
            levels = self.levels[part, at]
            person += model.weights(at).astype(np.float32)[levels]
            if model.shared[at]:
                kin += model.kin_weights(at).astype(np.float32)[levels]
        return np.asarray(person - np.logaddexp2(kin, np.float32(0)))


def compared(comparisons: tuple[Comparison, ...], left: Rows, right: Rows) -> Compared:
    """Compare pairs of rows in every respect, in portions that fit the processor's cache."""
    levels = np.empty((len(left), len(comparisons)), np.uint8)
    rarity = np.zeros(len(left), np.float32)
    shared = np.zeros(len(left), np.float32)

    def portion(part: slice) -> None:
        for at, comparison in enumerate(comparisons):
            levels[part, at], bits = comparison.compare(left[part], right[part])
            rarity[part] += bits
            if comparison.shared:
                shared[part] += bits

    in_portions(portion, len(left))
    return Compared(left, right, levels, rarity, shared)


def in_portions(work: Callable[[slice], None], size: int) -> None:
    """Do some work on ``size`` pairs, in portions that fit the processor's cache, in threads."""
    parts = [slice(start, start + PORTION) for start in range(0, size, PORTION)]
    if parts:
        work(parts[0])  # so that what is worked out once is there before the threads start
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work, parts[1:]))
