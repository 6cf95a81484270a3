"""Claims as CSV: a heading, then a claim a row."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO, TextIO

from habeas.formats.tables.csv_rows import cells_of
from habeas.formats.tables.harmless_cells import as_it_was, write_rows
from habeas.formats.text_lines import text_lines
from habeas.vocabulary import (
    CLAIM_COLUMNS,
    Claim,
    InputError,
    claim_from_row,
    claim_to_row,
    refuse_unreadable_columns,
)

DELIMITERS = ",;\t"
"""A comma; a semicolon, as spreadsheets write where the comma parts decimals; a tab."""


def read_claims_csv(stream: BinaryIO, file: str) -> Iterator[tuple[int, Claim]]:
    """Go through (line, claim) of a table. Raises InputError with line, column and value."""
    rows = _rows(stream, file)
    heading_line, heading = next(rows, (1, []))
    if not heading:
        raise InputError("is empty", "Its first line must name the columns.", file=file)
    _refuse_heading(heading, file, heading_line)
    for line, cells in rows:
        if len(cells) != len(heading):
            raise InputError(
                f"has {len(cells)} cells, but the heading has {len(heading)}",
                "Put a text that holds a comma between double quotes.",
                file=file,
                line=line,
            )
        try:
            yield line, claim_from_row(_row(heading, cells))
        except InputError as error:
            raise error.at(file=file, line=line) from None


def write_claims_csv(claims: Iterable[Claim], stream: TextIO) -> None:
    """Write a table of claims; columns of someone else's come last, in the order first met.

    A text or a heading that a spreadsheet would run as a formula gets an apostrophe in front, which
    ``read_claims_csv`` takes off again.
    """
    rows = [claim_to_row(claim) for claim in claims]
    columns = list(dict.fromkeys((*CLAIM_COLUMNS, *(name for row in rows for name in row))))
    write_rows((columns, *([_cell(row.get(name)) for name in columns] for row in rows)), stream)


def _row(heading: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, cell in zip(heading, cells, strict=True):
        if cell or name in CLAIM_COLUMNS:
            row[name] = as_it_was(cell)
    if row.get("reasons", "").startswith("["):
        row["reasons"] = _listed(row["reasons"])
    return row


def _listed(cell: str) -> object:
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        value = _joined([str(item) for item in value])
    return str(value)


def _joined(items: list[str]) -> str:
    """Part items by " | " where that can be undone, else write a JSON list."""
    joined = " | ".join(items)
    if joined.startswith("[") or [part for part in joined.split(" | ") if part] != items:
        return json.dumps(items, ensure_ascii=False)
    return joined


def _rows(stream: BinaryIO, file: str) -> Iterator[tuple[int, list[str]]]:
    """Go through (first line, cells) of the rows that are not blank."""
    lines = text_lines(stream, file)
    first = next(lines, None)
    if first is None:
        return
    texts = (text for _, text in itertools.chain([first], lines))
    yield from cells_of(texts, _delimiter(first[1]), file)


def _delimiter(heading: str) -> str:
    """Return the sign that parts the heading into the most names that we know."""

    def known(sign: str) -> int:
        return sum(cell.strip(' "\r\n') in CLAIM_COLUMNS for cell in heading.split(sign))

    return max(DELIMITERS, key=known)


def _refuse_heading(heading: list[str], file: str, line: int) -> None:
    for place, name in enumerate(heading):
        heading[place] = as_it_was(name.strip())
    for name in heading:
        if heading.count(name) > 1:
            raise InputError(
                "heads two columns" if name else "two columns have no name",
                "Give each column a name of its own.",
                file=file,
                line=line,
                column=name or None,
            )
    try:
        refuse_unreadable_columns(heading)
    except InputError as error:
        raise error.at(file=file, line=line) from None
