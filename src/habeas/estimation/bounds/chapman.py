"""Two lists: Chapman's estimate.

Chapman (1951), "Some properties of the hypergeometric distribution with applications to
zoological sample censuses"; variance of Seber (1970).
"""

from __future__ import annotations

import math

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
        return refused(Method.CHAPMAN, table.observed, level, Caveat("no_overlap"))
    total = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (
        (first + 1) * (second + 1) * (first - both) * (second - both)
        / ((both + 1) ** 2 * (both + 2))
    )  # fmt: skip
    low, _, high = log_normal(total, variance, table.observed, ends(level))
    warnings = [Caveat("independence_assumed", {"lists": " & ".join(table.lists)})]
    if both < FEW:
        warnings.append(Caveat("few_shared", {"shared": str(both)}))
    return Estimate(
        Method.CHAPMAN, whole(total), whole(low), whole(high), level, table.observed,
        {"shared": both, "standard_error": round(math.sqrt(variance), 1)}, tuple(warnings),
        spread=tuple(log_normal(total, variance, table.observed, SHARES)),
    )  # fmt: skip
