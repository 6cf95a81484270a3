"""Announced releases held against the people whose release is documented by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scipy.stats import binom

from habeas.custody.event import Event, EventKind
from habeas.custody.timeline import Timeline
from habeas.vocabulary import GENERAL_SCOPES, Claim, Measure, Modality, RecordKey, Scopes

RELEASE = (EventKind.RELEASED,)

DOUBT = 0.01
"""How unlikely so few documented names must be before an announcement is flagged."""


class Finding(StrEnum):
    """What holding an announcement against the names leads to.

    ``more_named``: more are documented than were announced. ``too_few_named``: so few are named
    that, by how many releases the lists are known to catch, the number is hardly true.
    """

    CONFIRMED = "confirmed"
    MORE_NAMED = "more_named"
    TOO_FEW_NAMED = "too_few_named"
    PARTLY = "partly"
    NOBODY_NAMED = "nobody_named"


@dataclass(frozen=True)
class Range:
    """People from ``low`` (whatever the doubtful links and days are) to ``high`` (at most)."""

    low: int
    high: int


@dataclass(frozen=True)
class Verification:
    """One announcement and the people whose release is documented in its window.

    first, last: the widest window; None: open. announced_high: None where there is no upper limit.
    surely, possibly: ids of the people released in the window for sure, and perhaps.
    expected: how many should be documented if the announcement is true and the lists catch as
    many of these releases as of the others, as a range; None where that is not known.
    """

    claim: Claim
    first: date | None
    last: date | None
    announced_low: int
    announced_high: int | None
    documented: Range
    by_list: Mapping[str, Range]
    surely: tuple[str, ...]
    possibly: tuple[str, ...]
    finding: Finding
    expected: Range | None = None

    @property
    def share(self) -> tuple[float, float]:
        """The least and the greatest share of the announced that is confirmed by name."""
        high = min(1.0, self.documented.high / self.announced_low) if self.announced_low else 1.0
        most = self.announced_high or self.announced_low
        return (min(1.0, self.documented.low / most) if most else 1.0), high


@dataclass(frozen=True)
class Back:
    """A person whose release was documented within an announcement and who is inside again."""

    person: str
    claim: str
    release: Event
    again: Event


def announcements(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that announce releases: not counted by name, not promised, not denied."""
    return [
        claim for claim in claims
        if claim.measure is Measure.RELEASED
        and claim.modality.binds
        and claim.modality is not Modality.VERIFIED
    ]  # fmt: skip


def verify(
    announced: Sequence[Claim],
    people: Sequence[Timeline],
    doubtful: Iterable[tuple[RecordKey, RecordKey]] = (),
    coverage: tuple[float, float] | None = None,
    scopes: Scopes = GENERAL_SCOPES,
) -> list[Verification]:
    """Hold each announcement against the people whose release is documented.

    doubtful: pairs of records that may or may not be one person. coverage: the least and the
    greatest share of all releases that the lists are thought to document, which says when an
    announcement has too few names to be true; without it none is said to. scopes: how populations
    lie in one another; whoever was freed from a part was freed from the whole.
    """
    pairs = list(doubtful)
    return [verified(claim, people, pairs, coverage, scopes) for claim in announced]


def verified(
    claim: Claim, people: Sequence[Timeline], doubtful: Sequence[tuple[RecordKey, RecordKey]],
    coverage: tuple[float, float] | None, scopes: Scopes,
) -> Verification:  # fmt: skip
    """Hold one announcement against the people of its population."""
    first, last = window(claim)
    kind = claim.population_kind
    maybe = [p for p in people if p.possibly_in(kind, scopes) and p.possibly(RELEASE, first, last)]
    sure = [p for p in maybe if p.surely_in(kind, scopes) and p.surely(RELEASE, *narrow(claim))]
    low, high = announced(claim)
    found = people_in(sure, maybe, doubtful)
    expected = expectation(low, coverage) if coverage else None
    names = sorted({name for person in maybe for name in person.lists})
    by_list = {name: of_list(name, sure, maybe, claim) for name in names}
    return Verification(
        claim, first, last, low, high, found, by_list,
        tuple(sorted(p.person for p in sure)),
        tuple(sorted({p.person for p in maybe} - {p.person for p in sure})),
        finding(found, low, high, expected), expected,
    )  # fmt: skip


