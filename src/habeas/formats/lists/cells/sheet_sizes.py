"""How many cells and characters the tables of a workbook hold, counted before it is opened.

Whoever opens a workbook lays out the whole rectangle between its outermost cells, and writes a text
that many cells share once for each: two cells at opposite corners of a sheet, or one cell repeated
a million times (ODS), fill any memory. Here each part is gone through as a stream.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from xml.parsers import expat

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.sheet_counts import OdsCount, XlsxCount
from habeas.vocabulary import InputError

PIECE = 1 << 20
SIGNS = 8
"""Beginnings of elements that a filled cell takes at most, its row's and its text's among them."""


def refuse_large_tables(workbook: bytes, bounds: ListBounds) -> None:
    """Raise InputError where the tables of a workbook (XLSX, ODS) hold more than they may.

    workbook: a ZIP file of known size (``zip_parts``). Raises InputError also on a part that is
    not well-formed XML in UTF-8, or that declares a document type.
    """
    shared: list[int] = []
    used: Counter[int] = Counter()
    cells = characters = signs = 0
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        for name in archive.namelist():
            if not name.lower().endswith(".xml"):
                continue
            # Any part may be named as a sheet, so each is counted as either kind would read it.
            sheet, table = XlsxCount(bounds), OdsCount(bounds)
            parser = _parser(sheet, table)
            with archive.open(name) as part:
                while piece := part.read(PIECE):
                    # Elements without end that fill no cell take time, if no memory.
                    signs += piece.count(b"<")
                    bounds.refuse_cells(signs // SIGNS)
                    _feed(parser, piece)
                _feed(parser, b"", last=True)
            cells += sheet.cells + table.cells
            characters += sheet.characters + table.characters
            shared += sheet.shared
            used += sheet.used
            bounds.refuse_cells(cells)
            bounds.refuse_characters(characters)
    repeated = (times * shared[at] for at, times in used.items() if at < len(shared))
    bounds.refuse_characters(characters + sum(repeated))


def _parser(sheet: XlsxCount, table: OdsCount) -> expat.XMLParserType:
    starts = sheet.starts | table.starts
    ends = sheet.ends | table.ends

    def start(name: str, attributes: dict[str, str]) -> None:
        if act := starts.get(name.rpartition(":")[2]):
            act(attributes)

    def end(name: str) -> None:
        if act := ends.get(name.rpartition(":")[2]):
            act()

    def text(piece: str) -> None:
        sheet.text(piece)
        table.text(piece)

    # UTF-8 whatever the part says: two readers must not see two texts in the same bytes.
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _feed(parser: expat.XMLParserType, piece: bytes, *, last: bool = False) -> None:
    try:
        parser.Parse(piece, last)
    except expat.ExpatError as error:
        raise InputError(
            f"is not a workbook that can be read ({error})",
            "Open it in a spreadsheet and save it again.",
        ) from None


def _refuse_doctype(*_told: object) -> None:
    raise InputError(
        "declares a document type, which no workbook does",
        "Open it in a spreadsheet and save it again.",
    )
