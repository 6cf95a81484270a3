"""Rows that head others or count them, told apart from people of whom only a name is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.formats.lists import read_list


def names(folder: Path, text: str) -> list[str]:
    path = folder / "list.csv"
    path.write_text(text, "utf-8")
    return read_list(path).rows()["full_name"].to_list()


@pytest.mark.parametrize(
    ("heading", "section", "person"),
    [
        ("ФИО,Дата задержания", "Минская область", "Лесняк Мария Олеговна"),
        ("ФИО,Дата задержания", "Гродненская обл.", "Лесняк Мария Олеговна"),
        ("Full name,Arrest date", "Invented Prison", "Ada Quill"),
        ("Full name,Arrest date", "Upper Region", "Ada Quill"),
    ],
)
def test_a_section_may_say_at_its_end_what_it_is(
    tmp_path: Path, heading: str, section: str, person: str
):
    found = names(tmp_path, f"{heading}\n{section},\n{person},12.08.2020\n{person}а,13.08.2020\n")
    assert found == [person, f"{person}а"]


@pytest.mark.parametrize("row", ["Promedio,38.5,", "Average,38,", "Média,38.5,", "Среднее,38,"])
def test_an_average_is_nobody(tmp_path: Path, row: str):
    found = names(tmp_path, f"Full name,Age,Arrest date\nAda Quill,33,14/2/2023\n"
                  f"Ben Rook,44,15/2/2023\n{row}\n")  # fmt: skip
    assert found == ["Ada Quill", "Ben Rook"]


@pytest.mark.parametrize("name", ["Ada Media", "Media Quill", "Wiranto"])
def test_a_name_without_anything_beside_is_somebody(tmp_path: Path, name: str):
    found = names(tmp_path, f"Full name,Age,Arrest date\nAda Quill,33,14/2/2023\n"
                  f"Ben Rook,44,15/2/2023\n{name},,\nSlamet,22,16/2/2023\n")  # fmt: skip
    assert name in found


@pytest.mark.parametrize("sign", ['""""', "idem", "Ídem", "то же", "same as above"])
def test_a_sign_that_means_the_cell_above_is_told(tmp_path: Path, sign: str):
    path = tmp_path / "list.csv"
    path.write_text(f"Full name,Facility,Arrest date\nAda Quill,Jail 4,14/2/2023\n"
                    f"Ben Rook,{sign},{sign}\n", "utf-8")  # fmt: skip
    read = read_list(path)
    assert read.rows()["facility"].to_list() == ["Jail 4", ""]
    assert read.rows()["detained_on"].to_list() == ["2023-02-14", ""]
    assert sum("the cell above" in note.problem for note in read.understanding.doubts) == 2


def test_a_name_without_anything_beside_is_told_where_a_list_has_sections(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text(
        "Nom et prénom,Date d'arrestation\nPrison de Kondengui,\nLira Ana,14/02/2023\n"
        "Douala - New Bell,\nPrado Léo,15/02/2023\n", "utf-8",
    )  # fmt: skip
    read = read_list(path)
    assert read.rows()["full_name"].to_list() == ["Lira Ana", "Douala - New Bell", "Prado Léo"]
    assert [note.value for note in read.understanding.doubts if "may head" in note.problem] == [
        "Douala - New Bell"
    ]


def test_a_name_without_anything_beside_is_not_told_where_a_list_has_no_sections(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text(
        "Nom et prénom,Date d'arrestation\nLira Ana,14/02/2023\nGil Zoé,\nPrado Léo,15/02/2023\n",
        "utf-8",
    )
    assert not read_list(path).understanding.doubts
