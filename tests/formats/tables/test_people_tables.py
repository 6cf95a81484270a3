"""Tables of people and of overlaps are read as written, and a slip is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.formats.tables import read_overlap_table, read_people
from habeas.vocabulary import Field, InputError, RecordKey


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_people_are_their_rows(tmp_path: Path):
    text = (
        "list,row,person_id,name,released_on\n"
        "court,1,p1,Ana Rojas,2026-01-08\nfamilies,1,p1,Ana R.,\ncourt,2,p2,Luis Paz,\n"
    )
    ana, luis = read_people(written(tmp_path, text))
    assert ana.lists == {"court", "families"}
    assert ana.said(Field.RELEASED_ON) == ("2026-01-08",)
    assert luis.records[0].key == RecordKey("court", 2)
    assert luis.records[0].cells == {"name": "Luis Paz"}


def test_semicolons_and_missing_row_numbers_are_read(tmp_path: Path):
    people = read_people(written(tmp_path, "list;person_id\na;p1\na;p2\nb;p1\n"))
    assert [record.key for record in people[0].records] == [RecordKey("a", 1), RecordKey("b", 1)]
    assert people[1].records[0].key == RecordKey("a", 2)


def test_an_overlap_table_is_read(tmp_path: Path):
    table = read_overlap_table(written(tmp_path, 'A,"B",count\n1,0,7\n1,1,3\n0,1,0\n'))
    assert table.lists == ("A", "B")
    assert table.patterns == ((True, False), (True, True), (False, True))
    assert table.counts == (7, 3, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("A,B\n1,0\n", "line 1: has no column count"),
        ("A,B,count\n1,2,7\n", 'line 2, column B: "2" is neither 0 nor 1'),
        ("A,B,count\n1,0,1.306\n", 'line 2, column count: "1.306" is not a number of people'),
        ("A,B,count\n1,0,-4\n", "is not a number of people"),
        ("A,B,count\n1,0,4\n0,0,9\n", "line 3, column count"),
        ("A,B,count\n1,0\n", "line 2: has 2 cells, and the heading 3"),
        ("A,A,count\n1,0,4\n", "column A: heads two columns"),
        ('A,B,count\n1,"0,4\n', "is not a row of a table"),
    ],
)
def test_a_slip_in_an_overlap_table_is_named_with_its_place(tmp_path: Path, text: str, said: str):
    with pytest.raises(InputError) as refused:
        read_overlap_table(written(tmp_path, text))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("list,row\na,1\n", "the heading lacks person_id"),
        ("list,row,person_id\na,1,\n", "line 2, column person_id: is empty"),
        ("list,row,person_id\n,1,p1\n", "column list: is empty"),
        ("list,row,person_id\na,x,p1\n", 'column row: "x" is not a row\'s number'),
        ("list,row,person_id\na,0,p1\n", '"0" is not a row'),
        ("list,row,person_id\na,1,p1\na,1,p2\n", "is the same row of list a as line 2"),
    ],
)
def test_a_slip_in_a_people_table_is_named_with_its_place(tmp_path: Path, text: str, said: str):
    with pytest.raises(InputError) as refused:
        read_people(written(tmp_path, text))
    assert said in str(refused.value)
