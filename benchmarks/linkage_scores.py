"""How well clusters agree with the truth, pair by pair."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl


def scores(clusters: Sequence[int], truth: pl.Series) -> dict[str, float]:
    """Return precision, recall and F1 of the pairs that clusters hold together."""
    found = np.unique(np.asarray(clusters), return_inverse=True)[1].astype(np.int64)
    people = truth.rank("dense").cast(pl.Int64).to_numpy()
    both = _pairs(found * (int(people.max()) + 1) + people)
    held, true = _pairs(found), _pairs(people)
    precision, recall = both / max(1, held), both / max(1, true)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-12, precision + recall),
    }


def _pairs(labels: np.ndarray) -> int:
    counts = np.unique(labels, return_counts=True)[1].astype(np.int64)
    return int((counts * (counts - 1) // 2).sum())
