"""Which rows hang together by links, however indirectly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.names import Rows


def components(size: int, left: Rows, right: Rows) -> NDArray[np.int64]:
    """Return for each of ``size`` rows the least row that links lead to.

    Method: labels spread along links and are shortened by pointer jumping until none changes.
    """
    label = np.arange(size)
    while len(left):
        a, b = label[left], label[right]
        apart = a != b
        if not apart.any():
            break
        left, right, a, b = left[apart], right[apart], a[apart], b[apart]
        np.minimum.at(label, np.maximum(a, b), np.minimum(a, b))
        while True:
            further = label[label]
            if (further == label).all():
                break
            label = further
    return label


def pairs_within(groups: NDArray[np.int64], largest: int) -> tuple[Rows, Rows]:
    """Return every pair of rows, left < right, of one group of at most ``largest`` rows."""
    order = np.argsort(groups, kind="stable")
    first = np.flatnonzero(np.append(True, np.diff(groups[order]) != 0))
    sizes = np.diff(np.append(first, len(order)))
    after = np.repeat(sizes, sizes) - (np.arange(len(order)) - np.repeat(first, sizes)) - 1
    after[np.repeat(sizes > largest, sizes)] = 0
    left, right = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    at, step = np.flatnonzero(after >= 1), 1
    while len(at):
        left.append(order[at])
        right.append(order[at + step])
        step += 1
        at = at[after[at] >= step]
    return np.concatenate(left), np.concatenate(right)
