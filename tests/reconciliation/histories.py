"""Every history of a few people over a few days, tried one by one: what the engine is held against.

It shares nothing with the engine. Time is a row of steps, some a day, before the first of which
lies all that happened earlier. Each of a few people is taken in some step and freed in the same or
a later one, or never; nobody dies. A claim that is true of some people needs no more of them than
it counts, so that as many people as the claims' lows add up to are enough to try.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from habeas.vocabulary import Claim, Measure, PartialDate

FIRST = date(2026, 1, 30)
Atoms = tuple[tuple[str, tuple[str, ...]], ...]
Counts = NDArray[np.int64]
Truth = NDArray[np.bool_]


@dataclass(frozen=True)
class Times:
    """The days of a small world and how finely each is cut."""

    days: int
    pieces: int = 1

    @property
    def ends(self) -> int:
        """How many ends of steps there are: the eve of the first day, then each step's."""
        return self.days * self.pieces + 1

    def end_of(self, day: date) -> int:
        """Return the place of a day's end; the eve's for all days before."""
        return min(max((day - FIRST).days + 1, 0), self.days) * self.pieces

    def within(self, first: date, last: date) -> range:
        """Return the places from the end of one day to the end of another."""
        return range(self.end_of(first), self.end_of(last) + 1)


@dataclass(frozen=True, repr=False)
class World:
    """All histories of some scopes: [history, end of step], by scope and measure."""

    times: Times
    counts: Mapping[tuple[str, str], Counts]

    def so_far(self, measure: Measure, scope: str, place: int) -> Counts:
        """Return a count from the beginning to a place, or those held there."""
        if measure is Measure.HELD:
            taken = self.so_far(Measure.DETAINED, scope, place)
            return taken - self.so_far(Measure.RELEASED, scope, place)
        return self.counts[measure.value, scope][:, place]

    @property
    def size(self) -> int:
        """How many histories there are."""
        return len(next(iter(self.counts.values())))


@lru_cache(maxsize=64)
def world(times: Times, atoms: Atoms, people: int) -> World:
    """Return every way in which up to so many people are taken and, some of them, freed.

    atoms: scopes with the disjoint groups of people that each is made of.
    """
    groups = sorted({atom for _, members in atoms for atom in members})
    never = times.ends
    lives = [
        (group, taken, freed)
        for group in groups
        for taken in range(times.ends)
        for freed in range(taken, times.ends + 1)
    ]
    nobody = ("", never, never)
    places = np.arange(times.ends)
    taken = np.array([life[1] <= places for life in [nobody, *lives]], dtype=np.int8)
    freed = np.array([life[2] <= places for life in [nobody, *lives]], dtype=np.int8)
    picks = np.array(list(combinations_with_replacement(range(len(lives) + 1), people)))
    counts = {}
    for scope, members in atoms:
        inside = np.array([life[0] in members for life in [nobody, *lives]])[:, None]
        counts["detained", scope] = (taken * inside)[picks].sum(axis=1)
        counts["released", scope] = (freed * inside)[picks].sum(axis=1)
    return World(times, counts)


def restricted(of: World, opens: Mapping[str, date], closes: Mapping[str, date]) -> World:
    """Return the histories in which nobody is taken before a scope opens or after it closes."""
    kept = np.ones(of.size, dtype=bool)
    for scope, day in opens.items():
        kept &= of.counts["detained", scope][:, of.times.end_of(day - timedelta(days=1))] == 0
    for scope, day in closes.items():
        own = of.counts["detained", scope]
        kept &= own[:, of.times.end_of(day)] == own[:, -1]
    return World(of.times, {key: found[kept] for key, found in of.counts.items()})


def days_of(when: PartialDate) -> list[date]:
    """Return the days that a date may be."""
    span = (when.latest - when.earliest).days
    return [when.earliest + timedelta(days=n) for n in range(span + 1)]


Tally = tuple[str, str, str]
"""What shares a moment: the claimant, the document and the date."""


@dataclass(frozen=True)
class Said:
    """A claim and the range of numbers that it stands for.

    some_moment: whether its tally was taken at some moment of its day, not at the end of it.
    """

    claim: Claim
    low: int
    high: int | None
    some_moment: bool = False

    @property
    def tally(self) -> Tally:
        """What shares its moment; of a date that is not exact, nothing else does."""
        end = self.claim.period.end
        assert end is not None
        own = self.claim.evidence.document if end.exact else self.claim.id
        return self.claim.claimant, own, end.text

    def places(self, times: Times) -> set[int]:
        """Return the places at which it may have been counted."""
        end = self.claim.period.end
        assert end is not None
        days = days_of(end)
        if self.some_moment:
            return set(times.within(days[0] - timedelta(days=1), days[-1]))
        return {times.end_of(day) for day in days}

    def holds(self, of: World, scope: str, place: int) -> Truth:
        """Say of each history whether the claim is true in it, counted at a place."""
        claim, found = self.claim, np.zeros(of.size, dtype=bool)
        until = of.so_far(claim.measure, scope, place)
        if claim.measure is Measure.HELD or claim.period.start is None:
            return self._fits(until)
        for day in days_of(claim.period.start):
            before = of.times.end_of(day - timedelta(days=1))
            if before <= place:
                found |= self._fits(until - of.so_far(claim.measure, scope, before))
        return found

    def _fits(self, number: Counts) -> Truth:
        return (number >= self.low) & (number <= (self.high if self.high is not None else 10**9))


def possible(of: World, said: Iterable[Said], scope_of: Mapping[str, str]) -> Truth:
    """Say of each history whether all claims are true in it, each tally at a place of its own."""
    by_tally: dict[Tally, list[Said]] = {}
    for each in said:
        shared = each.tally if each.some_moment else (each.claim.id, "", "")
        by_tally.setdefault(shared, []).append(each)
    fits = np.ones(of.size, dtype=bool)
    for sharing in by_tally.values():
        places = set.intersection(*(each.places(of.times) for each in sharing))
        some = np.zeros(of.size, dtype=bool)
        for place in places:
            here = [each.holds(of, scope_of[each.claim.id], place) for each in sharing]
            some |= np.logical_and.reduce(here)
        fits &= some
    return fits
