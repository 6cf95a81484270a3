"""Lists of people: read from files, what they say understood, every row checked."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.formats.lists.cells import OF_A_FILE, SHEET, ListBounds, ListCells, read_list_cells
from habeas.formats.lists.column_kinds import kind_of
from habeas.formats.lists.column_values import NAMES, NOT_TOLD, Columns, understood_columns
from habeas.formats.lists.headings import STRANGE, recognised
from habeas.formats.lists.list_columns import ListColumns
from habeas.formats.lists.rows import NoPerson, RowKind, people_among
from habeas.formats.lists.stacked_tables import without_other_headings
from habeas.formats.lists.understanding import ColumnUnderstood, ListNote, Understanding
from habeas.formats.lists.values import ERRORS, is_nothing
from habeas.vocabulary import Field, InputError

if TYPE_CHECKING:
    import polars as pl

PLACES = frozenset({Field.STATE, Field.MUNICIPALITY, Field.FACILITY, Field.SEX})
SECTION = "section"
"""The heading of the column that says under which section a row stands."""
MAY_BE_SECTION = "stands alone and may head the rows below; it counts as a person"
OF_SECTIONS = (
    "is filled from the rows that head others; say in --columns whether it is a state, a facility "
    "or a sex"
)
EXAMPLES = 3
MOST_LETTERS = 20_000
"""Names by which the scripts of a list are counted."""


class NoNameColumn(InputError):
    """Raised where no heading of a list tells who is named."""


@dataclass(frozen=True)
class PeopleList:
    """A list as it stands and as it is understood.

    name: the file's name. cells: as written, of the rows that are people's. numbers: of these rows
    in the list, from 1. meaning: the field of each heading that is understood. values: for each
    field, what each row says, "" where nothing. understanding: all that was taken to be so.
    """

    name: str
    cells: ListCells
    numbers: tuple[int, ...]
    meaning: Mapping[str, Field]
    values: Mapping[Field, Sequence[str]]
    understanding: Understanding

    @property
    def notes(self) -> tuple[ListNote, ...]:
        """What a reader should know, and what was not understood, by line."""
        every = (*self.understanding.notes, *self.understanding.doubts)
        return tuple(sorted(every, key=lambda note: (note.line, note.is_doubt)))

    def renamed(self, name: str) -> PeopleList:
        """Return the list under the name that its file had before it was kept elsewhere."""
        told = self.understanding
        anew = replace(
            told, name=name, notes=tuple(replace(note, file=name) for note in told.notes),
            doubts=tuple(replace(note, file=name) for note in told.doubts),
        )  # fmt: skip
        return replace(self, name=name, understanding=anew)

    def rows(self) -> pl.DataFrame:
        """Return ``list``, ``row`` and a column of texts a field, as linkage takes them."""
        import polars as pl  # noqa: PLC0415  (heavy: only linkage pays for it)

        columns = {field.value: pl.Series(texts, dtype=pl.String)
                   for field, texts in self.values.items()}  # fmt: skip
        return pl.DataFrame(
            {
                "list": pl.Series([self.name] * len(self.numbers), dtype=pl.String),
                "row": pl.Series(self.numbers, dtype=pl.Int64),
                **columns,
            }
        )


def read_list(
    path: str | Path, columns: ListColumns | None = None, bounds: ListBounds = OF_A_FILE
) -> PeopleList:
    """Read one list: what it says, and its rows.

    columns: what a file says its headings mean; else they are recognised. bounds: how much it may
    hold. Raises InputError on a file that cannot be read or holds more, and where no heading tells
    a name.
    """
    columns = columns or ListColumns()
    name = Path(path).name if str(path) != "-" else "standard input"
    return _named(name, str(path), read_list_cells(path, columns.sheets(name), bounds), columns)


def list_of_rows(
    name: str, headings: Sequence[str], rows: Sequence[Mapping[str, str]],
    columns: ListColumns | None = None,
) -> PeopleList:  # fmt: skip
    """Read a list that stands in no file, from its headings and rows; see ``read_list``."""
    numbered = tuple((at, [row[one] for one in headings]) for at, row in enumerate(rows, 1))
    return _named(name, name, ListCells(tuple(headings), numbered), columns or ListColumns())


def _named(name: str, file: str, cells: ListCells, columns: ListColumns) -> PeopleList:
    told = columns.meaning(name, (*cells.headings, SECTION), file)
    first = told or recognised(cells.headings)
    if not set(first.values()) & set(NAMES):
        raise NoNameColumn(
            f"no heading tells a name (the headings are: {', '.join(cells.headings[:20])})",
            "Name a column nombres, apellidos, given names or full name, or say in a file of "
            "columns which it is.",
            file=file,
        )
    return _of_cells(name, file, cells, columns, told)


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


def _of_cells(
    name: str, file: str, cells: ListCells, columns: ListColumns, told: Mapping[str, Field]
) -> PeopleList:
    first = told or recognised(cells.headings)
    at = {heading: place for place, heading in enumerate(cells.headings)}
    sheetless = [row[: len(cells.headings) - (SHEET in cells.headings)] for _, row in cells.rows]
    among = people_among(
        cells.headings[: len(sheetless[0])] if sheetless else cells.headings, sheetless,
        [at[one] for one, field in first.items() if field in NAMES and one in at],
        [at[one] for one, field in first.items() if field in PLACES and one in at],
    )  # fmt: skip
    cells, turned = without_other_headings(
        cells, [one.place for one in among.others if one.kind is RowKind.HEADING]
    )
    kept = replace(cells, rows=tuple(cells.rows[place] for place in among.places))
    if among.sections and SECTION not in cells.headings:
        rows = zip(kept.rows, among.sections, strict=True)
        under = tuple((line, [*row, section]) for (line, row), section in rows)
        kept = replace(kept, headings=(*kept.headings, SECTION), rows=under)
    texts = {heading: [row[place] for _, row in kept.rows]
             for place, heading in enumerate(kept.headings)}  # fmt: skip
    told = {heading: field for heading, field in told.items() if heading in texts}
    found = understood_columns(texts, told, columns.day_order(name))
    numbers = tuple(place + 1 for place in among.places)
    doubts = [*_doubts(file, cells, kept, numbers, found, columns.told(name, kept.headings))]
    doubts += [
        ListNote(file, cells.rows[place][0], MAY_BE_SECTION, row=place + 1,
                 value=" ".join(filter(None, cells.rows[place][1])))
        for place in among.doubtful
    ]  # fmt: skip
    doubts += [ListNote(file, cells.rows[one.place][0], f"is no person's row: {one.kind}",
                        value=one.text, row=one.place + 1) for one in among.others]  # fmt: skip
    doubts += [ListNote(file, cells.rows[one.place][0], str(one), one.heading, one.said,
                        row=one.place + 1) for one in turned]  # fmt: skip
    understanding = Understanding(
        name, cells.sheet, cells.heading_lines, tuple(_columns(kept, texts, found)),
        len(cells.rows), len(kept.rows), tuple(_others(cells, among.others)),
        _scripts(found.values),
        tuple(ListNote(file, line, sentence, is_doubt=False) for line, sentence in cells.notes),
        tuple(sorted(doubts, key=lambda note: (note.line, note.column, note.problem))),
    )  # fmt: skip
    meaning = {heading: meant.field for heading, meant in found.headings.meant.items()}
    return PeopleList(name, kept, numbers, meaning, found.values, understanding)


def _doubts(
    file: str, cells: ListCells, kept: ListCells, numbers: Sequence[int], found: Columns,
    told: Mapping[str, str],
) -> Iterator[ListNote]:  # fmt: skip
    """Go through all that was not understood."""
    places = {line: at for at, (line, _) in enumerate(cells.rows, 1)}
    for one in cells.doubts:
        row = places.get(one.line, 0)
        yield ListNote(file, one.line, one.reason, one.column, one.value, row=row)
    head = cells.heading_lines[-1] if cells.heading_lines else 1
    for heading, why in found.headings.aside.items():
        place = kept.headings.index(heading)
        filled = next((row[place] for _, row in kept.rows if row[place].strip()), "")
        kind = kind_of(heading) if heading not in told else told[heading]
        known = kind and (why in {STRANGE, NOT_TOLD} or heading in told)
        if heading not in {SHEET, SECTION} and not known and (filled or not _unnamed(heading)):
            yield ListNote(file, head, f"{why}; it is not used", heading)
        if heading == SECTION:
            yield ListNote(file, head, OF_SECTIONS, heading, filled)
    for place, heading, text, reason in found.told:
        line, row = (kept.rows[place][0], numbers[place]) if place >= 0 else (head, 0)
        yield ListNote(file, line, reason, heading, text, row=row)
    yield from _errors(file, kept, numbers, found)
    names = [found.values[name] for name in NAMES if name in found.values]
    for place, parts in enumerate(zip(*names, strict=True)):
        if not any(parts):
            yield ListNote(file, kept.rows[place][0], "names nobody", row=numbers[place])


def _errors(
    file: str, kept: ListCells, numbers: Sequence[int], found: Columns
) -> Iterator[ListNote]:
    """Go through the errors of spreadsheets in columns that nothing else is told of."""
    for at, heading in enumerate(kept.headings):
        if heading not in found.headings.meant:
            for row, (line, cells) in zip(numbers, kept.rows, strict=True):
                if cells[at].startswith(("#", "Err:")) and ERRORS.fullmatch(cells[at].strip()):
                    yield ListNote(file, line, "is an error of the spreadsheet and no value",
                                   heading, cells[at], row=row)  # fmt: skip


def _unnamed(heading: str) -> bool:
    return heading.startswith("column ")


def _columns(
    kept: ListCells, texts: Mapping[str, Sequence[str]], found: Columns
) -> Iterator[ColumnUnderstood]:
    for heading in kept.headings:
        filled = [text for text in texts[heading] if text.strip()]
        examples = tuple(list(dict.fromkeys(filled))[:EXAMPLES])
        good, bad = found.counts.get(heading, (0, 0))
        style = found.styles.get(heading)
        if meant := found.headings.meant.get(heading):
            dates = (style.order, style.known_by, style.calendar.value) if style else ("", "", "")
            sure = meant.part, meant.sure.value
            yield ColumnUnderstood(
                heading, meant.field.value, *sure, examples, good, bad, "", *dates
            )
        else:
            kind = kind_of(heading)
            why = found.headings.aside[heading]
            yield ColumnUnderstood(heading, kind.value if kind else "", examples=examples,
                                   not_understood=0 if kind else len(filled),
                                   why="is left alone by linkage" if kind else why)  # fmt: skip


def _others(cells: ListCells, others: Sequence[NoPerson]) -> Iterator[tuple[int, int, str, str]]:
    for one in others:
        yield one.place + 1, cells.rows[one.place][0], one.kind.value, one.text


def _scripts(values: Mapping[Field, Sequence[str]]) -> dict[str, int]:
    """Return how many names are written in each script, by the first letter of each."""
    counts: Counter[str] = Counter()
    for name in NAMES:
        for text in values.get(name, ())[:MOST_LETTERS]:
            letter = next((sign for sign in text if sign.isalpha()), "")
            if letter and not is_nothing(text):
                counts[unicodedata.name(letter, "unknown").split()[0].title()] += 1
    return dict(counts.most_common())
