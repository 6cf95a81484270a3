"""Doubtful pairs of rows as CSV, as ``habeas link --review`` writes them."""

from __future__ import annotations

from pathlib import Path

from habeas.formats.csv_rows import csv_rows
from habeas.formats.text_lines import shown_name
from habeas.vocabulary import InputError, RecordKey

PAIR_COLUMNS = ("left_list", "left_row", "right_list", "right_row")


def read_pairs(path: str | Path) -> list[tuple[RecordKey, RecordKey]]:
    """Read pairs of rows that may or may not be one person; decided ones are left out.

    Raises InputError, with line and column, on a missing column and on a row that is no number.
    """
    heading, rows = csv_rows(path)
    missing = [name for name in PAIR_COLUMNS if name not in heading]
    if missing:
        raise InputError(
            f"the heading lacks {', '.join(missing)}",
            'Give the file that "habeas link --review FILE" writes.',
            file=shown_name(path), line=1,
        )  # fmt: skip
    undecided = {"", "undecided"}
    open_pairs = [
        (line, row) for line, row in rows
        if row.get("judgement", "").strip().lower() in undecided
    ]  # fmt: skip
    return [
        (_key(row, "left", shown_name(path), line), _key(row, "right", shown_name(path), line))
        for line, row in open_pairs
    ]


def _key(row: dict[str, str], side: str, file: str, line: int) -> RecordKey:
    number = row[f"{side}_row"]
    if not (number.isascii() and number.isdigit()):
        raise InputError(
            "is not a row's number", "Count rows from 1.",
            file=file, line=line, column=f"{side}_row", value=number,
        )  # fmt: skip
    return RecordKey(row[f"{side}_list"], int(number))
