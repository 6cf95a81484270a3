"""Where methods disagree, which a reader must know before any number."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

from habeas.estimation.overlaps import Caveat, Estimate

FACTOR = 1.5
"""Middle estimates whose hidden differ by more than this factor disagree."""


def told_first(results: Sequence[Estimate]) -> list[Estimate]:
    """Put what the methods disagree on before every other warning of those concerned."""
    told: dict[int, list[Caveat]] = {}
    for i, j in itertools.combinations(range(len(results)), 2):
        if caveat := disagreement(results[i], results[j]):
            told.setdefault(i, []).append(caveat)
            told.setdefault(j, []).append(caveat)
    return [
        dataclasses.replace(result, warnings=(*told.get(place, ()), *result.warnings))
        for place, result in enumerate(results)
    ]


def disagreement(one: Estimate, other: Estimate) -> Caveat | None:
    """Say how two results contradict each other, None where they do not."""
    if one.estimate is None or other.estimate is None:
        return None
    if one.is_lower_bound or other.is_lower_bound:
        bound, full = (one, other) if one.is_lower_bound else (other, one)
        if full.high is None or bound.low is None or full.high >= bound.low:
            return None
        values = {"method": full.method.value, "high": f"{full.high:,}", "low": f"{bound.low:,}"}
        return Caveat("below_lower_bound", values)
    if not far_apart(one, other):
        return None
    values = {
        "one": one.method.value,
        "first": f"{one.estimate:,}",
        "other": other.method.value,
        "second": f"{other.estimate:,}",
    }
    return Caveat("methods_disagree", values)


def far_apart(one: Estimate, other: Estimate) -> bool:
    """Say whether intervals do not meet, or the hidden differ by more than FACTOR."""
    low, high = sorted(max((each.estimate or 0) - each.observed, 1) for each in (one, other))
    apart = (one.low or 0) > (other.high or 0) or (other.low or 0) > (one.high or 0)
    return apart or high / low > FACTOR
