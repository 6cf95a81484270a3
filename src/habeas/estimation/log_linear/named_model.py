"""A log-linear model that somebody names: which lists depend on one another, chosen by hand.

Bishop, Fienberg and Holland (1975), "Discrete multivariate analysis", chapter 6: Poisson counts,
hierarchical terms. The interval takes the log of the hidden as normal, so that it never ends below
the people observed.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence

import numpy as np

from habeas.estimation.log_linear.poisson_fit import Array, fit
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
from habeas.vocabulary import InputError


def named_model(table: Overlaps, groups: Sequence[Sequence[str]], level: float = 0.95) -> Estimate:
    """Estimate by the model in which the lists of each group depend on one another.

    groups: lists by name, two or more each; smaller groups within them are in the model too. An
    empty sequence: independent lists. Raises InputError on an unknown list, on a group of fewer
    than two, and on one of all lists, from which nobody's list cannot be told.
    """
    terms = terms_of(table, groups)
    cells, counts = table.cells()
    matrix = np.column_stack([np.ones(len(cells)), *(cells[:, term].all(axis=1) for term in terms)])
    exists, beta = fit(matrix.astype(float), counts.astype(float))
    named = [" & ".join(group) for group in groups]
    if not exists:
        none = Caveat("no_finite_fit")
        return refused(Method.LOGLINEAR, table.observed, level, none, {"model": named})
    means = np.exp(matrix @ beta)
    covariance = np.linalg.inv(matrix.T @ (means[:, None] * matrix))
    hidden = math.exp(beta[0])
    variance = hidden + hidden**2 * covariance[0, 0]
    total = table.observed + hidden
    low, _, high = log_normal(total, variance, table.observed, ends(level))
    return Estimate(
        Method.LOGLINEAR, whole(total), whole(low), whole(high), level, table.observed,
        {
            "model": named,
            "standard_error": round(math.sqrt(variance), 1),
            "deviance": round(deviance(counts, means), 2),
            "degrees_of_freedom": len(cells) - matrix.shape[1],
        },
        (Caveat("model_by_hand", {"model": "; ".join(named) or "-"}),),
        spread=tuple(log_normal(total, variance, table.observed, SHARES)),
    )  # fmt: skip


def terms_of(table: Overlaps, groups: Iterable[Sequence[str]]) -> list[list[int]]:
    """Return the columns of each term of a hierarchical model, single lists first."""
    found: set[tuple[int, ...]] = {(place,) for place in range(len(table.lists))}
    for group in groups:
        for name in group:
            if name not in table.lists:
                raise InputError(
                    "is not a list", f"The lists are: {', '.join(table.lists)}.", value=name
                )
        places = sorted({table.lists.index(name) for name in group})
        if not 2 <= len(places) < len(table.lists):
            raise InputError(
                "is not a group of lists that a model can hold",
                "Name two lists or more that depend on one another, and not all of them.",
                value=" & ".join(group),
            )
        for size in range(2, len(places) + 1):
            found.update(itertools.combinations(places, size))
    return [list(term) for term in sorted(found, key=lambda term: (len(term), term))]


def deviance(counts: Array, means: Array) -> float:
    """Return how far counts are from a model's means (twice the log of the likelihood ratio)."""
    held = counts > 0
    ratio = counts[held] * np.log(counts[held] / means[held])
    return float(2 * (ratio.sum() - counts.sum() + means.sum()))
