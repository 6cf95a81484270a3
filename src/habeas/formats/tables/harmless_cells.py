"""Cells that no spreadsheet runs as a formula, and tables written of them.

A cell that begins with =, +, - or @ is run by whichever spreadsheet opens the table, and so are the
full-width forms of these signs and what has blanks before them. Such a cell gets an apostrophe in
front; reading takes it off again, so that nothing is lost.
Source: OWASP, CSV Injection (owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

BLANK = "\\s\0\u200b\u200c\u200d\u2060\ufeff"
"""What a spreadsheet may pass over at the beginning of a cell; ``\\s`` holds no-break spaces."""

FORMULA = re.compile(f"'*(?:[{BLANK}]*[=+\\-@＝＋－＠﹦﹢﹣﹫−]|[\t\r\n])")
NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*")
PARTING = re.compile("[\r;\t|]")
"""What some spreadsheet takes for the end of a cell, unless it stands between quotation marks."""


def harmless(cell: str) -> str:
    """Return a cell with an apostrophe in front where a spreadsheet would run it as a formula."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def as_it_was(cell: str) -> str:
    """Return a cell without the apostrophe that ``harmless`` put in front."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def write_rows(rows: Iterable[Sequence[str]], stream: TextIO) -> None:
    """Write rows of texts as CSV, headings among them, each made harmless.

    A sign that parts cells for another spreadsheet than the comma does stands between quotation
    marks: behind it a cell of its own would begin. So does a carriage return, to survive.
    """
    plain = csv.writer(stream, lineterminator="\n")
    quoted = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        cells = [harmless(cell) for cell in row]
        (quoted if any(map(PARTING.search, cells)) else plain).writerow(cells)
