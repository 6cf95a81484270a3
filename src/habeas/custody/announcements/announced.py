"""What an announcement says: how many people, and on which days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from habeas.vocabulary import (
    GENERAL_SCOPES,
    Claim,
    InputError,
    Measure,
    Modality,
    PartialDate,
    Qualifier,
    Scopes,
)


@dataclass(frozen=True)
class Setting:
    """What a case knows besides the announcements.

    scopes: how populations lie in one another, and places. ranges: of each claim by id how many
    people its words stand for, None: no upper limit; of others what the words exclude. home: the
    place that a case is of. claims: all claims by id, for the wholes of which some are parts.
    """

    scopes: Scopes = GENERAL_SCOPES
    ranges: Mapping[str, tuple[int, int | None]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    home: str = ""
    claims: Mapping[str, Claim] = field(default_factory=lambda: MappingProxyType({}))


def announcements(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that announce releases.

    Read, not counted by name, not promised, not denied, and not replaced by a correction.
    """
    kept = list(claims)
    replaced = {claim.corrects for claim in kept if claim.corrects}
    return [
        claim for claim in kept
        if claim.measure is Measure.RELEASED
        and claim.binds
        and claim.modality is not Modality.VERIFIED
        and claim.id not in replaced
    ]  # fmt: skip


def publication_day(claim: Claim) -> PartialDate | None:
    """Return the day on which a claim was published, None where it is not known."""
    try:
        return PartialDate(claim.evidence.published[:10]) if claim.evidence.published else None
    except InputError:
        return None


def last_day(claim: Claim) -> PartialDate | None:
    """Return the day that a claim reaches to: nobody announces what is yet to come."""
    return claim.period.end or publication_day(claim)


def window(claim: Claim) -> tuple[date | None, date | None]:
    """Return the widest days that an announcement can be about; None: open."""
    start, end = claim.period.start, last_day(claim)
    return start.earliest if start else None, end.latest if end else None


def narrow(claim: Claim) -> tuple[date | None, date | None]:
    """Return the days that it is about for sure.

    A period within one month that is known to the month alone is all of that month.
    """
    start, end = claim.period.start, last_day(claim)
    if start and end and start.latest > end.earliest:
        return window(claim)
    return start.latest if start else None, end.earliest if end else None


def announced(claim: Claim, setting: Setting) -> tuple[int, int | None]:
    """Return how many were announced, at least and at most; None: no upper limit."""
    quantity, value = claim.quantity, claim.quantity.value or 0
    if claim.id in setting.ranges:
        return setting.ranges[claim.id]
    if quantity.low is not None:
        return quantity.low, quantity.high
    ends: Mapping[Qualifier, tuple[int, int | None]] = {
        Qualifier.EXACT: (value, value),
        Qualifier.AT_LEAST: (value, None),
        Qualifier.MORE_THAN: (value + 1, None),
        Qualifier.AT_MOST: (0, value),
        Qualifier.LESS_THAN: (0, max(value - 1, 0)),
        Qualifier.NEARLY: (0, max(value - 1, 0)),
    }
    return ends.get(quantity.qualifier, (0, None))
