"""Log-linear estimates: stepwise choice of dependent pairs, bootstrap intervals."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import numpy as np
from scipy.special import ndtr, ndtri

from habeas.estimation.log_linear.stepwise import THRESHOLD, Array, stepwise, stepwise_each
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

RESAMPLES = 1000
"""How many bootstrap resamples, as published."""

HUGE = 1e300
"""Stands for infinitely many while quantiles are taken."""

UNSTABLE = 0.05
"""The share of resamples without a finite estimate above which no interval is printed."""


def log_linear(
    table: Overlaps, seed: int = 1, level: float = 0.95, resamples: int = RESAMPLES,
    threshold: float = THRESHOLD,
) -> Estimate:  # fmt: skip
    """Estimate how many people there are by the log-linear model that stepwise choice ends in.

    threshold: the p-value below which two lists are taken to depend on each other.
    Interval: bootstrap, bias-corrected and accelerated (DiCiccio and Efron 1996), in which
    the model is chosen anew for each resample. Resampled are all people, the hidden among them:
    how many are listed is chance too, and intervals that take it as given are too narrow where
    most people are listed (they held the truth in 91 % where they should in 95 %).
    """
    every, people = table.cells()
    cells, counts = np.asfortranarray(every), people.astype(float)
    pairs = all_pairs(len(table.lists))
    hidden, used, _ = stepwise(cells, counts, pairs, threshold)
    if not np.isfinite(hidden):
        return refused(Method.LOGLINEAR, table.observed, level, Caveat("no_finite_fit"))
    rng = np.random.default_rng(seed)
    total = table.observed + hidden
    listed = rng.binomial(whole(total), table.observed / total, resamples)
    tables = rng.multinomial(listed, counts / counts.sum()).astype(float)
    replicates = listed + stepwise_each(cells, tables, pairs, threshold)
    lost = float(np.mean(~np.isfinite(replicates)))
    pulls = jackknife(cells, counts, pairs, threshold)
    pulled = acceleration(pulls, counts)
    shares = np.r_[ends(level), SHARES]
    found = np.maximum(table.observed, bca_quantiles(replicates, total, pulled, shares))
    low, _, high = found[:3]
    names = [" & ".join(table.lists[i] for i in pairs[q]) for q in np.flatnonzero(used)]
    diagnostics: Mapping[str, object] = {
        "dependent_pairs": names,
        "resamples": resamples,
        "resamples_without_estimate": round(lost, 4),
        "threshold": threshold,
    }
    if lost > UNSTABLE or not np.isfinite(high):
        caveat = Caveat("unstable_resamples", {"share": f"{lost:.0%}"})
        return refused(Method.LOGLINEAR, table.observed, level, caveat, diagnostics)
    return Estimate(
        Method.LOGLINEAR, whole(total), whole(low), whole(high), level, table.observed,
        diagnostics, spread=tuple(found[3:]),
    )  # fmt: skip


def point(table: Overlaps, threshold: float = THRESHOLD) -> int | None:
    """Return the estimate without its interval, None where there is no finite fit."""
    cells, counts = table.cells()
    pairs = all_pairs(len(table.lists))
    hidden = stepwise(np.asfortranarray(cells), counts.astype(float), pairs, threshold)[0]
    return whole(table.observed + hidden) if np.isfinite(hidden) else None


def all_pairs(lists: int) -> Array:
    """Return the pairs of lists, by number, in order."""
    return np.array(list(itertools.combinations(range(lists), 2)), np.int64).reshape(-1, 2)


def jackknife(cells: Array, counts: Array, pairs: Array, threshold: float) -> Array:
    """Return the hidden people with one person of each pattern left out; 0 where it has nobody."""
    held = np.flatnonzero(counts)
    tables = np.repeat(counts[None], len(held), axis=0)
    tables[np.arange(len(held)), held] -= 1
    hidden = np.zeros(len(counts))
    hidden[held] = stepwise_each(cells, tables, pairs, threshold)
    return hidden


def acceleration(hidden: Array, counts: Array) -> float:
    """Return how fast the spread of the estimate changes with it, from a jackknife."""
    known = np.isfinite(hidden) & (counts > 0)
    people, pulls = counts[known], hidden[known]
    gaps = np.average(pulls, weights=people) - pulls
    spread = float((people * gaps**2).sum())
    return float((people * gaps**3).sum()) / (6 * spread**1.5) if spread > 0 else 0.0


def bca_quantiles(replicates: Array, estimate: float, accelerated: float, shares: Array) -> Array:
    """Return the bias-corrected and accelerated quantiles of bootstrap replicates."""
    edge = 0.5 / len(replicates)
    bias = ndtri(np.clip(np.mean(replicates < estimate), edge, 1 - edge))
    places = ndtri(shares) + bias
    corrected = ndtr(bias + places / (1 - accelerated * places))
    finite = np.where(np.isfinite(replicates), replicates, HUGE)
    found = np.quantile(finite, corrected, method="median_unbiased")
    return np.where(found < HUGE / 2, found, np.inf)
