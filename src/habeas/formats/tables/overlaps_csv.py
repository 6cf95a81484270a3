"""Overlap tables: a column a list (1 in it, 0 not), and ``count``, the people of each pattern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.formats.tables.csv_rows import Numbered, csv_rows
from habeas.formats.text_lines import shown_name
from habeas.vocabulary import InputError

COUNT = "count"
LARGEST = 10**9
"""More people of one pattern than this is a slip of the hand."""


@dataclass(frozen=True)
class OverlapTable:
    """An overlap table as it was written.

    lists: their names. patterns: a row a pattern, whether people of it are on each list.
    counts: the people of each. strata: the part of the population each row is about, "" for all.
    """

    lists: tuple[str, ...]
    patterns: tuple[tuple[bool, ...], ...]
    counts: tuple[int, ...]
    strata: tuple[str, ...]


def is_overlap_table(heading: Sequence[str]) -> bool:
    """Say whether a heading is that of an overlap table."""
    return COUNT in heading


def read_overlap_table(path: str | Path, by: str = "") -> OverlapTable:
    """Read an overlap table; ``by`` names the column that parts it into strata.

    Raises InputError, with line and column, where no column is called count, on a cell that is
    neither 0 nor 1, a count that is no whole number, people who are said to be on no list.
    """
    heading, rows = csv_rows(path)
    return overlap_table(heading, rows, shown_name(path), by)


def overlap_table(
    heading: Sequence[str], rows: Sequence[Numbered], file: str, by: str = ""
) -> OverlapTable:
    """Read an overlap table from rows; see ``read_overlap_table``."""
    lists = tuple(name for name in heading if name not in {COUNT, by})
    if by and by not in heading:
        raise InputError(
            "is not a column", f"The columns are: {', '.join(heading)}.", file=file, value=by
        )
    if COUNT not in heading:
        raise InputError(
            f"has no column {COUNT}", "Say in it how many people each row stands for.",
            file=file, line=1,
        )  # fmt: skip
    patterns, counts, strata = [], [], []
    for line, row in rows:
        pattern = tuple(_on_list(row[name], name, file, line) for name in lists)
        people = _people(row[COUNT], file, line)
        if people and not any(pattern):
            raise InputError(
                "counts people who are on no list",
                "Leave this row out: how many they are is what is to be estimated.",
                file=file, line=line, column=COUNT, value=row[COUNT],
            )  # fmt: skip
        patterns.append(pattern)
        counts.append(people)
        strata.append(row[by] if by else "")
    return OverlapTable(lists, tuple(patterns), tuple(counts), tuple(strata))


def _on_list(cell: str, column: str, file: str, line: int) -> bool:
    if cell not in {"0", "1"}:
        raise InputError(
            "is neither 0 nor 1",
            "Write 1 where people of this row are on the list, 0 where they are not.",
            file=file, line=line, column=column, value=cell,
        )  # fmt: skip
    return cell == "1"


def _people(cell: str, file: str, line: int) -> int:
    if not (cell.isascii() and cell.isdigit()) or len(cell) > 12 or int(cell) > LARGEST:
        raise InputError(
            "is not a number of people",
            "Write how many people are on exactly these lists, digits only.",
            file=file, line=line, column=COUNT, value=cell,
        )  # fmt: skip
    return int(cell)
