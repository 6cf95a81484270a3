"""Announcements are worth the names that bear them out, and doubt leaves a range."""

from __future__ import annotations

import pytest
from invented import announced, person

from habeas.custody import (
    Finding,
    Range,
    announcements,
    back_inside,
    never_announced,
    release_chart,
    told,
    undated,
    verify,
)
from habeas.vocabulary import Modality, RecordKey


def released(name: str, on: str, **more: str):
    return person(name, {"detained_on": "2025-06-01", "released_on": on, **more})


def test_people_released_in_the_window_confirm_an_announcement():
    people = [
        released("p1", "2026-01-08"),
        released("p2", "2026-01-09"),
        released("p3", "2026-02-01"),
    ]
    (found,) = verify([announced(2, "2026-01-08", "2026-01-10")], people)
    assert found.documented == Range(2, 2)
    assert found.share == (1.0, 1.0)
    assert found.surely == ("p1", "p2")
    assert found.finding is Finding.CONFIRMED


def test_an_uncertain_day_leaves_a_range():
    people = [released("p1", "2026-01-08"), released("p2", "2026-01")]
    (found,) = verify([announced(4, "2026-01-05", "2026-01-10")], people)
    assert found.documented == Range(1, 2)
    assert found.share == (0.25, 0.5)
    assert found.possibly == ("p2",)
    assert "Documented by name: 1 to 2, 25–50 % of them." in told(found)


@pytest.mark.parametrize(
    ("ana", "is_undated"),
    [
        ({"status": "Libre"}, True),
        ({"status": "Excarcelada 05/01/2026"}, True),
        ({"status": "Libre", "released_on": "2026-01-08"}, False),
        ({"status": "Detenida"}, False),
        ({"status": "Libertad negada"}, False),
    ],
)
def test_who_was_released_on_no_known_day_is_told(ana: dict[str, str], is_undated: bool):
    one = person("ana", {"detained_on": "2025-06-01", **ana})
    assert [each.person for each in undated([one])] == (["ana"] if is_undated else [])


def test_lists_that_dispute_the_day_leave_a_range():
    ana = person("ana", {"detained_on": "2025-06-01", "released_on": "2026-01-08"},
                 {"released_on": "2026-01-20"})  # fmt: skip
    (found,) = verify([announced(1, "2026-01-05", "2026-01-10")], [ana])
    assert found.documented == Range(0, 1)


def test_a_doubtful_link_leaves_a_range():
    one, other = released("p1", "2026-01-08"), released("p2", "2026-01-08", list="b")
    pair = (RecordKey("a", 1), RecordKey("b", 1))
    (apart,) = verify([announced(5, "2026-01-08", "2026-01-08")], [one, other], [pair])
    assert apart.documented == Range(1, 2)
    joined = person("p1", {"released_on": "2026-01-08"}, {"released_on": "2026-01-08"})
    (split,) = verify(
        [announced(5, "2026-01-08", "2026-01-08")],
        [joined],
        [(RecordKey("a", 1), RecordKey("b", 2))],
    )
    assert split.documented == Range(1, 2)


def test_each_list_is_counted_by_itself():
    both = person("p1", {"released_on": "2026-01-08"}, {"released_on": "2026-01-08"})
    (found,) = verify(
        [announced(9, "2026-01-08", "2026-01-08")], [both, released("p2", "2026-01-08")]
    )
    assert found.by_list == {"a": Range(2, 2), "b": Range(1, 1)}


def test_too_few_names_flag_an_announcement_only_where_the_lists_reach_is_known():
    people = [released(f"p{n}", "2026-01-08") for n in range(30)]
    claim = announced(200, "2026-01-08", "2026-01-08")
    assert verify([claim], people)[0].finding is Finding.PARTLY
    flagged = verify([claim], people, coverage=(0.4, 0.6))[0]
    assert flagged.finding is Finding.TOO_FEW_NAMED
    assert "hardly true" in told(flagged)
    assert verify([claim], people, coverage=(0.1, 0.6))[0].finding is Finding.PARTLY


