"""Dates of lists, read as days: written many ways, known in part, or misread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

NO_DAY = np.iinfo(np.int32).min
"""Stands where no day is known."""


@dataclass(frozen=True)
class Days:
    """A column of dates: year, month, day of each row (0 where unknown), and days since 1970.

    written: the digits as they stand, YYYYMMDD, even if no calendar has that day; 0 where one of
    the three parts is missing.
    """

    years: NDArray[np.int32]
    months: NDArray[np.int32]
    days: NDArray[np.int32]
    numbers: NDArray[np.int32]
    written: NDArray[np.int32]

    @classmethod
    def of(cls, texts: pl.Series) -> Days:
        """Read dates written 2026-01-08, 2026-01, 2026, 20260108, or 8/1/2026 (day first)."""
        found = pl.DataFrame({"text": texts.cast(pl.String).fill_null("")}).select(
            iso=pl.col("text").str.extract_groups(
                r"^\s*(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?)?(?:[ T].*)?\s*$"
            ),
            day_first=pl.col("text").str.extract_groups(
                r"^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T].*)?\s*$"
            ),
        )
        iso, day_first = found["iso"].struct, found["day_first"].struct
        parts = [
            pl.select(pl.coalesce(iso.field(at), day_first.field(other))).to_series()
            for at, other in (("1", "3"), ("2", "2"), ("3", "1"))
        ]
        year, month, day = (part.cast(pl.Int32).fill_null(0).to_numpy().copy() for part in parts)
        whole = (year > 0) & (month > 0) & (day > 0)
        written = np.where(whole, year * 10000 + month * 100 + day, 0).astype(np.int32)
        month[(month < 1) | (month > 12)] = 0
        day[(day < 1) | (day > 31) | (month == 0)] = 0
        safe = (
            pl.select(
                pl.date(
                    pl.lit(pl.Series(np.maximum(year, 1))),
                    pl.lit(pl.Series(np.maximum(month, 1))),
                    pl.lit(pl.Series(np.clip(day, 1, 28))),
                )
            )
            .to_series()
            .cast(pl.Int32)
            .to_numpy()
        )
        whole = (year > 0) & (month > 0) & (day > 0)
        numbers = np.where(whole, safe + np.maximum(day - 28, 0), NO_DAY)
        return cls(year, month, day, numbers.astype(np.int32), written)
