"""Two lists: Chapman's estimate.

Chapman (1951), "Some properties of the hypergeometric distribution with applications to
zoological sample censuses"; variance of Seber (1970). The interval takes the log of the hidden as
normal (Chao 1987), so that it never ends below the people observed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.special import ndtri

from habeas.estimation.caution import Caution
from habeas.estimation.estimate import SHARES, Estimate, Method, ends, refused, whole
from habeas.estimation.overlaps import Overlaps
from habeas.vocabulary import InputError

Array = np.ndarray[Any, np.dtype[Any]]

FEW = 7
"""Fewer people shared than this leave Chapman's estimate biased low (Robson and Regier 1964)."""


def chapman(table: Overlaps, level: float = 0.95) -> Estimate:
    """Estimate from two lists that are taken to be independent.

    Raises InputError on a table of another number of lists.
    """
    if len(table.lists) != 2:
        raise InputError(
            f"Chapman's estimate compares two lists, and there are {len(table.lists)}",
            "Name two of them (--lists A,B), or use another method.",
        )
    (first, both), (_, second) = table.shared.tolist()
    if both == 0:
        return refused(Method.CHAPMAN, table.observed, level, Caution("no_overlap"))
    total = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (
        (first + 1) * (second + 1) * (first - both) * (second - both)
        / ((both + 1) ** 2 * (both + 2))
    )  # fmt: skip
    low, _, high = log_normal(total, variance, table.observed, ends(level))
    warnings = [Caution("independence_assumed", {"lists": " & ".join(table.lists)})]
    if both < FEW:
        warnings.append(Caution("few_shared", {"shared": str(both)}))
    return Estimate(
        Method.CHAPMAN, whole(total), whole(low), whole(high), level, table.observed,
        {"shared": both, "standard_error": round(math.sqrt(variance), 1)}, tuple(warnings),
        spread=tuple(log_normal(total, variance, table.observed, SHARES)),
    )  # fmt: skip


def log_normal(
    total: float, variance: float, observed: int, shares: Sequence[float] | Array
) -> Array:
    """Return the people at shares of a distribution: the observed, and a log-normal hidden."""
    hidden = max(total - observed, 0.0)
    spread = math.sqrt(math.log1p(variance / hidden**2)) if hidden > 0 else 0.0
    return np.asarray(observed + hidden * np.exp(ndtri(np.asarray(shares)) * spread))
