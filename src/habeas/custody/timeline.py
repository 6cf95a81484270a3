"""A person's custody as their records tell it, with what the records contradict each other on."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from habeas.custody.days import readable
from habeas.custody.event import Event, EventKind
from habeas.custody.events import DayReader, Unclear, events_of, unclear
from habeas.vocabulary import Field, Person, RecordKey, Scopes


class Clash(StrEnum):
    """What two statements about one person cannot both be."""

    RELEASED_BEFORE_DETAINED = "released_before_detained"
    AFTER_DEATH = "after_death"
    DAYS_DIFFER = "days_differ"
    HELD_AFTER_RELEASE = "held_after_release"
    UNREADABLE_DAY = "unreadable_day"


@dataclass(frozen=True)
class Contradiction:
    """Events of one person that cannot all be as told; all of them stay on the timeline."""

    clash: Clash
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Timeline:
    """One person's events, the earliest first, those without a day last.

    scopes: the populations that the records count the person in, as written, by alphabet.
    unclear: statuses that are not understood, of which nothing follows. states, towns, sexes: as
    the records say them. records: all of them, those that tell of no event too.
    """

    person: str
    events: tuple[Event, ...]
    contradictions: tuple[Contradiction, ...]
    scopes: tuple[str, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    states: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    records: tuple[RecordKey, ...] = ()

    def of(self, *kinds: EventKind) -> list[Event]:
        """Return the events of these kinds, in order."""
        return [event for event in self.events if event.kind in kinds]

    def span(self, event: Event) -> tuple[date, date]:
        """Return the days that an event may have been on, by all records that dispute its day."""
        told = [
            other
            for contradiction in self.contradictions
            if contradiction.clash is Clash.DAYS_DIFFER and event in contradiction.events
            for other in contradiction.events
        ]
        days = [event, *told]
        return min(each.earliest for each in days), max(each.latest for each in days)

    def surely(self, kinds: Iterable[EventKind], first: date | None, last: date | None) -> bool:
        """Whether one of these happened on one of these days, whatever is disputed; None: open."""
        for event in self.of(*kinds):
            start, end = self.span(event)
            inside = (first is None or start >= first) and (last is None or end <= last)
            if event.day and inside and not self.impossible(event):
                return True
        return False

    def possibly(self, kinds: Iterable[EventKind], first: date | None, last: date | None) -> bool:
        """Whether one of these may have happened on one of these days; None: open."""
        asked = set(kinds)
        return any(
            e.kind in asked and e.day and e.possibly_within(first, last) for e in self.distinct
        )

    @cached_property
    def distinct(self) -> tuple[Event, ...]:
        """The events without those of which another record knows the day more exactly."""
        return tuple(event for event in self.events if not known_better(event, self.events))

    def impossible(self, event: Event) -> bool:
        """Whether another record rules an event out: a release before any arrest, after a death."""
        ruled_out = {Clash.RELEASED_BEFORE_DETAINED, Clash.AFTER_DEATH}
        return any(c.clash in ruled_out and event in c.events for c in self.contradictions)

    def surely_in(self, scope: str, scopes: Scopes) -> bool:
        """Whether the person is of a population: no record names one, or one within it."""
        return not self.scopes or any(scopes.contains(scope, said) for said in self.scopes)

    def possibly_in(self, scope: str, scopes: Scopes) -> bool:
        """Whether the person may be of a population, which may lie within one that is named."""
        wider = any(scopes.contains(said, scope) for said in self.scopes)
        return wider or self.surely_in(scope, scopes)

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists that tell of the person's custody."""
        return tuple(sorted({event.record.list_name for event in self.events}))

    def of_list(self, name: str) -> Timeline:
        """Return what one list alone says."""
        mine = [event for event in self.events if event.record.list_name == name]
        return Timeline(self.person, tuple(mine), tuple(contradictions(mine)), self.scopes)


