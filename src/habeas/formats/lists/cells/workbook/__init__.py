"""The cells of a workbook: XLSX, XLSM, XLSB, XLS and ODS.

``ods_repeats`` (what another library would leave out) · ``sheet_marks`` (errors, formulas without
value) · ``sheet_layout`` (hidden, struck out) → ``workbook_cells``.
"""

from habeas.formats.lists.cells.workbook.workbook_cells import (
    WORKBOOKS,
    Row,
    Sheet,
    workbook_sheets,
)

__all__ = ["WORKBOOKS", "Row", "Sheet", "workbook_sheets"]
