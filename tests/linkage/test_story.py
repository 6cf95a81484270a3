"""The names of one man and of two, as organisations write them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from lists import decided, frame, population, together

from habeas.linkage import (
    DecisionConflict,
    Linkage,
    Settings,
    doubtful_pairs,
    explain,
    link,
    waterfall,
    weakest_links,
)
from habeas.linkage.explanation.waterfall import steps
from habeas.vocabulary import InputError, Judgement, RecordKey

BASE = population(1, 300)
MAN = {"given_names": "José Luis", "surnames": "Pérez Gómez", "birth_date": "1988-03-04",
       "state": "Zulia", "detained_on": "2024-07-30"}  # fmt: skip


def linked(*rows: dict[str, str | None]) -> Linkage:
    """Link some rows of lists x, y, … among many others."""
    named = [{"list": name, **row} for name, row in zip("xyz", rows, strict=False)]
    found = frame([*BASE, *named]).drop("truth")
    return link(found)


@pytest.mark.parametrize(
    "other",
    [
        {"given_names": "JOSE LUIS", "surnames": "PEREZ GOMES"},
        {"given_names": "Pepe", "surnames": "Pérez"},
        {"given_names": "José L.", "surnames": "Gómez Pérez"},
        {"given_names": "Jose Luis", "surnames": "de Pérez"},
        {"given_names": "Perez Gomez", "surnames": "Jose Luis"},
        {"given_names": "Хосе Луис", "surnames": "Перес Гомес"},
        {"given_names": "Jose L.", "surnames": "PEREZ"},
        {"given_names": None, "surnames": None, "full_name": "PEREZ GOMEZ JOSE LUIS"},
        {"birth_date": "1988-04-03"},
        {"birth_date": "1998-03-04"},
        {"detained_on": "2024-07-31"},
        {"surnames": "Peres Gomez", "birth_date": None},
    ],
)
def test_one_man_is_one_however_he_is_written(other: dict[str, str | None]):
    found = linked(MAN, {**MAN, **other})
    assert together(found, RecordKey("x", 1), RecordKey("y", 1))


def test_arabic_letters_without_vowels_are_the_name_with_them():
    latin = {**MAN, "given_names": "Ahmed", "surnames": "Hassan"}
    arabic = {**MAN, "given_names": "أحمد", "surnames": "حسن"}
    stranger = {**MAN, "given_names": "فاطمة", "surnames": "نجيب"}
    found = linked(latin, arabic, stranger)
    assert together(found, RecordKey("x", 1), RecordKey("y", 1))
    assert not together(found, RecordKey("x", 1), RecordKey("z", 1))


@pytest.mark.parametrize(
    "other",
    [
        {"birth_date": "1961-11-20", "state": "Lara", "detained_on": "2023-01-02"},
        {"given_names": "Ramón Antonio", "birth_date": "1991-09-14"},
        {"given_names": "Carla Rosa", "birth_date": "1990-01-30"},
    ],
)
def test_a_namesake_or_a_brother_is_another(other: dict[str, str | None]):
    found = linked(MAN, {**MAN, **other})
    assert not together(found, RecordKey("x", 1), RecordKey("y", 1))


def test_a_chain_of_half_likely_links_joins_no_strangers():
    young = {**MAN, "birth_date": "1969-10-21", "state": "Lara", "detained_on": "2023-02-11"}
    bare = {"given_names": "José Luis", "surnames": "Pérez Gómez"}
    found = linked(MAN, bare, young)
    assert not together(found, RecordKey("x", 1), RecordKey("z", 1))


def test_ten_thousand_identical_rows_are_one_person():
    rows = frame([*BASE, *({"list": "x", **MAN} for _ in range(10_000))]).drop("truth")
    found = link(rows)
    assert len(np.unique(found.person[len(BASE) :])) == 1


def test_rows_that_say_only_a_frequent_name_are_not_one_person():
    bare = {"given_names": "José", "surnames": "Pérez"}
    namesakes = [{"list": "court", **bare, "national_id": str(5_000_000 + n)} for n in range(60)]
    twins = [{"list": "x", **bare}, {"list": "x", **bare}]
    rows = frame([*BASE, *namesakes, *twins]).drop("truth")
    found = link(rows)
    assert found.person[-1] != found.person[-2]


def test_a_cell_of_a_million_letters_and_rows_without_a_name_are_taken():
    found = linked({"given_names": "x" * 1_000_000, "surnames": "Pérez"}, {"given_names": ""})
    assert len(found.person) == len(BASE) + 2


def test_names_of_one_letter_and_numbers_for_names_join_nobody():
    odd = [("J", "P"), ("12345", "678"), ("José", "7"), ("Ж", "م"), ("=1+1", "@x")]
    rows = [{"list": name, "given_names": one, "surnames": other, "state": "Zulia"}
            for name in ("x", "y") for one, other in odd]  # fmt: skip
    found = link(frame([*BASE, *rows]).drop("truth"))
    held = found.person[len(BASE) :].tolist()
    assert min(held) >= len(BASE)
    assert len(set(held[:5])) == len(set(held[5:])) == 5


def test_rows_that_name_nobody_stay_alone():
    nameless = [{"list": name, "given_names": "", "surnames": None} for name in "xyzxyz"]
    found = link(frame([*BASE, *nameless]).drop("truth"))
    assert found.person[len(BASE) :].tolist() == list(range(len(BASE), len(BASE) + 6))


def test_contradictory_decisions_are_told_with_the_chain_that_leads_there():
    x, y, z = (RecordKey(name, 1) for name in "xyz")
    rows = frame([{"list": name, **MAN} for name in "xyz"])
    decisions = [
        decided(x, y, Judgement.SAME),
        decided(y, z, Judgement.SAME),
        decided(x, z, Judgement.DIFFERENT),
    ]
    with pytest.raises(DecisionConflict, match="x row 1 = y row 1 = z row 1"):
        link(rows, decisions)


def test_a_decision_against_a_list_without_duplicates_is_a_conflict():
    rows = frame([{"list": "x", **MAN}, {"list": "x", **MAN}])
    same = decided(RecordKey("x", 1), RecordKey("x", 2), Judgement.SAME)
    with pytest.raises(DecisionConflict, match="names nobody twice"):
        link(rows, [same], Settings(without_duplicates=frozenset({"x"})))


def test_a_decision_about_a_record_in_no_list_is_refused():
    rows = frame([{"list": "x", **MAN}])
    with pytest.raises(InputError, match="gone row 3"):
        link(rows, [decided(RecordKey("x", 1), RecordKey("gone", 3), Judgement.SAME)])


def test_an_explanation_adds_up_and_its_picture_ends_where_the_weights_do():
    found = linked(MAN, {**MAN, "given_names": "Pepe"})
    why = explain(found, RecordKey("x", 1), RecordKey("y", 1))
    assert why.total == pytest.approx(why.start + sum(w.bits for w in why.weights) + why.kin)
    bars = steps(why)
    assert bars[-1]["to"] == pytest.approx(why.total)
    assert all(a["to"] == b["from"] for a, b in itertools.pairwise(bars[:-1]))
    assert waterfall(why)["data"]["values"] == bars
    assert any(weight.respect == "given names" for weight in why.weights)


def test_a_rare_name_tells_more_than_a_frequent_one():
    rare = {**MAN, "surnames": "Ixtlahuac Zzyx"}
    found = linked(MAN, MAN, rare)
    again = linked(rare, rare, MAN)
    x, y = RecordKey("x", 1), RecordKey("y", 1)
    weights = [
        next(w.bits for w in explain(one, x, y).weights if w.respect == "surnames")
        for one in (found, again)
    ]
    assert weights[1] > weights[0] + 3


def test_the_review_queue_begins_with_what_a_decision_changes_most_and_skips_the_decided():
    found = link(
        frame(population(5, 400)).drop("truth", "national_id", "birth_date", "detained_on")
    )
    queue = doubtful_pairs(found)
    assert queue
    worth = [pair.worth for pair in queue]
    assert worth == sorted(worth, reverse=True)
    first = queue[0].explanation
    again = link(found.rows, [decided(first.left, first.right, Judgement.DIFFERENT)])
    pairs = {(one.explanation.left, one.explanation.right) for one in doubtful_pairs(again)}
    assert (first.left, first.right) not in pairs


def test_the_weakest_link_of_a_person_is_the_weakest_of_the_strongest_tree():
    found = linked(MAN, MAN, {**MAN, "given_names": "Pepe", "birth_date": None})
    person = found.person[-1]
    (link_,) = [one for one in weakest_links(found) if one.person == person]
    assert len(found.rows) - 1 in {link_.left, link_.right}
