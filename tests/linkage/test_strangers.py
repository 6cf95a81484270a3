"""Strangers stay apart where a word of a name says so, and slips of the pen still join."""

from __future__ import annotations

import random

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lists import frame, population

from habeas.linkage import link

few = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Row = dict[str, str | None]

OTHERS: list[Row] = [
    {"full_name": "Greta Zamora Ríos", "birth_date": "1971-02-03", "municipality": "Lara"},
    {"full_name": "Hugo Trejo Cano", "birth_date": "1966-11-20", "municipality": "Mérida"},
    {"full_name": "Iris Moncada Peña", "birth_date": "1988-06-15", "municipality": "Lara"},
    {"full_name": "Ramiro Ostos Leal", "birth_date": "1995-09-01", "municipality": "Zulia"},
]
"""People whom both lists name, and who are found whatever else the lists hold."""


def people_of(*rows: Row) -> list[list[int]]:
    """Link some rows among OTHERS, and return them as people: the places of their rows."""
    read = frame([*rows, *({"list": name, **one} for one in OTHERS for name in "ab")])
    person = link(read).person.tolist()
    others = person[len(rows) :]
    assert others[::2] == others[1::2]
    assert len(set(others)) == len(OTHERS)
    found: dict[int, list[int]] = {}
    for place, one in enumerate(person[: len(rows)]):
        found.setdefault(one, []).append(place)
    return sorted(found.values())


def row(list_name: str, name: str, born: str = "", town: str = "Lara") -> Row:
    return {"list": list_name, "full_name": name, "birth_date": born, "municipality": town}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # patronymics
        ("Gleb Leonidovich Zimin", "Gleb Borisovich Zimin"),
        ("Зимина Вера Николаевна", "Зимина Вера Олеговна"),
        ("Zimin Gleb Leonidovich", "Gleb Borisovich Zimin"),
        ("Orlovskaya Anna Petrovna", "Orlovskaya Anna Ilyinichna"),
        # second surnames
        ("Pedro Rojas Quintero", "Pedro Rojas Urdaneta"),
        ("María Elena Blanco Lugo", "María Elena Blanco Tovar"),
        ("Rosa Medina Salas", "Rosa Medina Guédez"),
        # middle names
        ("José Gregorio Páez Duarte", "José Ramón Páez Duarte"),
        ("Ana Lucía Ibarra", "Ana Sofía Ibarra"),
        ("John Albert Whitfield", "John Edgar Whitfield"),
        # a given name alone
        ("Kevin Arria Fuentes", "Kevin Bolaños Chacón"),
        ("Maksim Dymkov", "Maksim Nosov"),
        ("Saúl Escalona", "Saúl Colmenares"),
    ],
)
def test_a_word_of_a_name_that_contradicts_parts_two_people_of_one_town(one: str, other: str):
    assert people_of(row("a", one), row("a", other)) == [[0], [1]]
    assert people_of(row("a", one), row("b", other)) == [[0], [1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a word that the other does not have says nothing
        ("Zimin Gleb Leonidovich", "Gleb Zimin"),
        ("Pedro Rojas Quintero", "Pedro Rojas"),
        ("José Gregorio Páez Duarte", "José Páez Duarte"),
        # swapped order
        ("Quintero Rojas Pedro", "Pedro Quintero Rojas"),
        ("Orlovsky Lev", "Lev Orlovsky"),
        # short forms and initials
        ("Francisco Urdaneta Lugo", "Pancho Urdaneta Lugo"),
        ("Dmitry Sergeevich Orlovsky", "Dima Orlovsky"),
        ("María E. Blanco Lugo", "María Elena Blanco Lugo"),
        # slips of the pen, and sounds
        ("Wilmer Zambrano Páez", "Wilmer Sambrano Paes"),
        ("Gleb Leonidovich Zimin", "Gleb Leonidovch Zimin"),
        ("Yorman Colmenares Tovar", "Yorman Colmenarez Tobar"),
        # scripts and spellings of one name
        ("Иванцов Пётр Семёнович", "Pyotr Semyonovich Ivantsov"),
        ("Лесняк Мария Олеговна", "Maria Lesniak"),
        ("Юрий Андреевич Хрущёв", "Yuri Andreyevich Khrushchev"),
        ("Сергей Заяц", "Siarhei Zayats"),
        ("Зимина Вера Николаевна", "Vera Zimin"),
    ],
)
def test_one_name_written_in_two_ways_is_one_person(one: str, other: str):
    born = "1984-05-12"
    assert people_of(row("a", one, born), row("b", other, born)) == [[0, 1]]


def test_a_near_date_of_birth_does_not_outweigh_another_surname():
    for one, other in (
        ("1994-09-11", "1994-12-11"),
        ("1994-09-11", "1994-09-12"),
        ("1994-09-11", "1993-09-11"),
    ):
        rows = [row("a", "Maksim Dymkov", one), row("b", "Maksim Nosov", other)]
        assert people_of(*rows) == [[0], [1]]


def test_a_near_date_of_birth_joins_where_the_names_agree():
    rows = [row("a", "Maksim Dymkov", "1994-09-11"), row("b", "Maksim Dymkov", "1994-09-17")]
    assert people_of(*rows) == [[0, 1]]


