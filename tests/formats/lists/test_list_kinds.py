"""Kinds of headings, cells and rows met in registers, with near misses."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.formats.lists import PeopleList, read_list, recognised
from habeas.vocabulary import Field

F = Field


def a_list(folder: Path, *lines: str) -> PeopleList:
    path = folder / "list.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return read_list(path)


def reasons(found: PeopleList) -> list[str]:
    return [note.problem for note in found.understanding.doubts]


@pytest.mark.parametrize(
    ("group", "name", "wanted"),
    [
        ("Datos personales", "Nombre completo", F.FULL_NAME),
        ("Données personnelles", "Nom et prénom", F.FULL_NAME),
        ("Личные данные", "ФИО", F.FULL_NAME),
        ("البيانات الشخصية", "الاسم", F.FULL_NAME),
        ("Dados pessoais", "Nome", F.FULL_NAME),
    ],
)
def test_a_name_under_a_group_of_the_persons_own_is_the_persons(
    tmp_path: Path, group: str, name: str, wanted: Field
):
    found = a_list(tmp_path, f"{group},,Situación", f"{name},Sexo,actual", "Ana Rojas,F,Libre",
                   "Luis Lugo,M,Preso")  # fmt: skip
    assert wanted in found.values
    assert list(found.values[wanted]) == ["Ana Rojas", "Luis Lugo"]


@pytest.mark.parametrize("group", ["Abogado", "Denunciante", "Madre", "Адвокат", "Avocat"])
def test_a_name_under_the_group_of_somebody_else_is_not_the_persons(tmp_path: Path, group: str):
    found = a_list(tmp_path, f"Datos personales,,{group}", "Nombre,Sexo,Nombre",
                   "Ana Rojas,F,Rita Paz", "Luis Lugo,M,Omar Gil")  # fmt: skip
    assert list(found.values[F.FULL_NAME]) == ["Ana Rojas", "Luis Lugo"]


@pytest.mark.parametrize(
    ("heading", "cells", "wanted"),
    [
        ("Sexo", ("H", "M"), ("m", "f")),
        ("Sexo (H/M)", ("M", "M"), ("f", "f")),
        ("Sexo (M/F)", ("M", "M"), ("m", "m")),
        ("Género", ("M", "F"), ("m", "f")),
        ("Sexo", ("V", "M"), ("m", "f")),
        ("Sexe", ("H", "F"), ("m", "f")),
        ("Sexo", ("Hombre", "Mujer"), ("m", "f")),
    ],
)
def test_a_letter_of_a_sex_is_told_by_the_letters_beside_it(
    tmp_path: Path, heading: str, cells: tuple[str, str], wanted: tuple[str, str]
):
    found = a_list(tmp_path, f"Nombre,{heading}", f"Luis Lugo,{cells[0]}", f"Ana Paz,{cells[1]}")
    assert tuple(found.values[F.SEX]) == wanted


def test_a_column_with_three_letters_of_sexes_is_told(tmp_path: Path):
    found = a_list(tmp_path, "Nombre,Sexo", "Luis Lugo,H", "Ana Paz,M", "Rosa Gil,F")
    assert list(found.values[F.SEX]) == ["m", "", "f"]
    assert any("woman's beside H" in reason for reason in reasons(found))


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("1981 г.р.", "1981"),
        ("12.05.1981 г. р.", "1981-05-12"),
        ("vers 1984", "1984"),
        ("né vers 1984 à Kumba", "1984"),
        ("le 01/07/1961 à Kumba", "1961-07-01"),
        ("около 1970", "1970"),
        ("circa 1970", "1970"),
        ("nacido el 3 de mayo de 1980 en Mérida", "1980-05-03"),
        ("مواليد 1975", "1975"),
    ],
)
def test_words_around_a_date_of_birth_do_not_hide_it(tmp_path: Path, cell: str, wanted: str):
    found = a_list(tmp_path, "Name;Date of birth", f"Ana Paz;{cell}", "Luis Lugo;13/05/1990")
    assert found.values[F.BIRTH_DATE][0] == wanted


@pytest.mark.parametrize("cell", ["1981 o 1982", "entre 1980 y 1984", "antes de 1980"])
def test_words_that_change_a_date_of_birth_are_told(tmp_path: Path, cell: str):
    found = a_list(tmp_path, "Name;Date of birth", f"Ana Paz;{cell}", "Luis Lugo;13/05/1990")
    assert found.understanding.doubts


def test_states_that_head_rows_are_sections_though_subtotals_say_them_again(tmp_path: Path):
    rows = ("ZULIA,,", "Ana Paz,30,Sur", "Luis Lugo,31,Sur", "Subtotal Zulia,2,",
            "LARA,,", "Rosa Gil,40,Sur", "Subtotal Lara,1,")  # fmt: skip
    found = a_list(tmp_path, "Nombre,Edad,Cárcel", *rows)
    assert len(found.numbers) == 3
    assert [kind for _, _, kind, _ in found.understanding.no_people] == [
        "section", "total", "section", "total"
    ]  # fmt: skip


def test_a_name_alone_in_a_list_with_sections_stays_a_person(tmp_path: Path):
    found = a_list(tmp_path, "Nombre,Edad,Cárcel", "ZULIA,,", "Ana Paz,30,Sur",
                   "Luis Lugo,31,Sur", "María Pérez Rojas,,", "Rosa Gil,40,Sur", "LARA,,",
                   "Omar Gil,20,Sur")  # fmt: skip
    assert "María Pérez Rojas" in found.values[F.FULL_NAME]


@pytest.mark.parametrize("heading", ["No.", "#", "№ п/п", "N.º de ordem", "الرقم", "N°"])
def test_numbers_of_rows_are_understood(tmp_path: Path, heading: str):
    found = a_list(tmp_path, f"{heading},Name", "1,Ana Paz", "2,Luis Lugo")
    assert not found.understanding.doubts


@pytest.mark.parametrize(
    "heading", ["Observaciones", "Remark", "Примечание", "Xyz", "Numéro de cellule", "Abrigo"]
)
def test_a_heading_that_is_not_understood_is_named(tmp_path: Path, heading: str):
    found = a_list(tmp_path, f"Name,{heading}", "Ana Paz,abc", "Luis Lugo,def")
    assert heading in {note.column for note in found.understanding.doubts}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Фамилия, имя, отчество", F.FULL_NAME),
        ("ФИО политзаключённого", F.FULL_NAME),
        ("Nom complet", F.FULL_NAME),
        ("الاسم واسم الأب والكنية", F.FULL_NAME),
        ("Где содержится", F.FACILITY),
        ("السجن", F.FACILITY),
        ("N° d'écrou", F.OTHER_ID),
        ("Date de mise en liberté", F.RELEASED_ON),
        ("Liberto em", F.RELEASED_ON),
        ("Дата взятия под стражу", F.DETAINED_ON),
        ("مواليد", F.BIRTH_DATE),
        ("Naturalidade", F.BIRTH_PLACE),
    ],
)
def test_a_heading_of_registers_is_understood(heading: str, field: Field):
    assert recognised([heading]) == {heading: field}


@pytest.mark.parametrize(
    "heading", ["Lieu d'arrestation", "Date d'écrou", "Preso", "Nom de jeune fille", "Суд решил"]
)
def test_a_heading_that_is_like_one_of_them_is_another(heading: str):
    assert recognised([heading]) == {}


def test_a_letter_beside_words_of_sexes_is_told_where_it_may_be_either(tmp_path: Path):
    found = a_list(tmp_path, "Nombre,Sexo", "Luis Lugo,Masculino", "Ana Paz,M", "Omar Gil,H")
    assert list(found.values[F.SEX]) == ["m", "", "m"]
    assert any("woman's beside H" in reason for reason in reasons(found))
