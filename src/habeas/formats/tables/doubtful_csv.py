"""Doubtful pairs of rows as CSV, as ``habeas link --review`` writes them."""

from __future__ import annotations

from pathlib import Path

from habeas.formats.tables.csv_rows import csv_rows, require_columns
from habeas.formats.tables.decisions_csv import key_of_side
from habeas.formats.text_lines import shown_name
from habeas.vocabulary import RecordKey

PAIR_COLUMNS = ("left_list", "left_row", "right_list", "right_row")


def read_pairs(path: str | Path) -> list[tuple[RecordKey, RecordKey]]:
    """Read pairs of rows that may or may not be one person; decided ones are left out.

    Raises InputError, with line and column, on a missing column and on a row that is no number.
    """
    heading, rows = csv_rows(path)
    file = shown_name(path)
    remedy = 'Give the file that "habeas link --review FILE" writes.'
    require_columns(heading, PAIR_COLUMNS, remedy, file)
    undecided = {"", "undecided"}
    open_pairs = [
        (line, row) for line, row in rows
        if row.get("judgement", "").strip().lower() in undecided
    ]  # fmt: skip
    return [
        (key_of_side(row, "left", file, line), key_of_side(row, "right", file, line))
        for line, row in open_pairs
    ]
