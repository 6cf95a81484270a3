"""Linked lists as CSV: people, pairs to review, changes, sampled partitions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from habeas.formats.lists import PeopleList
from habeas.formats.tables.harmless_cells import write_rows
from habeas.formats.tables.people_csv import PEOPLE_COLUMNS
from habeas.vocabulary import RecordKey


def write_people(lists: Sequence[PeopleList], ids: Sequence[str], stream: TextIO) -> None:
    """Write the rows of people of all lists, ``list``, ``row`` and ``person_id`` in front.

    ids: of each row's person, list after list. A text that a spreadsheet would run as a formula
    gets an apostrophe in front; a heading of the lists that is one of ours gets "(input)" behind.
    """
    headings = list(dict.fromkeys(name for one in lists for name in one.cells.headings))
    shown = [f"{name} (input)" if name in PEOPLE_COLUMNS else name for name in headings]
    place = {name: at for at, name in enumerate(headings)}
    every = iter(ids)

    def rows() -> Iterable[list[str]]:
        yield [*PEOPLE_COLUMNS, *shown]
        for one in lists:
            places = [place[name] for name in one.cells.headings]
            for number, (_, cells) in zip(one.numbers, one.cells.rows, strict=True):
                row = [""] * len(headings)
                for at, cell in zip(places, cells, strict=True):
                    row[at] = cell
                yield [one.name, str(number), next(every), *row]

    write_rows(rows(), stream)


def write_samples(
    keys: Sequence[RecordKey], samples: Iterable[Sequence[int]], stream: TextIO
) -> None:
    """Write sampled partitions: a row of a list a line, in each sample the number of its person."""
    columns = [list(map(str, sample)) for sample in samples]
    heading = ["list", "row", *(f"sample_{at}" for at in range(1, len(columns) + 1))]
    lines = zip(*columns, strict=True)
    body = ([*map(str, key), *line] for key, line in zip(keys, lines, strict=True))
    write_rows([heading, *body], stream)


def write_table(
    rows: Sequence[Mapping[str, object]], columns: Sequence[str], stream: TextIO
) -> None:
    """Write rows under the columns named, and others that rows have behind them."""
    more = dict.fromkeys(name for row in rows for name in row)
    names = list(dict.fromkeys([*columns, *more]))
    write_rows([names, *([_cell(row.get(name)) for name in names] for row in rows)], stream)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.4f}" if isinstance(value, float) else str(value)
