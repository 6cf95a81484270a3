"""What a child of the sandbox does with a Parquet file, in a process whose threads are warmed."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import polars as pl

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.list_tasks import in_portions
from habeas.formats.lists.cells.parquet.parquet_cells import parquet_cells
from habeas.formats.sandbox import Answer


def read(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with the headings and the rows of a Parquet file."""
    found = parquet_cells(stream.read(), ListBounds(**given["bounds"]))
    yield {"sheet": "", "headings": found.columns}, b""
    yield from in_portions((at, list(row)) for at, row in enumerate(found.iter_rows(), 1))


def warm() -> None:
    """Have the library begin its threads: none can be begun later."""
    for texts in (["a", "b"], ["a"] * 10_000):
        written = io.BytesIO()
        frame = pl.DataFrame({"name": texts, "born": range(len(texts))})
        frame.write_parquet(written)
        parquet_cells(written.getvalue(), ListBounds(10**6, 10**6, 10**6))


TASKS = {"read": read}
