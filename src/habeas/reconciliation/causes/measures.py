"""Wrong measures: held printed as released, a running total as a day's, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from habeas.reconciliation.causes.figures import Changed, Figures, Reread, apart, last_day
from habeas.vocabulary import Claim, Measure, Period

MEASURES = (Measure.HELD, Measure.RELEASED, Measure.DETAINED, Measure.REGISTERED)
MUCH = 2
"""A running total that an earlier one of the same source exceeds so many times is none."""
SEVERAL = 2
"""One such total may be wrong itself."""


def other_measures(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a figure, with its parts, as one of another measure or of another stretch of time."""
    if claim.period.end is None:
        return
    readings = [(f"is_{each}", as_measure(each)) for each in MEASURES if each is not claim.measure]
    if claim.measure.is_flow:
        readings += [("of_a_day", of_a_day)] if claim.cumulative else [("running_total", as_total)]
    for key, how in readings:
        if found := figures.reread(claim, key, how):
            yield found


def of_a_period(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield a running total that is far below an earlier one: perhaps the count of some days."""
    if not claim.cumulative or claim.period.end is None:
        return
    value = figures.case.policy.range_of(claim.quantity)[1]
    earlier = [
        other
        for other in figures.same(claim)
        if value is not None and other.claimant == claim.claimant and exceeds(other, claim, value)
    ]
    found = figures.reread(claim, "of_a_period", as_period)
    if found and len(earlier) >= SEVERAL:
        latest = max(earlier, key=lambda each: (-apart(each, claim), each.id))
        yield replace(found, speaks=(latest.id,), shown=True)


def exceeds(other: Claim, claim: Claim, value: int) -> bool:
    """Whether a running total is far above a later one."""
    if not other.cumulative or other.measure is not claim.measure or other.period.end is None:
        return False
    earlier = claim.period.end is not None and other.period.end.latest <= claim.period.end.latest
    start, mine = other.period.start, claim.period.start
    within = mine is None or (start is not None and mine.latest <= start.earliest)
    return earlier and within and (other.quantity.value or 0) > MUCH * value


def as_measure(measure: Measure) -> Reread:
    """Return how a figure reads as one of another measure."""

    def read(claim: Claim) -> Claim:
        if measure is Measure.HELD:
            period = Period(None, claim.period.end)
            return replace(claim, measure=measure, period=period, cumulative=False)
        total = claim.cumulative or not claim.measure.is_flow
        return replace(claim, measure=measure, cumulative=total)

    return read


def as_total(claim: Claim) -> Claim:
    """Read a figure as everybody so far."""
    return replace(claim, period=Period(None, claim.period.end), cumulative=True)


def of_a_day(claim: Claim) -> Claim:
    """Read a running total as the count of its last day."""
    end = claim.period.end if last_day(claim) else None
    return replace(claim, period=Period(end, end), cumulative=False) if end else claim


def as_period(claim: Claim) -> Claim:
    """Read a running total as the count of some days only, of which the last is known."""
    return replace(claim, period=Period(None, claim.period.end), cumulative=False)
