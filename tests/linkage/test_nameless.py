"""Rows that name nobody: told as such, and held to others by an id or a decision alone."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lists import decided, frame, population, together

from habeas.linkage import (
    Linkage,
    Settings,
    doubtful_pairs,
    explain,
    link,
    nameless_rows,
    sample_partitions,
)
from habeas.vocabulary import Judgement, RecordKey

NO_NAMES = [
    "", "-", "?", "***", "N.N.", "NN", "n/n", "N. N. (masculino)", "N.N. 12", "s/n", "sin nombre",
    "No identificado", "no identificada", "Hombre sin identificar", "por identificar",
    "Desconocido", "ANÓNIMA", "joven", "El joven", "un joven de 17 años", "menor de edad",
    "Adolescente", "J.P.", "J. P. M.", "JP", "Ж. М.", "menor J.R.", "unknown", "Unnamed man",
    "not identified", "John Doe", "unidentified male #4",
    "young man, 17 years old", "Não identificado", "Nome desconhecido", "Mulher", "Femme inconnue",
    "Identité inconnue", "non identifiée", "مجهول الهوية", "غير معروف", "Личность не установлена",
]  # fmt: skip
REAL_NAMES = [
    "José", "Ana N.", "J. Pérez", "Don", "José N.N.", "Inés Menor", "Ivo Joven", "Sir Young",
    "李", "حسن", "Иван Петров", "Ignatius Inconnu", "Jeanne Le Jeune", "رجب مجهول",
]  # fmt: skip


def names(*rows: tuple[str | None, str | None]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), {"given_names": pl.String, "surnames": pl.String}, orient="row")


@pytest.mark.parametrize("said", NO_NAMES)
def test_what_stands_for_no_name_names_nobody(said: str):
    assert nameless_rows(pl.DataFrame({"full_name": [said]})).tolist() == [True]
    assert nameless_rows(names((said, None), (None, said))).tolist() == [True, True]


@pytest.mark.parametrize("said", REAL_NAMES)
def test_a_name_is_a_name_however_short_or_with_what_beside_it(said: str):
    assert nameless_rows(pl.DataFrame({"full_name": [said]})).tolist() == [False]


def test_no_name_is_read_across_cells():
    rows = names(
        ("John", "Doe"), ("Menor", "de edad"), ("N.", "N."), ("Na", "Kim"), ("Ana", "N.N.")
    )
    assert nameless_rows(rows).tolist() == [True, True, True, False, False]


def test_a_surname_that_is_not_known_is_nothing_that_two_people_have_in_common():
    on_a_day = {"detained_on": "2024-07-30", "state": "Zulia"}
    rows = [{"list": name, "given_names": given, "surnames": "N.N.", **on_a_day}
            for name, given in (("x", "Yuraima"), ("y", "Hermes"))]  # fmt: skip
    found = link(frame([*population(1), *rows]).drop("truth"))
    why = explain(found, RecordKey("x", 1), RecordKey("y", 1))
    assert "surnames" not in {weight.respect for weight in why.weights}
    assert not together(found, RecordKey("x", 1), RecordKey("y", 1))


PEOPLE = [
    ("Jorge Villalobos Martínez", 48, "2025-05-07"), ("Ramón García Torres", 49, "2025-05-07"),
    ("Luis Paz Mora", 22, "2025-07-01"), ("Eva Gil Sosa", 41, "2025-08-01"),
    ("Ana Rojas Díaz", 33, "2025-09-01"),
]  # fmt: skip


def small(*others: tuple[str | None, int, str], **more: list[str | None]) -> Linkage:
    """Link a short list x with a list y of which the last two people are the same."""
    rows = [{"list": "x", "full_name": name, "age": age, "detained_on": day}
            for name, age, day in PEOPLE]  # fmt: skip
    rows += [{"list": "y", "full_name": name, "age": age, "detained_on": day}
             for name, age, day in (*others, PEOPLE[2], PEOPLE[4])]  # fmt: skip
    return link(frame(rows).with_columns(**{name: pl.Series(v) for name, v in more.items()}))


@pytest.mark.parametrize("said", [None, "N.N.", "joven", "J. V. M."])
def test_a_row_without_a_name_is_not_one_who_was_taken_that_day_at_that_age(said: str | None):
    found = small((said, 48, "2025-05-07"), (said, 31, "2025-05-07"), (said, 60, "2025-07-01"))
    assert len(set(found.person.tolist())) == 8
    assert found.nameless.tolist() == [False] * 5 + [True] * 3 + [False] * 2


def test_why_a_row_without_a_name_stays_alone_is_told_and_adds_up():
    found = small((None, 48, "2025-05-07"))
    why = explain(found, RecordKey("x", 1), RecordKey("y", 1))
    assert "names nobody" in why.told()
    assert why.probability < 0.1
    assert why.total == pytest.approx(why.start + sum(w.bits for w in why.weights) + why.kin)


def test_a_reviewer_is_asked_whose_row_it_is_behind_the_doubts_between_names():
    queue = doubtful_pairs(small((None, 48, "2025-05-07")))
    pairs = {(one.explanation.left, one.explanation.right) for one in queue}
    assert (RecordKey("x", 1), RecordKey("y", 1)) in pairs


def test_the_same_national_id_joins_a_row_without_a_name():
    ids = ["12.345.678", "9876543", "5550123", "4440123", "3330123", "V-12345678", None, None]
    found = small(("N.N.", 48, "2025-05-07"), national_id=ids)
    assert together(found, RecordKey("x", 1), RecordKey("y", 1))


@pytest.mark.parametrize("number", ["0000000", "99999999", "123", "S/N"])
def test_a_number_that_anybody_may_have_joins_no_row_without_a_name(number: str):
    ids = [number, "9876543", "5550123", "4440123", "3330123", number, number, None, None]
    found = small(("N.N.", 48, "2025-05-07"), ("N.N.", 48, "2025-05-07"), national_id=ids)
    assert len(set(found.person[[0, 5, 6]].tolist())) == 3


def test_a_decision_joins_a_row_without_a_name():
    rows = small((None, 48, "2025-05-07")).rows
    one, other = RecordKey("x", 2), RecordKey("y", 1)
    assert together(link(rows, [decided(one, other, Judgement.SAME)]), one, other)


few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(st.integers(0, 10_000), st.sampled_from(["", "N.N.", "joven", "J.P."]), st.data())
def test_no_two_rows_are_one_person_if_one_names_nobody_but_by_an_id_or_a_decision(
    seed: int, said: str, data: st.DataObject
):
    rows = population(seed, 60)
    keep_id = data.draw(st.booleans())
    for row in data.draw(st.lists(st.sampled_from(rows), min_size=4, max_size=20)):
        row |= {"given_names": said, "surnames": None}
        row["national_id"] = row["national_id"] if keep_id else None
    read = frame([*rows, *rows[:10]]).drop("truth")
    keys = [RecordKey(*key) for key in read.select("list", "row").rows()]
    pair = data.draw(st.lists(st.sampled_from(keys), min_size=2, max_size=2, unique=True))
    threshold = data.draw(st.sampled_from([0.05, 0.5, 0.8]))
    found = link(read, [decided(pair[0], pair[1], Judgement.SAME)], Settings(threshold))
    held = frozenset(pair)
    for person in (found.person, *sample_partitions(found, 2, seed)):
        for at in found.nameless.nonzero()[0].tolist():
            others = {int(one) for one in (person == person[at]).nonzero()[0]} - {at}
            number = read["national_id"][at]
            assert not others or any(
                {keys[at], keys[one]} == held or (number and read["national_id"][one] == number)
                for one in others
            )
