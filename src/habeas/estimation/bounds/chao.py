"""Chao's lower bound where lists differ in reach and people in how easily they are listed.

Rivest and Baillargeon (2007), "Applications and extensions of Chao's moment estimator for the
size of a closed population", Biometrics 63: 999-1006: a log-linear model of independent lists
(Mt) to which people on three lists and more add nothing but terms of their own that cannot
be negative (Mth).
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from habeas.estimation.log_linear import fit
from habeas.estimation.overlaps import (
    SHARES,
    Caveat,
    Estimate,
    Method,
    Overlaps,
    ends,
    log_normal,
    refused,
    whole,
)

Array = np.ndarray[Any, np.dtype[Any]]


def chao(table: Overlaps, level: float = 0.95) -> Estimate:
    """Return how many people there are at least.

    Each list has a reach of its own, and people differ in how easily they are listed, all lists
    alike. low: the end of the interval of the bound itself. high is None: a bound has none.
    """
    cells, people = table.cells()
    counts = people.astype(float)
    found = lower_bound(np.asfortranarray(cells), counts)
    if found is None:
        return refused(Method.CHAO, table.observed, level, Caveat("no_finite_fit"))
    hidden, error, extra = found
    total = table.observed + hidden
    low = log_normal(total, error**2, table.observed, ends(level))[0]
    independent = fit(main_effects(cells), counts)
    diagnostics = {
        "standard_error": round(error, 1),
        "listed_often": extra,
        "independent_lists": whole(table.observed + math.exp(independent[1][0]))
        if independent[0]
        else None,
    }
    return Estimate(
        Method.CHAO, whole(total), whole(low), None, level, table.observed, diagnostics,
        (Caveat("lower_bound"),),
        spread=tuple(log_normal(total, error**2, table.observed, SHARES)),
    )  # fmt: skip


def lower_bound(cells: Array, counts: Array) -> tuple[float, float, int] | None:
    """Return (hidden, its standard error, terms for people on many lists), None without a fit.

    Terms that come out negative are left out one by one, the most negative first.
    """
    base = main_effects(cells)
    often = cells.sum(axis=1)
    terms = list(range(3, cells.shape[1] + 1))
    while True:
        columns = [np.maximum(often - size + 1, 0.0) for size in terms]
        matrix = np.column_stack([base, *columns]) if terms else base
        exists, beta = fit(matrix, counts)
        added = beta[base.shape[1] :]
        if exists and (not terms or added.min() >= 0):
            break
        if not terms:
            return None
        terms.pop(int(np.argmin(added)) if exists else -1)
    means = np.exp(matrix @ beta)
    covariance = np.linalg.inv(matrix.T @ (means[:, None] * matrix))
    hidden = math.exp(beta[0])
    return hidden, math.sqrt(hidden + hidden**2 * covariance[0, 0]), len(terms)


def main_effects(cells: Array) -> Array:
    """Return the columns of independent lists: 1 and each list."""
    return np.column_stack([np.ones(len(cells)), cells.astype(float)])
