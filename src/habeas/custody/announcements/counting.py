"""How many people were released in a window, whatever doubtful links and uncertain days are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from habeas.custody.event import Event, EventKind
from habeas.custody.timeline import Timeline, contradictions, in_order
from habeas.vocabulary import RecordKey

RELEASE = (EventKind.RELEASED,)
Pair = tuple[RecordKey, RecordKey]
Days = tuple[date | None, date | None]
Name = TypeVar("Name")


@dataclass(frozen=True)
class Range:
    """People from ``low`` (whatever the doubtful links and days are) to ``high`` (at most)."""

    low: int
    high: int


def released_in(
    sure: Sequence[Timeline], possible: Sequence[Timeline], doubtful: Sequence[Pair],
    widest: Days, narrowest: Days,
) -> Range:  # fmt: skip
    """Count the people released in a window; sure, possible: who surely and perhaps is meant.

    At least: doubtful pairs are one person each, and whoever that joins counts once, and only if
    the joined records still agree on the release. At most: they are two people each, of whom only
    those count whose own rows tell of a release.
    """
    owner = {record: person.person for person in possible for record in person.records}
    known = [(left, right) for left, right in doubtful if left in owner and right in owner]
    within: dict[str, list[Pair]] = defaultdict(list)
    for left, right in known:
        if owner[left] == owner[right]:
            within[owner[left]].append((left, right))
    released = {p.person for p in sure if p.surely(RELEASE, *narrowest)}
    by_name = {person.person: person for person in possible}
    groups = joined(by_name, [(owner[left], owner[right]) for left, right in known])
    low = sum(
        any(stays_sure(name, group, by_name, narrowest) for name in group if name in released)
        for group in groups
    )
    return Range(low, sum(apart(person, within[person.person], widest) for person in possible))


def joined(names: Iterable[Name], pairs: Iterable[tuple[Name, Name]]) -> list[list[Name]]:
    """Return who are one if both of every pair are, in groups."""
    parent = {name: name for name in names}
    for left, right in pairs:
        parent[root(parent, left)] = root(parent, right)
    groups: dict[Name, list[Name]] = defaultdict(list)
    for name in parent:
        groups[root(parent, name)].append(name)
    return list(groups.values())


def root(parent: Mapping[Name, Name], name: Name) -> Name:
    """Return what stands for the group of a name."""
    while parent[name] != name:
        name = parent[name]
    return name


def stays_sure(name: str, group: Sequence[str], people: Mapping[str, Timeline], days: Days) -> bool:
    """Whether a release stays sure, with each of the others joined and with all of them."""
    others = [[other] for other in group if other != name]
    if len(others) > 1:
        others.append([other for other in group if other != name])
    return all(
        together([people[name], *(people[one] for one in some)]).surely(RELEASE, *days)
        for some in others
    )


def together(people: Sequence[Timeline]) -> Timeline:
    """Return one timeline of the records of several people."""
    events = in_order(event for person in people for event in person.events)
    return Timeline(people[0].person, tuple(events), tuple(contradictions(events)))


def apart(person: Timeline, doubtful: Sequence[Pair], days: Days) -> int:
    """Return how many people released in the window a person may be, if doubtful rows are others.

    No more than rows that tell of such a release, and no more than the doubtful pairs can part.
    """
    if not doubtful:
        return int(person.possibly(RELEASE, *days))
    rows = {row for pair in doubtful for row in pair}
    parts = 1 + len(rows) - len(joined(rows, doubtful))
    return min(len({e.record for e in releases(person) if e.possibly_within(*days)}), parts)


def releases(person: Timeline) -> list[Event]:
    """Return the releases that records date."""
    return [event for event in person.of(EventKind.RELEASED) if event.day]
