"""Repeated rows of a spreadsheet are counted sheet by sheet."""

from __future__ import annotations

import pytest

from habeas.formats.lists import OF_AN_UPLOAD
from habeas.formats.lists.cells.workbook.ods_repeats import refuse_clipped
from habeas.vocabulary import InputError

SHEET = '<table:table><table:table-row table:number-rows-repeated="{}"/></table:table>'


def test_a_sheet_of_more_rows_than_a_sheet_has_is_refused():
    with pytest.raises(InputError, match="more than 1,048,576 rows"):
        refuse_clipped(SHEET.format(1_048_577).encode(), OF_AN_UPLOAD)


def test_rows_of_several_sheets_do_not_add_up():
    refuse_clipped((SHEET.format(600_000) * 3).encode(), OF_AN_UPLOAD)
