"""The cells of a list, from whatever kind of file, measured before anything is unpacked.

``list_bounds`` (how much a list may hold) · ``reader_panics`` (libraries that give up) → XLSX and
ODS: ``zip_parts`` → ``sheet_counts`` → ``sheet_sizes`` → ``workbook_cells``; Parquet:
``compact_thrift`` → ``parquet_sizes`` → ``parquet_cells``; then ``list_cells``, for these and CSV.
"""

from habeas.formats.lists.cells.list_bounds import OF_A_FILE, OF_AN_UPLOAD, ListBounds
from habeas.formats.lists.cells.list_cells import ListCells, read_list_cells

__all__ = [
    "OF_AN_UPLOAD",
    "OF_A_FILE",
    "ListBounds",
    "ListCells",
    "read_list_cells",
]
