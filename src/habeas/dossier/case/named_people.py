"""People whose names may be public: those of whom every record says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from habeas.custody import Contradiction, Event, timeline
from habeas.vocabulary import Field, Person, Record

CONSENT = ("consent", "publish", "consentimiento", "publicar")
"""Headings of the column in which a list records that a name may be public."""

CONFIDENTIAL = ("confidential", "confidencial")
"""Headings of the column that keeps a name from the public, whatever else is recorded."""

YES = frozenset(("yes", "true", "1", "sí", "si"))
NO = frozenset(("", "no", "false", "0"))


@dataclass(frozen=True)
class NamedPerson:
    """Somebody who may be named, and what the lists say happened, the earliest first.

    name: as the first record that has one writes it. clashes: what the records contradict each
    other on.
    """

    key: str
    name: str
    events: tuple[Event, ...] = ()
    clashes: tuple[Contradiction, ...] = ()


def named_people(
    people: Iterable[Person], agreed: Callable[[Record], bool]
) -> tuple[tuple[NamedPerson, ...], int]:
    """Return those who may be named, by name, and how many others there are.

    Consent holds of the rows that record it: somebody of whom one row says nothing is not named.
    """
    named, others = [], 0
    for person in people:
        name = written_name(person)
        if name and all(map(agreed, person.records)):
            told = timeline(person)
            named.append(NamedPerson(person.id, name, told.events, told.contradictions))
        else:
            others += 1
    return tuple(sorted(named, key=lambda each: (each.name.casefold(), each.key))), others


def written_name(person: Person) -> str:
    """Return a person's name as a list writes it, "" where none does."""
    for record in person.records:
        if full := record.values.get(Field.FULL_NAME):
            return full
        parts = (record.values.get(field, "") for field in (Field.GIVEN_NAMES, Field.SURNAMES))
        if name := " ".join(filter(None, parts)):
            return name
    return ""


def consent_recorded(record: Record) -> bool:
    """Whether a row of a table records consent and is not confidential.

    Anything but a plain yes is no consent, and anything but a plain no is confidential.
    """
    cells = {heading.strip().casefold(): text.strip().casefold()
             for heading, text in record.cells.items()}  # fmt: skip
    consents = [cells[heading] for heading in CONSENT if cells.get(heading)]
    secret = any(cells.get(heading, "") not in NO for heading in CONFIDENTIAL)
    return bool(consents) and YES.issuperset(consents) and not secret
