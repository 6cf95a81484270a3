"""How much a Parquet file holds, from what it says of itself and of each of its pages.

A page of a hundred bytes may unfold to two gigabytes, or stand for a billion rows. The sizes at the
end of the file are only a promise, so the head of every page is read as well.
Source: the Apache Parquet format (parquet.thrift).
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.parquet.compact_thrift import (
    CompactThrift,
    Structure,
    ThriftDamaged,
)
from habeas.vocabulary import InputError

MARK = b"PAR1"
DELTA_BYTE_ARRAY = 7
MOST_PAGES = 1_000_000
SHORT = 65_536
REMEDY = "Write it again."

# Numbers of fields, by structure.
SCHEMA, FILE_ROWS, GROUPS = 2, 3, 4
CHILDREN = 5
COLUMNS, GROUP_ROWS = 1, 3
CHUNK = 3
CHUNK_VALUES, CHUNK_PACKED, DATA_AT, DICTIONARY_AT = 5, 7, 9, 11
UNPACKED, PACKED, DATA, DICTIONARY, DATA_2 = 2, 3, 5, 7, 8
PAGE_VALUES = 1
ENCODING = {DATA: 2, DATA_2: 4}


@dataclass
class Page:
    """A page: bytes as it stands and as it unfolds, and how many values it stands for."""

    packed: int
    unpacked: int
    values: int


def refuse_large_parquet(path: Path, bounds: ListBounds) -> None:
    """Raise InputError where a Parquet file holds more than it may, or is damaged."""
    try:
        with path.open("rb") as stream, _mapped(stream) as raw:
            _refuse_large(raw, bounds)
    except (ThriftDamaged, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(str(error) if isinstance(error, ThriftDamaged) else "damaged") from None


def _mapped(stream: Any) -> mmap.mmap:  # noqa: ANN401  (an open file)
    return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


def _refuse_large(raw: mmap.mmap, bounds: ListBounds) -> None:
    about = _about(raw)
    if any(column.get(CHILDREN) for column in about[SCHEMA][1:]):
        raise InputError("has columns within columns, which no list has", "Write it flat.")
    groups = about[GROUPS]
    rows = max(about[FILE_ROWS], sum(group[GROUP_ROWS] for group in groups))
    bounds.refuse_cells(rows * max(1, len(about[SCHEMA]) - 1))
    unpacked = values = pages = 0
    for group in groups:
        for column in group[COLUMNS]:
            chunk = column[CHUNK]
            promised = chunk[CHUNK_VALUES]
            met = 0
            for page in _pages(raw, chunk):
                pages, unpacked = pages + 1, unpacked + page.unpacked
                met += page.values
                bounds.refuse_unpacked(unpacked)
                bounds.refuse_cells(values + met)
                if pages > MOST_PAGES:
                    raise _damaged(f"it has more than {MOST_PAGES:,} pages")
            values += max(met, promised)
            bounds.refuse_cells(values)


def _about(raw: mmap.mmap) -> Structure:
    size = len(raw)
    if size < 12 or raw[:4] != MARK or raw[-4:] != MARK:
        raise ThriftDamaged("it has not the marks of one")
    length = int.from_bytes(raw[-8:-4], "little")
    if length > size - 12:
        raise ThriftDamaged("ends early")
    return CompactThrift(raw[size - 8 - length : size - 8]).structure()


def _pages(raw: mmap.mmap, chunk: Structure) -> Iterator[Page]:
    """Go through the pages of a column of a group of rows."""
    at = chunk.get(DICTIONARY_AT) or chunk[DATA_AT]
    end = at + chunk[CHUNK_PACKED]
    if not 0 <= at <= end <= len(raw):
        raise ThriftDamaged("a column lies outside of it")
    while at < end:
        head, length = _head(raw, at, end)
        page = Page(head[PACKED], head[UNPACKED], _values(head))
        if min(page.packed, page.unpacked, page.values) < 0:
            raise ThriftDamaged("a page has less than no size")
        yield page
        at += length + page.packed


def _head(raw: mmap.mmap, at: int, end: int) -> tuple[Structure, int]:
    """Return the head of the page at a place, and its length."""
    # It may hold the least and the greatest value of its page, which are seldom long.
    for last in (min(end, at + SHORT), end):
        thrift = CompactThrift(raw[at:last])
        try:
            return thrift.structure(), thrift.at
        except ThriftDamaged:
            if last == end:
                raise
    raise ThriftDamaged("ends early")


def _values(head: Structure) -> int:
    for kind, encoding in ENCODING.items():
        if kind in head:
            if head[kind].get(encoding) == DELTA_BYTE_ARRAY:
                raise InputError(
                    "shares the beginnings of its texts (DELTA_BYTE_ARRAY), so that how long they "
                    "are is not known before it is open",
                    "Write it again with plain texts or a dictionary.",
                )
            return int(head[kind][PAGE_VALUES])
    return 0


def _damaged(why: str) -> InputError:
    return InputError(f"is not a Parquet file that can be read ({why})", REMEDY)
