"""Days of other calendars than ours, where numbers may be taken for ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.formats.lists import PeopleList, read_list


def days(folder: Path, heading: str, *cells: str) -> PeopleList:
    path = folder / "list.csv"
    rows = "".join(f"Ada Quill,{cell}\n" for cell in cells)
    path.write_text(f"Full name,{heading}\n{rows}", "utf-8")
    return read_list(path)


@pytest.mark.parametrize(
    ("cell", "day"),
    [("05/13/2012", "2020-09-10"), ("06/13/2011", "2019-09-11"), ("2012-13-03", "2020-09-08")],
)
def test_the_thirteenth_month_of_ethiopia(tmp_path: Path, cell: str, day: str):
    read = days(tmp_path, "Arrest date (E.C.)", cell, "30/06/2013")
    assert read.rows()["detained_on"].to_list() == [day, "2021-03-09"]


def test_a_number_that_no_thirteenth_month_has_shows_the_order(tmp_path: Path):
    read = days(tmp_path, "Arrest date (E.C.)", "07/13/2012")
    assert read.rows()["detained_on"].to_list() == ["2020-03-22"]


def test_two_digits_tell_no_year_beside_years_of_another_calendar(tmp_path: Path):
    read = days(tmp_path, "Arrest date", "15/10/2563", "16/10/63")
    assert read.rows()["detained_on"].to_list() == ["2020-10-15", ""]
    assert "16/10/63" in "\n".join(map(str, read.understanding.doubts))


def test_two_digits_tell_a_year_beside_years_of_ours(tmp_path: Path):
    read = days(tmp_path, "Arrest date", "15/10/2020", "16/10/20")
    assert read.rows()["detained_on"].to_list() == ["2020-10-15", "2020-10-16"]
