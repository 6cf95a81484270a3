"""Whether the pages of a Parquet file hold as many rows as its end promises.

A reader takes the promise and passes over what lies beyond it, so that rows would be lost in
silence. Source: the Apache Parquet format (parquet.thrift).
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.parquet.compact_thrift import (
    CompactThrift,
    Structure,
    ThriftDamaged,
)
from habeas.vocabulary import InputError

MARK = b"PAR1"
SHORT = 65_536

# Numbers of fields, by structure.
SCHEMA, FILE_ROWS, GROUPS = 2, 3, 4
CHILDREN = 5
COLUMNS, GROUP_ROWS = 1, 3
CHUNK, CHUNK_PACKED, DATA_AT, DICTIONARY_AT = 3, 7, 9, 11
PACKED, DATA, DATA_2, PAGE_VALUES = 3, 5, 8, 1


def refuse_broken_promises(raw: bytes, bounds: ListBounds) -> None:
    """Raise InputError where a page of a flat file stands for rows that its end does not tell."""
    try:
        _refuse(raw, bounds)
    except (ThriftDamaged, KeyError, TypeError, AttributeError, ValueError) as error:
        why = str(error) if isinstance(error, ThriftDamaged) else "damaged"
        raise InputError(
            f"is not a Parquet file that can be read ({why})", "Write it again."
        ) from None


def _refuse(raw: bytes, bounds: ListBounds) -> None:
    about = _about(raw)
    if any(column.get(CHILDREN) for column in about[SCHEMA][1:]):
        raise InputError("has columns within columns, which no list has", "Write it flat.")
    rows = 0
    for group in about[GROUPS]:
        rows += group[GROUP_ROWS]
        for column in group[COLUMNS]:
            met = sum(_values(raw, column[CHUNK]))
            bounds.refuse_cells(met)
            if met != group[GROUP_ROWS]:
                raise InputError(
                    f"promises {group[GROUP_ROWS]:,} rows where its pages hold {met:,}",
                    "Write it again.",
                )
    if rows != about[FILE_ROWS]:
        raise InputError(
            f"promises {about[FILE_ROWS]:,} rows where its parts hold {rows:,}", "Write it again."
        )


def _about(raw: bytes) -> Structure:
    if len(raw) < 12 or raw[:4] != MARK or raw[-4:] != MARK:
        raise ThriftDamaged("it has not the marks of one")
    length = int.from_bytes(raw[-8:-4], "little")
    if length > len(raw) - 12:
        raise ThriftDamaged("ends early")
    return CompactThrift(raw[len(raw) - 8 - length : len(raw) - 8]).structure()


def _values(raw: bytes, chunk: Structure) -> Iterator[int]:
    """Go through how many values each page of a column of a group of rows stands for."""
    at = chunk.get(DICTIONARY_AT) or chunk[DATA_AT]
    end = at + chunk[CHUNK_PACKED]
    if not 0 <= at <= end <= len(raw):
        raise ThriftDamaged("a column lies outside of it")
    while at < end:
        head, length = _head(raw, at, end)
        values = [head[kind][PAGE_VALUES] for kind in (DATA, DATA_2) if kind in head]
        if min(head[PACKED], *values, 0) < 0:
            raise ThriftDamaged("a page has less than no size")
        yield sum(values)
        at += length + head[PACKED]


def _head(raw: bytes, at: int, end: int) -> tuple[Structure, int]:
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
