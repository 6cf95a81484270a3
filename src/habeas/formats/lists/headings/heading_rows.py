"""Which rows at the top of a table are its headings, and what each column is called by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.formats.lists.column_kinds import is_of_kin
from habeas.formats.lists.headings.heading_fields import recognised
from habeas.formats.lists.headings.heading_ideas import (
    heading_ideas,
    heading_meaning,
    is_person_group,
)

TITLES = 30
"""Rows at the top of a table in which the headings are looked for."""
DEEPEST = 3
DATA = re.compile(r"[\d\s./:,-]*\d[\d\s./:,-]*")


@dataclass(frozen=True)
class HeadingRows:
    """The headings of a table.

    first, last: places of the rows that hold them, from 0. names: of the columns, each once; of two
    or three rows "Liberación / Fecha", unless the lowest says it all.
    """

    first: int
    last: int
    names: tuple[str, ...]


def known_headings(cells: Sequence[str]) -> int:
    """Return how many cells of a row are understood as headings."""
    return len(recognised([cell for cell in cells if cell.strip()]))


def find_headings(rows: Sequence[Sequence[str]]) -> HeadingRows:
    """Find the headings of a table of rows that are not blank; the first row where none tells."""
    at = max(range(min(TITLES, len(rows))), key=lambda place: (known_headings(rows[place]), -place))
    first = last = at
    while first > 0 and last - first < DEEPEST - 1 and _groups(rows[first - 1]):
        first -= 1
    while (
        last + 1 < len(rows) and last - first < DEEPEST - 1 and _under(rows[last + 1], rows[last])
    ):
        last += 1
    width = max(len(row) for row in rows[first:])
    levels = [
        _spread(row, width, at < last) for at, row in enumerate(rows[first : last + 1], first)
    ]
    return HeadingRows(first, last, _names(levels, width))


def _groups(above: Sequence[str]) -> bool:
    """Whether a row groups the columns under it: two groups at least, one of them known."""
    filled = [cell.strip() for cell in above if cell.strip()]
    if len(set(filled)) < 2 or any(DATA.fullmatch(cell) for cell in filled):
        return False
    if len(filled) < len(above) or len(set(filled)) < len(filled):
        return any(_is_group(cell) for cell in filled)
    return all(_is_group(cell) for cell in filled)


def _is_group(cell: str) -> bool:
    return _is_known(cell) or is_person_group(cell) or is_of_kin(cell)


def _under(below: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a row still belongs to the headings: it names ideas alone, some under no name.

    One letter, however often, is a value: only beside others is it a day, a month or a year.
    """
    filled = [cell.strip() for cell in below if cell.strip()]
    over = [cell.strip() for cell in above if cell.strip()]
    if not filled or filled == over or not all(map(_is_word, filled)):
        return False
    if len(set(filled)) == 1 and len(filled[0]) == 1:
        return False
    return len(filled) < len(over) or len(set(filled)) < len(filled) or _gaps(above)


def _gaps(cells: Sequence[str]) -> bool:
    named = [at for at, cell in enumerate(cells) if cell.strip()]
    return bool(named) and any(not cells[at].strip() for at in range(named[0], len(cells)))


def _is_word(cell: str) -> bool:
    return _is_known(cell) and not DATA.fullmatch(cell)


def _is_known(cell: str) -> bool:
    return bool(heading_meaning(cell)) or any(heading_ideas(cell))


def _spread(row: Sequence[str], width: int, is_group: bool) -> list[str]:
    """Return a row of headings as wide as the table, a group's name over all its columns."""
    cells = [" ".join(cell.split()) for cell in row] + [""] * (width - len(row))
    if is_group:
        for at in range(1, width):
            cells[at] = cells[at] or cells[at - 1]
    return cells


def _names(levels: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    lowest = Counter(level for level in levels[-1] if level)
    names: dict[str, None] = {}
    times: Counter[str] = Counter()
    for at in range(width):
        parts = list(dict.fromkeys(level[at] for level in levels if level[at]))
        name = _shortest(parts, lowest) or f"column {at + 1}"
        fresh = name
        while fresh in names:
            times[name] += 1
            fresh = f"{name} ({times[name] + 1})"
        names[fresh] = None
    return tuple(names)


def _shortest(parts: Sequence[str], lowest: Counter[str]) -> str:
    """Return the lowest heading where it says as much as all of them, else all of them."""
    whole = " / ".join(parts)
    if len(parts) > 1 and lowest[parts[-1]] == 1:
        alone, together = heading_meaning(parts[-1]), heading_meaning(whole)
        if alone and alone.sure == "said" and (not together or together.field is alone.field):
            return parts[-1]
    return whole
