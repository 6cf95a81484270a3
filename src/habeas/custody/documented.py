"""What is documented by name: counts over time, as claims that bind the truth from below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.custody.event import EventKind
from habeas.custody.status import Status, status_on
from habeas.custody.timeline import Timeline
from habeas.vocabulary import (
    GENERAL_SCOPES,
    Claim,
    ClaimantKind,
    Measure,
    Modality,
    PartialDate,
    Period,
    Qualifier,
    Quantity,
    Scopes,
)

ALL_LISTS = "documented by name"
"""The claimant of counts over all lists together."""

FLOWS = {
    Measure.DETAINED: (EventKind.DETAINED, EventKind.REARRESTED),
    Measure.RELEASED: (EventKind.RELEASED,),
    Measure.DIED: (EventKind.DIED,),
}


@dataclass(frozen=True)
class Documented:
    """People of a scope whom lists document on a day.

    source: a list's name, or ALL_LISTS. flows since the first documented day; held: surely inside;
    last_seen_held: inside when last heard of, which proves nothing of the day; unsure: neither.
    """

    scope: str
    source: str
    day: date
    detained: int
    released: int
    died: int
    held: int
    last_seen_held: int
    unsure: int

    def count(self, measure: Measure) -> int:
        """Return the people of one measure; of entries in registers, none."""
        return 0 if measure is Measure.REGISTERED else int(getattr(self, measure.value))


def documented(
    people: Sequence[Timeline], days: Iterable[date], scope: str, *, by_list: bool = True,
    scopes: Scopes = GENERAL_SCOPES,
) -> list[Documented]:  # fmt: skip
    """Count the people of a scope whom the lists document at the end of each day.

    A person who names other scopes, none of them within this one, is not counted; one who names
    none is. People are counted and not events: the counts are lower bounds of the events.
    """
    inside = [person for person in people if person.surely_in(scope, scopes)]
    lists = sorted({name for person in inside for name in person.lists}) if by_list else []
    sources = {ALL_LISTS: inside} | {
        name: [p.of_list(name) for p in inside if name in p.lists] for name in lists
    }
    return [
        count(timelines, day, scope, source)
        for day in days
        for source, timelines in sources.items()
    ]


def count(people: Sequence[Timeline], day: date, scope: str, source: str) -> Documented:
    """Count the people of one source on one day."""
    flows = {
        measure: sum(person.surely(kinds, None, day) for person in people)
        for measure, kinds in FLOWS.items()
    }
    states = [status_on(person, day) for person in people]
    return Documented(
        scope, source, day, flows[Measure.DETAINED], flows[Measure.RELEASED], flows[Measure.DIED],
        states.count(Status.HELD), states.count(Status.LAST_SEEN_HELD),
        states.count(Status.UNSURE),
    )  # fmt: skip


def days_worth_asking(people: Iterable[Timeline]) -> list[date]:
    """Return the last days of the months in which something is documented."""
    ends = {
        PartialDate(event.latest.isoformat()[:7]).latest
        for person in people
        for event in person.events
        if event.day
    }
    return sorted(ends)


def as_claims(counts: Iterable[Documented], place: str = "") -> list[Claim]:
    """Write counts as verified claims, which reconciliation takes as lower bounds of the truth.

    Counts of nobody say nothing and are left out.
    """
    return [
        claim
        for each in counts
        for measure in Measure
        if each.count(measure)
        for claim in [as_claim(each, measure, place)]
    ]


def as_claim(counted: Documented, measure: Measure, place: str = "") -> Claim:
    """Write one count as a claim of modality verified.

    At least so many: even of its own list a count says no more, since people whose day is not
    known, or who were last seen long ago, are in neither side of the ledger.
    """
    day = PartialDate(counted.day.isoformat())
    source = "" if counted.source == ALL_LISTS else f"-{counted.source}"
    return Claim(
        id=f"named-{counted.scope}-{measure.value}-{day.text}{source}",
        measure=measure,
        quantity=Quantity(counted.count(measure), Qualifier.AT_LEAST, low=counted.count(measure)),
        population_kind=counted.scope,
        place=place,
        period=Period(None, day),
        cumulative=measure.is_flow,
        modality=Modality.VERIFIED,
        claimant=counted.source,
        claimant_kind=ClaimantKind.OTHER,
        note="counted by name, each person once",
    )
