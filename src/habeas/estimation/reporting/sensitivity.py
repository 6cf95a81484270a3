"""How much an estimate hangs on a single list."""

from __future__ import annotations

import dataclasses

from habeas.estimation.bounds import chao
from habeas.estimation.graphs import dga
from habeas.estimation.latent_class import middle_of_few_draws
from habeas.estimation.log_linear import point
from habeas.estimation.overlaps import Caveat, Estimate, Method, Overlaps, identifiability

SWING = 1.5
"""By what factor the hidden must change without a list for the estimate to hang on it."""


def without_each_list(result: Estimate, table: Overlaps, seed: int) -> Estimate:
    """Add to an estimate what the method says without each list, and warn where it swings.

    A list is left out only where the others still have grounds for an estimate.
    """
    said = {name: without(result.method, table, name, seed) for name in table.lists}
    diagnostics = {**result.diagnostics, "without_list": said}
    swings = [
        Caveat("hangs_on_list", {"list": name, "estimate": f"{value:,}"})
        for name, value in said.items()
        if value is not None and swinging(result, table.observed, value)
    ]
    return dataclasses.replace(
        result, diagnostics=diagnostics, warnings=(*result.warnings, *swings)
    )


def swinging(result: Estimate, observed: int, value: int) -> bool:
    """Say whether the hidden change by more than SWING, and out of the interval."""
    hidden, other = (result.estimate or 0) - observed, max(value - observed, 1)
    outside = value < (result.low or 0) or (result.high is not None and value > result.high)
    return outside and max(other / max(hidden, 1), max(hidden, 1) / other) > SWING


def without(method: Method, table: Overlaps, name: str, seed: int) -> int | None:
    """Return the middle estimate without a list, None where there are no grounds for one."""
    left = identifiability(table.without(name))
    if left.refusal or len(left.table.lists) < 3:
        return None
    if method is Method.LCMCR:
        return middle_of_few_draws(left.table, seed)
    if method is Method.LOGLINEAR:
        return point(left.table)
    return (dga(left.table) if method is Method.DGA else chao(left.table)).estimate
