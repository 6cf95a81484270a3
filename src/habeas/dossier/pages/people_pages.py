"""People by name, where consent is recorded: the list, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.custody import Contradiction, Event
from habeas.dossier.case import NamedPerson
from habeas.dossier.page_context import Page, PageContext


@dataclass(frozen=True)
class EventLine:
    """What happened to a person, in words: what, when, and the row that says so."""

    what: str
    when: str
    list_name: str
    row: int


@dataclass(frozen=True)
class PersonLine:
    """A person in the list: the earliest and the latest that is known."""

    name: str
    path: str
    first: EventLine | None
    last: EventLine | None


def people_pages(edition: PageContext) -> Iterator[Page]:
    """Build the list of people who may be named, and a page for each; none without people."""
    if not edition.case.people:
        return
    yield _list(edition)
    for person in edition.case.people:
        yield _page(edition, person)


def _list(edition: PageContext) -> Page:
    words, people = edition.words, edition.case.people
    return Page(
        edition.addresses.people,
        "people.html",
        words("people.title"),
        {
            "rows": [_line(edition, person) for person in people],
            "count": words(
                "people.count",
                named=words.number(len(people)),
                others=words.number(edition.case.unnamed),
            ),
        },
    )


def _line(edition: PageContext, person: NamedPerson) -> PersonLine:
    lines = [event_line(edition, event) for event in person.events]
    return PersonLine(
        person.name,
        edition.addresses.person(person.key),
        lines[0] if lines else None,
        lines[-1] if len(lines) > 1 else None,
    )


def _page(edition: PageContext, person: NamedPerson) -> Page:
    return Page(
        edition.addresses.person(person.key),
        "person.html",
        person.name,
        {
            "person": person,
            "events": [event_line(edition, event) for event in person.events],
            "clashes": [_clash(edition, clash) for clash in person.clashes],
        },
    )


def event_line(edition: PageContext, event: Event) -> EventLine:
    """Tell an event without its details, in which others may be named."""
    words = edition.words
    when = words.date(event.day) if event.day else words("people.day_unknown")
    return EventLine(words(f"event.{event.kind}"), when, event.record.list_name, event.record.row)


def _clash(edition: PageContext, found: Contradiction) -> str:
    told = [event_line(edition, event) for event in found.events]
    events = edition.words.listed([f"{line.what} {line.when}" for line in told])
    return edition.words(f"clash.{found.clash}", events=events)
