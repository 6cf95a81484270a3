"""What happened to a person in custody, as their rows tell it: the docket of their page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.custody import (
    Event,
    Status,
    Timeline,
    contradiction_told,
    status_on,
    timeline,
)
from habeas.desk.cases import record_key, record_value
from habeas.desk.models import Record
from habeas.vocabulary import Person as PersonValue


@dataclass(frozen=True)
class DocketEntry:
    """One thing that one row says happened.

    day: as it is known, "" where the row says that but not when. disputed: whether other rows, or
    the row itself, contradict it.
    """

    day: str
    kind: str
    said: str
    detail: str
    record: Record
    disputed: bool


@dataclass(frozen=True)
class Docket:
    """A person's custody.

    entries: the earliest first, those without a day last. contradictions: in a reader's words.
    unclear: (status, row) of statuses that are not understood. status: what the rows show of a
    day. last_day: the last day that any of them tells of, "" where none does.
    """

    entries: tuple[DocketEntry, ...]
    contradictions: tuple[str, ...]
    unclear: tuple[tuple[str, Record], ...]
    status: str
    last_day: str


def docket(records: Sequence[Record], language: str, day: date) -> Docket:
    """Return the docket of a person whose rows these are. day: of which the status is told."""
    told = timeline_of(records)
    rows = {record_key(record): record for record in records}
    disputed = {event for each in told.contradictions for event in each.events}
    entries = tuple(
        DocketEntry(
            event.day.text if event.day else "",
            event.kind.value,
            event.said,
            event.detail if event.detail != event.said else "",
            rows[event.record],
            event in disputed,
        )
        for event in told.events
    )
    clashes = tuple(contradiction_told(each, language) for each in told.contradictions)
    unclear = tuple((each.said, rows[each.record]) for each in told.unclear)
    return Docket(entries, clashes, unclear, status_on(told, day).value, last_day(told))


def timeline_of(records: Sequence[Record]) -> Timeline:
    """Return what the rows of one person say, as the engines put it together."""
    key = next((record.person.key for record in records if record.person), "")
    return timeline(PersonValue(key, tuple(map(record_value, records))))


def last_day(told: Timeline) -> str:
    """Return the last day that is told of, at the precision that is known."""
    dated: list[Event] = [event for event in told.events if event.day]
    last = max(dated, key=lambda event: event.latest, default=None)
    return last.day.text if last and last.day else ""


STATUSES = tuple(Status)
"""Whatever may be shown of a person on a day."""
