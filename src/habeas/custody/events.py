"""What one record says happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from habeas.custody.days import readable
from habeas.custody.event import Event, EventKind
from habeas.custody.said_status import Said, said_status
from habeas.vocabulary import Field, PartialDate, Record, RecordKey

DAYS = {
    Field.DETAINED_ON: EventKind.DETAINED,
    Field.RELEASED_ON: EventKind.RELEASED,
    Field.DIED_ON: EventKind.DIED,
    Field.TRANSFERRED_ON: EventKind.TRANSFERRED,
    Field.CHARGED_ON: EventKind.CHARGED,
    Field.SENTENCED_ON: EventKind.SENTENCED,
    Field.REARRESTED_ON: EventKind.REARRESTED,
    Field.SEEN_HELD_ON: EventKind.SEEN_HELD,
}
"""The event that each field dates, as the list's reader has understood it."""

DETAILS = {
    EventKind.TRANSFERRED: (Field.TRANSFERRED_TO, Field.FACILITY),
    EventKind.CHARGED: (Field.CHARGES,),
    EventKind.SENTENCED: (Field.SENTENCE,),
    EventKind.RELEASED: (Field.RELEASE_CONDITIONS,),
    EventKind.DIED: (Field.CAUSE_OF_DEATH,),
}
"""What a row says beside the day: the first of these fields that it fills."""

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
    found = list(dated(record, read))
    return [*found, *by_status(record, found, read)]


def dated(record: Record, read: DayReader) -> Iterator[Event]:
    """Go through what the list's reader has understood of arrests, releases and the like."""
    for field, kind in DAYS.items():
        if text := record.values.get(field):
            written = record.cells.get(field.value, text).strip()
            yield Event(kind, read(text), record.key, field.value, written, detail_of(record, kind))


def by_status(record: Record, told: list[Event], read: DayReader) -> Iterator[Event]:
    """Go through what a status says, unless a dated field of the row says it too."""
    field, text = said_in(record, Field.STATUS)
    kind = STATUS_EVENTS.get(said_status(text))
    if not text and not any(event.kind.ends for event in told):
        # A row without a status that says when somebody was last seen means: seen inside.
        field, text = said_in(record, Field.LAST_SEEN_ON)
        kind = EventKind.SEEN_HELD if text else None
    if kind and not any(event.kind is kind for event in told):
        _, day = said_in(record, Field.STATUS_ON, Field.LAST_SEEN_ON)
        # What a status says was so by its day; when a release happened it does not say.
        when = read(day) if kind is EventKind.SEEN_HELD else None
        yield Event(kind, when, record.key, field, text, detail_of(record, kind))


def unclear(record: Record) -> Iterator[Unclear]:
    """Go through the statuses of a row that are not understood."""
    field, text = said_in(record, Field.STATUS)
    if text and said_status(text) is Said.UNCLEAR:
        yield Unclear(record.key, field, text)


def detail_of(record: Record, kind: EventKind) -> str:
    """Return what a row says beside the day: where to, which charge, on which conditions."""
    return said_in(record, *DETAILS.get(kind, ()))[1]


def said_in(record: Record, *fields: Field) -> tuple[str, str]:
    """Return (field, text) of the first of these fields that a row fills, else two ""."""
    return next(((field.value, text) for field in fields if (text := record.values.get(field))),
                ("", ""))  # fmt: skip
