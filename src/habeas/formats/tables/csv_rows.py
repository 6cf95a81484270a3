"""Rows of any CSV table under one heading, with the lines on which they stand."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from habeas.formats.tables.harmless_cells import as_it_was
from habeas.formats.text_lines import opened, shown_name, text_lines
from habeas.vocabulary import InputError

DELIMITERS = ",;\t|"
Numbered = tuple[int, dict[str, str]]


def csv_rows(path: str | Path) -> tuple[list[str], list[Numbered]]:
    """Read a table: its heading, and each row that is not blank as (line, cell by column).

    The sign that parts the heading most often parts the rows. An apostrophe that keeps a
    spreadsheet from running a cell is taken off. Raises InputError, with file and line, on an empty
    file, a heading that names two columns alike, a row of another length.
    """
    file = shown_name(path)
    with opened(path) as stream:
        texts = [text for _, text in text_lines(stream, file)]
    return rows_in(texts, file)


def rows_in(texts: Sequence[str], file: str) -> tuple[list[str], list[Numbered]]:
    """Read a table from its lines; see ``csv_rows``."""
    sign = max(DELIMITERS, key=texts[0].count) if texts else ","
    numbered = cells_of(texts, sign, file)
    line, heading = next(numbered, (1, []))
    heading = [as_it_was(name.strip()) for name in heading]
    if not heading:
        raise InputError("is empty", "Give a table with a heading.", file=file)
    for name in heading:
        if heading.count(name) > 1:
            raise InputError(
                "heads two columns" if name else "two columns have no name",
                "Give each column a name of its own.",
                file=file, line=line, column=name or None,
            )  # fmt: skip
    rows = []
    for line, cells in numbered:
        if len(cells) != len(heading):
            raise InputError(
                f"has {len(cells)} cells, and the heading {len(heading)}",
                "Check the quotation marks and the signs that part the cells.",
                file=file, line=line,
            )  # fmt: skip
        values = [as_it_was(cell.strip()) for cell in cells]
        rows.append((line, dict(zip(heading, values, strict=True))))
    return heading, rows


def require_columns(heading: Sequence[str], columns: Sequence[str], remedy: str, file: str) -> None:
    """Raise InputError, with ``remedy``, where a heading lacks any of some columns."""
    if missing := [name for name in columns if name not in heading]:
        raise InputError(f"the heading lacks {', '.join(missing)}", remedy, file=file, line=1)


def cells_of(texts: Iterable[str], sign: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Go through (first line, cells) of the rows that are not blank; ``sign`` parts the cells.

    Raises InputError, with file and line, where the text is not a table.
    """
    reader = csv.reader(texts, delimiter=sign, strict=True)
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                f"is not a row of a table ({error})",
                "Check that every quotation mark that opens a cell also closes it.",
                file=file, line=start,
            ) from None  # fmt: skip
        if any(cell.strip() for cell in cells):
            yield start, cells
