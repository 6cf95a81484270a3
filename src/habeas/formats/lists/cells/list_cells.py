"""The cells of a list, from whatever kind of file: CSV, XLSX, ODS, Parquet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.formats.documents import decoded
from habeas.formats.lists.cells.list_bounds import OF_A_FILE, ListBounds
from habeas.formats.lists.cells.workbook_cells import TITLES, WORKBOOKS, Row, sheet_rows
from habeas.formats.lists.list_headings import recognised
from habeas.formats.text_lines import opened, refuse_unreadable_file, shown_name
from habeas.vocabulary import InputError

DELIMITERS = ",;\t|"
LONGEST_CELL = 8_000_000


@dataclass(frozen=True)
class ListCells:
    """The cells of a list as they stand.

    headings: each once. rows: (line or row of the file, cells under the headings). notes: what was
    found out or put right while reading, sentences without a full stop, (line, sentence).
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[tuple[int, str], ...] = ()


def read_list_cells(path: str | Path, sheet: str = "", bounds: ListBounds = OF_A_FILE) -> ListCells:
    """Read the cells of a list, by the suffix of its file; "-" is CSV from a pipe.

    sheet: of a workbook; else the sheet whose headings tell the most. Raises InputError on a file
    that is missing, damaged or empty, and before it is unpacked on one that holds more than bounds.
    """
    suffix = Path(path).suffix.lower()
    try:
        if suffix in WORKBOOKS:
            refuse_unreadable_file(Path(path))
            return _of_table(*sheet_rows(Path(path), sheet, bounds), bounds)
        if suffix in {".parquet", ".pq"}:
            refuse_unreadable_file(Path(path))
            # polars costs a tenth of a second: who reads no Parquet does not pay for it.
            from habeas.formats.lists.cells.parquet_cells import (  # noqa: PLC0415
                parquet_rows,
            )

            return ListCells(*parquet_rows(Path(path), bounds))
        with opened(path) as stream:
            text, warning = decoded(stream.read())
        rows, sign = _csv_rows(text, bounds)
        notes = [(1, f"the file {warning}")] if warning else []
        if sign != ",":
            notes.append((1, f"its cells are parted by {_shown(sign)}"))
        return _of_table(rows, notes, bounds)
    except InputError as error:
        raise error.at(file=shown_name(path)) from None


def _csv_rows(text: str, bounds: ListBounds) -> tuple[list[Row], str]:
    csv.field_size_limit(LONGEST_CELL)
    sign = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    rows: list[Row] = []
    count = 0
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return rows, sign
        except csv.Error as error:
            raise InputError(
                f"is not a row of a table ({error})",
                "Check that every quotation mark that opens a cell also closes it.",
                line=start,
            ) from None
        count += len(cells) or 1  # a blank line takes time too
        bounds.refuse_cells(count)
        if cells:
            rows.append((start, cells))


def _delimiter(text: str) -> str:
    """Return the sign that parts the first rows into the most headings, or cells, alike in number.

    The headings that are understood count first: a name may hold a comma in every row.
    """
    head = text[:200_000]

    def worth(sign: str) -> tuple[int, int]:
        rows = [row for _, row in zip(range(TITLES), _lenient(head, sign), strict=False)]
        known = max((len(recognised(row)) for row in rows), default=0)
        widths = [len(row) for row in rows if len(row) > 1]
        return known, max((widths.count(width) for width in widths), default=0)

    return max(DELIMITERS, key=worth)


def _lenient(text: str, sign: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    except csv.Error:
        return


def _of_table(rows: list[Row], notes: list[tuple[int, str]], bounds: ListBounds) -> ListCells:
    """Find the headings of a table, and the rows under them, blank ones left out."""
    filled = [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise InputError("is empty", "Give a table with a heading.")
    at = max(range(min(TITLES, len(filled))), key=lambda row: len(recognised(filled[row][1])))
    line, cells = filled[at]
    above = filled[at - 1][1] if at else []
    width = max(len(row) for _, row in filled[at:])
    # One row of a hundred thousand cells makes all the others as wide.
    bounds.refuse_cells(width * (len(filled) - at))
    headings = _headings(cells, above, width)
    if at:
        notes.append((line, f"the headings stand here, under {at} other rows, which were left out"))
    body = []
    for number, row in filled[at + 1 :]:
        if len(row) != len(cells) and len(row) > len(cells):
            notes.append((number, f"has {len(row)} cells, and the heading {len(cells)}"))
        elif len(row) < len(cells):
            notes.append((number, f"has only {len(row)} cells of {len(cells)}"))
        body.append((number, row + [""] * (len(headings) - len(row))))
    return ListCells(headings, tuple(body), tuple(notes))


def _headings(cells: Sequence[str], above: Sequence[str], width: int) -> tuple[str, ...]:
    """Name each column once; one without a name takes the merged heading above it, or a number."""
    names: dict[str, None] = {}
    times: Counter[str] = Counter()
    for at in range(width):
        name = cells[at].strip() if at < len(cells) else ""
        if not name and at < len(above):
            name = above[at].strip()
        name = name or f"column {at + 1}"
        fresh = name
        while fresh in names:
            times[name] += 1
            fresh = f"{name} ({times[name] + 1})"
        names[fresh] = None
    return tuple(names)


def _shown(sign: str) -> str:
    return {";": "semicolons", "\t": "tabs", "|": "vertical bars"}.get(sign, sign)
