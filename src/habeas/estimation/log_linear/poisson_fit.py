"""Poisson log-linear fits of overlap tables with chosen pairs of lists depending on each other.

Compiled, since a bootstrap fits thousands of tables.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from habeas.estimation.compiled import compiled

Array = np.ndarray[Any, np.dtype[Any]]

ROUNDS = 18
"""Newton's method needs fewer where a finite answer exists. Where none does, each step gains
less by a factor of e at most, so that so many steps cannot come as close as CLOSE."""

NEAR = 1e-6
"""A gain in log-likelihood so small that the next step surely gains, whatever rounding says."""

CLOSE = 1e-10
"""The gain in log-likelihood that is left where a fit has converged."""


@compiled
def design(cells: Array, pairs: Array, kept: Array) -> Array:
    """Return the columns of a model: 1, each list, each pair of ``pairs``; one row a kept cell."""
    lists = cells.shape[1]
    matrix = np.ones((kept.sum(), 1 + lists + len(pairs)))
    row = 0
    for c in range(len(cells)):
        if kept[c]:
            for j in range(lists):
                matrix[row, 1 + j] = cells[c, j]
            for q in range(len(pairs)):
                matrix[row, 1 + lists + q] = cells[c, pairs[q, 0]] and cells[c, pairs[q, 1]]
            row += 1
    return matrix


@compiled
def factorise(matrix: Array) -> bool:
    """Replace a symmetric matrix by its Cholesky factor; False where it is not positive."""
    for i in range(len(matrix)):
        for j in range(i):
            value = matrix[i, j] - (matrix[i, :j] * matrix[j, :j]).sum()
            matrix[i, j] = value / matrix[j, j]
        value = matrix[i, i] - (matrix[i, :i] ** 2).sum()
        if not value > 1e-12 * max(matrix[i, i], 1e-300):
            return False
        matrix[i, i] = math.sqrt(value)
    return True


@compiled
def solve(matrix: Array, right: Array) -> bool:
    """Solve a symmetric system in place; False where its matrix is not positive."""
    if not factorise(matrix):
        return False
    size = len(right)
    for i in range(size):
        right[i] = (right[i] - (matrix[i, :i] * right[:i]).sum()) / matrix[i, i]
    for i in range(size - 1, -1, -1):
        right[i] = (right[i] - (matrix[i + 1 :, i] * right[i + 1 :]).sum()) / matrix[i, i]
    return True


@compiled
def newton_step(matrix: Array, gap: Array, means: Array) -> tuple[bool, Array, float]:
    """Return (solvable, step, gain expected): weighted least squares on observed minus mean."""
    size = matrix.shape[1]
    curve = np.zeros((size, size))
    slope = np.zeros(size)
    for c in range(len(matrix)):
        for i in range(size):
            value = matrix[c, i]
            if value != 0.0:
                slope[i] += value * gap[c]
                for j in range(i + 1):
                    curve[i, j] += value * means[c] * matrix[c, j]
    step = slope.copy()
    solvable = solve(curve, step)
    return solvable, step, (step * slope).sum()


@compiled
def likelihood(matrix: Array, counts: Array, beta: Array, means: Array) -> float:
    """Fill the means of a model and return its log-likelihood, but for a constant."""
    total = 0.0
    for c in range(len(matrix)):
        linear = 0.0
        for i in range(len(beta)):
            linear += matrix[c, i] * beta[i]
        linear = min(linear, 500.0)
        means[c] = math.exp(linear)
        total += counts[c] * linear - means[c]
    return total


@compiled
def fit(matrix: Array, counts: Array) -> tuple[bool, Array]:
    """Return whether a finite maximum of the likelihood was reached, and where.

    The maximum is finite exactly where Newton's method converges within ROUNDS.
    """
    means = counts + 0.5
    started, beta, _ = newton_step(matrix, means * np.log(means), means)
    if not started:
        return False, beta
    best = likelihood(matrix, counts, beta, means)
    for _ in range(ROUNDS):
        solvable, step, gain = newton_step(matrix, counts - means, means)
        if not solvable or gain < CLOSE:
            return solvable, beta + step if solvable else beta
        reached = likelihood(matrix, counts, beta + step, means)
        while gain > NEAR and not reached > best and np.abs(step).max() > 1e-6:
            step = step / 2
            reached = likelihood(matrix, counts, beta + step, means)
        beta, best = beta + step, reached
    return False, beta


@compiled
def poisson_tail(count: int, mean: float) -> float:
    """Return the smaller of P(X <= count) and P(X >= count) for a Poisson X.

    The tail that leads away from the mean is added up, so that small ones keep their digits.
    """
    if mean <= 0:
        return 1.0 if count == 0 else 0.0
    here = math.exp(count * math.log(mean) - mean - math.lgamma(count + 1.0))
    term, total = here, here
    k = count
    while term > 1e-17 * total and (count > mean or k > 0):
        if count > mean:
            k += 1
            term *= mean / k
        else:
            term *= k / mean
            k -= 1
        total += term
    return min(total, 1.0 - total + here)
