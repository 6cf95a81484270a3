"""The cells of a list, from whatever kind of file: CSV, XLSX, ODS, Parquet, JSON, DOCX."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.formats.lists.cells.encodings import mended
from habeas.formats.lists.cells.list_bounds import OF_A_FILE, ListBounds
from habeas.formats.lists.cells.list_sandbox import opened_list
from habeas.formats.lists.cells.workbook import WORKBOOKS, Row, Sheet
from habeas.formats.lists.headings import find_headings, known_headings
from habeas.formats.text_lines import refuse_unreadable_file, shown_name
from habeas.vocabulary import InputError

SHEET = "sheet"
"""The heading of the column that names the sheet of each row where several are read together."""


@dataclass(frozen=True)
class Doubt:
    """What of a file's cells was not read or not sure: line, column where it is one, reason."""

    line: int
    reason: str
    column: str = ""
    value: str = ""


@dataclass(frozen=True)
class ListCells:
    """The cells of a list as they stand.

    headings: each once. rows: (line or row of the file, cells under the headings). notes: what was
    found out or put right while reading, sentences without a full stop, (line, sentence). doubts:
    what was not read or is not sure. sheet: its name; heading_lines: where the headings stand.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[tuple[int, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    sheet: str = ""
    heading_lines: tuple[int, ...] = ()


def read_list_cells(
    path: str | Path, sheets: Sequence[str] = (), bounds: ListBounds = OF_A_FILE
) -> ListCells:
    """Read the cells of a list, by the suffix of its file; "-" is CSV from a pipe.

    sheets: of a workbook, read together, ("*",) all with the same headings; else the sheet whose
    headings tell the most. Raises InputError on a file that is missing, damaged or empty, and on
    one that holds more than bounds or than a child of the sandbox can read within its limits.
    """
    suffix = Path(path).suffix.lower()
    try:
        if str(path) != "-":
            refuse_unreadable_file(Path(path))
        found = opened_list(path, suffix, bounds)
        if found.headings:
            return ListCells(found.headings, tuple(found.sheets[0].rows))
        if suffix in WORKBOOKS or suffix == ".docx" or len(found.sheets) > 1:
            table = _of_sheets(found.sheets, sheets, bounds)
            return replace(table, notes=(*found.notes, *table.notes))
        one = found.sheets[0] if found.sheets else Sheet("", [])
        table = _of_table(one, found.notes, bounds)
        doubts = [Doubt(line, sentence) for line, sentence in found.doubts]
        return replace(table, doubts=(*doubts, *table.doubts))
    except InputError as error:
        raise error.at(file=shown_name(path)) from None


def _of_sheets(sheets: Sequence[Sheet], wanted: Sequence[str], bounds: ListBounds) -> ListCells:
    """Read the sheets that are wanted, or the one that tells the most, and count the others."""
    filled = {
        one.name: one for one in sheets if any(any(map(str.strip, row)) for _, row in one.rows)
    }
    for name in wanted:
        if name != "*" and name not in {one.name for one in sheets}:
            names = ", ".join(one.name for one in sheets)
            raise InputError(
                "is not a sheet of this workbook", f"The sheets are: {names}.", value=name
            )
    if not filled:
        raise InputError("is empty", "Give a table with a heading.")
    best = max(filled.values(), key=lambda one: _best_heading(one.rows))
    first = filled.get(next((name for name in wanted if name in filled), ""), best)
    table = _of_table(first, [], bounds)
    tables = {first.name: table}
    doubts = []
    for one in filled.values():
        if one.name == first.name:
            continue
        other = _of_table(one, [], bounds)
        alike = set(other.headings) == set(table.headings)
        if one.name in wanted or ("*" in wanted and alike):
            tables[one.name] = other
        else:
            doubts.append(_unread(one.name, other, alike))
    whole = table if len(tables) == 1 else _together(tables)
    notes = whole.notes
    if len(sheets) > 1:
        notes = (*notes, (1, f"its sheet {', '.join(tables)} was read, of {len(sheets)}"))
    return replace(whole, notes=notes, doubts=(*whole.doubts, *doubts), sheet=", ".join(tables))


def _best_heading(rows: Sequence[Row]) -> int:
    return max((known_headings(cells) for _, cells in rows[:30]), default=0)


def _unread(name: str, table: ListCells, alike: bool) -> Doubt:
    count = len(table.rows)
    under = "the same headings" if alike else f"other headings ({', '.join(table.headings[:6])})"
    how = (
        'to read it too, name it under "sheet" in --columns'
        if alike
        else "give it as a list of its own"
    )
    rows = "1 row stands" if count == 1 else f"{count:,} rows stand"
    return Doubt(1, f"the sheet {name} was not read: {rows} there under {under}; {how}", value=name)


def _together(tables: dict[str, ListCells]) -> ListCells:
    """Put tables under one heading, each cell under its own, and the name of its sheet behind."""
    headings = tuple(dict.fromkeys(name for one in tables.values() for name in one.headings))
    rows = []
    for sheet, one in tables.items():
        place = {name: at for at, name in enumerate(one.headings)}
        for line, cells in one.rows:
            moved = [cells[place[name]] if name in place else "" for name in headings]
            rows.append((line, [*moved, sheet]))
    every = list(tables.values())
    return ListCells(
        (*headings, SHEET), tuple(rows), tuple(note for one in every for note in one.notes),
        tuple(doubt for one in every for doubt in one.doubts), "", every[0].heading_lines,
    )  # fmt: skip


def _of_table(sheet: Sheet, notes: list[tuple[int, str]], bounds: ListBounds) -> ListCells:
    """Find the headings of a table, and the rows under them, blank ones left out."""
    filled = [(line, cells) for line, cells in sheet.rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise InputError("is empty", "Give a table with a heading.")
    filled, twice = _mended(filled)
    found = find_headings([cells for _, cells in filled])
    head = filled[found.last][1]
    width = len(found.names)
    # One row of a hundred thousand cells makes all the others as wide.
    bounds.refuse_cells(width * (len(filled) - found.last))
    line = filled[found.last][0]
    notes = [*notes]
    if found.first:
        notes.append(
            (line, f"the headings stand here, under {found.first} other rows, which were left out")
        )
    if found.last > found.first:
        notes.append((line, f"the headings stand in {found.last - found.first + 1} rows"))
    if sheet.merged:
        notes.append((line, f"merged cells were filled down in {sheet.merged} places"))
    if twice:
        notes.append(
            (line, f"its encoding was applied twice to {twice:,} cells, which were mended")
        )
    doubts = [
        Doubt(row or line, reason, found.names[at] if at >= 0 else "")
        for row, at, reason in sheet.doubts
        if at < width and (row > line or at >= 0)
    ]
    body = []
    for number, row in filled[found.last + 1 :]:
        if len(row) > len(head):
            doubts.append(Doubt(number, f"has {len(row)} cells, and the heading {len(head)}"))
        elif len(row) < len(head):
            doubts.append(Doubt(number, f"has only {len(row)} cells of {len(head)}"))
        body.append((number, row + [""] * (width - len(row))))
    lines = tuple(filled[at][0] for at in range(found.first, found.last + 1))
    return ListCells(found.names, tuple(body), tuple(notes), tuple(doubts), sheet.name, lines)


def _mended(rows: list[Row]) -> tuple[list[Row], int]:
    """Return rows whose cells were encoded twice as they were before, and how many cells were."""
    if all(cell.isascii() and "&" not in cell for _, cells in rows for cell in cells):
        return rows, 0
    mend: Callable[[str], str] = mended
    anew = [(line, [mend(cell) for cell in cells]) for line, cells in rows]
    pairs = zip(rows, anew, strict=True)
    return anew, sum(
        a != b for (_, one), (_, other) in pairs for a, b in zip(one, other, strict=True)
    )
