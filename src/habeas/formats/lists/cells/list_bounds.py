"""How much a list may hold: a small file may unfold to gigabytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.vocabulary import InputError

REMEDY = "Take out what is no list of people, or split it."

MOST_COLUMNS = 16_384
"""Of any spreadsheet."""

MOST_SHEETS = 1_000
LONGEST_CELL = 1_000_000


@dataclass(frozen=True)
class ListBounds:
    """The most that a list may hold.

    unpacked: bytes of its parts as they unfold. cells: rows times columns. characters: of all its
    texts, one that many cells share counted in each.
    """

    unpacked: int
    cells: int
    characters: int

    def refuse_unpacked(self, size: int) -> None:
        """Raise InputError where the parts of a file unfold to more bytes than any list takes."""
        if size > self.unpacked:
            raise InputError(
                f"unfolds to more than {self.unpacked:,} bytes, the limit for a list", REMEDY
            )

    def refuse_cells(self, cells: int) -> None:
        """Raise InputError where a table has more cells than any list."""
        if cells > self.cells:
            raise InputError(
                f"has more than {self.cells:,} cells (rows times columns), the limit for a list",
                REMEDY,
            )

    def refuse_characters(self, characters: int) -> None:
        """Raise InputError where the texts of a table are longer than those of any list."""
        if characters > self.characters:
            raise InputError(
                f"holds more than {self.characters:,} characters of text, the limit for a list",
                REMEDY,
            )

    def refuse_columns(self, columns: int) -> None:
        """Raise InputError where a table has more columns than any spreadsheet."""
        if columns > MOST_COLUMNS:
            raise InputError(
                f"has more than {MOST_COLUMNS:,} columns, the limit for a list", REMEDY
            )

    def refuse_sheets(self, sheets: int) -> None:
        """Raise InputError where a file has more sheets, or tables, than any list."""
        if sheets > MOST_SHEETS:
            raise InputError(
                f"has more than {MOST_SHEETS:,} sheets or tables, the limit for a list", REMEDY
            )

    def refuse_long(self, length: int) -> None:
        """Raise InputError where one cell has more characters than any cell of a list."""
        if length > LONGEST_CELL:
            raise InputError(
                f"has a cell of more than {LONGEST_CELL:,} characters, the limit for a list", REMEDY
            )


class Measure:
    """What was read of a list so far, row by row."""

    def __init__(self, bounds: ListBounds) -> None:
        self.bounds = bounds
        self.cells = self.characters = 0

    def take(self, cells: Sequence[str]) -> None:
        """Count a row. Raises InputError where the list holds more than it may."""
        self.cells += len(cells) or 1  # a blank line takes time too
        lengths = [*map(len, cells)]
        self.characters += sum(lengths)
        self.bounds.refuse_columns(len(cells))
        self.bounds.refuse_cells(self.cells)
        self.bounds.refuse_long(max(lengths, default=0))
        self.bounds.refuse_characters(self.characters)


OF_A_FILE = ListBounds(2_000_000_000, 60_000_000, 2_000_000_000)
"""What ``habeas link`` takes: five million rows of twelve columns, as far as one machine goes."""

OF_AN_UPLOAD = ListBounds(500_000_000, 6_000_000, 200_000_000)
"""What the desk takes from whoever may add to a case: half a million rows of twelve columns."""
