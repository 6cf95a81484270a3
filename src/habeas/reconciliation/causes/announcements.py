"""One announcement told twice: dated two ways, corrected, or a list that grew over a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from habeas.reconciliation.causes.figures import NEAR, Changed, Figures, apart, published
from habeas.vocabulary import Claim

A_DAY = timedelta(days=1)


def announced_twice(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield that this figure is another's announcement, dated otherwise; one of them counts."""
    for other in figures.same(claim):
        if is_one_announcement(claim, other):
            now = figures.dropped(claim)
            yield Changed(claim.id, "one_announcement", now, (other.id,), (other.id,))


def is_one_announcement(claim: Claim, other: Claim) -> bool:
    """Whether two figures of some days may be one announcement, dated two ways."""
    if not claim.measure.is_flow or claim.cumulative or other.cumulative:
        return False
    if claim.period == other.period or apart(claim, other) > NEAR:
        return False
    alike = (claim.measure, claim.quantity) == (other.measure, other.quantity)
    kinds = (claim.claimant_kind, other.claimant_kind)
    return alike and (claim.claimant == other.claimant or (kinds[0] == kinds[1] is not None))


def replaced(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield that a later figure of one source for the very same replaces this one.

    Where the later is larger and of the same day or the next, the count may have grown meanwhile.
    Of two figures on one page one corrects the other by one person at most: else the page counts
    other people by the one than by the other.
    """
    for other in figures.same(claim):
        if not is_of_the_same(claim, other) or figures.can_both_be(claim, other):
            continue
        if is_of_one_page(claim, other) and difference(claim, other) > 1:
            yield of_other_people(claim, other, figures)
        elif has_grown(claim, other):
            found = figures.reread(claim, "grew", figures.at_least, whole=False)
            now = found.now if found else figures.dropped(claim)
            yield Changed(claim.id, "grew", now, (other.id,), (other.id,))
        elif claim.evidence.published <= other.evidence.published:
            now = figures.dropped(claim)
            yield Changed(claim.id, "corrected", now, (other.id,), (other.id,))


def is_of_the_same(claim: Claim, other: Claim) -> bool:
    """Whether one source gives two figures for the very same."""
    alike = (other.measure, other.claimant, other.period, other.cumulative) == (
        claim.measure, claim.claimant, claim.period, claim.cumulative
    )  # fmt: skip
    known = bool(claim.claimant) and claim.period.end is not None
    return alike and known and other.quantity != claim.quantity


def is_of_one_page(claim: Claim, other: Claim) -> bool:
    """Whether two figures stand in one document, or at one address."""
    told_in = [each.evidence.document or each.evidence.url for each in (claim, other)]
    return bool(told_in[0]) and told_in[0] == told_in[1]


def difference(claim: Claim, other: Claim) -> int:
    """Return by how many people two figures differ."""
    return abs((claim.quantity.value or 0) - (other.quantity.value or 0))


def of_other_people(claim: Claim, other: Claim, figures: Figures) -> Changed:
    """Return a figure as one of more people than another counts, or of only some of these."""
    larger = (claim.quantity.value or 0) > (other.quantity.value or 0)
    key, limits = ("of_more", figures.at_most) if larger else ("of_fewer", figures.at_least)
    found = figures.reread(claim, key, limits, whole=False)
    now = found.now if found else figures.dropped(claim)
    return Changed(claim.id, key, now, (other.id,), (other.id,))


def has_grown(claim: Claim, other: Claim) -> bool:
    """Whether a count may have grown from one figure to another, told the same day or the next."""
    first, second = published(claim), published(other)
    if is_of_one_page(claim, other):
        return False
    if first is None or second is None or not timedelta() <= second - first <= A_DAY:
        return False
    smaller, larger = claim.quantity.value, other.quantity.value
    return claim.measure.is_flow and (smaller or 0) < (larger or 0)
