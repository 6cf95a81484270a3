"""The cells of a Parquet file as texts, within bounds."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.parquet.parquet_sizes import refuse_large_parquet
from habeas.formats.lists.cells.reader_panics import panics_refused
from habeas.vocabulary import InputError

Row = tuple[int, list[str]]


def parquet_rows(path: Path, bounds: ListBounds) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Return the headings and the rows (from 1) of a Parquet file.

    Raises InputError on one that is damaged, or that holds more than it may.
    """
    refuse_large_parquet(path, bounds)
    try:
        with panics_refused("a Parquet file"):
            read = _texts(path, bounds)
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).splitlines()[0].lower() if str(error) else "damaged"
        raise InputError(
            f"is not a Parquet file that can be read ({reason})", "Write it again."
        ) from None
    rows = tuple((at, list(cells)) for at, cells in enumerate(read.iter_rows(), 1))
    return tuple(read.columns), rows


def _texts(path: Path, bounds: ListBounds) -> pl.DataFrame:
    texts = pl.scan_parquet(path, glob=False).select(pl.all().cast(pl.String, strict=False))
    # A text that a million rows share stands once in the file, and here it still does.
    lengths = texts.select(pl.all().str.len_bytes().sum().cast(pl.UInt64))
    bounds.refuse_characters(sum(map(sum, lengths.collect(engine="streaming").iter_rows())))
    return texts.select(pl.all().fill_null("")).collect()
