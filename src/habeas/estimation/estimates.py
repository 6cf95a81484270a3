"""Estimates by several methods side by side, with what must be read first."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from habeas.estimation.bounds import chao, chapman
from habeas.estimation.graphs import dga
from habeas.estimation.latent_class import lcmcr
from habeas.estimation.log_linear import log_linear
from habeas.estimation.overlaps import (
    Caveat,
    Estimate,
    Identifiability,
    Method,
    Overlaps,
    identifiability,
    refused,
)
from habeas.estimation.reporting import told_first, without_each_list
from habeas.extras import installed
from habeas.vocabulary import InputError, MissingExtra, installation

LEVEL = 0.95
EVERY = tuple(Method)
COMPILED = frozenset({Method.LCMCR, Method.LOGLINEAR})
"""The methods whose loops are compiled, which needs an extra."""


def estimates(
    table: Overlaps, methods: Sequence[Method] = EVERY, seed: int = 1, level: float = LEVEL,
    *, sensitivity: bool = True,
) -> list[Estimate]:  # fmt: skip
    """Estimate how many people there are, listed or not, by each method that fits the table.

    methods: where it is EVERY, those that a table of so many lists allows. sensitivity: whether to
    try again without each list in turn. Where methods disagree, each result says so first; where
    the overlaps cannot identify the number, each refuses. Raises InputError on a method that a
    table of so many lists does not allow, and on a level that is none; MissingExtra where the one
    method asked for needs one. Beside others such a method is refused, and says why.
    """
    if not 0.5 <= level < 1:
        raise InputError("is not a level", "Write a share such as 0.95.", value=str(level))
    found = identifiability(table)
    width = len(found.table.lists)
    if tuple(methods) == EVERY:
        methods = [method for method in methods if fits(method, width)]
    if found.refusal:
        return [refused_for(method, table, level, found) for method in methods]
    results = []
    for method in methods:
        if lacking(method) and len(methods) > 1:
            results.append(without_compiler(method, table, level))
            continue
        result = run(method, found.table, seed, level)
        if sensitivity and result.estimate is not None and width > 2:
            result = without_each_list(result, found.table, seed)
        results.append(with_cautions(result, table, found))
    return told_first(results)


def fits(method: Method, lists: int) -> bool:
    """Say whether a method is worth trying on so many lists."""
    if method is Method.CHAPMAN:
        return lists == 2
    return lists >= 3


def run(method: Method, table: Overlaps, seed: int, level: float) -> Estimate:
    """Run one method. Raises InputError where it takes other numbers of lists."""
    if method is Method.CHAPMAN:
        return chapman(table, level)
    if len(table.lists) < 3:
        raise InputError(
            "needs three lists or more, and there are two",
            "Use --method chapman, which assumes that the two lists are independent.",
            value=method.value,
        )
    if lacking(method):
        raise MissingExtra(f"The method {method.value}", "estimation")
    if method is Method.LCMCR:
        return lcmcr(table, seed, level)
    if method is Method.LOGLINEAR:
        return log_linear(table, seed, level)
    return dga(table, level) if method is Method.DGA else chao(table, level)


def lacking(method: Method) -> bool:
    """Say whether a method needs the compiler, and the compiler is not installed."""
    return method in COMPILED and not installed("estimation")


def without_compiler(method: Method, table: Overlaps, level: float) -> Estimate:
    """Return the refusal of a method that needs an extra."""
    reason = Caveat("needs_extra", {"install": installation("estimation")})
    return refused(method, table.observed, level, reason)


def refused_for(method: Method, table: Overlaps, level: float, found: Identifiability) -> Estimate:
    """Return the refusal of a method for want of grounds."""
    if found.refusal is None:
        raise ValueError("there are grounds")
    result = refused(method, table.observed, level, found.refusal)
    return dataclasses.replace(result, warnings=(*result.warnings, *found.caveats))


def with_cautions(result: Estimate, table: Overlaps, found: Identifiability) -> Estimate:
    """Add what was set aside, and count everybody on any list as observed.

    People who are on set-aside lists alone stand on no list that is left: they are among those
    whom the method takes for hidden.
    """
    if not found.caveats:
        return result
    least = table.observed
    raised = [None if people is None else max(people, least)
              for people in (result.estimate, result.low, result.high)]  # fmt: skip
    return dataclasses.replace(
        result, estimate=raised[0], low=raised[1], high=raised[2], observed=least,
        warnings=(*result.warnings, *found.caveats),
    )  # fmt: skip


def by_stratum(
    tables: Iterable[tuple[str, Overlaps]], methods: Sequence[Method] = EVERY, seed: int = 1,
    level: float = LEVEL,
) -> list[Estimate]:  # fmt: skip
    """Estimate each stratum by itself; one without grounds is refused, the others are not."""
    return [
        dataclasses.replace(result, stratum=name)
        for name, table in tables
        for result in estimates(table, methods, seed, level, sensitivity=False)
        or [no_method(table, level)]
    ]


def no_method(table: Overlaps, level: float) -> Estimate:
    """Return why no method fits a stratum: any needs two lists, and there are fewer."""
    return refused_for(Method.CHAPMAN, table, level, identifiability(table))
