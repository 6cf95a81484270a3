"""A column as a dictionary: each distinct value once, and for each row which of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

Codes = NDArray[np.int32]
"""Places in a dictionary, one a row; -1 where the cell is empty."""

MISSING = -1

Rows = NDArray[np.int64]
"""Places of rows in the lists read one after the other."""

Bits = NDArray[np.float32]
"""Match weights: logarithms to base two of how much likelier one person is than two."""


EXPECTED = 200.0
"""As many rows' worth is known of a population before its first row is read."""


@dataclass(frozen=True)
class Column:
    """The distinct values of a column, sorted, and the place of each row's value among them."""

    values: pl.Series
    codes: Codes

    @classmethod
    def of(cls, texts: pl.Series) -> Column:
        """Encode texts; null and "" are missing."""
        texts = texts.cast(pl.String).replace("", None)
        values = texts.drop_nulls().unique().sort()
        kind = pl.Enum(values)
        codes = texts.cast(kind).to_physical().cast(pl.Int32).fill_null(MISSING).to_numpy()
        return cls(values, codes)

    def recoded(self, texts: pl.Series) -> Column:
        """Return the column in which each distinct value is replaced by its text in ``texts``."""
        inner = Column.of(texts)
        return Column(inner.values, inner.at(self.codes))

    def at(self, codes: Codes) -> Codes:
        """Return the codes found at the places ``codes``; missing stays missing."""
        places = np.append(self.codes, MISSING)
        return np.where(codes < 0, MISSING, places[codes]).astype(np.int32)

    def shares(self, kinds: float, expected: float = EXPECTED) -> NDArray[np.float64]:
        """Return which share of a population has each value; see ``population_shares``."""
        counts = np.bincount(self.codes[self.codes >= 0], minlength=len(self.values))
        return population_shares(counts, kinds, expected)


OF_PLACES = 20.0
"""The same of places: ten rows say little of how frequent a name is, but much of where a list was
made; who else was taken in its one town shares that town."""


def population_shares(
    counts: NDArray[np.int64], kinds: float, expected: float = EXPECTED
) -> NDArray[np.float64]:
    """Return which share of a population has each value, from how many rows have it.

    kinds: how many values there usually are. expected: as how many rows more what is usual counts.
    """
    return np.asarray((counts + expected / kinds) / (counts.sum() + expected))
