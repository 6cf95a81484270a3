"""Linked people, as link writes them: rows of lists, ``list``, ``row``, ``person_id`` in front."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from habeas.formats.lists import ListColumns
from habeas.formats.tables.csv_rows import Numbered, csv_rows, require_columns, rows_in
from habeas.formats.tables.people_fields import people_values
from habeas.formats.text_lines import shown_name
from habeas.vocabulary import Field, InputError, Person, Record, RecordKey

PEOPLE_COLUMNS = ("list", "row", "person_id")
LONGEST_ROW = 12
"""Digits of a row's number: no list has more rows."""


def is_people_table(heading: Sequence[str]) -> bool:
    """Say whether a heading is that of linked people."""
    return "list" in heading and "person_id" in heading


def read_people(path: str | Path, columns: ListColumns | None = None) -> list[Person]:
    """Read linked people, in the order of their ids.

    columns: what headings mean, as for ``habeas link``; else they are recognised. Raises
    InputError, with line and column, on a missing column, an empty list or person id, a row that
    is no number, a row of a list that stands there twice.
    """
    heading, rows = csv_rows(path)
    return people_of(heading, rows, shown_name(path), columns)


def people_in_csv(text: str, file: str) -> list[Person]:
    """Read linked people from a table's text; see ``read_people``."""
    heading, rows = rows_in(list(io.StringIO(text, newline="")), file)
    return people_of(heading, rows, file)


def people_of(
    heading: Sequence[str], rows: Sequence[Numbered], file: str, columns: ListColumns | None = None
) -> list[Person]:
    """Read linked people from rows; see ``read_people``. A missing ``row`` is counted."""
    remedy = 'Give the people.csv that "habeas link" writes, or those columns.'
    require_columns(heading, ("list", "person_id"), remedy, file)
    said = people_values([row for _, row in rows], columns or ListColumns(), file)
    records: dict[str, list[Record]] = {}
    lines: dict[RecordKey, int] = {}
    seen: dict[str, int] = {}
    for (line, row), values in zip(rows, said, strict=True):
        seen[row["list"]] = seen.get(row["list"], 0) + 1
        record = _record(row, seen[row["list"]], values, file, line)
        if (first := lines.setdefault(record.key, line)) != line:
            raise InputError(
                f"is the same row of list {row['list']} as line {first}",
                "Give each row of a list once.",
                file=file, line=line, column="row", value=str(record.key.row),
            )  # fmt: skip
        if not row["person_id"]:
            raise InputError(
                "is empty", "Link the lists first.", file=file, line=line, column="person_id"
            )
        records.setdefault(row["person_id"], []).append(record)
    return [Person(key, tuple(records[key])) for key in sorted(records)]


def _record(
    row: dict[str, str], counted: int, values: dict[Field, str], file: str, line: int
) -> Record:
    number = row.get("row", "") or str(counted)
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_ROW):
        raise InputError(
            "is not a row's number", "Count rows from 1.",
            file=file, line=line, column="row", value=number[:LONGEST_ROW],
        )  # fmt: skip
    cells = {name: cell for name, cell in row.items() if cell and name not in PEOPLE_COLUMNS}
    try:
        return Record(RecordKey(row["list"], int(number)), values, cells)
    except InputError as error:
        raise error.at(file=file, line=line) from None