@pytest.mark.parametrize(
    "bare", [["Lev Orlovsky"], ["Lev Orlovsky"] * 2, ["Orlovsky Lev", "L. Orlovsky"]]
)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orlovsky Lev Mikhailovich", "Orlovsky Lev Leonidovich"),
        ("Lev Andrés Orlovsky", "Lev Fermín Orlovsky"),
        ("Lev Orlovsky Salas", "Lev Orlovsky Tovar"),
    ],
)
def test_two_people_of_one_list_are_not_joined_through_bare_third_rows(
    one: str, other: str, bare: list[str]
):
    rows = [row("a", one), row("a", other), *(row("b", name) for name in bare)]
    found = people_of(*rows)
    assert not any({0, 1} <= set(person) for person in found)


def test_one_person_twice_in_a_list_is_still_found_through_a_third_row():
    rows = [
        row("a", "Wilmer Zambrano Páez", "1984-05-12"),
        row("a", "Wilmer Sambrano", "1984-05-12"),
        row("b", "Wilmer Zambrano", "1984-05-12"),
    ]
    assert people_of(*rows) == [[0, 1, 2]]


@few
@given(st.integers(0, 10_000))
def test_the_order_of_columns_changes_nothing(seed: int):
    rows = frame(population(seed, people=40)).drop("truth")
    columns = random.Random(seed).sample(rows.columns, len(rows.columns))  # noqa: S311
    assert link(rows).person.tolist() == link(rows.select(columns)).person.tolist()


@few
@given(st.integers(0, 10_000))
def test_the_names_and_the_order_of_short_lists_change_nothing(seed: int):
    rows = [row(name, *written) for name, written in draw_short_lists(seed)]
    straight = frame(rows).with_columns(place=pl.int_range(0, len(rows)))
    draw = random.Random(seed)  # noqa: S311  (no secrecy needed)
    shuffled = straight.sample(fraction=1, shuffle=True, seed=draw.randint(0, 99))
    renumbered = shuffled.with_columns(row=pl.int_range(1, pl.len() + 1).over("list"))
    assert people_by_place(straight) == people_by_place(renumbered)


def draw_short_lists(seed: int) -> list[tuple[str, tuple[str, str]]]:
    draw = random.Random(seed)  # noqa: S311  (no secrecy needed)
    given_names, surnames = ["Gleb", "Vera", "Lev", "Anna"], ["Zimin", "Orlovsky", "Uvarov"]
    fathers = ["Leonidovich", "Borisovich", ""]
    return [
        (
            draw.choice("ab"),
            (
                f"{draw.choice(given_names)} {draw.choice(fathers)} {draw.choice(surnames)}",
                draw.choice(["", "1984-05-12", "1971-10-02"]),
            ),
        )
        for _ in range(draw.randint(2, 14))
    ]


def people_by_place(rows: pl.DataFrame) -> set[frozenset[int]]:
    person = link(rows.drop("place")).person.tolist()
    found: dict[int, set[int]] = {}
    for one, place in zip(person, rows["place"].to_list(), strict=True):
        found.setdefault(one, set()).add(place)
    return {frozenset(one) for one in found.values()}


@pytest.mark.parametrize(
    ("one", "other"),
    [("68", "41"), ("52", "40"), ("32", "38")],
)
def test_a_father_and_his_son_in_one_list_are_two(one: str, other: str):
    rows = [{**row("a", "João Luís Tembe"), "age": age} for age in (one, other)]
    assert people_of(*rows) == [[0], [1]]


def test_a_year_between_the_ages_of_one_person_joins():
    rows = [{**row("a", "João Luís Tembe"), "age": age} for age in ("40", "41")]
    assert people_of(*rows) == [[0, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("LARBAOUI Paul Rodrigue", "LARBAOUI Nabil"), ("Paul LARBAOUI", "Nabil LARBAOUI")],
)
def test_a_surname_in_capitals_is_the_surname(one: str, other: str):
    born = "1971-03-10"
    assert people_of(row("a", one, born), row("b", other, born)) == [[0], [1]]
    assert people_of(row("a", one, born), row("b", " ".join(one.split()[::-1]), born)) == [[0, 1]]


def test_words_of_address_of_myanmar_are_no_names():
    names = ["U Tun Wai Kyi", "Ko Tun Kyi", "Daw Ei Phyu Thant", "Ma Thida Win", "U Soe Myint Htun"]
    rows = [row("b", name, "1990-01-1" + str(at)) for at, name in enumerate(names)]
    found = people_of(*rows, row("a", "Ko Soe Myint Htun", "1990-01-14"))
    assert [4, 5] in found
    assert people_of(row("a", "Ma Jun Li"), row("a", "Wang Jun Li")) == [[0], [1]]


def test_an_initial_stands_for_a_patronymic_where_people_have_one():
    born = "1959-11-11"
    short = row("b", "Дробыш Сергей Ф.", born)
    assert people_of(row("a", "Дробыш Сергей Фёдорович", born), short) == [[0, 1]]
    assert people_of(row("a", "Дробыш Сергей Фёдорович"), row("b", "Дробыш Сергей И.")) == [
        [0],
        [1],
    ]


def test_a_surname_that_is_a_given_name_too_is_found_in_a_name_of_one_cell():
    assert people_of(row("a", "Pedro Norma Zeledón"), row("b", "Pedro Norma")) == [[0, 1]]
    assert people_of(row("a", "Pedro Norma Zeledón"), row("b", "Pedro Quimera")) == [[0], [1]]
