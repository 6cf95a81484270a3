"""Lists that look like others and say something else: understood, or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.formats.lists import PeopleList, read_list


def listed(folder: Path, text: str) -> PeopleList:
    path = folder / "list.csv"
    path.write_text(text, "utf-8")
    return read_list(path)


def said(read: PeopleList) -> str:
    return "\n".join(map(str, read.notes))


@pytest.mark.parametrize(
    ("headings", "row", "given", "surnames"),
    [
        ("Apellido P.,Apellido M.,Nombre(s)", "Orta,Vera,Fidel", "Fidel", "Orta Vera"),
        ("Ap. paterno,Ap. materno,Nombres", "Orta,Vera,Fidel", "Fidel", "Orta Vera"),
        ("Sobrenome,Nome,Nome do meio", "Souza,Ana,Rita", "Ana Rita", "Souza"),
        ("LastName,FirstName,MiddleInitial", "Quill,Ada,J", "Ada J", "Quill"),
        ("Prénoms,Nom,Postnom", "Jean,Kabila,Mwamba", "Jean", "Kabila Mwamba"),
    ],
)
def test_parts_of_names_under_short_headings(
    tmp_path: Path, headings: str, row: str, given: str, surnames: str
):
    [one] = listed(tmp_path, f"{headings}\n{row}\n").rows().to_dicts()
    assert (one["given_names"], one["surnames"]) == (given, surnames)


def test_the_day_on_which_somebody_was_taken_is_a_whole_date(tmp_path: Path):
    read = listed(tmp_path, "Nombre,Detenido el día\nAna Paz,30/07/2024\n")
    assert read.rows()["detained_on"].to_list() == ["2024-07-30"]


def test_day_month_and_year_that_are_the_only_date_are_one(tmp_path: Path):
    read = listed(tmp_path, "Nombre,Día,Mes,Año\nAna Paz,30,julio,2024\n")
    assert read.rows()["detained_on"].to_list() == ["2024-07-30"]
    beside = listed(tmp_path, "Nombre,Mes,Año,Detención\nAna Paz,5,2020,30/07/2024\n")
    assert beside.rows()["detained_on"].to_list() == ["2024-07-30"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Arrested (mm/dd/yyyy)", "2024-03-04"),
        ("Arrested (DD-MM-YY)", "2024-04-03"),
        ("Arrested (month/day)", "2024-03-04"),
    ],
)
def test_a_heading_says_whether_the_day_or_the_month_stands_first(
    tmp_path: Path, heading: str, expected: str
):
    read = listed(tmp_path, f"Full name,{heading}\nAda Quill,03/04/2024\n")
    assert read.rows()["detained_on"].to_list() == [expected]


def test_cells_count_more_than_what_a_heading_says_of_their_order(tmp_path: Path):
    read = listed(tmp_path, "Full name,Arrested (mm/dd/yy)\nAda Quill,30/07/2024\n")
    assert read.rows()["detained_on"].to_list() == ["2024-07-30"]


def test_years_are_persian_where_letters_or_digits_are(tmp_path: Path):
    """1401 is 2022 in Iran, and 1981 of the Hijra."""
    head = "نام,تاریخ تولد,تاریخ بازداشت"
    read = listed(tmp_path, f"{head}\nسالم کریمی,۱۳۷۰/۰۲/۱۵,۱۴۰۱/۰۷/۰۱\n")
    assert read.rows()["detained_on"].to_list() == ["2022-09-23"]
    arabic = listed(tmp_path, "الاسم,تاريخ الاعتقال\nسالم حميد,01/07/1401\n")
    assert arabic.rows()["detained_on"].to_list() == ["1981-05"]


def test_the_ethiopian_calendar_is_known_by_its_heading(tmp_path: Path):
    read = listed(tmp_path, "Name,Arrested (E.C.),Released\nA B,1/1/2000,2024-01-01\n")
    assert read.rows()["detained_on"].to_list() == ["2007-09-12"]
    assert read.rows()["released_on"].to_list() == ["2024-01-01"]


def test_sections_totals_and_remarks_of_a_list_of_names_alone_are_nobody(tmp_path: Path):
    read = listed(
        tmp_path,
        "Nombre completo,Estado\nZULIA,\nAna Paz,\nEva Sol,\nSubtotal: 2,\nLARA,\nLuz Mar,\n"
        "GRAN TOTAL,3\n* Datos preliminares,\nObs.: lista parcial,\n",
    )
    assert read.rows()["full_name"].to_list() == ["Ana Paz", "Eva Sol", "Luz Mar"]
    assert all(word in said(read) for word in ("ZULIA", "LARA", "Datos", "Obs."))


def test_a_name_in_capitals_and_a_list_of_bullets_are_people(tmp_path: Path):
    read = listed(tmp_path, "Nombre completo\nAna Paz\nEVA SOL\nLuz Mar\n")
    assert len(read.numbers) == 3
    bullets = listed(tmp_path, "Nombre completo\n* Ana Paz\n* Eva Sol\n")
    assert len(bullets.numbers) == 2


@pytest.mark.parametrize(
    "cell",
    [
        "3 hombres no identificados", "Familia Ros (4 personas)", "Los hermanos Ros",
        "Сёстры Ивановы", "سالم حميد و كريم حداد", "سالم حميد وأخوه", "Famille Roy",
    ],
)  # fmt: skip
def test_a_cell_that_names_more_than_one_is_told(tmp_path: Path, cell: str):
    read = listed(tmp_path, f"Nombre completo,Edad\n{cell},\nAna Paz,30\n")
    assert "several people" in said(read)


@pytest.mark.parametrize("cell", ["سالم وحيد", "وليد سالم", "José Ortega y Gasset", "Ana Familia"])
def test_a_cell_that_names_one_is_not(tmp_path: Path, cell: str):
    assert not said(listed(tmp_path, f"Nombre completo,Edad\n{cell},41\nAna Paz,30\n"))


@pytest.mark.parametrize(
    "cell", ["Hombre no identificado", "NN", "Неизвестный мужчина", "مجهول الهوية", "2 mujeres"]
)
def test_who_is_not_known_by_name_heads_no_section(tmp_path: Path, cell: str):
    read = listed(tmp_path, f"Nombre completo,Edad\n{cell},\nAna Paz,30\nEva Sol,22\n")
    assert read.rows()["full_name"].to_list() == [cell, "Ana Paz", "Eva Sol"]


def test_a_state_whose_cells_say_how_people_are_is_a_status(tmp_path: Path):
    read = listed(tmp_path, "Name,State\nAda Quill,Released\nBen Rook,In custody\n")
    assert read.rows()["status"].to_list() == ["Released", "In custody"]
    places = listed(tmp_path, "Name,State\nAda Quill,Ohio\nBen Rook,Iowa\n")
    assert places.rows()["state"].to_list() == ["Ohio", "Iowa"]


def test_letters_of_web_pages_are_mended_and_lost_ones_told(tmp_path: Path):
    read = listed(tmp_path, "Nombre completo\nJos&eacute; N&uacute;&ntilde;ez\nJos\ufffd Paz\n")
    assert read.rows()["full_name"].to_list() == ["José Núñez", "Jos\ufffd Paz"]
    assert "letters that were lost" in said(read)
