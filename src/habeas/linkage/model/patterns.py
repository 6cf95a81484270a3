"""The table of patterns of agreement: what is learned from, instead of millions of pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.model.fellegi_sunter import Floats
from habeas.linkage.model.scoring import Compared
from habeas.linkage.names import firsts

RARITY_STEP = 1.0
"""Bits to which rarities are rounded."""

LEARNED_FROM = 1_000_000
"""More pairs than these teach nothing new; a sample of them stands for the rest."""


@dataclass(frozen=True)
class Patterns:
    """The distinct patterns of levels, their rarities in bits, and how many pairs have each."""

    levels: NDArray[np.uint8]
    rarity: Floats
    shared_rarity: Floats
    counts: Floats


def pattern_table(candidates: Compared) -> Patterns:
    """Return the distinct patterns of levels of candidates, rarities rounded to RARITY_STEP."""
    some: slice | NDArray[np.int64] = slice(None)
    scale = 1.0
    if len(candidates.levels) > LEARNED_FROM:
        some = np.random.default_rng(2).choice(len(candidates.levels), LEARNED_FROM, replace=False)
        scale = len(candidates.levels) / LEARNED_FROM
    levels = candidates.levels[some]
    steps = np.round(candidates.rarity[some] / RARITY_STEP).astype(np.int64)
    shared = np.round(candidates.shared_rarity[some] / RARITY_STEP).astype(np.int64)
    keys = steps * 1024 + shared
    for at in range(levels.shape[1]):
        keys = _mixed(keys, levels[:, at])
    order = np.argsort(keys)
    starts = np.flatnonzero(firsts(keys[order]))
    first = order[starts]
    counts = np.diff(np.append(starts, len(keys)))
    return Patterns(
        levels[first],
        steps[first].astype(float) * RARITY_STEP,
        shared[first].astype(float) * RARITY_STEP,
        counts * scale,
    )


def _mixed(keys: NDArray[np.int64], more: NDArray[np.uint8]) -> NDArray[np.int64]:
    mixed = (keys + more) * np.int64(0x1E3779B97F4A7C15)
    return mixed ^ (mixed >> 29)
