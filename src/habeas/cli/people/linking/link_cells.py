"""Cells that no reader of the people would take."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from habeas.formats.lists import PeopleList
from habeas.vocabulary import InputError

LONGEST = 131_071
"""Characters of a cell that readers of CSV take, those of ``habeas verify`` and ``estimate`` among
them, with one left for the apostrophe that keeps a spreadsheet from running it."""


def refuse_long_cells(paths: Sequence[Path], lists: Sequence[PeopleList]) -> None:
    """Raise InputError, with file, line and column, where a cell could be written but not read."""
    for path, one in zip(paths, lists, strict=True):
        for line, cells in [(1, one.cells.headings), *one.cells.rows]:
            for heading, cell in zip(one.cells.headings, cells, strict=True):
                if len(cell) > LONGEST:
                    raise InputError(
                        f"holds {len(cell):,} characters, and a table of people at most "
                        f"{LONGEST:,} in a cell",
                        "Shorten it, or keep the long text in a file of its own.",
                        file=str(path), line=line, column=heading,
                    )  # fmt: skip
