"""Lists opened by the sandbox: what is asked of a child, and how its answers are taken."""

from __future__ import annotations

import atexit
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.workbook import WORKBOOKS, Row, Sheet
from habeas.formats.sandbox import MEMORY, OUTPUT, PROCESSOR, WALL, Limits, Sandbox, Unreadable
from habeas.formats.text_lines import opened

TASKS = "habeas.formats.lists.cells.list_tasks"
PARQUET_TASKS = "habeas.formats.lists.cells.parquet.parquet_tasks"
PARQUET = frozenset({".parquet", ".pq"})
PACKED = WORKBOOKS | PARQUET | {".docx"}
MEGABYTE = 1_000_000
FIRST = Limits(memory=800 * MEGABYTE, processor=8, wall=60.0)
"""What a child may take for a small file; large ones get more, by their size."""
SMALL = 5 * MEGABYTE
UNFOLDS = 40
"""How many times its own size what is beyond SMALL of a file may take of memory."""
PIECE = 1 << 20
AGAIN = "Open it where it was made and save it again as CSV."


@dataclass
class OpenedList:
    """The tables of a list, as a child read them.

    headings: told by the file itself, as Parquet does; else they are among the rows. notes, doubts:
    (line, sentence).
    """

    sheets: list[Sheet] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    notes: list[tuple[int, str]] = field(default_factory=list)
    doubts: list[tuple[int, str]] = field(default_factory=list)


@cache
def sandbox() -> Sandbox:
    """Return the sandbox of this program, in which lists are opened."""
    made = Sandbox(TASKS)
    atexit.register(made.close)
    return made


@cache
def parquet_sandbox() -> Sandbox:
    """Return the one for Parquet, whose library begins threads, which no forked child has."""
    made = Sandbox(PARQUET_TASKS, threads=True)
    atexit.register(made.close)
    return made


def opened_list(path: str | Path, suffix: str, bounds: ListBounds) -> OpenedList:
    """Return the tables of a list, as a child of the sandbox reads them; "-" is a pipe.

    Raises InputError on what is damaged or beyond bounds, and where the child met a limit.
    """
    box = parquet_sandbox() if suffix in PARQUET else sandbox()
    size = 0 if str(path) == "-" else Path(path).stat().st_size
    limits = limits_for(size, suffix, bounds)
    found = OpenedList()
    rows: list[Row] = []
    try:
        with opened(path) as stream:
            given = {"suffix": suffix, "bounds": asdict(bounds)}
            for header, body in box.answers("read", given, _pieces(stream, size), limits):
                if "sheet" in header:
                    rows = []
                    found.sheets.append(_sheet(header, rows))
                    found.headings = tuple(map(str, header.get("headings", ())))
                elif "rows" in header:
                    rows.extend(_rows(body))
                else:
                    found.notes += _notes(header.get("notes", ()))
                    found.doubts += _notes(header.get("doubts", ()))
    except Unreadable as error:
        raise _of_list(error, limits) from None
    return found


def limits_for(size: int, suffix: str, bounds: ListBounds) -> Limits:
    """Return how much the reader of a file of so many bytes may take."""
    more = max(0, size - SMALL)
    seconds = (4 if suffix in PACKED else 1) * more // (4 * MEGABYTE)
    return replace(
        FIRST,
        memory=FIRST.memory + UNFOLDS * more,
        processor=FIRST.processor + seconds,
        output=4 * bounds.characters + 20 * bounds.cells,
        wall=FIRST.wall + 4 * seconds,
    )


def _pieces(stream: BinaryIO, size: int) -> Iterator[bytes] | list[bytes]:
    if size and size <= PIECE:
        return [stream.read()]
    return iter(lambda: stream.read(PIECE), b"")


def _of_list(error: Unreadable, limits: Limits) -> Unreadable:
    """Return the error about a list whose reader met a limit."""
    problems = {
        MEMORY: f"needs more than {limits.memory // MEGABYTE:,} MB of memory to be read, the limit "
        "for a list of its size",
        PROCESSOR: f"takes more than {limits.processor} seconds of processor time to be read, the "
        "limit for a list of its size",
        WALL: f"takes more than {limits.wall:g} seconds to be read, the limit for a list of its "
        "size",
        OUTPUT: f"unfolds to more than {limits.output:,} bytes, the limit for a list",
    }
    return Unreadable(problems.get(error.limit, error.problem), AGAIN, limit=error.limit)


def _nonsense() -> Unreadable:
    return Unreadable("made its reader answer nonsense", AGAIN)


def _sheet(header: Mapping[str, Any], rows: list[Row]) -> Sheet:
    """Take what a child says of a sheet; its rows are filled in as they come."""
    try:
        doubts = tuple((int(a), int(b), str(why)) for a, b, why in header.get("doubts", ()))
        return Sheet(str(header["sheet"]), rows, doubts, int(header.get("merged", 0)))
    except (TypeError, ValueError):
        raise _nonsense() from None


def _notes(told: Any) -> list[tuple[int, str]]:  # noqa: ANN401  (a child's answer)
    try:
        return [(int(line), str(sentence)) for line, sentence in told]
    except (TypeError, ValueError):
        raise _nonsense() from None


def _rows(body: bytes) -> list[Row]:
    try:
        return [(int(line), [*map(str, cells)])
                for line, cells in json.loads(body.decode("utf-8", "surrogatepass"))]  # fmt: skip
    except (TypeError, ValueError, RecursionError):
        raise _nonsense() from None
