"""The cells of a list, from whatever kind of file, measured before anything is unpacked.

``list_bounds`` (how much a list may hold) · ``reader_panics`` (libraries that give up) → XLSX and
ODS: ``zip_parts`` → ``sheet_counts`` → ``sheet_sizes`` → ``sheet_marks`` → ``workbook_cells``;
``parquet``, a room of its own; CSV: ``encodings`` →
``csv_table``; JSON and DOCX: ``object_cells``; then ``list_cells``, for all of them.
"""

from habeas.formats.lists.cells.list_bounds import OF_A_FILE, OF_AN_UPLOAD, ListBounds
from habeas.formats.lists.cells.list_cells import SHEET, Doubt, ListCells, read_list_cells

__all__ = [
    "OF_AN_UPLOAD",
    "OF_A_FILE",
    "SHEET",
    "Doubt",
    "ListBounds",
    "ListCells",
    "read_list_cells",
]
