"""What a child of the sandbox does with lists: their tables, as plain values.

A library over which a file has it take any memory, or end its process, ends the child alone.
"""

from __future__ import annotations

import encodings
import importlib
import io
import json
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

from habeas.formats.lists.cells.csv_table import csv_rows, csv_sign
from habeas.formats.lists.cells.encodings import list_text
from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.object_cells import docx_tables, json_tables
from habeas.formats.lists.cells.warming import WARMING
from habeas.formats.lists.cells.workbook import WORKBOOKS, workbook_sheets
from habeas.formats.sandbox import Answer
from habeas.vocabulary import InputError

JSON = frozenset({".json", ".jsonl", ".ndjson"})
PORTION = 200_000
"""Characters and cells of one answer, a little more or less."""

Row = tuple[int, list[str]]
Note = tuple[int, str]


def read(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with the tables of a list: of each what is told of it, then its rows in portions."""
    suffix, bounds = given["suffix"], ListBounds(**given["bounds"])
    content = stream.read()
    if suffix in WORKBOOKS:
        for one in workbook_sheets(content, suffix, bounds):
            yield {"sheet": one.name, "doubts": one.doubts, "merged": one.merged}, b""
            yield from in_portions(row for row in one.rows if any(row[1]))
    elif suffix == ".docx":
        for at, rows in enumerate(docx_tables(content, bounds), 1):
            yield {"sheet": f"table {at}"}, b""
            yield from in_portions(rows)
    else:
        text, told = list_text(content)
        del content
        notes = [(1, f"the file {sentence}") for sentence in told]
        if suffix in JSON:
            for name, lines in json_tables(text, bounds).items():
                yield {"sheet": name}, b""
                yield from in_portions(lines)
            yield {"notes": notes}, b""
        else:
            yield {"sheet": ""}, b""
            yield from _csv(text, notes, bounds)


def _csv(text: str, notes: list[Note], bounds: ListBounds) -> Iterator[Answer]:
    sign = csv_sign(text)
    if sign != ",":
        notes.append((1, f"its cells are parted by {_shown(sign)}"))
    doubts: list[Note] = []

    def rows() -> Iterator[Row]:
        for line, cells, note in csv_rows(text, sign, bounds):
            if note:
                doubts.append((line, note))
            if cells:
                yield line, cells

    yield from in_portions(rows())
    yield {"notes": notes, "doubts": doubts}, b""


def in_portions(rows: Iterable[Row]) -> Iterator[Answer]:
    """Answer with rows, some thousands at a time."""
    portion: list[Row] = []
    size = 0
    for line, cells in rows:
        portion.append((line, cells))
        size += len(cells) + sum(map(len, cells))
        if size > PORTION:
            yield _portion(portion)
            portion, size = [], 0
    if portion:
        yield _portion(portion)


def _portion(rows: list[Row]) -> Answer:
    # Halves of letters, which JSON may hold, go through as they are.
    return {"rows": True}, json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _shown(sign: str) -> str:
    return {";": "semicolons", "\t": "tabs", "|": "vertical bars"}.get(sign, sign)


def warm() -> None:
    """Have the libraries load what they load when they are first used: no file is opened later."""
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in ("mbcs", "oem"):  # only on Windows, where it can open them later
            importlib.import_module(f"encodings.{module.name}")
    bounds = vars(ListBounds(10**6, 10**6, 10**6))
    for suffix, content in WARMING:
        with suppress(InputError):
            list(read({"suffix": suffix, "bounds": bounds}, io.BytesIO(content)))


TASKS = {"read": read}
