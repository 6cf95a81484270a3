"""Lists of people: read from files, their columns understood, every row checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.formats.lists.cells import OF_A_FILE, ListBounds, ListCells, read_list_cells
from habeas.formats.lists.list_columns import ListColumns
from habeas.formats.lists.list_headings import recognised
from habeas.formats.lists.list_values import DATES, has_month_first, read_value
from habeas.vocabulary import Field, InputError

if TYPE_CHECKING:
    import polars as pl

JOINED = frozenset({Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES, Field.ADDRESS})
"""Fields whose columns are put one after the other; of other fields the first filled one counts."""

NAMES = (Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES)


@dataclass(frozen=True)
class ListNote:
    """Something in a list that was not understood, or that a reader should know, and where."""

    file: str
    line: int
    problem: str
    column: str = ""
    value: str = ""

    def __str__(self) -> str:
        """Say where and what, in one sentence."""
        return str(InputError(self.problem, "", self.file, self.line, self.column or None,
                              self.value or None))  # fmt: skip


@dataclass(frozen=True)
class PeopleList:
    """A list as it stands and as it is understood.

    name: the file's name. cells: as written. meaning: the field of each heading that is understood.
    values: for each field, what each row says, "" where nothing. notes: what was not understood.
    """

    name: str
    cells: ListCells
    meaning: Mapping[str, Field]
    values: Mapping[Field, Sequence[str]]
    notes: tuple[ListNote, ...]

    def rows(self) -> pl.DataFrame:
        """Return ``list``, ``row`` and a column of texts a field, as linkage takes them."""
        import polars as pl  # noqa: PLC0415  (heavy: only linkage pays for it)

        count = len(self.cells.rows)
        columns = {field.value: pl.Series(texts, dtype=pl.String)
                   for field, texts in self.values.items()}  # fmt: skip
        return pl.DataFrame(
            {
                "list": pl.Series([self.name] * count, dtype=pl.String),
                "row": pl.Series(range(1, count + 1), dtype=pl.Int64),
                **columns,
            }
        )


def read_list(
    path: str | Path, columns: ListColumns | None = None, bounds: ListBounds = OF_A_FILE
) -> PeopleList:
    """Read one list.

    columns: what a file says its headings mean; else they are recognised. bounds: how much it may
    hold. Raises InputError on a file that cannot be read or holds more, and where no heading tells
    a name.
    """
    columns = columns or ListColumns()
    name = Path(path).name if str(path) != "-" else "standard input"
    cells = read_list_cells(path, columns.sheet(name), bounds)
    meaning = columns.meaning(name, cells.headings, str(path)) or recognised(cells.headings)
    if not set(meaning.values()) & set(NAMES):
        raise InputError(
            f"no heading tells a name (the headings are: {', '.join(cells.headings[:20])})",
            "Name a column nombres, apellidos, given names or full name, or say in a file of "
            "columns which it is.",
            file=str(path),
        )
    values, notes = _understood(cells, meaning, str(path))
    told = [ListNote(str(path), line, sentence) for line, sentence in cells.notes]
    return PeopleList(name, cells, meaning, values, (*told, *notes))


def read_lists(paths: Sequence[str | Path], columns: ListColumns | None = None) -> list[PeopleList]:
    """Read several lists. Raises InputError also where two files have one name."""
    read = [read_list(path, columns) for path in paths]
    names = [one.name for one in read]
    for name in names:
        if names.count(name) > 1:
            raise InputError(
                "is the name of two files", "Give each list a name of its own.", value=name
            )
    return read


def _understood(
    cells: ListCells, meaning: Mapping[str, Field], file: str
) -> tuple[dict[Field, list[str]], list[ListNote]]:
    values: dict[Field, list[str]] = {}
    notes: list[ListNote] = []
    for at, heading in enumerate(cells.headings):
        if (field := meaning.get(heading)) is None:
            continue
        texts, doubts = _column(field, [row[at] for _, row in cells.rows])
        notes += [
            ListNote(file, cells.rows[row][0], problem, heading, cells.rows[row][1][at])
            for row, problem in doubts
        ]
        values[field] = _put_together(field, values[field], texts) if field in values else texts
    nameless = zip(*(values[name] for name in NAMES if name in values), strict=True)
    for row, parts in enumerate(nameless):
        if not any(parts):
            notes.append(ListNote(file, cells.rows[row][0], "names nobody"))
    return values, sorted(notes, key=lambda note: note.line)


def _column(field: Field, texts: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """Read a column, each distinct cell once; return also (row from 0, what is wrong)."""
    month_first = field in DATES and has_month_first(texts)
    read = {text: read_value(field, text, month_first) for text in dict.fromkeys(texts)}
    doubts = [(row, read[text][1]) for row, text in enumerate(texts) if read[text][1]]
    return [read[text][0] for text in texts], doubts


def _put_together(field: Field, before: list[str], texts: list[str]) -> list[str]:
    if field in JOINED:
        return [f"{one} {other}".strip() for one, other in zip(before, texts, strict=True)]
    return [one or other for one, other in zip(before, texts, strict=True)]
