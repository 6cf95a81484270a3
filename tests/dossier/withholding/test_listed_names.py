"""What lists say of those who must not be named, and what they do not say."""

from __future__ import annotations

from habeas.dossier.withholding import listed
from habeas.vocabulary import Record, RecordKey


def rows(*names: str) -> list[Record]:
    return [
        Record(RecordKey("list.csv", number), cells={"full_name": name, "remarks": "x"})
        for number, name in enumerate(names, 1)
    ]


def test_a_row_that_names_nobody_is_told_unless_it_may_be_public():
    held = rows("Rosa Ejemplo", "", "NN")
    told = listed(held, lambda record: record.key.row == 3)
    assert [key.row for key in told.nameless] == [2]
    assert [name.full for name in told.names] == ["Rosa Ejemplo"]


def test_who_agreed_is_no_name_that_must_not_be_public():
    told = listed(rows("Rosa Ejemplo", "Luis Muestra"), lambda record: record.key.row == 1)
    assert [name.full for name in told.names] == ["Luis Muestra"]
