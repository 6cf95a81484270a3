"""The distinct among many keys, by sorting: several times faster than ``numpy.unique``."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]


def distinct(keys: Keys) -> Keys:
    """Return the distinct keys, sorted."""
    ordered = np.sort(keys)
    return ordered[firsts(ordered)]


def distinct_places(keys: Keys, limit: int = 0) -> tuple[Keys, NDArray[np.int64]]:
    """Return the distinct keys, sorted, and for each key its place among them.

    limit: what all keys lie below, 0 where it is not known; where it is small, nothing is sorted.
    """
    if 0 < limit <= TABLE * len(keys):
        return _looked_up(keys, limit)
    order = np.argsort(keys)
    ordered = keys[order]
    first = firsts(ordered)
    places = np.empty(len(keys), np.int64)
    places[order] = np.cumsum(first) - 1
    return ordered[first], places


TABLE = 4
"""Up to this many times as many possible keys as keys, a table of all possible ones is faster."""


def _looked_up(keys: Keys, limit: int) -> tuple[Keys, NDArray[np.int64]]:
    table = np.zeros(limit, np.int32)
    table[keys] = 1
    found = np.flatnonzero(table)
    table[found] = np.arange(len(found), dtype=np.int32)
    return found, table[keys].astype(np.int64)


def firsts(ordered: Keys) -> NDArray[np.bool_]:
    """Tell which of sorted keys differ from the one before."""
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first
