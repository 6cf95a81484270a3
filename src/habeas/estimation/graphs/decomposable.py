"""All decomposable (chordal) graphs on a few lists, as sums over sets of lists.

A set of lists is a number whose binary digits say which lists are in it. The likelihood of a
decomposable graph is a product over the steps of a perfect elimination: each takes a list out
with its neighbours, who must all know one another (Lauritzen 1996, "Graphical models").
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]


@functools.cache
def decomposable_graphs(lists: int) -> tuple[Array, Array]:
    """Return (edges, terms) of every decomposable graph on so many lists (8, 61, 822, 18,154).

    edges: graphs x pairs of lists, in the order (0,1), (0,2), …, (1,2), …, True where they depend.
    terms: graphs x 2^lists: how often the marginal table of each set of lists is multiplied into
    the likelihood (below 0: divided by).
    """
    pairs = [(i, j) for i in range(lists) for j in range(i + 1, lists)]
    codes = np.arange(2 ** len(pairs))
    edges = (codes[:, None] >> np.arange(len(pairs)) & 1).astype(bool)
    neighbours = np.zeros((len(codes), lists), np.int64)
    for place, (i, j) in enumerate(pairs):
        neighbours[:, i] |= edges[:, place].astype(np.int64) << j
        neighbours[:, j] |= edges[:, place].astype(np.int64) << i
    left, terms = eliminate(neighbours)
    chordal = left == 0
    return edges[chordal], terms[chordal]


def eliminate(neighbours: Array) -> tuple[Array, Array]:
    """Take simplicial lists out of each graph while there are any.

    neighbours: graphs x lists, sets. Return (the lists left over, the terms collected); nothing is
    left over exactly where a graph is chordal.
    """
    graphs, lists = neighbours.shape
    left = np.full(graphs, 2**lists - 1)
    terms = np.zeros((graphs, 2**lists), np.int8)
    rows = np.arange(graphs)
    for _ in range(lists):
        for v in range(lists):
            around = neighbours[:, v] & left
            free = (left >> v & 1).astype(bool) & simplicial(neighbours, around, left)
            np.add.at(terms, (rows[free], around[free] | 1 << v), 1)
            np.add.at(terms, (rows[free], around[free]), -1)
            left = np.where(free, left & ~(1 << v), left)
    return left, terms


def simplicial(neighbours: Array, around: Array, left: Array) -> Array:
    """Say for each graph whether the lists ``around`` a list all depend on one another."""
    complete = np.ones(len(neighbours), bool)
    for u in range(neighbours.shape[1]):
        others = around & ~(1 << u)
        known = (others & ~(neighbours[:, u] & left)) == 0
        complete &= ~(around >> u & 1).astype(bool) | known
    return complete
