"""Fits log-linear models by regularised maximum likelihood (L-BFGS of scipy)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from habeas.extraction.decisions import NONE
from reader_examples import Read

CLASSES = (NONE, "detained", "released", "died", "held")
VALUES = {
    "population": (
        "political_prisoners",
        "protest_detainees",
        "all_prisoners",
        "subgroup",
        "other",
    ),
}
"""The values of each field that is told apart by weights."""

LEAST = 4
"""Examples in which a feature must occur."""

SMALL = 0.015
"""Weights below this are left out of the file."""

PENALTY = {"number": 8.0, "claimant": 16.0, "day": 12.0, "population": 40.0}
"""Half of these times the sum of squared weights is taken off the likelihood."""

STEPS = 100


def fitted(read: Sequence[Read]) -> dict[str, Any]:
    """Return the models fitted on what was read, as the file of weights holds them."""
    numbers = [one for each in read for one in each.numbers if one[1] in CLASSES]
    groups = [one for each in read for one in each.groups]
    days = [one for each in read for one in each.days]
    fields = {
        name: [one for each in read for one in each.fields.get(name, ()) if one[1] in values]
        for name, values in VALUES.items()
    }
    return {
        "classes": {
            "number": multinomial(numbers, CLASSES, "number"),
            **{name: multinomial(told, VALUES[name], name) for name, told in fields.items()},
        },
        "rankings": {"claimant": conditional(groups, "claimant"), "day": conditional(days, "day")},
    }


def matrix(rows: Sequence[Iterable[str]]) -> tuple[list[str], csr_matrix]:
    """Return the features that occur often enough, and which row has which."""
    counts = Counter(name for row in rows for name in set(row))
    names = sorted(name for name, times in counts.items() if times >= LEAST)
    place = {name: number for number, name in enumerate(names)}
    at = [(number, place[name]) for number, row in enumerate(rows) for name in set(row)
          if name in place]  # fmt: skip
    ends = np.array(at, dtype=np.int64).reshape(-1, 2)
    ones = np.ones(len(at))
    return names, csr_matrix((ones, (ends[:, 0], ends[:, 1])), shape=(len(rows), len(names)))


def multinomial(
    examples: Sequence[tuple[Sequence[str], str]], classes: Sequence[str], name: str
) -> dict[str, Any]:
    """Return a multinomial logistic model of classes. name: what it decides."""
    names, rows = matrix([features for features, _ in examples])
    columns = rows.T.tocsr()
    wanted = np.zeros((len(examples), len(classes)))
    wanted[np.arange(len(examples)), [list(classes).index(told) for _, told in examples]] = 1
    penalty = np.array([0.01 if one == "bias" else PENALTY[name] for one in names])[:, None]

    def loss(flat: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        weights = flat.reshape(len(names), -1)
        scores = rows @ weights
        scores -= scores.max(1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(1, keepdims=True))
        slope = columns @ (np.exp(logs) - wanted) + penalty * weights
        return float(-(wanted * logs).sum() + 0.5 * (penalty * weights**2).sum()), slope.ravel()

    start = np.zeros(len(names) * len(classes))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    weights = found.x.reshape(len(names), -1)
    kept = {
        feature: [round(float(one), 2) for one in row]
        for feature, row in zip(names, weights, strict=True)
        if abs(row).max() > SMALL
    }
    return {"classes": list(classes), "weights": kept}


def conditional(
    groups: Sequence[Sequence[tuple[Sequence[str], bool]]], name: str
) -> dict[str, float]:
    """Return the weights of a conditional logistic model: one of each group's is right."""
    groups = [group for group in groups if any(good for _, good in group)]
    names, rows = matrix([features for group in groups for features, _ in group])
    columns = rows.T.tocsr()
    right = np.array([good for group in groups for _, good in group])
    sizes = np.array([len(group) for group in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    of = np.repeat(np.arange(len(groups)), sizes)
    penalty = PENALTY[name]

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        scores = rows @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        total = np.add.reduceat(shares, starts)
        good = np.add.reduceat(shares * right, starts)
        slope = columns @ (shares / total[of] - shares * right / good[of]) + penalty * weights
        return float(
            (np.log(total) - np.log(good)).sum() + 0.5 * penalty * (weights**2).sum()
        ), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B",
                     options={"maxiter": STEPS})  # fmt: skip
    return {feature: round(float(one), 2)
            for feature, one in zip(names, found.x, strict=True) if abs(one) > SMALL}  # fmt: skip