def test_more_names_than_were_announced_are_told():
    people = [released(f"p{n}", "2026-01-08") for n in range(3)]
    assert (
        verify([announced(2, "2026-01-08", "2026-01-08")], people)[0].finding is Finding.MORE_NAMED
    )


def test_nobody_named_is_told():
    (found,) = verify([announced(2, "2026-01-08", "2026-01-08")], [released("p", "2026-03-01")])
    assert found.finding is Finding.NOBODY_NAMED
    assert found.share == (0.0, 0.0)


def test_promises_denials_and_registers_announce_nothing():
    claims = [
        announced(5, "2026-01-08", "2026-01-08", key=modality.value, modality=modality)
        for modality in Modality
    ]
    assert {claim.id for claim in announcements(claims)} == {"asserted", "estimated", "reported"}


def test_people_released_and_never_announced_are_found():
    people = [released("p1", "2026-01-08"), released("p2", "2026-03-01")]
    found = never_announced([announced(1, "2026-01-08", "2026-01-08")], people)
    assert [each.person for each in found] == ["p2"]


def test_people_announced_as_released_who_are_back_inside_are_found():
    leo = person("leo", {"detained_on": "2025-06-01", "released_on": "2026-01-08"},
                 {"rearrested_on": "2026-02-01"})  # fmt: skip
    (back,) = back_inside([announced(1, "2026-01-08", "2026-01-08")], [leo])
    assert (back.person, str(back.again.day)) == ("leo", "2026-02-01")


def test_an_announcement_in_spanish_is_told_in_spanish():
    (found,) = verify([announced(1306, "2026-01-01", "2026-01-31")], [released("p1", "2026-01-08")])
    assert told(found, "es").startswith(
        "Ministry anunció 1.306 excarcelaciones del 2026-01-01 al 2026-01-31 (c1)."
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ["surely documented by name", "perhaps documented by name", "0–1 of 4"]),
     ("es", ["con seguridad", "quizá documentadas con nombre", "0–1 de 4"])],
)  # fmt: skip
def test_the_chart_draws_each_announcement_and_tells_its_bars_in_words(
    language: str, said: list[str]
):
    found = verify(
        [announced(4, "2026-01-05", "2026-01-10", key="claim-7")], [released("p", "2026-01")]
    )
    svg = release_chart(found, language)
    assert svg.startswith("<svg")
    assert all(words in svg for words in ["claim-7", *said])


def test_control_signs_in_what_announces_are_drawn_as_a_mark_and_end_nothing():
    found = verify([announced(4, "2026-01-05", "2026-01-10", key="c\x01\ud800")], [])
    assert "c\ufffd\ufffd" in release_chart(found)


def test_whoever_is_freed_from_a_part_is_freed_from_the_whole():
    protester = released("p1", "2026-01-08", population="protest_detainees")
    (found,) = verify([announced(4, "2026-01-05", "2026-01-10")], [protester])
    assert found.documented == Range(1, 1)


def test_a_release_from_a_wider_population_may_be_from_the_one_announced():
    prisoner = released("p1", "2026-01-08", population="all_prisoners")
    (found,) = verify([announced(4, "2026-01-05", "2026-01-10")], [prisoner])
    assert found.documented == Range(0, 1)
    assert found.by_list == {"a": Range(0, 1)}


def test_a_release_from_another_population_confirms_nothing():
    soldier = released("p1", "2026-01-08", population="military")
    (found,) = verify([announced(4, "2026-01-05", "2026-01-10")], [soldier])
    assert found.documented == Range(0, 0)


def test_an_arrest_on_the_day_of_the_release_came_before_it_for_all_that_is_known():
    leo = person("leo", {"detained_on": "2025-06-01", "released_on": "2026-01-08"},
                 {"detained_on": "2026-01-08"})  # fmt: skip
    assert back_inside([announced(1, "2026-01-08", "2026-01-08")], [leo]) == []


def test_people_who_left_again_are_not_back_inside():
    leo = person("leo", {"detained_on": "2025-06-01", "released_on": "2026-01-08"},
                 {"rearrested_on": "2026-02-01", "released_on": "2026-03-01"})  # fmt: skip
    assert back_inside([announced(1, "2026-01-08", "2026-01-08")], [leo]) == []
