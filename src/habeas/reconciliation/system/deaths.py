"""Deaths as claims count them: in which days, and how many; no balance says there were more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from habeas.reconciliation.rows import Moment
from habeas.reconciliation.system.claim_rows import flow_window
from habeas.reconciliation.system.placement import Placement
from habeas.reconciliation.system.policy import Policy
from habeas.vocabulary import Claim

Span = tuple[int, int]


class CountedDeaths(NamedTuple):
    """A span of days (ordinals, both included) and the most deaths that claims count in it."""

    first: int
    last: int
    people: int


class Count(NamedTuple):
    """One claim of deaths: the scope, the days that may be counted, those that surely are."""

    scope: str
    widest: Span
    surely: Span
    people: int


def counts_of(claims: Iterable[Claim], placement: Placement, policy: Policy) -> list[Count]:
    """Return what some claims count of deaths; those without a known end count none.

    A claim without an upper limit counts as many as it is sure of.
    """
    found = []
    for claim in claims:
        key = placement.scope_of[claim.id]
        window = flow_window(claim, placement.scopes[key], policy)
        if window is not None:
            low, high = policy.range_of(claim.quantity)
            first = window.widest.latest + 1 if window.widest else 0
            surely = window.narrowest.latest + 1 if window.narrowest else 0
            until = window.end.earliest if window.capped else 0
            people = low if high is None else high
            found.append(Count(key, (first, window.end.latest), (surely, until), people))
    return sorted(found)


def deaths_in(
    scope: str, counts: Sequence[Count], placement: Placement
) -> tuple[CountedDeaths, ...]:
    """Return the deaths that claims count of the people in a scope.

    By claims of the scope itself and of scopes within it; on days of which none of those speaks,
    by claims of scopes around it, or around a scope that it shares with them: whoever died there
    may be counted in either. What lies within another claim's people and days counts some of the
    same deaths.
    """
    inside = {scope, *placement.within(scope)}
    around = {outer for each in inside for outer in placement.beyond(each)} - inside
    own = [count for count in counts if count.scope in inside]
    others = [
        count
        for count in counts
        if count.scope in around and not any(touch(count.widest, each.widest) for each in own)
    ]
    kept: list[Count] = []
    for count in sorted([*own, *others], key=lambda each: (each.surely[0] - each.surely[1], each)):
        for place, whole in enumerate(kept):
            if is_part(count, whole, placement):
                kept[place] = whole._replace(people=max(whole.people, count.people))
                break
        else:
            kept.append(count)
    return tuple(sorted(CountedDeaths(*count.widest, count.people) for count in kept))


def is_part(count: Count, whole: Count, placement: Placement) -> bool:
    """Whether one claim surely counts the people and the days of another too."""
    among = count.scope == whole.scope or whole.scope in placement.beyond(count.scope)
    return among and whole.surely[0] <= count.widest[0] and count.widest[1] <= whole.surely[1]


def touch(one: Span, other: Span) -> bool:
    """Whether two spans share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def spells(
    days: Sequence[Moment | None], counted: Sequence[CountedDeaths]
) -> Iterator[tuple[Moment | None, Moment, int]]:
    """Yield stretches between ends of days with the most deaths that claims count in each.

    days: ends of days in order, None for the beginning. A stretch ends where no claim counts
    across; within it nobody died but those counted.
    """
    steps = [(before, after) for before, after in pairwise(days) if after]
    start = 0
    for place, (_, after) in enumerate(steps):
        crossing = any(each.first <= after.latest < each.last for each in counted)
        if not crossing or place == len(steps) - 1:
            before = steps[start][0]
            yield before, after, people_between(counted, before.latest if before else 0, after)
            start = place + 1


def people_between(counted: Iterable[CountedDeaths], after: int, until: Moment) -> int:
    """Return the deaths of the spans that hold a day later than one and not later than another."""
    return sum(each.people for each in counted if each.first <= until.latest and each.last > after)


def by_scope(
    scopes: Iterable[str], counts: Sequence[Count], placement: Placement
) -> Mapping[str, tuple[CountedDeaths, ...]]:
    """Return the deaths that claims count, of each of some scopes."""
    return {scope: deaths_in(scope, counts, placement) for scope in scopes}