def timeline(person: Person, read: DayReader = readable) -> Timeline:
    """Put together what all records of a person say; nothing is overwritten.

    read: how the days of cells are read that the list's reader has not understood already.
    """
    events = in_order(event for record in person.records for event in events_of(record, read))
    scopes = {record.values.get(Field.POPULATION, "") for record in person.records} - {""}
    doubts = sorted({each for record in person.records for each in unclear(record)}, key=str)
    states, towns, sexes = (
        tuple(sorted({record.values.get(field, "") for record in person.records} - {""}))
        for field in (Field.STATE, Field.MUNICIPALITY, Field.SEX)
    )
    rows = tuple(sorted(record.key for record in person.records))
    return Timeline(
        person.id, tuple(events), tuple(contradictions(events)), tuple(sorted(scopes)),
        tuple(doubts), states, towns, sexes, rows,
    )  # fmt: skip


def in_order(events: Iterable[Event]) -> list[Event]:
    """Sort events by day, and on one day in the order in which they can follow one another."""
    order = list(EventKind)
    return sorted(
        events,
        key=lambda event: (event.day is None, event.latest, order.index(event.kind), event.record),
    )


def contradictions(events: Sequence[Event]) -> list[Contradiction]:
    """Find what events of one person cannot all be as told."""
    found = [
        Contradiction(Clash.UNREADABLE_DAY, (event,))
        for event in events
        if event.day is None and any(sign.isdigit() for sign in event.said)
    ]
    known = [event for event in events if event.day]
    return [*found, *out_of_order(known), *after_death(known), *one_event_on_two_days(known),
            *held_after_release(known)]  # fmt: skip


def out_of_order(events: Sequence[Event]) -> Iterator[Contradiction]:
    """Find releases before every arrest that anybody knows of."""
    arrests = [event for event in events if event.kind.starts]
    for event in events:
        early = all(event.latest < arrest.earliest for arrest in arrests)
        if event.kind is EventKind.RELEASED and arrests and early:
            yield Contradiction(Clash.RELEASED_BEFORE_DETAINED, (event, arrests[0]))


def after_death(events: Sequence[Event]) -> Iterator[Contradiction]:
    """Find what is told to have happened to a person after their death."""
    for death in events:
        if death.kind is EventKind.DIED:
            for event in events:
                if event.kind is not EventKind.DIED and event.earliest > death.latest:
                    yield Contradiction(Clash.AFTER_DEATH, (death, event))


def one_event_on_two_days(events: Sequence[Event]) -> Iterator[Contradiction]:
    """Find one arrest, release or death that two records put on different days.

    Two releases with an arrest between them are two; without one they are one.
    """
    for one, other in itertools.combinations(events, 2):
        same = one.kind is other.kind or (one.kind.starts and other.kind.starts)
        if not same or one.meets(other) or one.record == other.record:
            continue
        if not (one.kind.starts or one.kind.ends):
            continue
        if one.kind is EventKind.DIED or not parted(one, other, events):
            yield Contradiction(Clash.DAYS_DIFFER, (one, other))


def known_better(event: Event, events: Sequence[Event]) -> bool:
    """Whether another record tells of the same arrest, release or death more exactly."""
    if event.day is None or event.day.exact or not (event.kind.starts or event.kind.ends):
        return False
    return any(
        other.kind is event.kind and other.day and len(other.day.text) > len(event.day.text)
        and event.earliest <= other.earliest and other.latest <= event.latest
        and not parted(event, other, events)
        for other in events
    )  # fmt: skip


def parted(one: Event, other: Event, events: Sequence[Event]) -> bool:
    """Whether an event of the other sort may lie between two, so that they are two of a kind."""
    if EventKind.REARRESTED in {one.kind, other.kind} and one.kind is not other.kind:
        return True
    first, last = min(one.earliest, other.earliest), max(one.latest, other.latest)
    opposite = [event for event in events if event.kind.starts != one.kind.starts]
    between = [e for e in opposite if e.kind.starts or e.kind.ends]
    return any(first <= event.latest and event.earliest <= last for event in between)


def held_after_release(events: Sequence[Event]) -> Iterator[Contradiction]:
    """Find people seen inside after a release with no arrest since."""
    signs = [event for event in events if event.kind.inside]
    for release in events:
        if release.kind is EventKind.RELEASED:
            for sign in signs:
                later = sign.earliest > release.latest
                if later and not arrested_between(events, release.earliest, sign.latest):
                    yield Contradiction(Clash.HELD_AFTER_RELEASE, (release, sign))


def arrested_between(events: Sequence[Event], first: date, last: date) -> bool:
    """Whether an arrest may lie between two days."""
    return any(event.kind.starts and event.possibly_within(first, last) for event in events)
