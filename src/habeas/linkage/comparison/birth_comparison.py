"""When two people were born: from dates of birth, years, and ages on a known day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.comparison.comparison import Level, Levels, rarity
from habeas.linkage.comparison.numeric_distance import NumericDistance
from habeas.linkage.names import EXPECTED, Bits, Days, Rows

UNKNOWN = -32768
"""Stands where no age or year is known."""


@dataclass(frozen=True)
class BirthComparison:
    """Compares dates of birth; where one is missing, years of birth, given or told by an age.

    dates: of birth. ages: in years, UNKNOWN where not given. years: of birth in tenths of a year,
    from the date, the year or the age on a known day, UNKNOWN where none tells.
    """

    dates: Days
    ages: NDArray[np.int32]
    years: NDArray[np.int32]
    name: str = "birth"
    shared: bool = False

    levels = (
        Level("nothing to compare", 0),
        Level("another birth date", 1, 0.01, usual=1.0, at_most=0.0),
        Level("same birth date", 1, 0.8, 1.0),
        Level("day and month exchanged", 1, 0.03),
        Level("birth date one digit off", 1, 0.06),
        Level("birth date with another day", 1, 0.01),
        Level("birth date with another month", 1, 0.01),
        Level("birth date with another year", 1, 0.03),
        Level("ten years or more apart", 2, 0.007, usual=0.6, at_most=0.0),
        Level("born within a year", 2, 0.93, 1.0),
        Level("born within two years", 2, 0.04, 1.0),
        Level("born within four years", 2, 0.015, 1.0),
        Level("born within nine years", 2, 0.006, 1.0),
        Level("ages ten years or more apart", 3, 0.01, usual=0.6, at_most=0.0),
        Level("ages within a year", 3, 0.8, 1.0),
        Level("ages within two years", 3, 0.15, 1.0),
        Level("ages within four years", 3, 0.03, 1.0),
        Level("ages within nine years", 3, 0.015, 1.0),
    )

    @property
    def another_date(self) -> int:
        """The level of two whole dates with nothing in common."""
        return 1

    @property
    def contradicting(self) -> tuple[int, ...]:
        """The levels at which two records are hardly of one person though their names agree."""
        return (1, 8, 12, 13, 17)

    @property
    def identifying(self) -> tuple[int, ...]:
        """The levels at which two records may be one person though their names differ."""
        return (2, 3)

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the births of pairs of rows by the most exact thing that both tell."""
        levels = np.zeros(len(left), np.uint8)
        bits = np.zeros(len(left), np.float32)
        written = self.dates.written
        exact = (written[left] > 0) & (written[right] > 0)
        self._exactly(np.flatnonzero(exact), left, right, levels, bits)
        rest = np.flatnonzero(~exact)
        for rings, first in ((self._years, 8), (self._ages, 13)):
            a, b = rings.numbers[left[rest]], rings.numbers[right[rest]]
            both = (a != UNKNOWN) & (b != UNKNOWN)
            at = rest[both]
            nearness, bits[at] = rings.nearness(a[both], b[both])
            levels[at] = first + nearness
            rest = rest[~both]
        return levels, bits

    def _exactly(self, at: Rows, left: Rows, right: Rows, levels: Levels, bits: Bits) -> None:
        one, other = self.dates.written[left[at]], self.dates.written[right[at]]
        same = one == other
        levels[at[same]] = 2
        bits[at[same]] = self._date_rarity[np.searchsorted(self._births[0], one[same])]
        levels[at[~same]] = _misread(one[~same], other[~same])

    @cached_property
    def _years(self) -> NumericDistance:
        return NumericDistance.of(self.years, UNKNOWN, [(0, 14), (15, 24), (25, 44), (45, 94)])

    @cached_property
    def _ages(self) -> NumericDistance:
        return NumericDistance.of(self.ages, UNKNOWN, [(0, 1), (2, 2), (3, 4), (5, 9)])

    @cached_property
    def _date_rarity(self) -> Bits:
        counts = self._births[1]
        return rarity(counts / (counts.sum() + EXPECTED))

    @cached_property
    def _births(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        written = self.dates.written
        return np.unique(written[written > 0], return_counts=True)


def _misread(one: NDArray[np.int32], other: NDArray[np.int32]) -> Levels:
    """Return the level of two different dates, written YYYYMMDD as numbers."""
    year, month, day = one // 10000, one // 100 % 100, one % 100
    years, months, days = other // 10000, other // 100 % 100, other % 100
    exchanged = (year == years) & (month == days) & (day == months)
    powers = 10 ** np.arange(8)
    digits = np.stack([one // power % 10 != other // power % 10 for power in powers])
    off = digits.sum(axis=0)
    transposed = (off == 2) & _swapped_digits(one, other)
    return np.select(
        [
            exchanged,
            (off == 1) | transposed,
            (year == years) & (month == months),
            (year == years) & (day == days),
            (month == months) & (day == days),
        ],
        [np.uint8(level) for level in (3, 4, 5, 6, 7)],
        np.uint8(1),
    )


def _swapped_digits(one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell the pairs in which two neighbouring digits are exchanged and all else is the same."""
    found = np.zeros(len(one), bool)
    for place in range(7):
        low, high = 10**place, 10 ** (place + 1)
        a, b = one // low % 10, one // high % 10
        found |= one + (a - b) * (high - low) == other
    return found


def years_of_birth(
    dates: Days, birth_years: Days, ages: NDArray[np.int32], seen: Days
) -> NDArray[np.int32]:
    """Return years of birth in tenths, from the date, the year, or the age on the day ``seen``."""
    known = np.full(len(ages), UNKNOWN, np.int32)
    told = (ages != UNKNOWN) & (seen.years > 0)
    # Whoever is 30 was born from 30 to 31 years ago.
    known[told] = (_tenths(seen) - ages * 10 - 5)[told]
    for given in (birth_years, dates):
        known = np.where(given.years > 0, _tenths(given), known)
    return known.astype(np.int32)


def _tenths(days: Days) -> NDArray[np.int32]:
    """Return moments as tenths of years; an unknown month is the middle of the year."""
    month = np.where(days.months > 0, days.months, 7)
    return np.asarray(days.years * 10 + (month - 1) * 10 // 12, np.int32)
