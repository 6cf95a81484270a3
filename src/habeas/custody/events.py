"""What one record says happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from habeas.custody.columns import cell, day_columns, heading, words
from habeas.custody.days import readable
from habeas.custody.event import Event, EventKind
from habeas.custody.said_status import Said, said_status
from habeas.vocabulary import Field, PartialDate, Record, RecordKey

KNOWN_FIELDS = {
    Field.DETAINED_ON: EventKind.DETAINED,
    Field.RELEASED_ON: EventKind.RELEASED,
    Field.DIED_ON: EventKind.DIED,
}
"""What a list's reader has understood already, whatever its heading is."""

DayReader = Callable[[str], PartialDate | None]
"""Reads the day of a cell; None where it names none."""

STATUS_EVENTS = {
    Said.SEEN_HELD: EventKind.SEEN_HELD,
    Said.RELEASED: EventKind.RELEASED,
    Said.HOUSE_ARREST: EventKind.RELEASED,
    Said.DIED: EventKind.DIED,
}
"""House arrest is out of prison: no custody is seen, and no day of a release is told."""


@dataclass(frozen=True)
class Unclear:
    """A status that is not understood, and the row that says it."""

    record: RecordKey
    column: str
    said: str


def events_of(record: Record, read: DayReader = readable) -> list[Event]:
    """Return the events that a row tells of, as written; a date that cannot be read is no day."""
    found = list(dict.fromkeys([*dated(record, read), *understood(record, read)]))
    return [*found, *by_status(record, found, read)]


def dated(record: Record, read: DayReader) -> Iterator[Event]:
    """Go through the columns that date an event."""
    done = {kind for field, kind in KNOWN_FIELDS.items() if field in record.values}
    for name, text in record.cells.items():
        kind = day_columns().get(heading(name))
        if kind and kind not in done and heading(text) not in {"", *words()["nothing"]["words"]}:
            yield at(record, kind, name, text, read)


def understood(record: Record, read: DayReader) -> Iterator[Event]:
    """Go through what the list's reader has understood of arrests, releases and deaths."""
    for field, kind in KNOWN_FIELDS.items():
        if text := record.values.get(field):
            event = at(record, kind, field.value, text, read)
            written = record.cells.get(field.value, text).strip()
            yield Event(kind, event.day, record.key, field.value, written, event.detail)


def by_status(record: Record, told: list[Event], read: DayReader) -> Iterator[Event]:
    """Go through what a status column says, unless a dated column of the row says it too."""
    column, text = cell(record.cells, words()["status"]["columns"])
    kind = STATUS_EVENTS.get(said_status(text))
    if not text and not any(event.kind.ends for event in told):
        column, text = cell(record.cells, words()["status"]["seen"])
        kind = EventKind.SEEN_HELD if text else None
    if kind and not any(event.kind is kind for event in told):
        _, day = cell(record.cells, words()["status"]["days"])
        # What a status says was so by its day; when a release happened it does not say.
        when = read(day) if kind is EventKind.SEEN_HELD else None
        yield Event(kind, when, record.key, column, text, detail_of(record, kind))


def unclear(record: Record) -> Iterator[Unclear]:
    """Go through the statuses of a row that are not understood."""
    column, text = cell(record.cells, words()["status"]["columns"])
    if text and said_status(text) is Said.UNCLEAR:
        yield Unclear(record.key, column, text)


def at(record: Record, kind: EventKind, column: str, text: str, read: DayReader) -> Event:
    """Return an event on the day that a cell names."""
    return Event(kind, read(text), record.key, column, text.strip(), detail_of(record, kind))


def detail_of(record: Record, kind: EventKind) -> str:
    """Return what a row says beside the day: where to, which charge, on which conditions."""
    return cell(record.cells, words()["details"].get(kind.value, []))[1]
