"""Rows that name nobody, told by list and row before anything is linked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import polars as pl

from habeas.formats.lists import NAMES, ListNote, PeopleList
from habeas.linkage import nameless_rows

PROBLEM = "names nobody"
SHOWN = 12
"""How many runs of rows of a list are told on standard error."""

Nameless = dict[str, list[int]]
"""Of each list that has any, the rows that name nobody, from 1."""


def rows_without_a_name(lists: Sequence[PeopleList]) -> Nameless:
    """Return which rows of each list name nobody."""
    rows = pl.concat([one.rows() for one in lists], how="diagonal")
    found = rows.select("list", "row").filter(pl.Series(nameless_rows(rows)))
    return {
        one.name: found.filter(pl.col("list") == one.name)["row"].to_list()
        for one in lists
        if one.name in set(found["list"])
    }


def nameless_notes(
    paths: Sequence[Path], lists: Sequence[PeopleList], nameless: Nameless
) -> list[ListNote]:
    """Return a note for each such row that is not empty, and so was taken for a name in reading."""
    notes = []
    for path, one in zip(paths, lists, strict=True):
        noted = {note.line for note in one.notes if note.problem == PROBLEM}
        places = {row: place for place, row in enumerate(one.numbers)}
        for row in nameless.get(one.name, ()):
            line = one.cells.rows[places[row]][0]
            if line not in noted:
                said = (one.values[name][places[row]] for name in NAMES if name in one.values)
                value = " ".join(filter(None, said))
                notes.append(ListNote(str(path), line, PROBLEM, value=value, row=row))
    return notes


def told(nameless: Nameless) -> str:
    """Say which rows name nobody and what that means; "" where there are none."""
    if not nameless:
        return ""
    count = sum(map(len, nameless.values()))
    where = "; ".join(f"{name} {runs(rows)}" for name, rows in nameless.items())
    whose = "1 row names" if count == 1 else f"{count:,} rows name"
    return (
        f"{whose} nobody: {where}. Each is a person of its own, unless the same national id or a "
        "decision joins it to another row."
    )


def runs(rows: Sequence[int]) -> str:
    """Tell row numbers, those that follow one another as a run: rows 3, 7-12."""
    spans = []
    for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        numbers = [row for _, row in run]
        spans.append(f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]))
    more = f" and {len(spans) - SHOWN:,} more places" if len(spans) > SHOWN else ""
    label = "row" if len(rows) == 1 else "rows"
    return f"{label} {', '.join(spans[:SHOWN])}{more}"
