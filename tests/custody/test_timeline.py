"""A timeline keeps all that records say, shows where they clash, and claims no more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import person, read_person

from habeas.custody import (
    Clash,
    EventKind,
    Status,
    as_claims,
    contradiction_told,
    documented,
    status_on,
)
from habeas.custody.days import read_day
from habeas.custody.documented import ALL_LISTS
from habeas.vocabulary import InputError, Measure, Modality

CUSTODY = {"detained_on": "2026-01-03", "seen_held_on": "2026-01-20", "released_on": "2026-02-10"}

BACKWARDS = {"detained_on": "2026-02-01", "released_on": "2026-01-05"}


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-01-08", "2026-01-08"),
        ("2026-1-8", "2026-01-08"),
        ("08/01/2026", "2026-01-08"),
        ("01/28/2026", "2026-01-28"),
        ("01/2026", "2026-01"),
        ("2026", "2026"),
        ("2026-01-08T10:00:00", "2026-01-08"),
    ],
)
def test_days_are_read_as_lists_write_them(written: str, read: str):
    assert read_day(written).text == read


@pytest.mark.parametrize("written", ["yesterday", "2026-13-40", "31/02/2026", "8", ""])
def test_what_is_no_day_is_refused(written: str):
    with pytest.raises(InputError):
        read_day(written)


def test_every_event_keeps_the_row_and_the_words_that_tell_of_it():
    ana = person("ana", CUSTODY | {"conditions": "reporting every 15 days"})
    assert [event.kind for event in ana.events] == [
        EventKind.DETAINED, EventKind.SEEN_HELD, EventKind.RELEASED,
    ]  # fmt: skip
    release = ana.events[-1]
    assert (release.said, release.column, release.record.row) == ("2026-02-10", "released_on", 1)
    assert release.detail == "reporting every 15 days"


def test_spanish_headings_are_understood():
    luis = read_person(
        "luis", {"Fecha de detención": "03/01/2026", "Fecha de excarcelación": "2026-02"}
    )
    assert [event.kind for event in luis.events] == [EventKind.DETAINED, EventKind.RELEASED]


@pytest.mark.parametrize(
    "heading",
    ["Fecha de libertad", "Excarcelación", "Excarcelado", "Liberado",
     "datos/Fecha de excarcelación", "release_date", "liberado_el"],
)  # fmt: skip
@pytest.mark.parametrize(
    "written", ["8 de enero de 2026", "08-ene-2026", "08.01.26", "8/ene/2026", "2026-01-08T10:00"]
)
def test_a_release_is_understood_as_linkage_understands_it(heading: str, written: str):
    ana = read_person("ana", {heading: written})
    assert [(event.kind, str(event.day)) for event in ana.events] == [
        (EventKind.RELEASED, "2026-01-08")
    ]


@pytest.mark.parametrize(
    ("heading", "day"), [("Excarcelado", "2026-01-08"), ("liberado_el", "2026-01-08"),
                         ("release_date", "2026")],
)  # fmt: skip
def test_of_a_day_whose_order_nothing_tells_the_year_is_known(heading: str, day: str):
    ana = read_person("ana", {heading: "08/01/26"})
    assert [str(event.day) for event in ana.events] == [day]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Fecha de la detención", EventKind.DETAINED),
        ("Fecha de captura", EventKind.DETAINED),
        ("fecha aprehensión", EventKind.DETAINED),
        ("Detención", EventKind.DETAINED),
        ("date of detention", EventKind.DETAINED),
        ("Fecha de fallecimiento", EventKind.DIED),
        ("datos/Visto preso el", EventKind.SEEN_HELD),
    ],
)
def test_other_headings_are_understood_as_linkage_understands_them(heading: str, kind: EventKind):
    (event,) = read_person("ana", {heading: "1 de junio de 2025"}).events
    assert (event.kind, str(event.day)) == (kind, "2025-06-01")


def test_two_days_in_one_cell_are_no_day_and_are_told():
    ana = read_person("ana", {"released_on": "2026-01-08 o 2026-03-08"})
    assert not ana.surely([EventKind.RELEASED], None, None)
    assert [found.clash for found in ana.contradictions] == [Clash.UNREADABLE_DAY]
    assert person("ana", {"released_on": "2026-01-08 o 2026-03-08"}).contradictions


def test_two_columns_that_tell_a_release_differently_tell_no_day():
    ana = read_person("ana", {"Liberado": "2026-01-08", "Fecha de libertad": "2026-03-08"})
    assert [found.clash for found in ana.contradictions] == [Clash.UNREADABLE_DAY]


def test_a_no_in_a_column_of_releases_is_no_release():
    assert read_person("ana", {"Excarcelado": "No"}).events == ()
    assert person("ana", {"released_on": "no"}).events == ()


@pytest.mark.parametrize(
    "status",
    ["Excarcelado con medidas", "En libertad", "Casa por cárcel", "Detenida, casa por cárcel",
     "Fallecido en custodia", "released on bail", "was released in January", "no se sabe",
     "not detained", "ex preso", "familiar de detenido", "pendiente de boleta"],
)  # fmt: skip
@pytest.mark.parametrize("column", ["al_dia", "as_of", "last_seen"])
def test_only_a_status_that_says_so_is_a_sign_of_custody(status: str, column: str):
    row = {"fecha_detencion": "2025-06-01", "situacion": status, column: "2026-02-01"}
    (found,) = documented([read_person("p1", row)], [day("2026-01-31")], "all", by_list=False)
    assert found.held == 0


@pytest.mark.parametrize(
    "status", ["Detenida", "Detenido en El Helicoide", "sigue presa", "privado de libertad",
               "held in Rodeo I", "in custody"],
)  # fmt: skip
def test_a_status_of_being_held_is_a_sign_of_custody_on_its_day(status: str):
    row = {"fecha_detencion": "2025-06-01", "situacion": status, "al_dia": "1 de febrero de 2026"}
    assert status_on(read_person("p1", row), day("2026-01-31")) is Status.HELD


def test_a_status_that_is_not_understood_is_told():
    ana = read_person("ana", {"fecha_detencion": "2025-06-01", "situacion": "en trámite"})
    assert [each.said for each in ana.unclear] == ["en trámite"]
    assert not read_person("eva", {"situacion": "Excarcelada con medidas"}).unclear


def test_being_charged_or_reporting_to_a_court_is_no_sign_of_custody():
    ana = person("ana", {"detained_on": "2025-06-01", "fecha_presentacion": "2026-02-01"})
    assert status_on(ana, day("2026-01-01")) is Status.LAST_SEEN_HELD


def test_status_follows_what_is_proved():
    ana = person("ana", CUSTODY)
    expected = {
        "2026-01-02": Status.NOT_YET,
        "2026-01-03": Status.HELD,
        "2026-02-09": Status.HELD,
        "2026-02-10": Status.RELEASED,
        "2026-06-01": Status.RELEASED,
    }
    assert {text: status_on(ana, day(text)) for text in expected} == expected


def test_without_a_later_sign_a_person_was_only_last_seen_held():
    eva = person("eva", {"detained_on": "2026-01-03", "seen_held_on": "2026-01-20"})
    assert status_on(eva, day("2026-01-20")) is Status.HELD
    assert status_on(eva, day("2026-01-21")) is Status.LAST_SEEN_HELD


def test_a_release_known_to_the_month_leaves_the_month_unsure():
    eva = person("eva", {"detained_on": "2025-12-01", "released_on": "2026-01"})
    assert status_on(eva, day("2025-12-31")) is Status.HELD
    assert status_on(eva, day("2026-01-15")) is Status.UNSURE
    assert status_on(eva, day("2026-01-31")) is Status.RELEASED


def test_a_release_without_a_day_leaves_every_day_after_the_arrest_unsure():
    eva = person("eva", {"detained_on": "2026-01-03", "status": "released"})
    assert status_on(eva, day("2026-03-01")) is Status.UNSURE


def test_an_arrest_after_a_release_puts_a_person_back():
    leo = person("leo", CUSTODY, {"rearrested_on": "2026-03-01", "seen_held_on": "2026-04-01"})
    assert status_on(leo, day("2026-02-20")) is Status.RELEASED
    assert status_on(leo, day("2026-03-15")) is Status.HELD
    assert leo.contradictions == ()


def test_the_dead_stay_dead():
    rosa = person("rosa", {"detained_on": "2026-01-03", "died_on": "2026-02-01"})
    assert status_on(rosa, day("2026-01-31")) is Status.HELD
    assert status_on(rosa, day("2027-01-01")) is Status.DEAD


@pytest.mark.parametrize(
    ("rows", "clash"),
    [
        ([BACKWARDS], Clash.RELEASED_BEFORE_DETAINED),
        ([CUSTODY, {"released_on": "2026-02-14"}], Clash.DAYS_DIFFER),
        ([CUSTODY, {"seen_held_on": "2026-03-01"}], Clash.HELD_AFTER_RELEASE),
        ([CUSTODY | {"died_on": "2026-01-30"}], Clash.AFTER_DEATH),
        ([{"detained_on": "2026-44-01"}], Clash.UNREADABLE_DAY),
    ],
)  # fmt: skip
def test_records_that_clash_are_shown_and_none_is_lost(rows: list[dict[str, str]], clash: Clash):
    ana = person("ana", *rows)
    assert [found.clash for found in ana.contradictions] == [clash]
    assert len(ana.events) == sum(len(row) for row in rows)
    assert contradiction_told(ana.contradictions[0], "es")


def test_two_lists_that_differ_within_their_precision_do_not_clash():
    assert person("ana", CUSTODY, {"released_on": "2026-02"}).contradictions == ()


def test_two_releases_with_an_arrest_between_them_are_two():
    twice = person("leo", CUSTODY, {"detained_on": "2026-03-01", "released_on": "2026-04-01"})
    assert Clash.DAYS_DIFFER not in {found.clash for found in twice.contradictions}


def test_a_disputed_day_is_not_counted_until_every_record_has_it():
    ana = person("ana", CUSTODY, {"released_on": "2026-02-14"})
    counts = documented([ana], [day("2026-02-12"), day("2026-02-14")], "all", by_list=False)
    assert [each.released for each in counts] == [0, 1]


def test_a_release_before_the_arrest_counts_nowhere():
    odd = person("odd", BACKWARDS)
    (found,) = documented([odd], [day("2026-12-31")], "all", by_list=False)
    assert (found.detained, found.released, found.held, found.unsure) == (0, 0, 0, 1)


def test_counts_are_of_each_list_and_of_people_over_all_lists():
    both = person("ana", {"detained_on": "2026-01-03"}, {"detained_on": "2026-01-03"})
    one = person("eva", {"list": "b", "detained_on": "2026-01-04"})
    counts = documented([both, one], [day("2026-01-31")], "political_prisoners")
    assert {each.source: each.detained for each in counts} == {ALL_LISTS: 2, "a": 1, "b": 2}


def test_counts_become_verified_claims_that_bind_from_below():
    ana = person("ana", CUSTODY)
    counts = documented([ana], [day("2026-02-10")], "political_prisoners", by_list=False)
    claims = {claim.measure: claim for claim in as_claims(counts)}
    assert set(claims) == {Measure.DETAINED, Measure.RELEASED}
    released = claims[Measure.RELEASED]
    assert released.modality is Modality.VERIFIED
    assert (released.quantity.low, released.quantity.high) == (1, None)
    assert released.cumulative


def test_people_of_another_population_are_not_counted():
    soldier = person("s", {"detained_on": "2026-01-03", "population": "military"})
    (found,) = documented([soldier], [day("2026-02-01")], "protest_detainees", by_list=False)
    assert found.detained == 0


days = st.integers(0, 60).map(lambda n: date.fromordinal(day("2026-01-01").toordinal() + n))


@given(st.lists(st.tuples(days, days, st.booleans()), min_size=1, max_size=12), days)
def test_people_documented_as_held_were_held(lives: list[tuple[date, date, bool]], asked: date):
    """Whatever the lists know of true custodies, they never put more people inside than were."""
    people = []
    truth = 0
    for place, (one, other, known) in enumerate(lives):
        start, end = min(one, other), max(one, other)
        truth += start <= asked < end
        row = {"detained_on": start.isoformat()}
        row |= {"released_on": end.isoformat()} if known else {}
        people.append(person(f"p{place}", row))
    (found,) = documented(people, [asked], "all", by_list=False)
    assert found.held <= truth
    assert found.detained == sum(min(one, other) <= asked for one, other, _ in lives)
