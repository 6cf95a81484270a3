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
            yield from read_as(claim, other, figures, part=other)
        elif where in beyond[scope]:
            yield from read_as(claim, other, figures, part=claim)


def is_equal(claim: Claim, other: Claim) -> bool:
    """Whether two figures of different people are the same number at the same time."""
    alike = (claim.measure, claim.cumulative, claim.quantity) == (
        other.measure, other.cumulative, other.quantity
    )  # fmt: skip
    return alike and apart(claim, other) <= NEAR


def read_as(claim: Claim, other: Claim, figures: Figures, *, part: Claim) -> Iterator[Changed]:
    """Yield a figure as that of another figure's people.

    part: which of the two is of the fewer people.
    """
    if "/" not in figures.scope(part):
        yield moved(claim, other, figures)
        return
    larger = part is claim
    key = "whole_for_part" if larger else "part_for_whole"
    limits = figures.at_most if larger else figures.at_least
    if found := figures.reread(claim, key, limits, whole=False):
        yield replace(found, speaks=(other.id,))


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
