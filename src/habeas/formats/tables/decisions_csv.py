"""Decisions of reviewers as CSV, one a line, in the order taken; lines are only ever added."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TextIO

from habeas.formats.tables.csv_rows import csv_rows, require_columns
from habeas.formats.tables.harmless_cells import write_rows
from habeas.formats.text_lines import shown_name
from habeas.vocabulary import Decision, InputError, Judgement, RecordKey

DECISION_COLUMNS = (
    "left_list",
    "left_row",
    "right_list",
    "right_row",
    "judgement",
    "reviewer",
    "decided",
    "reason",
)


def read_decisions(path: str | Path) -> list[Decision]:
    """Read decisions, from a file of their own or from a review file that was filled in.

    A line without a judgement decides nothing. Raises InputError, with line and column, on a
    missing column, an unknown judgement, a decision by nobody or at no moment.
    """
    heading, rows = csv_rows(path)
    file = shown_name(path)
    remedy = 'Give decisions, or the review file that "habeas link --review FILE" writes.'
    require_columns(heading, DECISION_COLUMNS[:-1], remedy, file)
    return [_decision(row, file, line) for line, row in rows if row["judgement"].strip()]


def _decision(row: dict[str, str], file: str, line: int) -> Decision:
    try:
        judgement = Judgement(row["judgement"].strip().lower())
    except ValueError:
        raise InputError(
            "is not a judgement", "Write same, different or undecided.",
            file=file, line=line, column="judgement", value=row["judgement"],
        ) from None  # fmt: skip
    left, right = (key_of_side(row, side, file, line) for side in ("left", "right"))
    try:
        reason = row.get("reason", "")
        return Decision(left, right, judgement, row["reviewer"], row["decided"], reason)
    except InputError as error:
        raise error.at(file=file, line=line) from None


def key_of_side(row: dict[str, str], side: str, file: str, line: int) -> RecordKey:
    """Return the record on one side of a pair. Raises InputError where its row is no number."""
    number = row[f"{side}_row"]
    if not (number.isascii() and number.isdigit()):
        raise InputError(
            "is not a row's number", "Count rows from 1.",
            file=file, line=line, column=f"{side}_row", value=number,
        )  # fmt: skip
    return RecordKey(row[f"{side}_list"], int(number))


def write_decisions(decisions: Iterable[Decision], stream: TextIO) -> None:
    """Write decisions under their heading, one a line, as `read_decisions` reads them."""
    write_rows(chain((DECISION_COLUMNS,), map(_cells, decisions)), stream)


def _cells(decision: Decision) -> tuple[str, ...]:
    left, right = decision.pair
    told = (decision.judgement.value, decision.reviewer, decision.decided, decision.reason)
    return (*map(str, (*left, *right)), *told)


def append_decision(path: str | Path, decision: Decision) -> None:
    """Add one decision at the end of a file, and have it on the disk before returning.

    A file that ends in the middle of a line, as after a loss of power, gets its line end first.
    """
    path = Path(path)
    text = io.StringIO()
    before = path.read_bytes() if path.exists() else b""
    if before.strip() and not before.endswith(b"\n"):
        text.write("\n")
    headings = () if before.strip() else (DECISION_COLUMNS,)
    write_rows((*headings, _cells(decision)), text)
    try:
        with path.open("ab") as stream:
            stream.write(text.getvalue().encode())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise InputError(
            f"cannot be written ({(error.strerror or str(error)).lower()})",
            "Name a file in a folder that exists and that you may write to.",
            file=str(path),
        ) from None
