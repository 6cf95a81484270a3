"""How a figure may have come to be wrong: other readings of it, with the figures that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.vocabulary import Claim, Measure, Period, Qualifier, Quantity

NEAR = timedelta(days=3)
"""One announcement is dated within so many days."""


@dataclass(frozen=True)
class Changed:
    """A figure read otherwise.

    key: the name of the change. now: the figure then; None where it would not count by itself.
    joined: figures that it would be one with. speaks: figures that say what it would say.
    """

    claim: str
    key: str
    now: Claim | None
    joined: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()


def changes_of(
    claim: Claim, claims: Mapping[str, Claim], scope_of: Mapping[str, str]
) -> Iterator[Changed]:
    """Yield the ways in which a figure may be read otherwise, the best explained first."""
    same = [
        other
        for other in claims.values()
        if other.id != claim.id and scope_of[other.id] == scope_of[claim.id]
    ]
    yield from corrections(claim, same)
    yield from announced_twice(claim, same)
    for key, now in (*other_measures(claim), *other_dates(claim), *other_digits(claim)):
        speaks = tuple(sorted(other.id for other in same if says(other, now)))
        if speaks:
            yield Changed(claim.id, key, now, (), speaks)


def corrections(claim: Claim, same: list[Claim]) -> Iterator[Changed]:
    """Yield that a later figure of one claimant for the very same replaces this one."""
    for other in same:
        alike = (other.measure, other.claimant, other.period, other.cumulative)
        mine = (claim.measure, claim.claimant, claim.period, claim.cumulative)
        later = other.evidence.published >= claim.evidence.published
        if alike == mine and claim.claimant and later and other.quantity != claim.quantity:
            yield Changed(claim.id, "corrected", None, (other.id,), (other.id,))


def announced_twice(claim: Claim, same: list[Claim]) -> Iterator[Changed]:
    """Yield that this figure is another's announcement, dated otherwise."""
    end = claim.period.end
    if not claim.measure.is_flow or claim.cumulative or end is None:
        return
    for other in same:
        when = other.period.end
        kind = (other.measure, other.claimant_kind, other.quantity.value, other.cumulative)
        if when is None or kind != (
            claim.measure, claim.claimant_kind, claim.quantity.value, claim.cumulative
        ):  # fmt: skip
            continue
        if other.period != claim.period and abs(when.latest - end.latest) <= NEAR:
            yield Changed(claim.id, "one_announcement", None, (other.id,), (other.id,))


def other_measures(claim: Claim) -> Iterator[tuple[str, Claim]]:
    """Yield a figure printed under another measure, and a total taken for a day's or reverse."""
    if claim.period.end is None:
        return
    for measure in (Measure.HELD, Measure.RELEASED, Measure.DETAINED, Measure.REGISTERED):
        if measure is not claim.measure:
            stock = Period(None, claim.period.end) if measure is Measure.HELD else claim.period
            total = measure is not Measure.HELD and (claim.cumulative or not claim.measure.is_flow)
            yield (
                f"is_{measure.value}",
                replace(claim, measure=measure, period=stock, cumulative=total),
            )
    if claim.measure.is_flow:
        period = Period(claim.period.end if claim.cumulative else None, claim.period.end)
        key = "of_a_day" if claim.cumulative else "running_total"
        yield key, replace(claim, period=period, cumulative=not claim.cumulative)


def other_dates(claim: Claim) -> Iterator[tuple[str, Claim]]:
    """Yield a figure of the year before or after."""
    end = claim.period.end
    if end is None or not end.exact or (claim.period.start and not claim.period.start.exact):
        return
    for years in (-1, 1):
        try:
            start, last = (
                "" if each is None else str(moved(each.earliest, years))
                for each in (claim.period.start, end)
            )
        except ValueError:
            continue
        yield "other_year", replace(claim, period=Period.read(start, last))


def moved(day: date, years: int) -> date:
    """Return the same day of another year. Raises ValueError where that year has none."""
    return day.replace(year=day.year + years)


def other_digits(claim: Claim) -> Iterator[tuple[str, Claim]]:
    """Yield a figure with two neighbouring digits exchanged."""
    digits = str(claim.quantity.value or "")
    if claim.quantity.qualifier is not Qualifier.EXACT or claim.quantity.low is not None:
        return
    for place in range(len(digits) - 1):
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        if swapped != digits and swapped[0] != "0":
            yield "digits", replace(claim, quantity=Quantity(int(swapped)))


def says(other: Claim, now: Claim) -> bool:
    """Whether a figure says, within three days, what another would say."""
    ends = other.period.end, now.period.end
    if ends[0] is None or ends[1] is None or other.measure is not now.measure:
        return False
    near = abs(ends[0].latest - ends[1].latest) <= NEAR
    return near and other.quantity == now.quantity and other.cumulative == now.cumulative
