"""Wrong dates: a year or a month off, the eve of a day, an old figure given as a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from habeas.reconciliation.causes.figures import (
    NEAR,
    Changed,
    Figures,
    Reread,
    apart,
    last_day,
    meet,
    published,
)
from habeas.vocabulary import Claim, PartialDate, Period

SOON = timedelta(days=45)
"""Most figures are published within so many days."""
LONG = timedelta(days=300)
A_DAY = timedelta(days=1)
MONTHS = 12
MUCH_LATER = timedelta(days=90)


def other_dates(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a figure of the year, or the month, before or after.

    The day of publication shows it where the figure's day lies after it, or about a year before,
    and the other day just before it.
    """
    end, printed = last_day(claim), published(claim)
    if end is None:
        return
    for key, months in (("other_year", 12), ("other_month", 1)):
        for by in (-months, months):
            found = figures.reread(claim, key, moved_by(by))
            now = found and found.now[claim.id]
            if not found or not now:
                continue
            day = last_day(now)
            shown = bool(printed and day) and shows(printed, end, day)
            yield replace(found, shown=shown)


def shows(printed: date | None, end: date, other: date | None) -> bool:
    """Whether a day of publication speaks for one day rather than another."""
    if not printed or not other:
        return False
    unlikely = end > printed or printed - end > LONG
    return unlikely and timedelta() <= printed - other <= SOON


def other_day(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a total, or a stock, as the one that its source gives for a day near by."""
    if not is_tally(claim):
        return
    for other in figures.same(claim):
        alike = (other.measure, other.claimant, other.quantity, other.cumulative) == (
            claim.measure, claim.claimant, claim.quantity, claim.cumulative
        )  # fmt: skip
        day = last_day(other)
        if alike and day and NEAR < apart(other, claim) <= SOON:
            found = figures.reread(claim, "other_day", ending(day))
            if found:
                yield replace(found, speaks=(other.id,))


def not_yet(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a figure for a day after its own publication as one of the day when it was printed."""
    end, printed = last_day(claim), published(claim)
    if end and printed and end > printed:
        found = figures.reread(claim, "before_printed", ending(printed))
        if found:
            yield replace(found, shown=True)


def when_printed(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a total, or a stock, printed some days later as one of the day when it was printed."""
    end, printed = last_day(claim), published(claim)
    if not end or not printed or not is_tally(claim) or not A_DAY < printed - end <= SOON:
        return
    if found := figures.reread(claim, "when_printed", ending(printed)):
        yield replace(found, shown=True)


def before_the_end(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a total, or a stock, as taken before its day was over, if others count that day."""
    end = last_day(claim)
    if end is None or not is_tally(claim):
        return
    that_day = [other.id for other in figures.touching(claim) if is_of_day(other, end)]
    found = figures.reread(claim, "eve", ending(end - A_DAY))
    if that_day and found:
        yield replace(found, speaks=tuple(that_day), shown=True)


def is_of_day(claim: Claim, day: date) -> bool:
    """Whether a figure counts the people of one day."""
    flow = claim.measure.is_flow and not claim.cumulative
    start = claim.period.start
    return flow and last_day(claim) == day and start is not None and start.earliest == day


def older(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a running total as an older one, told as background: by its day there were more.

    Spoken for by an earlier total of the same source that the same words fit.
    """
    if not claim.cumulative:
        return
    low, high = figures.case.policy.range_of(claim.quantity)
    speaks = tuple(
        other.id
        for other in sorted(figures.same(claim), key=lambda each: apart(each, claim))
        if is_earlier_total(other, claim)
        and low <= (other.quantity.value or 0) <= (high if high is not None else 0)
    )
    found = figures.reread(claim, "older", figures.at_least)
    if speaks and found:
        yield replace(found, speaks=speaks[:3])


def is_earlier_total(other: Claim, claim: Claim) -> bool:
    """Whether a figure is the same source's total of some time before."""
    ends = other.period.end, claim.period.end
    if ends[0] is None or ends[1] is None or not other.cumulative:
        return False
    alike = (other.measure, other.claimant) == (claim.measure, claim.claimant)
    return alike and ends[1].latest - ends[0].latest > SOON and meet(other, claim)


def known_then(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a running total as what was known then: another, told long after, counts more."""
    high, printed = figures.case.policy.range_of(claim.quantity)[1], first_day_printed(claim)
    if not claim.cumulative or high is None or printed is None or claim.period.end is None:
        return
    speaks = [
        other.id
        for other in figures.same(claim)
        if (told := first_day_printed(other))
        and told - printed > MUCH_LATER
        and other.measure is claim.measure
        and other.claimant != claim.claimant
        and other.period.end
        and other.period.end.latest <= claim.period.end.latest
        and figures.case.policy.range_of(other.quantity)[0] > high
    ]
    found = figures.reread(claim, "known_then", figures.at_least)
    if speaks and found:
        yield replace(found, speaks=tuple(speaks[:3]))


def first_day_printed(claim: Claim) -> date | None:
    """Return the first day on which a figure may have been published."""
    return PartialDate(claim.evidence.published).earliest if claim.evidence.published else None


def is_tally(claim: Claim) -> bool:
    """Whether a figure was counted at some moment: a stock, or a running total."""
    return not claim.measure.is_flow or claim.cumulative


def moved_by(months: int) -> Reread:
    """Return how a figure reads so many months later."""

    def move(day: PartialDate | None) -> PartialDate | None:
        if day is None:
            return None
        year, month, *rest = map(int, day.text.split("-"))
        years, place = divmod(month - 1 + months, MONTHS)
        return PartialDate("-".join([str(year + years), *(f"{n:02}" for n in (place + 1, *rest))]))

    def read(claim: Claim) -> Claim:
        start = claim.period.start
        keep_start = claim.cumulative or start is None or start.text.count("-") == 0
        return replace(
            claim, period=Period(start if keep_start else move(start), move(claim.period.end))
        )

    return read


def ending(day: date) -> Reread:
    """Return how a figure reads with another last day."""

    def read(claim: Claim) -> Claim:
        return replace(claim, period=Period(claim.period.start, PartialDate(str(day))))

    return read
