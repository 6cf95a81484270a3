"""The cells and characters of one part of a workbook, counted element by element."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

from habeas.formats.lists.cells.list_bounds import ListBounds

PLACE = re.compile(r"([A-Za-z]{1,4})([0-9]{1,9})")
LONGEST_NUMBER = 12
Start = Callable[[Mapping[str, str]], None]
End = Callable[[], None]


class Rectangle:
    """The rectangle around what is filled; cells: of it and of those closed before."""

    def __init__(self, bounds: ListBounds) -> None:
        self.bounds = bounds
        self.closed = 0
        self.box: tuple[int, int, int, int] | None = None

    @property
    def cells(self) -> int:
        """Return how many cells are laid out."""
        if self.box is None:
            return self.closed
        top, left, bottom, right = self.box
        return self.closed + (bottom - top + 1) * (right - left + 1)

    def widen(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Take in some cells. Raises InputError where there are too many."""
        bottom, right = row + rows - 1, column + columns - 1
        if self.box is None:
            self.box = (row, column, bottom, right)
        else:
            a, b, c, d = self.box
            if a <= row and b <= column and c >= bottom and d >= right:
                return
            self.box = (min(a, row), min(b, column), max(c, bottom), max(d, right))
        self.bounds.refuse_cells(self.cells)

    def close(self) -> None:
        """Begin another table."""
        self.closed, self.box = self.cells, None


class XlsxCount:
    """The count of a part of an XLSX workbook.

    characters: of texts that stand in their cells. shared: the length of each shared text.
    used: how many cells show each of them.
    """

    def __init__(self, bounds: ListBounds) -> None:
        self.rectangle = Rectangle(bounds)
        self.characters = 0
        self.shared: list[int] = []
        self.used: Counter[int] = Counter()
        self._row = self._column = -1
        self._length = 0
        self._number: str | None = None
        self._is_shared = self._filled = False
        self.starts: dict[str, Start] = {
            "row": self._begin_row, "c": self._begin_cell, "v": self._begin_value,
            "is": self._begin_value, "si": self._begin_shared, "worksheet": self._begin_sheet,
        }  # fmt: skip
        self.ends: dict[str, End] = {
            "c": self._end_cell, "si": self._end_shared, "v": self._end_value,
        }  # fmt: skip

    @property
    def cells(self) -> int:
        """Return how many cells are laid out."""
        return self.rectangle.cells

    def text(self, piece: str) -> None:
        """Count a piece of text."""
        self._length += len(piece)
        if self._number is not None and len(self._number) <= LONGEST_NUMBER:
            self._number += piece

    def _begin_sheet(self, _attributes: Mapping[str, str]) -> None:
        self.rectangle.close()
        self._row = self._column = -1

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row = _whole(attributes.get("r"), self._row + 2) - 1
        self._column = -1

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        if place := PLACE.fullmatch(attributes.get("r", "")):
            self._column, self._row = _letters(place[1]), int(place[2]) - 1
        self._is_shared = attributes.get("t") == "s"
        self._filled, self._length, self._number = False, 0, None

    def _begin_value(self, _attributes: Mapping[str, str]) -> None:
        self._filled, self._number = True, ""

    def _end_value(self) -> None:
        if self._is_shared and self._number:
            self.used[_whole(self._number.strip(), 0)] += 1
        self._number = None

    def _end_cell(self) -> None:
        if self._filled:
            self.rectangle.widen(self._row, self._column)
            self.characters += self._length
            self.rectangle.bounds.refuse_characters(self.characters)

    def _begin_shared(self, _attributes: Mapping[str, str]) -> None:
        self._length = 0

    def _end_shared(self) -> None:
        self.shared.append(self._length)


class OdsCount:
    """The count of the tables of an OpenDocument spreadsheet, cells repeated as it says."""

    def __init__(self, bounds: ListBounds) -> None:
        self.rectangle = Rectangle(bounds)
        self.characters = 0
        self._row, self._rows, self._column, self._columns = -1, 1, -1, 1
        self._length = 0
        self._filled = False
        self.starts: dict[str, Start] = {
            "table": self._begin_table, "table-row": self._begin_row,
            "table-cell": self._begin_cell, "covered-table-cell": self._begin_cell,
        }  # fmt: skip
        self.ends: dict[str, End] = {
            "table-cell": self._end_cell, "covered-table-cell": self._end_cell,
        }  # fmt: skip

    @property
    def cells(self) -> int:
        """Return how many cells are laid out."""
        return self.rectangle.cells

    def text(self, piece: str) -> None:
        """Count a piece of text."""
        self._length += len(piece)

    def _begin_table(self, _attributes: Mapping[str, str]) -> None:
        self.rectangle.close()
        self._row, self._rows, self._column, self._columns = -1, 1, -1, 1

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row += self._rows
        self._rows = _repeated(attributes, "number-rows-repeated")
        self._column, self._columns = -1, 1

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += self._columns
        self._columns = _repeated(attributes, "number-columns-repeated")
        self._filled = any(name.endswith("value-type") for name in attributes)
        self._length = sum(len(text) for name, text in attributes.items() if name.endswith("value"))

    def _end_cell(self) -> None:
        if self._filled or self._length:
            # Empty cells before the first filled one are laid out as well.
            self.rectangle.widen(0, 0, self._row + self._rows, self._column + self._columns)
            self.characters += self._length * self._rows * self._columns
            self.rectangle.bounds.refuse_characters(self.characters)


def _repeated(attributes: Mapping[str, str], name: str) -> int:
    told = (text for key, text in attributes.items() if key.rpartition(":")[2] == name)
    return _whole(next(told, None), 1)


def _whole(text: str | None, otherwise: int) -> int:
    if text and text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER:
        return int(text)
    return otherwise


def _letters(text: str) -> int:
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
