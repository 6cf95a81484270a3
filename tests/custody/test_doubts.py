"""What is uncertain or disputed is counted as a range and never told as certain."""

from __future__ import annotations

from datetime import date

import pytest
from invented import announced, person, read_person

from habeas.custody import (
    Finding,
    Range,
    Setting,
    Status,
    announcements,
    back_inside,
    never_announced,
    release_chart,
    status_on,
    told,
    verify,
)
from habeas.vocabulary import Evidence, Qualifier, Quantity, RecordKey

WINDOW = ("2026-01-05", "2026-01-10")


def released(name: str, on: str, **more: str):
    return person(name, {"detained_on": "2025-06-01", "released_on": on, **more})


def pair(left: str, right: str) -> tuple[RecordKey, RecordKey]:
    one, other = left.split(), right.split()
    return RecordKey(one[0], int(one[1])), RecordKey(other[0], int(other[1]))


def test_rows_without_a_release_are_no_released_people_however_they_are_split():
    ana = person("ana", {"detained_on": "2025-06-01", "released_on": "2026-01-08"},
                 {"detained_on": "2025-06-01"}, {"detained_on": "2025-06-01"})  # fmt: skip
    doubts = [pair("a 1", "b 2"), pair("b 2", "c 3"), pair("a 1", "c 3")]
    (found,) = verify([announced(1, *WINDOW)], [ana], doubts)
    assert found.documented == Range(1, 1)


def test_doubtful_pairs_join_two_people_through_a_third_who_was_not_released():
    people = [released("p1", "2026-01-08", list="a"), person("p2", {"list": "b",
              "detained_on": "2025-06-01"}), released("p3", "2026-01-08", list="c")]  # fmt: skip
    doubts = [pair("a 1", "b 1"), pair("b 1", "c 1")]
    (found,) = verify([announced(2, *WINDOW)], people, doubts)
    assert found.documented == Range(1, 2)
    assert found.finding is Finding.PARTLY


def test_a_row_that_tells_nothing_can_join_two_people_too():
    people = [released("p1", "2026-01-08", list="a"), person("p2", {"list": "b"}),
              released("p3", "2026-01-08", list="c")]  # fmt: skip
    doubts = [pair("a 1", "b 1"), pair("b 1", "c 1")]
    (found,) = verify([announced(2, *WINDOW)], people, doubts)
    assert found.documented == Range(1, 2)


def test_a_doubtful_pair_that_would_dispute_the_day_leaves_nothing_sure():
    people = [released("p1", "2026-01-08"), released("p2", "2026-02-20", list="b")]
    (found,) = verify([announced(1, *WINDOW)], people, [pair("a 1", "b 1")])
    assert found.documented == Range(0, 1)


def test_an_exact_day_beside_its_month_is_one_release_on_that_day():
    ana = person("ana", {"detained_on": "2025-06-01", "released_on": "2026-01-20"},
                 {"released_on": "2026-01"})  # fmt: skip
    (found,) = verify([announced(1, *WINDOW)], [ana])
    assert found.documented == Range(0, 0)
    assert status_on(ana, date(2026, 1, 10)) is Status.HELD


def test_a_month_may_be_another_release_where_an_arrest_lies_within_it():
    ana = person("ana", {"detained_on": "2025-06-01", "released_on": "2026-01-20"},
                 {"released_on": "2026-01", "rearrested_on": "2026-01-12"})  # fmt: skip
    (found,) = verify([announced(1, *WINDOW)], [ana])
    assert found.documented == Range(0, 1)


def test_a_person_arrested_and_released_on_one_day_is_free():
    ana = person("ana", {"detained_on": "2026-01-08", "released_on": "2026-01-08"})
    assert status_on(ana, date(2026, 1, 8)) is Status.RELEASED
    again = person("eva", {"detained_on": "2025-06-01", "released_on": "2026-01-08",
                           "rearrested_on": "2026-01-08"})  # fmt: skip
    assert status_on(again, date(2026, 2, 1)) is Status.UNSURE


def test_a_release_whose_day_is_disputed_is_not_told_as_never_announced():
    ana = person("ana", {"detained_on": "2025-06-01", "released_on": "2026-01-08"},
                 {"released_on": "2026-02-20"})  # fmt: skip
    assert never_announced([announced(1, *WINDOW)], [ana]) == []
    odd = person("odd", {"detained_on": "2026-05-01", "released_on": "2026-04-01"})
    assert never_announced([announced(1, *WINDOW)], [odd]) == []


