"""The cells of a list, from whatever kind of file: CSV, XLSX, ODS, Parquet."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import python_calamine

from habeas.formats.list_headings import recognised
from habeas.formats.plain_text import decoded
from habeas.formats.text_lines import opened, refuse_unreadable_file, shown_name
from habeas.vocabulary import InputError

DELIMITERS = ",;\t|"
LONGEST_CELL = 8_000_000
TITLES = 30
"""Rows at the top of a table in which the headings are looked for."""

Row = tuple[int, list[str]]
SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})


@dataclass(frozen=True)
class ListCells:
    """The cells of a list as they stand.

    headings: each once. rows: (line or row of the file, cells under the headings). notes: what was
    found out or put right while reading, sentences without a full stop, (line, sentence).
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[tuple[int, str], ...] = ()


def read_list_cells(path: str | Path, sheet: str = "") -> ListCells:
    """Read the cells of a list, by the suffix of its file; "-" is CSV from a pipe.

    sheet: of a workbook; else the sheet whose headings tell the most. Raises InputError on a file
    that is missing, damaged or empty.
    """
    suffix = Path(path).suffix.lower()
    try:
        if suffix in SPREADSHEETS:
            refuse_unreadable_file(Path(path))
            return _of_table(*_sheet_rows(Path(path), sheet))
        if suffix in {".parquet", ".pq"}:
            refuse_unreadable_file(Path(path))
            return _parquet(Path(path))
        with opened(path) as stream:
            text, warning = decoded(stream.read())
        rows, sign = _csv_rows(text)
        notes = [(1, f"the file {warning}")] if warning else []
        if sign != ",":
            notes.append((1, f"its cells are parted by {_shown(sign)}"))
        return _of_table(rows, notes)
    except InputError as error:
        raise error.at(file=shown_name(path)) from None


def _csv_rows(text: str) -> tuple[list[Row], str]:
    csv.field_size_limit(LONGEST_CELL)
    sign = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    rows: list[Row] = []
    while True:
        start = reader.line_num + 1
        try:
            rows.append((start, next(reader)))
        except StopIteration:
            return rows, sign
        except csv.Error as error:
            raise InputError(
                f"is not a row of a table ({error})",
                "Check that every quotation mark that opens a cell also closes it.",
                line=start,
            ) from None


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


def _sheet_rows(path: Path, wanted: str) -> tuple[list[Row], list[tuple[int, str]]]:
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        names = [wanted] if wanted else book.sheet_names
        if wanted and wanted not in book.sheet_names:
            remedy = f"The sheets are: {', '.join(book.sheet_names)}."
            raise InputError("is not a sheet of this workbook", remedy, value=wanted)
        sheets = {name: _sheet(book.get_sheet_by_name(name)) for name in names}
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise InputError(
            f"is not a workbook that can be read ({str(error).lower()})",
            "Open it in a spreadsheet and save it again.",
        ) from None

    def known(name: str) -> int:
        return max((len(recognised(cells)) for _, cells in sheets[name][:TITLES]), default=0)

    best = max(names, key=known)
    notes = [(1, f"its sheet {best} was read, of {len(names)}")] if len(names) > 1 else []
    return sheets[best], notes


def _sheet(sheet: python_calamine.CalamineSheet) -> list[Row]:
    first = sheet.start[0] + 1 if sheet.start else 1
    rows = sheet.to_python(skip_empty_area=True)
    return [(first + at, [_text(value) for value in row]) for at, row in enumerate(rows)]


def _text(value: object) -> str:
    """Return a cell of a spreadsheet as text: whole numbers without ".0", days as ISO 8601."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "" if value is None else str(value)


def _parquet(path: Path) -> ListCells:
    try:
        read = pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).splitlines()[0].lower() if str(error) else "damaged"
        raise InputError(
            f"is not a Parquet file that can be read ({reason})", "Write it again."
        ) from None
    texts = read.select(pl.all().cast(pl.String, strict=False).fill_null(""))
    rows = tuple((at, list(cells)) for at, cells in enumerate(texts.iter_rows(), 1))
    return ListCells(tuple(read.columns), rows)


def _of_table(rows: list[Row], notes: list[tuple[int, str]]) -> ListCells:
    """Find the headings of a table, and the rows under them, blank ones left out."""
    filled = [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise InputError("is empty", "Give a table with a heading.")
    at = max(range(min(TITLES, len(filled))), key=lambda row: len(recognised(filled[row][1])))
    line, cells = filled[at]
    above = filled[at - 1][1] if at else []
    headings = _headings(cells, above, max(len(row) for _, row in filled[at:]))
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
    names: list[str] = []
    for at in range(width):
        name = cells[at].strip() if at < len(cells) else ""
        if not name and at < len(above):
            name = above[at].strip()
        name = name or f"column {at + 1}"
        times = sum(other == name or other.startswith(f"{name} (") for other in names)
        names.append(f"{name} ({times + 1})" if times else name)
    return tuple(names)


def _shown(sign: str) -> str:
    return {";": "semicolons", "\t": "tabs", "|": "vertical bars"}.get(sign, sign)
