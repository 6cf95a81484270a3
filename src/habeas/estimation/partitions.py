"""Which rows are one person is uncertain: estimates carry that doubt through.

Each sampled partition of the rows into people gives a table of overlaps of its own. A method runs
on each, and the distributions are taken together with equal weights (as multiple imputation of the
linkage; Sadinle 2018, "Bayesian propagation of record linkage uncertainty into population size
estimation of human rights violations", Annals of Applied Statistics 12: 1013-1038).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np

from habeas.estimation.estimates import EVERY, LEVEL, estimates
from habeas.estimation.overlaps import Caveat, Estimate, Method, Overlaps, ends, refused, whole
from habeas.estimation.reporting import told_first
from habeas.vocabulary import InputError


def over_partitions(
    tables: Sequence[Overlaps], methods: Sequence[Method] = EVERY, seed: int = 1,
    level: float = LEVEL,
) -> list[Estimate]:  # fmt: skip
    """Estimate over the tables of several sampled partitions together.

    A method that refuses any of them refuses. Raises InputError where there are no tables.
    """
    if not tables:
        raise InputError("there are no sampled partitions", "Give one at least.")
    runs = [
        estimates(table, methods, seed + place, level, sensitivity=False)
        for place, table in enumerate(tables)
    ]
    return told_first([together(list(each), level) for each in zip(*runs, strict=True)])


def together(results: Sequence[Estimate], level: float) -> Estimate:
    """Mix one method's distributions over partitions, with equal weights."""
    first = results[0]
    observed = whole(float(np.mean([result.observed for result in results])))
    diagnostics = {
        **first.diagnostics,
        "partitions": len(results),
        "observed_range": [min(r.observed for r in results), max(r.observed for r in results)],
        "estimates_range": [r.estimate for r in results],
    }
    lost = next((result for result in results if result.estimate is None), None)
    if lost:
        return refused(first.method, observed, level, lost.warnings[0], diagnostics)
    mixed = np.concatenate([result.spread for result in results])
    low, middle, high = (whole(people) for people in np.quantile(mixed, ends(level)))
    spread = tuple(np.quantile(mixed, (np.arange(len(first.spread)) + 0.5) / len(first.spread)))
    kept: dict[Caveat, None] = {}
    for result in results:
        kept.update({c: None for c in result.warnings if c.kind not in PAIRWISE})
    return dataclasses.replace(
        first, estimate=middle, low=low, high=None if first.is_lower_bound else high,
        observed=observed, diagnostics=diagnostics, warnings=tuple(kept), spread=spread,
    )  # fmt: skip


PAIRWISE = frozenset({"methods_disagree", "below_lower_bound"})
"""Warnings that are found anew once the partitions are taken together."""