@pytest.mark.parametrize(
    "row",
    [
        {"status": "released", "as_of": "2026-02-01"},
        {"fecha_presentacion": "2026-02-01"},
        {"detained_on": "2026-01-20"},
    ],
)
def test_who_is_out_or_cannot_have_been_let_go_is_not_back_inside(row: dict[str, str]):
    ana = person("ana", {"detained_on": "2025-06-01", "released_on": "2026-01-08"} | row)
    assert back_inside([announced(1, *WINDOW)], [ana]) == []


@pytest.mark.parametrize(
    ("quantity", "named", "finding", "said"),
    [
        (Quantity(88, Qualifier.MORE_THAN), 95, Finding.CONFIRMED, "at least 89 releases"),
        (Quantity(88, low=88), 10, Finding.PARTLY, "at least 88 releases"),
        (Quantity(None, Qualifier.DOZENS), 3, Finding.PARTLY, "at least 0 releases"),
        (Quantity(0, low=0, high=0), 0, Finding.NOBODY_NAMED, "0 releases"),
        (Quantity(0, low=0, high=0), 1, Finding.MORE_NAMED, "0 releases"),
        (Quantity(5, Qualifier.AT_MOST), 3, Finding.PARTLY, "at most 5 releases"),
    ],
)
def test_an_announcement_is_as_wide_as_its_words(
    quantity: Quantity, named: int, finding: Finding, said: str
):
    people = [released(f"p{at}", "2026-01-08") for at in range(named)]
    claim = announced(1, *WINDOW)
    object.__setattr__(claim, "quantity", quantity)
    (found,) = verify([claim], people)
    assert found.finding is finding
    assert said in told(found)
    assert "100 %" not in told(found) or finding is Finding.CONFIRMED
    assert release_chart([found]).startswith("<svg")


def test_ranges_that_are_handed_down_come_first():
    setting = Setting(ranges={"c1": (24, 99)})
    (found,) = verify([announced(1, *WINDOW)], [released("p", "2026-01-08")], setting=setting)
    assert (found.announced_low, found.announced_high) == (24, 99)


def test_an_announcement_ends_when_it_is_published():
    claim = announced(2, "2025-12-01", "", cumulative=True,
                      evidence=Evidence(published="2026-01-14"))  # fmt: skip
    people = [released("p1", "2026-01-08"), released("p2", "2026-02-08")]
    (found,) = verify([claim], people)
    assert found.surely == ("p1",)
    assert [each.person for each in never_announced([claim], people)] == ["p2"]


def test_a_corrected_announcement_is_not_judged():
    first, second = announced(9, *WINDOW), announced(2, *WINDOW, key="c2", corrects="c1")
    assert [claim.id for claim in announcements([first, second])] == ["c2"]


def at_places(*places: str):
    row = {"detained_on": "2025-06-01", "released_on": "2026-01-08"}
    return [read_person(f"p{at}", row | {"Estado": place}) for at, place in enumerate(places)]


def test_releases_in_a_place_are_compared_with_people_of_that_place():
    claim = announced(1, *WINDOW, place="Aragua")
    (found,) = verify([claim], at_places("Edo. Aragua", "Zulia", ""))
    assert (found.surely, found.possibly) == (("p0",), ("p2",))
    assert found.documented == Range(1, 2)


def test_where_no_row_says_the_place_nothing_is_judged():
    claim = announced(1, *WINDOW, place="Aragua")
    (found,) = verify([claim], at_places("", ""))
    assert found.finding is Finding.NOT_COMPARED
    assert found.share is None
    assert "Nothing is compared" in told(found)
    far = read_person("far", {"released_on": "2026-03-01", "Estado": "Aragua"})
    (still,) = verify([claim], [*at_places("", ""), far])
    assert still.finding is Finding.NOT_COMPARED
    (home,) = verify([claim], at_places("", ""), setting=Setting(home="Aragua"))
    assert home.finding is Finding.MORE_NAMED


def test_a_part_by_sex_is_compared_with_people_of_that_sex():
    whole = announced(3, *WINDOW)
    part = announced(1, *WINDOW, key="c2", population_kind="subgroup", population="mujeres",
                     part_of="c1")  # fmt: skip
    row = {"detained_on": "2025-06-01", "released_on": "2026-01-08"}
    people = [read_person("ana", row | {"sexo": "F"}), read_person("leo", row | {"sexo": "M"})]
    setting = Setting(claims={"c1": whole, "c2": part})
    (found,) = verify([part], people, setting=setting)
    assert found.surely == ("ana",)
    assert found.documented == Range(1, 1)
    (blind,) = verify([part], [read_person("ana", row)], setting=setting)
    assert blind.finding is Finding.NOT_COMPARED
