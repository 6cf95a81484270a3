"""How much a list may hold before any of it is unpacked: a small file may unfold to gigabytes."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.vocabulary import InputError

REMEDY = "Take out what is no list of people, or split it."


@dataclass(frozen=True)
class ListBounds:
    """The most that a list may hold.

    unpacked: bytes of its parts as they unfold. cells: rows times columns. characters: of all its
    texts, one that many cells share counted in each. measurable: whether kinds of file are refused
    that can only be measured by unpacking them (XLS, XLSB).
    """

    unpacked: int
    cells: int
    characters: int
    measurable: bool = False

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

    def refuse_unmeasurable(self, suffix: str) -> None:
        """Raise InputError where how much a kind of file holds is only known when it is open."""
        if self.measurable:
            raise InputError(
                f"is a {suffix} file, which is not opened here: it may unfold without limit",
                "Save it as .xlsx, .ods or .csv.",
            )


OF_A_FILE = ListBounds(2_000_000_000, 60_000_000, 2_000_000_000)
"""What ``habeas link`` takes: five million rows of twelve columns, as far as one machine goes."""

OF_AN_UPLOAD = ListBounds(500_000_000, 6_000_000, 200_000_000, measurable=True)
"""What the desk takes from whoever may add to a case: half a million rows of twelve columns."""
