"""Bayesian averaging over decomposable graphs of dependence between lists.

Madigan and York (1997), "Bayesian methods for estimation of the size of a closed population",
Biometrika 84: 19-31, with the hyper-Dirichlet prior and the prior 1/N of the R package dga.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import gammaln, logsumexp

from habeas.estimation.graphs.decomposable import decomposable_graphs
from habeas.estimation.overlaps import (
    SHARES,
    Caveat,
    Estimate,
    Method,
    Overlaps,
    ends,
    refused,
    whole,
)

Array = np.ndarray[Any, np.dtype[Any]]

MOST_LISTS = 6
"""With seven lists there are 617,675 decomposable graphs."""

EVERY_NUMBER_TO = 1000
"""Up to here each number of hidden people is weighed; from here on steps grow by FINENESS."""

FINENESS = 1.002
EVERY = 16
"""A first pass weighs every sixteenth number, to find the graphs that matter."""

NEGLIGIBLE = 1e-9
"""Graphs of less weight than this in the first pass are left out of the second."""

CHUNK = 512
"""How many graphs are weighed at once, which bounds the memory."""

TAIL = 0.001
"""The most posterior weight that may lie in the last tenth of the numbers weighed."""


@dataclass(frozen=True)
class Posterior:
    """Numbers of hidden people, the weight of each, and the weight of each graph."""

    hidden: Array
    weights: Array
    graphs: Array

    def quantile(self, share: float) -> float:
        """Return the number of hidden people below which ``share`` of the weight lies."""
        return float(np.interp(share, np.cumsum(self.weights), self.hidden))


def dga(
    table: Overlaps, level: float = 0.95, delta: float | None = None, largest: int | None = None
) -> Estimate:
    """Estimate how many people there are, averaged over all decomposable graphs of 3 to 6 lists.

    delta: prior weight of each cell, 2^-lists where None. largest: the most hidden people that
    are thought possible, 1000 times the observed where None.
    """
    lists = len(table.lists)
    if not 3 <= lists <= MOST_LISTS:
        few = Caveat("dga_lists", {"lists": str(lists)})
        return refused(Method.DGA, table.observed, level, few)
    hidden = numbers(largest if largest is not None else 1000 * max(table.observed, 10))
    found = posterior(table, hidden, delta if delta is not None else 2.0**-lists)
    edges, _ = decomposable_graphs(lists)
    diagnostics = {
        "graphs": len(edges),
        "delta": delta if delta is not None else 2.0**-lists,
        "most_hidden_weighed": int(hidden[-1]),
        "likeliest": likeliest(table, edges, found.graphs),
    }
    if found.weights[hidden >= 0.9 * hidden[-1]].sum() > TAIL:
        return refused(Method.DGA, table.observed, level, Caveat("endless_tail"), diagnostics)
    low, middle, high = (whole(table.observed + found.quantile(share)) for share in ends(level))
    return Estimate(
        Method.DGA, middle, low, high, level, table.observed, diagnostics,
        spread=tuple(table.observed + found.quantile(share) for share in SHARES),
    )  # fmt: skip


def numbers(largest: int) -> Array:
    """Return the numbers of hidden people to weigh, up to ``largest``."""
    near = np.arange(min(EVERY_NUMBER_TO, largest) + 1, dtype=float)
    if largest <= EVERY_NUMBER_TO:
        return near
    steps = np.ceil(np.log(largest / EVERY_NUMBER_TO) / np.log(FINENESS))
    far = np.geomspace(EVERY_NUMBER_TO, largest, int(steps) + 1)[1:]
    return np.concatenate([near, np.unique(np.round(far))])


def posterior(table: Overlaps, hidden: Array, delta: float) -> Posterior:
    """Weigh numbers of hidden people and graphs. Each number stands for those around it."""
    marginals = log_marginals(table, hidden, delta)
    total = table.observed + hidden
    base = gammaln(total + 1) - gammaln(hidden + 1) - np.log(total) + np.log(widths(hidden))
    _, terms = decomposable_graphs(len(table.lists))
    coarse, _ = weigh(terms, marginals[:, ::EVERY], base[::EVERY])
    weighty = coarse > coarse.max() + np.log(NEGLIGIBLE)
    some, by_number = weigh(terms[weighty], marginals, base)
    by_graph = np.full(len(terms), -np.inf)
    by_graph[weighty] = some
    total_weight = logsumexp(by_number)
    return Posterior(hidden, np.exp(by_number - total_weight), np.exp(by_graph - total_weight))


def weigh(terms: Array, marginals: Array, base: Array) -> tuple[Array, Array]:
    """Return the log weight of each graph and of each number of hidden people."""
    graphs, parts = [], []
    for start in range(0, len(terms), CHUNK):
        logs = terms[start : start + CHUNK].astype(float) @ marginals + base
        graphs.append(logsumexp(logs, axis=1))
        parts.append(logsumexp(logs, axis=0))
    return np.concatenate(graphs), logsumexp(np.array(parts), axis=0)


def widths(hidden: Array) -> Array:
    """Return how many whole numbers each of the numbers weighed stands for."""
    edges = np.concatenate([[hidden[0] - 0.5], (hidden[1:] + hidden[:-1]) / 2, [hidden[-1] + 0.5]])
    return np.diff(edges)


def log_marginals(table: Overlaps, hidden: Array, delta: float) -> Array:
    """Return the log-likelihood of each set of lists' own table, a row a set (the empty one too).

    The people on none of the set's lists are those observed elsewhere, and the hidden.
    """
    lists = len(table.lists)
    codes = table.patterns @ (1 << np.arange(lists))
    rows = []
    for chosen in range(2**lists):
        prior = delta * 2.0 ** (lists - chosen.bit_count())
        cells = np.bincount(codes & chosen, table.counts, 2**lists)
        inside = np.array([c for c in range(2**lists) if c & ~chosen == 0])
        fixed = (gammaln(cells[inside[1:]] + prior) - gammaln(prior)).sum()
        rows.append(fixed + gammaln(cells[0] + hidden + prior) - gammaln(prior))
    return np.array(rows)


def likeliest(table: Overlaps, edges: Array, weights: Array, most: int = 3) -> list[object]:
    """Return the graphs of most weight: which lists depend on each other, and the weight."""
    lists = table.lists
    pairs = [f"{a} & {b}" for i, a in enumerate(lists) for b in lists[i + 1 :]]
    return [
        {
            "dependent_pairs": [pairs[p] for p in np.flatnonzero(edges[g])],
            "weight": round(float(weights[g]), 4),
        }
        for g in np.argsort(-weights)[:most]
    ]
