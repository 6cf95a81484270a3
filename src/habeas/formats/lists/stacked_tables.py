"""Tables that stand one under another in one list, under headings that mean something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.formats.lists.cells import ListCells
from habeas.formats.lists.headings import heading_meaning


@dataclass(frozen=True)
class OtherHeading:
    """A heading said further down in a list, which means something else than the column's.

    place: of its row, from 0. heading: the column's. said: the other. count: the cells under it,
    which were emptied.
    """

    place: int
    heading: str
    said: str
    count: int

    def __str__(self) -> str:
        """Tell what was done with the cells."""
        return (
            f"is another heading, said further down: the {self.count:,} cells under it are not "
            "read; give these rows as a list of their own"
        )


def without_other_headings(
    cells: ListCells, said_again: Sequence[int]
) -> tuple[ListCells, list[OtherHeading]]:
    """Empty the cells that stand under a heading of their own, and tell of each such heading.

    said_again: the rows, from 0, in which headings are said again. A day of release is no day of
    arrest because a list of those released follows one of those arrested.
    """
    other = {place: _differing(cells.headings, cells.rows[place][1]) for place in said_again}
    if not any(other.values()):
        return cells, []
    rows = []
    counts = Counter({(place, at): 0 for place, columns in other.items() for at in columns})
    under, columns = -1, frozenset[int]()
    for place, (line, row) in enumerate(cells.rows):
        if place in other:
            under, columns = place, other[place]
            rows.append((line, row))
            continue
        counts.update((under, at) for at in columns if row[at].strip())
        rows.append((line, ["" if at in columns else cell for at, cell in enumerate(row)]))
    told = [OtherHeading(place, cells.headings[at], cells.rows[place][1][at], count)
            for (place, at), count in sorted(counts.items())]  # fmt: skip
    return replace(cells, rows=tuple(rows)), told


def _differing(headings: Sequence[str], said: Sequence[str]) -> frozenset[int]:
    """Return the columns for which a row says a heading that means something else."""
    found = set()
    for at, (heading, text) in enumerate(zip(headings, said, strict=False)):
        own, meant = heading_meaning(heading), heading_meaning(text) if text.strip() else None
        if own and meant and own.field is not meant.field:
            found.add(at)
    return frozenset(found)