def window(claim: Claim) -> tuple[date | None, date | None]:
    """Return the widest days that an announcement can be about."""
    period = claim.period
    return (period.start.earliest if period.start else None,
            period.end.latest if period.end else None)  # fmt: skip


def narrow(claim: Claim) -> tuple[date | None, date | None]:
    """Return the days that it is about for sure.

    A period within one month that is known to the month alone is all of that month.
    """
    period = claim.period
    if period.start and period.end and period.start.latest > period.end.earliest:
        return window(claim)
    return (period.start.latest if period.start else None,
            period.end.earliest if period.end else None)  # fmt: skip


def announced(claim: Claim) -> tuple[int, int | None]:
    """Return how many were announced, at least and at most."""
    quantity = claim.quantity
    if quantity.low is not None:
        return quantity.low, quantity.high
    return quantity.value or 0, quantity.value


def releases(person: Timeline) -> list[Event]:
    """Return the releases that records date."""
    return [event for event in person.of(EventKind.RELEASED) if event.day]


def of_list(name: str, sure: Iterable[Timeline], maybe: Iterable[Timeline], claim: Claim) -> Range:
    """Count the people whose release in the window one list documents.

    What the list says is sure only of people of whom all records together make it so.
    """
    return Range(
        sum(person.of_list(name).surely(RELEASE, *narrow(claim)) for person in sure),
        sum(person.of_list(name).possibly(RELEASE, *window(claim)) for person in maybe),
    )


def people_in(
    sure: Sequence[Timeline], maybe: Sequence[Timeline],
    doubtful: Sequence[tuple[RecordKey, RecordKey]],
) -> Range:  # fmt: skip
    """Count people, at least if every doubtful pair is one person, at most if none is."""
    owner = {event.record: person.person for person in maybe for event in person.events}
    joined = {person.person: person.person for person in sure}

    def root(name: str) -> str:
        while joined[name] != name:
            name = joined[name]
        return name

    split = 0
    for left, right in doubtful:
        one, other = owner.get(left), owner.get(right)
        if one is not None and one == other:
            split += 1
        elif one in joined and other in joined:
            joined[root(str(one))] = root(str(other))
    return Range(sum(joined[name] == name for name in joined), len(maybe) + split)


def expectation(low: int, coverage: tuple[float, float]) -> Range:
    """Return how many of so many releases the lists would document, but for bad luck."""
    least, most = (min(max(share, 0.0), 1.0) for share in coverage)
    return Range(int(binom.ppf(DOUBT, low, least)), int(binom.ppf(1 - DOUBT, low, most)))


def finding(found: Range, low: int, high: int | None, expected: Range | None) -> Finding:
    """Say what the documented people make of an announcement."""
    if high is not None and found.low > high:
        return Finding.MORE_NAMED
    if expected and found.high < expected.low:
        return Finding.TOO_FEW_NAMED
    if found.high == 0:
        return Finding.NOBODY_NAMED
    return Finding.CONFIRMED if found.low >= low else Finding.PARTLY


def never_announced(announced: Iterable[Claim], people: Iterable[Timeline]) -> list[Timeline]:
    """Return the people with a release that lies in the window of no announcement."""
    windows = [window(claim) for claim in announced]
    return [
        person for person in people
        if any(not any(e.possibly_within(*each) for each in windows) for e in releases(person))
    ]  # fmt: skip


def released_since(person: Timeline, release: Event, again: Event) -> bool:
    """Whether another release or death may be as late as the last sign of being inside."""
    return any(
        event.day and event.kind.ends and event != release and event.latest >= again.earliest
        for event in person.events
    )


def back_inside(announced: Iterable[Claim], people: Sequence[Timeline]) -> list[Back]:
    """Return the people released within an announcement whom an arrest or a sign puts back.

    Whoever may have left again since is not among them.
    """
    found: dict[tuple[str, Event], Back] = {}
    for claim in announced:
        for person in people:
            for release in releases(person):
                again = [e for e in person.events if e.day and e.earliest > release.latest
                         and not e.kind.ends]  # fmt: skip
                if again and released_since(person, release, again[-1]):
                    continue
                if again and release.possibly_within(*window(claim)):
                    back = Back(person.person, claim.id, release, again[0])
                    found.setdefault((person.person, again[0]), back)
    return list(found.values())
