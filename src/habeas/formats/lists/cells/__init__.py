"""The cells of a list, from whatever kind of file, opened in a child of the sandbox.

``list_bounds`` (how much a list may hold) · ``reader_panics`` (libraries that give up) →
``zip_parts`` → XLSX and ODS: ``workbook``, a room of its own; CSV: ``encodings`` →
``csv_table``; JSON and DOCX: ``object_cells``. ``list_tasks`` (what a child does with all of them,
warmed by ``warming``; ``parquet``, a room of its own, in a process with threads) ←
``list_sandbox`` (who asks it) → ``list_cells`` (the headings, and the rows under them).
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
