"""The rows of a CSV text, with the sign that parts its cells; damaged ones refused by line."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator

from habeas.formats.lists.cells.encodings import ENTITY
from habeas.formats.lists.cells.list_bounds import (
    LONGEST_CELL,
    MOST_COLUMNS,
    ListBounds,
    Measure,
)
from habeas.formats.lists.headings import known_headings
from habeas.vocabulary import InputError

DELIMITERS = ",;\t|"
TITLES = 30
CLOSE = "Close the quotation mark where the cell ends, or write a mark within a cell twice."


def csv_rows(text: str, sign: str, bounds: ListBounds) -> Iterator[tuple[int, list[str], str]]:
    """Go through the rows (line, cells, what was put right there) of a CSV text.

    sign: parts the cells. Raises InputError, with the line, where a quotation mark opens a cell and
    nothing closes it, and where the table holds more than it may.
    """
    csv.field_size_limit(LONGEST_CELL)
    measure = Measure(bounds)
    for line, cells, note in _records(list(io.StringIO(text, newline="")), sign):
        measure.take(cells)
        if cells or note:
            yield line, cells, note


def _records(lines: list[str], sign: str) -> Iterator[tuple[int, list[str], str]]:
    """Go through (line, cells, what was put right) of all records."""
    at, width = 0, 0
    while at < len(lines):
        reader = csv.reader(itertools.islice(lines, at, None), delimiter=sign, strict=True)
        first = at
        while True:
            start = first + reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield (
                    start + 1,
                    _leniently(lines[start], sign, start + 1, error),
                    ("has a quotation mark within a cell, which was read as it stands"),
                )
                at = start + 1
                break
            width = width or len(cells)
            _refuse_swallowed(lines[start + 1 : first + reader.line_num], cells, width, sign, start)
            yield start + 1, cells, ""


def _leniently(line: str, sign: str, number: int, error: csv.Error) -> list[str]:
    """Read a line whose quotation marks are in pairs, if not where they should be."""
    marks = line.count('"')
    if "limit" in str(error):
        raise InputError(
            f"has a cell of more than {LONGEST_CELL:,} characters, the limit for a list", CLOSE,
            line=number,
        ) from None  # fmt: skip
    if marks == 0 or marks % 2:
        raise InputError("opens a quotation mark that nothing closes", CLOSE, line=number) from None
    return next(csv.reader([line], delimiter=sign))


def _refuse_swallowed(
    inner: list[str], cells: list[str], width: int, sign: str, start: int
) -> None:
    """Raise InputError where one cell holds whole rows: its mark was closed rows later."""
    rows = sum(line.count(sign) >= width - 1 for line in inner[:-1] or inner)
    if width > 1 and len(cells) != width and rows:
        raise InputError(
            f"opens a quotation mark that is closed only {len(inner)} lines below, so that one "
            "cell would hold whole rows", CLOSE, line=start + 1,
        )  # fmt: skip


def csv_sign(text: str) -> str:
    """Return the sign that parts the first rows into the most headings, or cells, alike in number.

    The headings that are understood count first: a name may hold a comma in every row.
    """
    head = ENTITY.sub("x", text[:200_000])  # "&ntilde;" parts no cells

    def worth(sign: str) -> tuple[int, int]:
        rows = [row for _, row in zip(range(TITLES), _lenient(head, sign), strict=False)]
        narrow = [row for row in rows if len(row) <= MOST_COLUMNS]
        known = max((known_headings(row) for row in narrow), default=0)
        widths = [len(row) for row in rows if len(row) > 1]
        return known, max((widths.count(width) for width in widths), default=0)

    return max(DELIMITERS, key=worth)


def _lenient(text: str, sign: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    except csv.Error:
        return
