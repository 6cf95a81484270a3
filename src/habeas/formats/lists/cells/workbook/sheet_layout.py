"""What an XLSX sheet shows otherwise than its values: hidden rows and columns, struck-out cells.

A row that a filter hides, or that somebody struck out, may be meant to count no more. Only a person
can tell: they are read as the others are, and told.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element  # the type alone

from defusedxml import ElementTree  # type: ignore[import-untyped]  # it ships no types

from habeas.formats.lists.cells.workbook.sheet_marks import cell_place, local

STYLES = "xl/styles.xml"
WHOLE_ROW, WHOLE_COLUMN = -1, 0
"""As a column, and as a row: all of it."""

READ_ALL_THE_SAME = "read as the others are"
MOST_COLUMNS = 16_384


@dataclass
class Layout:
    """Rows and columns that are hidden, and (row, column) of struck-out cells, all from 0."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    struck: set[tuple[int, int]] = field(default_factory=set)


def struck_styles(archive: zipfile.ZipFile) -> set[str]:
    """Return the numbers of a workbook's styles of cells whose font is struck out."""
    raw = archive.read(STYLES) if STYLES in archive.namelist() else b""
    if b"strike" not in raw:
        return set()
    root = ElementTree.fromstring(raw)
    fonts = [_is_struck(font) for each in _named(root, "fonts") for font in _named(each, "font")]
    styles = [style for each in _named(root, "cellXfs") for style in _named(each, "xf")]
    numbers = ((at, style.get("fontId", "0")) for at, style in enumerate(styles))
    struck = {str(at) for at, font in enumerate(fonts) if font}
    return {str(at) for at, font in numbers if font in struck}


def _is_struck(font: Element) -> bool:
    return any(_is_on(one.get("val", "1")) for one in _named(font, "strike"))


def _named(parent: Element, name: str) -> list[Element]:
    return [child for child in parent if local(child.tag) == name]


def _is_on(text: str | None) -> bool:
    return (text or "").strip().lower() in {"1", "true"}


def sheet_layout(raw: bytes, struck: set[str]) -> Layout:
    """Return what a sheet hides or strikes out. struck: the styles that do."""
    found = Layout()
    # Most sheets hide nothing, and need not be gone through once more.
    if not struck and b"hidden=" not in raw:
        return found
    row = -1
    for event, element in ElementTree.iterparse(io.BytesIO(raw), events=("start", "end")):
        name = local(element.tag)
        if event == "start":
            if name == "row":
                row = int(element.get("r") or row + 2) - 1
                if _is_on(element.get("hidden")):
                    found.rows.add(row)
            continue
        if name == "col" and _is_on(element.get("hidden")):
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            found.columns.update(range(first - 1, min(last, MOST_COLUMNS)))
        elif name == "c" and element.get("s") in struck and (at := cell_place(element)):
            found.struck.add(at)
        if name in {"c", "row"}:
            element.clear()
    return found


def layout_doubts(
    layout: Layout, grid: Sequence[Sequence[str]], top: int, left: int
) -> Iterator[tuple[int, int, str]]:
    """Go through what is hidden or struck out and holds text: (row from 1, column from 0, why).

    grid: the cells from the row ``top`` and the column ``left`` on. A row or column as a whole
    stands as `WHOLE_COLUMN`, `WHOLE_ROW`.
    """
    filled = {top + at for at, cells in enumerate(grid) if any(map(str.strip, cells))}
    yield from _of_rows(sorted(layout.rows & filled), "hidden in the sheet")
    whole, single = _struck_rows(layout, grid, top, left)
    yield from _of_rows(sorted(whole), "struck out in the sheet")
    for row, column in sorted(single):
        yield row + 1, column - left, f"is struck out in the sheet, and was {READ_ALL_THE_SAME}"
    for column in sorted(layout.columns):
        at = column - left
        if at >= 0 and any(at < len(cells) and cells[at].strip() for cells in grid):
            yield WHOLE_COLUMN, at, f"is hidden in the sheet, and was {READ_ALL_THE_SAME}"


def _struck_rows(
    layout: Layout, grid: Sequence[Sequence[str]], top: int, left: int
) -> tuple[set[int], set[tuple[int, int]]]:
    """Return the rows of which every filled cell is struck out, and the other struck cells."""
    whole: set[int] = set()
    for row in {row for row, _ in layout.struck}:
        cells = grid[row - top] if 0 <= row - top < len(grid) else ()
        texts = [at + left for at, text in enumerate(cells) if text.strip()]
        if texts and all((row, column) in layout.struck for column in texts):
            whole.add(row)
    single = {
        (row, column) for row, column in layout.struck
        if row not in whole and 0 <= row - top < len(grid)
        and 0 <= column - left < len(grid[row - top]) and grid[row - top][column - left].strip()
    }  # fmt: skip
    return whole, single


def _of_rows(rows: list[int], how: str) -> Iterator[tuple[int, int, str]]:
    """Tell of rows, those that follow one another at once."""
    starts = [at for at, row in enumerate(rows) if not at or rows[at - 1] != row - 1]
    for start, end in pairwise([*starts, len(rows)]):
        first, last = rows[start] + 1, rows[end - 1] + 1
        if first == last:
            yield first, WHOLE_ROW, f"is {how}, and was {READ_ALL_THE_SAME}"
        else:
            told = f"rows {first} to {last} are {how}, and were {READ_ALL_THE_SAME}"
            yield first, WHOLE_ROW, told
