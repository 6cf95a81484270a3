"""What one record says happened."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.custody.columns import cell, day_columns, heading, status_words, words
from habeas.custody.days import read_day
from habeas.custody.event import Event, EventKind
from habeas.vocabulary import Field, InputError, PartialDate, Record

KNOWN_FIELDS = {
    Field.DETAINED_ON: EventKind.DETAINED,
    Field.RELEASED_ON: EventKind.RELEASED,
    Field.DIED_ON: EventKind.DIED,
}
"""What a list's reader has understood already."""


def events_of(record: Record) -> list[Event]:
    """Return the events that a row tells of, as written; a date that cannot be read is no day."""
    found = {(event.kind, event.said): event for event in dated(record)}
    known = [
        at(record, kind, field.value, record.values[field])
        for field, kind in KNOWN_FIELDS.items()
        if field in record.values
    ]
    for event in known:
        found.setdefault((event.kind, event.said), event)
    return [*found.values(), *by_status(record, list(found.values()))]


def dated(record: Record) -> Iterator[Event]:
    """Go through the columns that date an event."""
    for name, text in record.cells.items():
        kind = day_columns().get(heading(name))
        if kind and text.strip():
            yield at(record, kind, name, text)


def by_status(record: Record, told: list[Event]) -> Iterator[Event]:
    """Go through what a status column says, unless a dated column of the row says it too."""
    column, text = cell(record.cells, words()["status"]["columns"])
    kind = status_words().get(heading(text))
    if kind and not any(event.kind is kind for event in told):
        _, day = cell(record.cells, words()["status"]["days"])
        # What a status says was so by its day; when a release happened it does not say.
        when = readable(day) if kind is EventKind.SEEN_HELD else None
        yield Event(kind, when, record.key, column, text, detail_of(record, kind))


def at(record: Record, kind: EventKind, column: str, text: str) -> Event:
    """Return an event on the day that a cell names."""
    return Event(kind, readable(text), record.key, column, text.strip(), detail_of(record, kind))


def readable(text: str) -> PartialDate | None:
    """Return the day a cell names, None where it names none that can be read."""
    try:
        return read_day(text)
    except InputError:
        return None


def detail_of(record: Record, kind: EventKind) -> str:
    """Return what a row says beside the day: where to, which charge, on which conditions."""
    return cell(record.cells, words()["details"].get(kind.value, []))[1]
