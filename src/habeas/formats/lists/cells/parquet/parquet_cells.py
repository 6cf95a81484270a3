"""The cells of a Parquet file as texts, within bounds."""

from __future__ import annotations

import io

import polars as pl

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.formats.lists.cells.parquet.parquet_promises import refuse_broken_promises
from habeas.formats.lists.cells.reader_panics import panics_refused
from habeas.vocabulary import InputError


def parquet_cells(content: bytes, bounds: ListBounds) -> pl.DataFrame:
    """Return the cells of a Parquet file, nothing as "".

    Called in a child of the sandbox. Raises InputError on a file that is damaged, or that holds
    more than it may.
    """
    try:
        with panics_refused("a Parquet file"):
            return _texts(content, bounds)
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        reason = str(error).splitlines()[0].lower()[:200] if str(error) else "damaged"
        raise InputError(
            f"is not a Parquet file that can be read ({reason})", "Write it again."
        ) from None


def _texts(content: bytes, bounds: ListBounds) -> pl.DataFrame:
    refuse_broken_promises(content, bounds)
    schema = pl.read_parquet_schema(io.BytesIO(content))
    bounds.refuse_columns(len(schema))
    file = pl.scan_parquet(io.BytesIO(content))
    rows = file.select(pl.len()).collect().item()
    bounds.refuse_cells(rows * max(1, len(schema)))
    texts = file.select(pl.all().cast(pl.String, strict=False))
    # A text that a million rows share stands once in the file, and here it still does.
    lengths = texts.select(pl.all().str.len_bytes().sum().cast(pl.UInt64)).collect()
    bounds.refuse_characters(sum(lengths.row(0)) if lengths.width else 0)
    return texts.select(pl.all().fill_null("")).collect()
