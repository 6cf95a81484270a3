"""Headings that seem to mean a field and speak of somebody else, of a plan, or of another table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.formats.lists import PeopleList, read_list


def listed(folder: Path, text: str, name: str = "list.csv") -> PeopleList:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_list(path)


def said(read: PeopleList) -> str:
    return "\n".join(map(str, read.notes))


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Full name (mother)", "Eva Quill"),
        ("Nombre completo (familiar)", "Eva Quill"),
        ("Nom complet (avocat)", "Tom Sanz"),
        ("abogado/nombre_completo", "Tom Sanz"),
    ],
)
def test_a_name_of_somebody_else_is_not_the_persons(tmp_path: Path, heading: str, cell: str):
    for headings, row in ((f"{heading},Full name", f"{cell},Ada Quill"),
                          (f"Full name,{heading}", f"Ada Quill,{cell}")):  # fmt: skip
        read = listed(tmp_path, f"{headings}\n{row}\n")
        assert read.rows()["full_name"].to_list() == ["Ada Quill"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Age (of spouse)", "age"),
        ("Edad (del hijo)", "age"),
        ("Sexe (du plaignant)", "sex"),
        ("Возраст (адвоката)", "age"),
        ("Data de nascimento (mãe)", "birth_date"),
    ],
)
def test_what_brackets_say_of_others_is_told_and_not_used(tmp_path: Path, heading: str, field: str):
    read = listed(tmp_path, f"Full name,{heading}\nAda Quill,44\n")
    assert field not in read.rows().columns
    assert heading in said(read)


@pytest.mark.parametrize(
    "heading",
    [
        "Release date (expected)", "Estimated release date", "Fecha de liberación (prevista)",
        "Fecha estimada de liberación", "Data da soltura (prevista)",
        "Date de libération (prévue)", "Дата освобождения (ожидаемая)", "Дата выхода (план)",
        "تاريخ الإفراج (متوقع)", "No release", "liberacion_prevista/fecha",
    ],
)  # fmt: skip
def test_a_release_that_is_only_expected_is_none(tmp_path: Path, heading: str):
    read = listed(tmp_path, f"Full name,Arrest date,{heading}\nAda Quill,14/02/2023,15/03/2023\n")
    assert "released_on" not in read.rows().columns
    assert heading in said(read)


@pytest.mark.parametrize(
    ("heading", "field", "cell"),
    [
        ("Release date (if any)", "released_on", "2023-03-15"),
        ("Estimated age", "age", "44"),
        ("Fecha estimada de detención", "detained_on", "2023-03-15"),
        ("Sex (M/F)", "sex", "f"),
        ("Sexe (Homme/Femme)", "sex", "f"),
        ("Edad (en años)", "age", "44"),
        ("Fecha de detención (dd/mm/aaaa)", "detained_on", "2023-03-15"),
        ("datos/edad", "age", "44"),
    ],
)
def test_what_stands_in_brackets_and_changes_nothing_is_not_told(
    tmp_path: Path, heading: str, field: str, cell: str
):
    read = listed(tmp_path, f"Full name,{heading}\nAda Quill,{cell}\n")
    assert read.rows()[field].to_list() == [cell]
    assert not read.understanding.doubts


def test_brackets_that_are_not_understood_are_told(tmp_path: Path):
    read = listed(tmp_path, "Full name,Lieu (tribunal)\nAda Quill,Lyon\n")
    assert "tribunal" in said(read)


def test_first_and_last_are_two_parts_of_a_name(tmp_path: Path):
    [row] = listed(tmp_path, "Last,First,MI\nQuill,Ada,B\n").rows().to_dicts()
    assert (row["given_names"], row["surnames"]) == ("Ada B", "Quill")
    inner = json.dumps([{"name": {"first": "Ada", "last": "Quill"}}])
    [row] = listed(tmp_path, inner, "list.json").rows().to_dicts()
    assert (row["given_names"], row["surnames"]) == ("Ada", "Quill")


@pytest.mark.parametrize(
    "headings",
    [
        "Прозвішча,Імя,Імя па бацьку,Дата затрымання,Дата вызвалення",
        "Прізвище,Ім'я,По батькові,Дата затримання,Дата звільнення",
    ],
)
def test_belarusian_and_ukrainian_headings(tmp_path: Path, headings: str):
    [row] = listed(tmp_path, f"{headings}\nІванцоў,Пётр,Сямёнавіч,12.08.2020,20.01.2023\n"
                   ).rows().to_dicts()  # fmt: skip
    assert row["surnames"] == "Іванцоў"
    assert (row["detained_on"], row["released_on"]) == ("2020-08-12", "2023-01-20")


def test_arabic_headings_may_say_upon_whom(tmp_path: Path):
    headings = "الاسم رباعي,تاريخ القبض عليه,تاريخ الإفراج عنه"
    text = f"{headings}\nسالم حميد علي الفلاني,30/07/2024,15/08/2024\n"
    [row] = listed(tmp_path, text).rows().to_dicts()
    assert (row["detained_on"], row["released_on"]) == ("2024-07-30", "2024-08-15")


STACKED = (
    "Full name,Arrest date,City\nAda Quill,14/2/2023,Rome\nFull name,{heading},City\n"
    "Ben Rook,15/3/2023,Oslo\n"
)


def test_days_under_a_second_heading_are_not_days_of_the_first(tmp_path: Path):
    read = listed(tmp_path, STACKED.format(heading="Release date"))
    assert read.rows()["detained_on"].to_list() == ["2023-02-14", ""]
    assert "another heading" in said(read)
    assert "Release date" in said(read)


def test_headings_said_again_as_they_are_change_nothing(tmp_path: Path):
    read = listed(tmp_path, STACKED.format(heading="Arrest Date"))
    assert read.rows()["detained_on"].to_list() == ["2023-02-14", "2023-03-15"]
    assert "another heading" not in said(read)


def test_each_list_of_a_json_object_is_told(tmp_path: Path):
    states = {"Zulia": [{"Full name": "Ada Quill"}], "Lara": [{"Full name": "Ben Rook"}]}
    read = listed(tmp_path, json.dumps(states), "list.json")
    assert read.rows()["full_name"].to_list() == ["Ada Quill"]
    assert "the sheet Lara was not read: 1 row" in said(read)


def test_one_list_beside_other_values_of_a_json_object_is_the_list(tmp_path: Path):
    whole = {"count": 1, "tags": ["a", "b"], "people": [{"Full name": "Ada Quill"}]}
    read = listed(tmp_path, json.dumps(whole), "list.json")
    assert read.rows()["full_name"].to_list() == ["Ada Quill"]
    assert not read.understanding.doubts
