"""Rows that go as well with one person as with another, of whom names or births say they are two.

"Gleb Zimin" is no more Gleb Borisovich Zimin than Gleb Petrovich Zimin: which of them is not for a
program to choose, and whoever it is given to hides the other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.names import Bits, Rows

MARGIN = 1.0
"""Bits by which one must be likelier than the other to be chosen."""


def undecided(
    size: int, left: Rows, right: Rows, bits: Bits, apart: NDArray[np.bool_], threshold: float
) -> NDArray[np.bool_]:
    """Tell the pairs that join a row to one of two people, and might as well to the other.

    size: how many rows there are. apart: the pairs that are two people. threshold: the bits from
    which a pair is a link.
    """
    found = np.zeros(len(left), bool)
    links = np.flatnonzero(bits > threshold)
    told = np.unique(_keys(size, left[apart], right[apart]))
    if not len(told) or not len(links):
        return found
    # Each link is seen from both its ends, the surest of a row first.
    row = np.concatenate([left[links], right[links]])
    other = np.concatenate([right[links], left[links]])
    place = np.concatenate([links, links])
    order = np.lexsort((other, -bits[place], row))
    row, other, place = row[order], other[order], place[order]
    first = np.flatnonzero(np.r_[True, row[1:] != row[:-1]])
    surest = np.repeat(first, np.diff(np.r_[first, len(row)]))
    near = bits[place] > bits[place[surest]] - MARGIN
    keys = _keys(size, other, other[surest])
    at = np.minimum(np.searchsorted(told, keys), len(told) - 1)
    rival = near & (told[at] == keys)
    torn = np.isin(row, row[rival])
    found[place[torn & near]] = True
    return found


def _keys(size: int, one: Rows, other: Rows) -> NDArray[np.int64]:
    low, high = np.minimum(one, other), np.maximum(one, other)
    return low.astype(np.int64) * size + high.astype(np.int64)
