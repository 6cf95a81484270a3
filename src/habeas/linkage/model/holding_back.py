"""What is never joined by what the comparisons add up to: rows without a name, names that differ.

A wrong union hides a prisoner, so that two kinds of pairs wait for a person whatever the weights
say: a row that names nobody, and two full names each of which has a word that the other has not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.comparison import BirthComparison, NumberComparison, Prepared
from habeas.linkage.model.scoring import Compared
from habeas.linkage.names import Bits

FULL = 3
"""Words of a name that is full: who is told by two words may have left out the one that counts."""

DOUBTED = -1.0
"""The most, in bits, that is told for two names that contradict: a person is asked about them."""

SURE = 20.0
"""Where all else says so much, one word is an error. Short lists never say as much."""

MISWRITTEN = 10.0
"""Where all else says so much, a date of which every part is another is an error."""

PLAUSIBLE = -20.0
"""Pairs for which less speaks are joined by nothing, so that their names are not looked at."""


def held_back(nodes: Prepared, pairs: Compared, bits: Bits) -> Bits:
    """Return the bits of pairs, at most so many where a person is to decide."""
    looked_at = (bits > DOUBTED) & (bits < SURE)
    doubtful = contradicting(nodes, pairs, looked_at) | other_births(nodes, pairs, looked_at, bits)
    most = np.where(doubtful, np.float32(DOUBTED), np.float32(np.inf))
    return nodes.nameless.held_back(pairs.left, pairs.right, np.minimum(bits, most))


def told_apart(nodes: Prepared, pairs: Compared, bits: Bits) -> NDArray[np.bool_]:
    """Tell the pairs that no third row joins: people whose full names contradict.

    Neither a number nor a date of birth says that they are one; or one list has both, and all in
    all more speaks against.
    """
    same_list = nodes.lists[pairs.left] == nodes.lists[pairs.right]
    plausible = (bits > PLAUSIBLE) & (bits <= 0)
    return contradicting(nodes, pairs, plausible, unless_identified=~same_list)


def two_people(nodes: Prepared, pairs: Compared, bits: Bits) -> NDArray[np.bool_]:
    """Tell the pairs of which names, or births within one list, say that they are two people."""
    looked_at = (bits > PLAUSIBLE) & (bits <= 0)
    return contradicting(nodes, pairs, looked_at) | other_births(nodes, pairs, looked_at, bits)


def contradicting(
    nodes: Prepared,
    pairs: Compared,
    looked_at: NDArray[np.bool_],
    unless_identified: NDArray[np.bool_] | None = None,
) -> NDArray[np.bool_]:
    """Tell which of the pairs looked at have full names that contradict, and nothing to make up.

    unless_identified: where the same number or date of birth makes up for it; everywhere if None.
    """
    identified = _identified(nodes, pairs)
    if unless_identified is not None:
        identified &= unless_identified
    at = np.flatnonzero(looked_at & ~identified)
    names, left, right = nodes.whole_names, pairs.left[at], pairs.right[at]
    full = (names.lengths(left) >= FULL) & (names.lengths(right) >= FULL)
    at = at[full]
    at = at[names.contradict(pairs.left[at], pairs.right[at])]
    found = np.zeros(len(looked_at), bool)
    found[at] = True
    return found


def other_births(
    nodes: Prepared, pairs: Compared, looked_at: NDArray[np.bool_], bits: Bits
) -> NDArray[np.bool_]:
    """Tell which of the pairs looked at one list has both of, with births years apart.

    Whoever made the list gave a father and his son, or two namesakes, an age each.
    """
    found = np.zeros(len(looked_at), bool)
    for at, comparison in enumerate(nodes.comparisons):
        if isinstance(comparison, BirthComparison):
            found |= np.isin(pairs.levels[:, at], comparison.contradicting)
            found &= (bits < MISWRITTEN) | (pairs.levels[:, at] != comparison.another_date)
    same_list = nodes.lists[pairs.left] == nodes.lists[pairs.right]
    same_number = np.zeros(len(looked_at), bool)
    for at, comparison in enumerate(nodes.comparisons):
        if isinstance(comparison, NumberComparison):
            same_number |= np.isin(pairs.levels[:, at], comparison.identifying)
    return np.asarray(looked_at & found & same_list & ~same_number)


def _identified(nodes: Prepared, pairs: Compared) -> NDArray[np.bool_]:
    """Tell the pairs with the same number, or the same whole date of birth, or nearly."""
    found = np.zeros(len(pairs.left), bool)
    for at, comparison in enumerate(nodes.comparisons):
        if isinstance(comparison, NumberComparison | BirthComparison):
            found |= np.isin(pairs.levels[:, at], comparison.identifying)
    return found
