"""The cells of a workbook: XLSX and ODS measured first, older kinds as they are."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import python_calamine

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.reader_panics import panics_refused
from habeas.formats.lists.cells.sheet_sizes import refuse_large_tables
from habeas.formats.lists.cells.zip_parts import packed_anew, refuse_declared
from habeas.formats.lists.list_headings import recognised
from habeas.vocabulary import InputError

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
TITLES = 30
"""Rows at the top of a table in which the headings are looked for."""

Row = tuple[int, list[str]]


def sheet_rows(
    path: Path, wanted: str, bounds: ListBounds
) -> tuple[list[Row], list[tuple[int, str]]]:
    """Return the rows of a sheet, (row of the sheet, cells), and what is to be told of it.

    wanted: the sheet's name, "" for the one whose headings tell the most. Raises InputError on a
    workbook that is damaged or beyond bounds.
    """
    try:
        with panics_refused("a workbook"):
            book = _opened(path, bounds)
            names = _wanted(book.sheet_names, wanted)
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


def _wanted(names: list[str], wanted: str) -> list[str]:
    """Return the sheets to look at. Raises InputError where there is none, or not the one named."""
    if not names:
        raise InputError("has no sheet", "Open it in a spreadsheet and save it again.")
    if wanted and wanted not in names:
        remedy = f"The sheets are: {', '.join(names)}."
        raise InputError("is not a sheet of this workbook", remedy, value=wanted)
    return [wanted] if wanted else names


def _opened(path: Path, bounds: ListBounds) -> python_calamine.CalamineWorkbook:
    packed = zipfile.is_zipfile(path)
    if not packed or path.suffix.lower() == ".xlsb":
        if path.suffix.lower() in {".xls", ".xlsb"}:
            bounds.refuse_unmeasurable(path.suffix.lower())
        if packed:
            refuse_declared(path, bounds)
        return python_calamine.CalamineWorkbook.from_path(str(path))
    measured = packed_anew(path, bounds)
    refuse_large_tables(measured, bounds)
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(measured))


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
