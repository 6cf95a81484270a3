"""Which pairs of lists depend on each other: log-linear models grown one pair at a time.

Chan, Silverman and Vincent (2021), "Multiple systems estimation for sparse capture data:
inferential challenges when there are nonoverlapping lists", JASA 116: 1297-1306. Where two lists
share nobody and the model has their pair, the pair's parameter is minus infinity: the cells that
hold both lists are left out of the fit instead.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from habeas.estimation.compiled import compiled
from habeas.estimation.log_linear.poisson_fit import design, fit, poisson_tail

Array = np.ndarray[Any, np.dtype[Any]]

THRESHOLD = 0.02
"""The p-value below which a pair is added, as published."""


@compiled
def on_both(cells: Array, weights: Array, pair: Array) -> float:
    """Return the weight of the cells that hold both lists of a pair."""
    total = 0.0
    for c in range(len(cells)):
        if cells[c, pair[0]] and cells[c, pair[1]]:
            total += weights[c]
    return total


@compiled
def fit_pairs(cells: Array, counts: Array, chosen: Array) -> tuple[bool, Array, Array]:
    """Return (whether a finite fit exists, its parameters, the mean of each cell)."""
    kept = np.ones(len(cells), np.bool_)
    overlapping = np.ones(len(chosen), np.bool_)
    for q in range(len(chosen)):
        if on_both(cells, counts, chosen[q]) == 0:
            overlapping[q] = False
            for c in range(len(cells)):
                if cells[c, chosen[q, 0]] and cells[c, chosen[q, 1]]:
                    kept[c] = False
    matrix = design(cells, chosen[overlapping], kept)
    exists, beta = fit(matrix, counts[kept])
    means = np.zeros(len(cells))
    means[kept] = np.exp(np.minimum(matrix @ beta, 500.0))
    return exists, beta, means


@compiled
def tails(cells: Array, counts: Array, means: Array, pairs: Array, used: Array) -> Array:
    """Return for each pair not in the model how surprising its overlap is (a p-value)."""
    values = np.ones(len(pairs))
    for q in range(len(pairs)):
        if not used[q]:
            seen = int(on_both(cells, counts, pairs[q]) + 0.5)
            values[q] = poisson_tail(seen, on_both(cells, means, pairs[q]))
    return values


@compiled
def stepwise(
    cells: Array, counts: Array, pairs: Array, threshold: float
) -> tuple[float, Array, float]:
    """Return (people hidden, which pairs depend on each other, the least mean of the last fit).

    cells: all patterns but that of no list. counts: people of each, floats. pairs: all pairs, in
    order. The hidden are infinite where even independent lists have no finite fit.
    """
    used = np.zeros(len(pairs), np.bool_)
    exists, beta, means = fit_pairs(cells, counts, pairs[used])
    if not exists:
        return math.inf, used, 0.0
    for _ in range(len(pairs)):
        values = tails(cells, counts, means, pairs, used)
        added = False
        while not added:
            best = np.argmin(values)
            if values[best] >= threshold:
                return math.exp(beta[0]), used, means.min()
            used[best] = True
            values[best] = 1.0
            added, tried, tried_means = fit_pairs(cells, counts, pairs[used])
            if added:
                beta, means = tried, tried_means
            else:
                used[best] = False
    return math.exp(beta[0]), used, means.min()


@compiled
def stepwise_each(cells: Array, tables: Array, pairs: Array, threshold: float) -> Array:
    """Return the hidden people of each table (a row of counts a table)."""
    hidden = np.empty(len(tables))
    for t in range(len(tables)):
        listed = np.ones(cells.shape[1], np.bool_)
        for j in range(cells.shape[1]):
            listed[j] = (tables[t] * cells[:, j]).sum() > 0
        hidden[t] = without_empty_lists(cells, tables[t], pairs, listed, threshold)
    return hidden


@compiled
def without_empty_lists(
    cells: Array, counts: Array, pairs: Array, listed: Array, threshold: float
) -> float:
    """Return the hidden people by the lists that hold anybody; a resample can empty a list."""
    if listed.all():
        return stepwise(cells, counts, pairs, threshold)[0]
    rows = np.ones(len(cells), np.bool_)
    place = np.cumsum(listed) - 1
    for j in range(len(listed)):
        if not listed[j]:
            rows &= ~cells[:, j]
    left = [q for q in range(len(pairs)) if listed[pairs[q, 0]] and listed[pairs[q, 1]]]
    fewer = np.empty((len(left), 2), np.int64)
    for i, q in enumerate(left):
        fewer[i, 0], fewer[i, 1] = place[pairs[q, 0]], place[pairs[q, 1]]
    return stepwise(cells[rows][:, listed], counts[rows], fewer, threshold)[0]
