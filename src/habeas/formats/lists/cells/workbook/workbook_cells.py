"""The cells of a workbook, of any kind."""

from __future__ import annotations

import datetime
import io
import itertools
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

import python_calamine
from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # it ships no types

from habeas.formats.lists.cells.list_bounds import ListBounds, Measure
from habeas.formats.lists.cells.reader_panics import panics_refused
from habeas.formats.lists.cells.workbook.ods_repeats import refuse_clipped
from habeas.formats.lists.cells.workbook.sheet_layout import (
    Layout,
    layout_doubts,
    sheet_layout,
    struck_styles,
)
from habeas.formats.lists.cells.workbook.sheet_marks import NO_VALUE, sheet_marks, sheets_written
from habeas.formats.lists.cells.zip_parts import DAMAGED, packed_anew, refuse_declared
from habeas.vocabulary import InputError

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})

ODS_TABLES = "content.xml"

Row = tuple[int, list[str]]
Marks = Mapping[tuple[int, int], str]


@dataclass(frozen=True)
class Sheet:
    """A sheet as it stands.

    rows: (row of the sheet from 1, cells), merged cells filled down. doubts: (row, column from 0,
    reason) of cells without a value, and of what is hidden or struck out; a whole row has column
    -1, a whole column row 0. merged: how many merged areas were filled down.
    """

    name: str
    rows: list[Row]
    doubts: tuple[tuple[int, int, str], ...] = ()
    merged: int = 0


def workbook_sheets(content: bytes, suffix: str, bounds: ListBounds) -> list[Sheet]:
    """Return the sheets of a workbook. Raises InputError on one damaged or beyond bounds.

    Called in a child of the sandbox: the library takes any memory that a file tells it to.
    """
    measure = Measure(bounds)
    try:
        with panics_refused("a workbook"):
            book, written = _opened(content, suffix, bounds)
            bounds.refuse_sheets(len(book.sheet_names))
            sheets = [
                _sheet(book.get_sheet_by_name(name), *written.get(name, ({}, Layout())), measure)
                for name in book.sheet_names
            ]
    except (*DAMAGED, python_calamine.CalamineError, ParseError, DefusedXmlException) as error:
        raise InputError(
            f"is not a workbook that can be read ({str(error).lower()[:200]})",
            "Open it in a spreadsheet and save it again.",
        ) from None
    if not sheets:
        raise InputError("has no sheet", "Open it in a spreadsheet and save it again.")
    return sheets


def _opened(
    content: bytes, suffix: str, bounds: ListBounds
) -> tuple[python_calamine.CalamineWorkbook, Mapping[str, tuple[Marks, Layout]]]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)), {}
    if suffix == ".xlsb":
        refuse_declared(content, bounds)
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)), {}
    anew = packed_anew(content, bounds)
    _refuse_clipped(anew, bounds)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(anew))
    return book, _as_written(anew)


def _as_written(workbook: bytes) -> dict[str, tuple[Marks, Layout]]:
    """Return of each sheet what the library passes over."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        struck = struck_styles(archive)
        return {
            name: (sheet_marks(raw), sheet_layout(raw, struck))
            for name, raw in sheets_written(archive)
        }


def _refuse_clipped(workbook: bytes, bounds: ListBounds) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        if ODS_TABLES in archive.namelist():
            refuse_clipped(archive.read(ODS_TABLES), bounds)


def _sheet(
    sheet: python_calamine.CalamineSheet, marks: Marks, layout: Layout, measure: Measure
) -> Sheet:
    top, left = sheet.start or (0, 0)
    grid = _grid(sheet, top, measure)
    doubts = [*layout_doubts(layout, grid, top, left)]
    for (row, column), sign in sorted(marks.items()):
        at, across = row - top, column - left
        if 0 <= at < len(grid) and 0 <= across < len(grid[at]) and not grid[at][across]:
            grid[at][across] = sign
            if not sign:
                doubts.append((row + 1, across, NO_VALUE))
    filled = sum(_filled(grid, top, left, area) for area in sheet.merged_cell_ranges or ())
    rows = [(top + 1 + at, row) for at, row in enumerate(grid)]
    return Sheet(sheet.name, rows, tuple(doubts), filled)


def _grid(sheet: python_calamine.CalamineSheet, top: int, measure: Measure) -> list[list[str]]:
    """Return the cells of a sheet from its first filled row and column on."""
    grid = []
    for row in itertools.islice(sheet.iter_rows(), top, None):  # which begin with the first column
        texts = [_text(value) for value in row]
        measure.take(texts)
        grid.append(texts)
    return grid


def _filled(
    grid: list[list[str]], top: int, left: int, area: tuple[tuple[int, int], tuple[int, int]]
) -> bool:
    """Write a merged cell's text into the cells below it, and beside it where that is narrow."""
    (first, start), (last, end) = area
    rows = range(max(0, first - top), min(len(grid), last - top + 1))
    width = max(map(len, grid), default=0)
    whole = end - start + 1 >= width
    if not rows or not 0 <= start - left < width:
        return False
    text = grid[rows[0]][start - left]
    for at in rows:
        for across in range(
            start - left, min(width, start - left + 1 if whole else end - left + 1)
        ):
            grid[at][across] = grid[at][across] or text
    return len(rows) > 1 and bool(text)


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
