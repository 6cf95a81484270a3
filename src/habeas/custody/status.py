"""Whether a person was held on a day, as far as the records show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from habeas.custody.event import Event, EventKind
from habeas.custody.timeline import Clash, Contradiction, Timeline


class Status(StrEnum):
    """What the records show of a person at the end of a day.

    ``held``: an arrest by that day, and a sign on or after it that the person was still inside.
    ``last_seen_held``: an arrest by that day and no sign since of a release. ``unsure``: dates of
    reduced precision, or records that contradict one another, leave more than one of the others.
    ``not_yet``: arrested later. ``unknown``: no day is known.
    """

    NOT_YET = "not_yet"
    HELD = "held"
    LAST_SEEN_HELD = "last_seen_held"
    RELEASED = "released"
    DEAD = "dead"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


def status_on(person: Timeline, day: date) -> Status:
    """Return what the records show of a person at the end of ``day``."""
    if any(disputes(contradiction, day) for contradiction in person.contradictions):
        return Status.UNSURE
    if person.of(EventKind.DIED) and any(e.latest <= day for e in person.of(EventKind.DIED)):
        return Status.DEAD
    last = possibly_last(person, day)
    if not last:
        return Status.NOT_YET if any(e.kind.starts for e in person.events) else Status.UNKNOWN
    kinds = {None if event is None else state(event.kind) for event in last}
    if len(kinds) > 1 or kinds == {None}:
        return Status.UNSURE
    if kinds == {Status.LAST_SEEN_HELD} and still_inside(person, day):
        return Status.HELD
    return kinds.pop() or Status.UNSURE


def state(kind: EventKind) -> Status:
    """Return what a person is after an arrest, a release, a death."""
    if kind.starts:
        return Status.LAST_SEEN_HELD
    return Status.RELEASED if kind is EventKind.RELEASED else Status.DEAD


def possibly_last(person: Timeline, day: date) -> list[Event | None]:
    """Return the arrests, releases and deaths each of which may be the last one by a day.

    None among them: perhaps none of them had happened yet. An end without a day may be the last.
    """
    turns = [event for event in person.distinct if event.kind.starts or event.kind.ends]
    begun = [e for e in turns if e.earliest <= day and (e.day or e.kind.ends)]
    begun = [e for e in begun if not left_that_day(e, turns)]
    sure = [e for e in begun if e.latest <= day]
    last: list[Event | None] = [
        e for e in begun if e.day is None or not any(s.earliest > e.latest for s in sure)
    ]
    return [*last, None] if last and not sure else last


def left_that_day(arrest: Event, turns: Sequence[Event]) -> bool:
    """Whether a person's first arrest was followed by a release on the same, exact day."""
    if not arrest.kind.starts or arrest.day is None or not arrest.day.exact:
        return False
    if any(other.kind.starts and other.earliest < arrest.earliest for other in turns):
        return False
    return any(end.kind.ends and end.day == arrest.day for end in turns)


def still_inside(person: Timeline, day: date) -> bool:
    """Whether a sign of custody or an end proves that a person was inside at the end of a day.

    Asked only of whom nothing ended by that day. A sign after a new arrest proves nothing of the
    days before that arrest.
    """
    new = [event for event in person.distinct if event.kind.starts and event.latest > day]
    for event in person.distinct:
        if event.day is None or not (event.kind.inside or event.kind.ends):
            continue
        if event.earliest >= day and not any(arrest.earliest <= event.latest for arrest in new):
            return True
    return False


def disputes(contradiction: Contradiction, day: date) -> bool:
    """Whether a contradiction leaves open what a person was on a day."""
    first = min(event.earliest for event in contradiction.events)
    if contradiction.clash is Clash.DAYS_DIFFER:
        return first <= day < max(event.latest for event in contradiction.events)
    return contradiction.clash is not Clash.UNREADABLE_DAY and first <= day
