"""Announced releases held against the people whose release is documented by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.custody.announcements.announced import Setting, announced, narrow, window
from habeas.custody.announcements.counting import RELEASE, Pair, Range, released_in, releases
from habeas.custody.announcements.scope_of_announcement import belonging
from habeas.custody.event import Event, EventKind
from habeas.custody.timeline import Timeline
from habeas.vocabulary import Claim

DOUBT = 0.01
"""How unlikely so few documented names must be before an announcement is flagged."""

NOTHING_BESIDES = Setting()


class Finding(StrEnum):
    """What holding an announcement against the names leads to.

    ``more_named``: more are documented than were announced. ``too_few_named``: so few are named
    that, by how many releases the lists are known to catch, the number is hardly true.
    ``not_compared``: no row says the place or the part that is announced.
    """

    CONFIRMED = "confirmed"
    MORE_NAMED = "more_named"
    TOO_FEW_NAMED = "too_few_named"
    PARTLY = "partly"
    NOBODY_NAMED = "nobody_named"
    NOT_COMPARED = "not_compared"


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
    def share(self) -> tuple[float, float] | None:
        """The least and the greatest share of the announced that is confirmed by name.

        None where nobody was announced for sure, or nothing could be compared.
        """
        if not self.announced_low or self.finding is Finding.NOT_COMPARED:
            return None
        low = self.documented.low / self.announced_high if self.announced_high else 0.0
        return min(1.0, low), min(1.0, self.documented.high / self.announced_low)


@dataclass(frozen=True)
class Back:
    """A person whose release was documented within an announcement and who is inside again."""

    person: str
    claim: str
    release: Event
    again: Event


def verify(
    announced: Sequence[Claim],
    people: Sequence[Timeline],
    doubtful: Iterable[Pair] = (),
    coverage: tuple[float, float] | None = None,
    setting: Setting = NOTHING_BESIDES,
) -> list[Verification]:
    """Hold each announcement against the people whose release is documented.

    doubtful: pairs of records that may or may not be one person. coverage: the least and the
    greatest share of all releases that the lists are thought to document, which says when an
    announcement has too few names to be true; without it none is said to. setting: what the case
    knows besides; whoever was freed from a part of a population was freed from the whole.
    """
    pairs = list(doubtful)
    return [verified(claim, people, pairs, coverage, setting) for claim in announced]


def verified(
    claim: Claim, people: Sequence[Timeline], doubtful: Sequence[Pair],
    coverage: tuple[float, float] | None, setting: Setting,
) -> Verification:  # fmt: skip
    """Hold one announcement against the people of its population, place and part."""
    meant = belonging(claim, people, setting)
    maybe = [p for p in meant.possible if p.possibly(RELEASE, *window(claim))]
    sure = [p for p in meant.sure if p.surely(RELEASE, *narrow(claim))]
    low, high = announced(claim, setting)
    found = released_in(meant.sure, meant.possible, doubtful, window(claim), narrow(claim))
    compared = meant.tells_apart(maybe)
    expected = expectation(low, coverage) if coverage and compared else None
    names = sorted({name for person in maybe for name in person.lists})
    by_list = {name: of_list(name, sure, maybe, claim) for name in names}
    outcome = finding(found, low, high, expected)
    return Verification(
        claim, *window(claim), low, high, found, by_list,
        tuple(sorted(p.person for p in sure)),
        tuple(sorted({p.person for p in maybe} - {p.person for p in sure})),
        outcome if compared else Finding.NOT_COMPARED, expected,
    )  # fmt: skip


def of_list(name: str, sure: Iterable[Timeline], maybe: Iterable[Timeline], claim: Claim) -> Range:
    """Count the people whose release in the window one list documents.

    What the list says is sure only of people of whom all records together make it so.
    """
    return Range(
        sum(person.of_list(name).surely(RELEASE, *narrow(claim)) for person in sure),
        sum(person.of_list(name).possibly(RELEASE, *window(claim)) for person in maybe),
    )


def expectation(low: int, coverage: tuple[float, float]) -> Range:
    """Return how many of so many releases the lists would document, but for bad luck."""
    least, most = (min(max(share, 0.0), 1.0) for share in coverage)
    from scipy.stats import binom  # noqa: PLC0415  (takes half a second to load)

    return Range(int(binom.ppf(DOUBT, low, least)), int(binom.ppf(1 - DOUBT, low, most)))


def finding(found: Range, low: int, high: int | None, expected: Range | None) -> Finding:
    """Say what the documented people make of an announcement."""
    if high is not None and found.low > high:
        return Finding.MORE_NAMED
    if expected and found.high < expected.low:
        return Finding.TOO_FEW_NAMED
    if found.high == 0:
        return Finding.NOBODY_NAMED
    return Finding.CONFIRMED if found.low >= low > 0 else Finding.PARTLY


def never_announced(announced: Iterable[Claim], people: Iterable[Timeline]) -> list[Timeline]:
    """Return the people with a release that surely lies in the window of no announcement.

    Where records dispute its day, on none of the days that they tell; one that cannot have been as
    told is not among them.
    """
    windows = [window(claim) for claim in announced]
    return [
        person for person in people
        if any(
            not person.impossible(event) and not covered(person.span(event), windows)
            for event in releases(person) if event in person.distinct
        )
    ]  # fmt: skip


def undated(people: Iterable[Timeline]) -> list[Timeline]:
    """Return the people of whom a record says that they were released, and none on which day.

    They may have been released in any window, and are counted in none.
    """
    return [person for person in people if person.of(EventKind.RELEASED) and not releases(person)]


def covered(days: tuple[date, date], windows: Iterable[tuple[date | None, date | None]]) -> bool:
    """Whether one of some windows reaches into the days on which something may have been."""
    return any(
        (first is None or days[1] >= first) and (last is None or days[0] <= last)
        for first, last in windows
    )


def back_inside(announced: Iterable[Claim], people: Sequence[Timeline]) -> list[Back]:
    """Return the people released within an announcement whom an arrest or a sign puts back.

    Whoever may have left again since is not among them, nor whose release cannot be as told.
    """
    found: dict[tuple[str, Event], Back] = {}
    for claim in announced:
        for person in people:
            for release in releases(person):
                again = signs_after(person, release)
                if again and release.possibly_within(*window(claim)):
                    back = Back(person.person, claim.id, release, again[0])
                    found.setdefault((person.person, again[0]), back)
    return list(found.values())


def signs_after(person: Timeline, release: Event) -> list[Event]:
    """Return the arrests and signs of custody after a release that no other end may follow."""
    if person.impossible(release):
        return []
    _, latest = person.span(release)
    again = [
        event for event in person.events
        if event.day and event.earliest > latest and (event.kind.starts or event.kind.inside)
    ]  # fmt: skip
    if not again:
        return []
    left = any(
        event.kind.ends and event != release
        and (event.day is None or event.latest >= again[-1].earliest)
        for event in person.events
    )  # fmt: skip
    return [] if left else again
