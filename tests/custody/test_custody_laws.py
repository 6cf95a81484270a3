"""Laws of custody that hold whatever lists say and in whatever order they say it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import person

from habeas.custody import (
    EventKind,
    Status,
    Timeline,
    contradiction_told,
    documented,
    status_on,
    timeline,
)
from habeas.vocabulary import Measure, Person, Record, RecordKey

FIRST = date(2026, 1, 1)
COLUMNS = ("detained_on", "seen_held_on", "charged_on", "released_on", "rearrested_on", "died_on")

days = st.integers(0, 90).map(lambda after: FIRST + timedelta(after))
written = days.flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], "2026", "2026-44-01"])
)
rows = st.dictionaries(st.sampled_from(COLUMNS), written, min_size=1, max_size=4)
histories = st.lists(rows, min_size=1, max_size=4)
crowds = st.lists(histories, min_size=1, max_size=5)


def records(history: list[dict[str, str]]) -> list[Record]:
    return [Record(RecordKey("abcd"[at], at + 1), {}, row) for at, row in enumerate(history)]


def every_status(found: Timeline) -> list[Status]:
    return [status_on(found, FIRST + timedelta(after)) for after in range(-1, 100, 3)]


@given(histories, st.randoms())
def test_the_order_of_rows_changes_nothing(history: list[dict[str, str]], chance: Random):
    told = records(history)
    shuffled = chance.sample(told, len(told))
    assert timeline(Person("p", tuple(told))) == timeline(Person("p", tuple(shuffled)))


@given(histories, st.randoms())
def test_the_names_and_places_of_lists_change_no_status(
    history: list[dict[str, str]], chance: Random
):
    one = person("p", *history)
    other = person("p", *chance.sample(history, len(history)))
    assert every_status(one) == every_status(other)
    clashes = [sorted(clash.clash for clash in each.contradictions) for each in (one, other)]
    assert clashes[0] == clashes[1]


@given(histories, days)
def test_a_status_agrees_with_the_events_on_the_timeline(history: list[dict[str, str]], day: date):
    found = person("p", *history)
    status = status_on(found, day)
    begun = [event for event in found.events if event.earliest <= day]
    if status is Status.DEAD:
        assert any(event.kind is EventKind.DIED for event in begun)
    elif status is Status.RELEASED:
        assert any(event.kind is EventKind.RELEASED for event in begun)
    elif status in (Status.HELD, Status.LAST_SEEN_HELD):
        assert any(event.kind.starts for event in begun)
    elif status is Status.NOT_YET:
        assert not any(e.latest <= day for e in found.events if e.kind.starts or e.kind.ends)
    elif status is Status.UNKNOWN:
        assert not any(event.kind.starts for event in found.events)


@given(crowds, days)
def test_everybody_is_counted_at_most_once(crowd: list[list[dict[str, str]]], day: date):
    people = [person(f"p{at}", *history) for at, history in enumerate(crowd)]
    for found in documented(people, [day], "all"):
        assert all(found.count(measure) <= len(people) for measure in Measure)
        assert found.held + found.last_seen_held + found.unsure <= len(people)
        assert found.died + found.held <= len(people)


@settings(max_examples=200)
@given(histories, rows, days)
def test_a_later_record_undoes_an_event_only_by_a_contradiction_that_is_shown(
    history: list[dict[str, str]], later: dict[str, str], day: date
):
    before, after = person("p", *history), person("p", *history, {"list": "z", **later})
    assert set(before.events) <= set(after.events)
    for kind in (EventKind.DETAINED, EventKind.RELEASED, EventKind.DIED):
        if before.surely([kind], None, day) and not after.surely([kind], None, day):
            new = set(after.contradictions) - set(before.contradictions)
            assert any(event.kind is kind for clash in new for event in clash.events)
            assert all(contradiction_told(clash) for clash in new)


@st.composite
def lives(draw: st.DrawFn) -> tuple[date, date | None, list[dict[str, str]]]:
    """Draw an arrest, perhaps a release, and rows that tell the truth of them, more or less."""
    start = draw(days)
    end = draw(st.none() | st.integers(0, 60).map(lambda after: start + timedelta(after)))
    told = []
    for _ in range(draw(st.integers(1, 3))):
        cut = draw(st.sampled_from([10, 7, 4]))
        row = {"detained_on": start.isoformat()[: draw(st.sampled_from([10, 7]))]}
        if end and draw(st.booleans()):
            row["released_on"] = end.isoformat()[:cut]
        seen = draw(days)
        if seen >= start and draw(st.booleans()):
            out = end is not None and end <= seen
            row |= {"status": "excarcelado con medidas" if out else "detenido en un comando",
                    "as_of": seen.isoformat()}  # fmt: skip
        told.append(row)
    return start, end, told


@settings(max_examples=300)
@given(lives(), days)
def test_true_records_never_prove_what_was_not(
    life: tuple[date, date | None, list[dict[str, str]]], day: date
):
    start, end, told = life
    found = person("p", *told)
    status = status_on(found, day)
    if status is Status.HELD:
        assert start <= day
        assert end is None or day < end
    if status is Status.RELEASED:
        assert end is not None
        assert end <= day
    window = (FIRST, day)
    happened = end is not None and FIRST <= end <= day
    assert found.surely([EventKind.RELEASED], *window) <= happened
    dated = [event for event in found.of(EventKind.RELEASED) if event.day]
    assert not (happened and dated) or found.possibly([EventKind.RELEASED], *window)
