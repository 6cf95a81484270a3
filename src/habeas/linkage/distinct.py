"""The distinct among many keys, by sorting: several times faster than ``numpy.unique``."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]


def distinct(keys: Keys) -> Keys:
    """Return the distinct keys, sorted."""
    ordered = np.sort(keys)
    return ordered[firsts(ordered)]


def distinct_places(keys: Keys) -> tuple[Keys, NDArray[np.int64]]:
    """Return the distinct keys, sorted, and for each key its place among them."""
    order = np.argsort(keys)
    ordered = keys[order]
    first = firsts(ordered)
    places = np.empty(len(keys), np.int64)
    places[order] = np.cumsum(first) - 1
    return ordered[first], places


def firsts(ordered: Keys) -> NDArray[np.bool_]:
    """Tell which of sorted keys differ from the one before."""
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first
