"""The figures of a case as causes look at them: alike, near in time, parts of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from habeas.reconciliation.system import Case
from habeas.vocabulary import Claim, InputError, PartialDate, Quantity

NEAR = timedelta(days=3)
"""Figures whose days lie no further apart may speak of the same thing."""
WEEKS = timedelta(days=60)
"""A running total of which nothing more is told may stay as it is for so long."""
Reread = Callable[[Claim], Claim]
"""How a figure would be read otherwise. Raises InputError where it cannot be."""


@dataclass(frozen=True)
class Changed:
    """A figure read otherwise.

    key: the name of the change. now: by id what the figure, and whatever goes with it, says then;
    None where it would not count by itself. joined: figures that it would be one with. speaks:
    figures that speak for the change. shown: whether the figure's own words or the day of its
    publication do. scope: the scope that it would be of, where that is another.
    """

    claim: str
    key: str
    now: Mapping[str, Claim | None] = field(default_factory=lambda: MappingProxyType({}))
    joined: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    shown: bool = False
    scope: str = ""


@dataclass(frozen=True)
class Figures:
    """The figures of a case, by id, and where they belong."""

    case: Case
    claims: Mapping[str, Claim]

    @cached_property
    def by_scope(self) -> Mapping[str, tuple[Claim, ...]]:
        """The figures of each scope."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            found[self.scope(claim)].append(claim)
        return {scope: tuple(claims) for scope, claims in found.items()}

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """The figures that are parts of each figure."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            found[claim.part_of].append(claim)
        return {whole: tuple(parts) for whole, parts in found.items() if whole}

    @cached_property
    def retold(self) -> Mapping[object, tuple[str, ...]]:
        """The ids of figures that one story tells more than once."""
        found: dict[object, list[str]] = defaultdict(list)
        for claim in self.claims.values():
            found[claim.telling].append(claim.id)
        return {telling: tuple(ids) for telling, ids in found.items()}

    def scope(self, claim: Claim) -> str:
        """Return the scope that a figure speaks of."""
        return self.case.placement.scope_of[claim.id]

    def same(self, claim: Claim) -> list[Claim]:
        """Return the other figures of a figure's scope; not those that only retell it."""
        alike = self.by_scope[self.scope(claim)]
        return [other for other in alike if other.telling != claim.telling]

    def touching(self, claim: Claim) -> list[Claim]:
        """Return the other figures of a figure's scope, and of those within it and around it."""
        scope, beyond = self.scope(claim), self.case.placement.all_beyond
        return [
            other
            for key, claims in self.by_scope.items()
            if key == scope or key in beyond[scope] or scope in beyond[key]
            for other in claims
            if other.telling != claim.telling
        ]

    def with_parts(self, claim: Claim) -> list[Claim]:
        """Return a figure with its parts, and theirs."""
        own = [claim]
        for one in own:
            own += [part for part in self.parts_of.get(one.id, ()) if part not in own]
        return own

    def reread(self, claim: Claim, key: str, how: Reread, *, whole: bool = True) -> Changed | None:
        """Return a figure read otherwise; None where that says nothing else, or cannot be.

        whole: its parts too, which were told in the same breath.
        """
        now: dict[str, Claim | None] = {}
        for each in self.with_parts(claim) if whole else [claim]:
            for told in self.retold[each.telling]:
                try:
                    now[told] = how(self.claims[told])
                except (InputError, ValueError):
                    return None
        return None if now[claim.id] == claim else Changed(claim.id, key, now)

    def dropped(self, claim: Claim) -> Mapping[str, Claim | None]:
        """Return a figure, wherever one story tells it, as no longer counting."""
        return dict.fromkeys(self.retold[claim.telling])

    def at_least(self, claim: Claim) -> Claim:
        """Return a figure as a least number."""
        low = self.case.policy.range_of(claim.quantity)[0]
        return replace(claim, quantity=Quantity(claim.quantity.value, low=low))

    def at_most(self, claim: Claim) -> Claim:
        """Return a figure as a greatest number."""
        high = self.case.policy.range_of(claim.quantity)[1]
        return replace(claim, quantity=Quantity(claim.quantity.value, low=0, high=high))

    def can_both_be(self, one: Claim, other: Claim) -> bool:
        """Whether one number is within what two figures stand for."""
        (low, high), (least, most) = (
            self.case.policy.range_of(each.quantity) for each in (one, other)
        )
        return (high is None or least <= high) and (most is None or low <= most)

    def speak(self, claim: Claim, now: Claim) -> tuple[str, ...]:
        """Return the figures that say what a figure would say, the nearest in time first."""
        weeks = now.cumulative and now.period.end == claim.period.end
        found = [other for other in self.same(claim) if says(other, now, weeks=weeks)]
        return tuple(other.id for other in sorted(found, key=lambda each: distance(each, now)))


def says(other: Claim, now: Claim, *, weeks: bool) -> bool:
    """Whether a figure says what another would say, at about the same time.

    A running total may stay the same for weeks, but a guess of its day is none.
    """
    alike = (other.measure, other.quantity.value, other.cumulative) == (
        now.measure, now.quantity.value, now.cumulative
    )  # fmt: skip
    told = now.quantity.value is not None and other.quantity.qualifier.names_a_number
    near = apart(other, now) <= (WEEKS if weeks else NEAR)
    return alike and told and near and meet(other, now)


def meet(one: Claim, other: Claim) -> bool:
    """Whether the stretches of two figures have a day in common, as two totals of the same have."""
    return not (ends_before(one, other) or ends_before(other, one))


def ends_before(one: Claim, other: Claim) -> bool:
    """Whether a figure's stretch is over before another's begins."""
    end, start = one.period.end, other.period.start
    flows = one.measure.is_flow and other.measure.is_flow
    return flows and end is not None and start is not None and end.latest < start.earliest


def distance(other: Claim, now: Claim) -> tuple[timedelta, bool, str]:
    """Return the sorting key of figures that speak for another."""
    return apart(other, now), other.claimant != now.claimant, other.id


def apart(one: Claim, other: Claim) -> timedelta:
    """Return how far the last days of two figures lie apart."""
    if one.period.end is None or other.period.end is None:
        return timedelta.max
    return abs(one.period.end.latest - other.period.end.latest)


def published(claim: Claim) -> date | None:
    """Return the day of publication, where it is known to the day."""
    if not claim.evidence.published:
        return None
    day = PartialDate(claim.evidence.published)
    return day.earliest if day.exact else None


def last_day(claim: Claim) -> date | None:
    """Return the last day of a figure, where it is known to the day."""
    end = claim.period.end
    return end.earliest if end and end.exact else None
