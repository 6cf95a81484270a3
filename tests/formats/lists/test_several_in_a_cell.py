"""Cells that name several people, and names that look as if they did."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.formats.lists import PeopleList, read_list


def listed(folder: Path, *names: str, heading: str = "Nombre completo") -> PeopleList:
    path = folder / "list.csv"
    rows = "".join(f'"{name}",14/02/2024\n' for name in names)
    path.write_text(f"{heading},Fecha de detención\n{rows}", "utf-8")
    return read_list(path)


def told(read: PeopleList) -> list[str]:
    return [note.value for note in read.understanding.doubts if "several people" in note.problem]


@pytest.mark.parametrize(
    "name",
    [
        "Ana Lira, Leo Prado", "Ana Lira - Leo Prado", "Ana y Leo Prado Gil",
        "1. Ana Lira 2. Leo Prado", "Ana Lira Paz e hijo", "Ana Lira e filho", "Ana Lira & fils",
        "Ada Quill x 2", "Two sons of Ada Quill", "Trois militants du parti",
        "Пётр и Мария Иванцовы", "Иванцов Пётр с сыном", "Иванцов П.С., Лесняк М.О.",
        "سالم حميد وخالد حسن", "سالم وخالد حميد", "سالم حميد، خالد حسن",
    ],
)  # fmt: skip
def test_several_people_in_a_cell_are_told(tmp_path: Path, name: str):
    assert told(listed(tmp_path, name, "Gilda Sosa", "Omar Tejada")) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "José Ortega y Gasset", "José Costa e Silva", "Ana Lira Paz, hija de Eva Paz",
        "Ana Lira-Prado", "Quill, Ada", "Ada Quill, Jr.", "Dos Santos Ana", "Juan E. Pérez",
        "سالم وليد حميد", "سالم حميد وهبي", "Ana Lira (la Flaca)", "Иванцов (Лесняк) Пётр",
    ],
)  # fmt: skip
def test_one_person_in_a_cell_is_one(tmp_path: Path, name: str):
    assert told(listed(tmp_path, name, "Gilda Sosa", "Omar Tejada")) == []


def test_commas_that_are_usual_part_surnames_from_given_names(tmp_path: Path):
    assert told(listed(tmp_path, "Lira Paz, Ana María", "Prado Gil, Leo", "Sosa, Gilda")) == []


@pytest.mark.parametrize("name", ["Mar?a Pe?a", "Jos N??ez"])
def test_letters_that_became_question_marks_are_told(tmp_path: Path, name: str):
    doubts = listed(tmp_path, name).understanding.doubts
    assert [note.value for note in doubts] == [name]


def test_a_name_that_is_doubted_has_all_its_letters(tmp_path: Path):
    assert not listed(tmp_path, "Ana Lira?").understanding.doubts


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_names_that_somebody_read_as_latin_letters(tmp_path: Path, encoding: str):
    text = "ФИО,Дата задержания\nИванцов Пётр,12.08.2020\nЛесняк Мария,13.08.2020\n"
    path = tmp_path / "list.csv"
    path.write_text(text.encode(encoding).decode("latin-1"), "utf-8")
    read = read_list(path)
    assert read.rows()["full_name"].to_list() == ["Иванцов Пётр", "Лесняк Мария"]
    assert "Latin letters" in "\n".join(map(str, read.notes))


def test_latin_names_with_many_accents_are_as_they_are(tmp_path: Path):
    read = listed(tmp_path, "Zoë Ñúñez", "Íñigo Çelik", "Žofie Müller")
    assert read.rows()["full_name"].to_list() == ["Zoë Ñúñez", "Íñigo Çelik", "Žofie Müller"]


def test_three_accents_in_a_row_are_no_other_alphabet(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text("Nombre,aañññ\nAna Peñña,ñññ\n", "utf-8")
    assert [one.heading for one in read_list(path).understanding.columns] == ["Nombre", "aañññ"]
