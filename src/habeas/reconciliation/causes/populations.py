"""Wrong populations: another scope's figure, a part for the whole, the whole for a part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from habeas.reconciliation.causes.figures import NEAR, Changed, Figures, apart
from habeas.vocabulary import Claim, Qualifier

SMALL = 10
"""That two figures below this are equal says little."""


def other_populations(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a figure as the one of a population around it, or within it, that has the same."""
    if (claim.quantity.value or 0) < SMALL:
        return
    scope = figures.scope(claim)
    beyond = figures.case.placement.all_beyond
    for other in figures.claims.values():
        where = figures.scope(other)
        if not is_equal(claim, other) or where == scope:
            continue
        if scope in beyond[where]:
            yield from as_smaller(claim, other, figures)
        elif where in beyond[scope]:
            yield from as_larger(claim, other, figures)


def is_equal(claim: Claim, other: Claim) -> bool:
    """Whether two figures of different people are the same number at the same time."""
    alike = (claim.measure, claim.cumulative, claim.quantity) == (
        other.measure, other.cumulative, other.quantity
    )  # fmt: skip
    return alike and apart(claim, other) <= NEAR


def as_smaller(claim: Claim, other: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a figure as that of a part of its people."""
    if "/" in figures.scope(other):
        found = figures.reread(claim, "part_for_whole", figures.at_least, whole=False)
        if found:
            yield replace(found, speaks=(other.id,))
    else:
        yield moved(claim, other, figures)


def as_larger(claim: Claim, other: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a figure as that of more people."""
    if "/" in figures.scope(claim):
        found = figures.reread(claim, "whole_for_part", figures.at_most, whole=False)
        if found:
            yield replace(found, speaks=(other.id,))
    else:
        yield moved(claim, other, figures)


def moved(claim: Claim, other: Claim, figures: Figures) -> Changed:
    """Return a figure as one of another figure's people."""
    now = MappingProxyType({told: figures.claims[told] for told in figures.retold[claim.telling]})
    where = figures.scope(other)
    return Changed(claim.id, "other_population", now, (), (other.id,), scope=where)


def rounded(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a round number, given as exact, as an approximate one."""
    value = claim.quantity.value or 0
    if value and value % 100 == 0 and claim.quantity.qualifier is Qualifier.EXACT:
        about = replace(claim.quantity, qualifier=Qualifier.ABOUT, low=None, high=None)
        found = figures.reread(
            claim, "rounded", lambda each: replace(each, quantity=about), whole=False
        )
        if found:
            yield replace(found, shown=True)
