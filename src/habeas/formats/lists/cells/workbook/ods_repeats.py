"""Repeated rows and cells of an OpenDocument spreadsheet, more of which no sheet has.

A reader of values lays out as many as a sheet may have and passes over what lies beyond.
"""

from __future__ import annotations

import re

from habeas.formats.lists.cells.list_bounds import MOST_COLUMNS, REMEDY, ListBounds
from habeas.vocabulary import InputError

MOST_ROWS = 1_048_576
ELEMENT = re.compile(rb"<(?:[\w.-]+:)?(table-row|(?:covered-)?table-cell|table)(?=[\s/>])([^<>]*)")
REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']\s*(\d{1,30})")


def refuse_clipped(content: bytes, bounds: ListBounds) -> None:
    """Raise InputError where rows or cells lie beyond the last of a sheet, or of a list.

    content: of the part that holds the tables.
    """
    rows = columns = filled = times = 0
    for element in ELEMENT.finditer(content):
        kind, attributes = element.groups()
        told = REPEATED.search(attributes)
        count = int(told[1]) if told else 1
        if kind == b"table":
            rows = columns = 0
        elif kind == b"table-row":
            rows, columns, times = rows + count, 0, count
        else:
            columns += count
            filled += count * times if b"value-type" in attributes else 0
        if rows > MOST_ROWS:
            raise InputError(
                f"has more than {MOST_ROWS:,} rows, repeated ones counted, the limit for a sheet",
                REMEDY,
            )
        if columns > MOST_COLUMNS:
            raise InputError(
                f"has more than {MOST_COLUMNS:,} columns, repeated ones counted, the limit for a "
                "sheet",
                REMEDY,
            )
        bounds.refuse_cells(filled)
