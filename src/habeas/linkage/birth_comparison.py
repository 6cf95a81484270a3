"""When two people were born: from dates of birth, years, and ages on a known day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.column import EXPECTED
from habeas.linkage.comparison import Bits, Level, Levels, Rows, rarity
from habeas.linkage.dates import Days
from habeas.linkage.tally import Tally

UNKNOWN = -32768
"""Stands where no age or year is known."""

REACHES = (1, 2, 4, 9)
"""Years apart at most, at each level of nearness."""


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
        Level("another birth date", 1, 0.05, usual=1.0, at_most=0.0),
        Level("same birth date", 1, 0.8, 1.0),
        Level("day and month exchanged", 1, 0.03),
        Level("birth date one digit off", 1, 0.06),
        Level("birth date with another day", 1, 0.01),
        Level("birth date with another month", 1, 0.01),
        Level("birth date with another year", 1, 0.03),
        Level("ten years or more apart", 2, 0.03, usual=0.6, at_most=0.0),
        Level("born within a year", 2, 0.8, 1.0),
        Level("born within two years", 2, 0.1, 1.0),
        Level("born within four years", 2, 0.03, 1.0),
        Level("born within nine years", 2, 0.03, 1.0),
        Level("ages ten years or more apart", 3, 0.05, usual=0.6, at_most=0.0),
        Level("ages within a year", 3, 0.6, 1.0),
        Level("ages within two years", 3, 0.15, 1.0),
        Level("ages within four years", 3, 0.1, 1.0),
        Level("ages within nine years", 3, 0.1, 1.0),
    )

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the births of pairs of rows by the most exact thing that both tell."""
        levels = np.zeros(len(left), np.uint8)
        bits = np.zeros(len(left), np.float32)
        self._near(left, right, self.ages, (13, 1), levels, bits)
        self._near(left, right, self.years, (8, 10), levels, bits)
        self._exactly(left, right, levels, bits)
        return levels, bits

    def _exactly(self, left: Rows, right: Rows, levels: Levels, bits: Bits) -> None:
        written = self.dates.written
        at = np.flatnonzero((written[left] > 0) & (written[right] > 0))
        one, other = written[left[at]], written[right[at]]
        same = one == other
        levels[at] = 1
        levels[at[same]] = 2
        bits[at] = 0
        values, counts = self._births
        bits[at[same]] = rarity(
            counts[np.searchsorted(values, one[same])] / (counts.sum() + EXPECTED)
        )
        near = at[~same]
        levels[near] = _misread(one[~same], other[~same])

    def _near(
        self,
        left: Rows,
        right: Rows,
        values: NDArray[np.int32],
        scale: tuple[int, int],
        levels: Levels,
        bits: Bits,
    ) -> None:
        """Mark how far apart two years of birth, or two ages, are."""
        first, unit = scale
        a, b = values[left], values[right]
        both = (a != UNKNOWN) & (b != UNKNOWN)
        levels[both] = first
        bits[both] = 0
        apart = np.abs(a - b)
        tally = Tally.of(values[values != UNKNOWN])
        least = -1
        for at, reach in enumerate(REACHES, first + 1):
            most = reach * unit + (unit - 1) // 2
            here = np.flatnonzero(both & (apart > least) & (apart <= most))
            count = (tally.within(a[here], most) + tally.within(b[here], most)) / 2
            if least >= 0:
                count -= (tally.within(a[here], least) + tally.within(b[here], least)) / 2
            levels[here] = at
            bits[here] = rarity((count + 0.5) / (tally.total + EXPECTED))
            least = most

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
