"""Days on which something happened: the same, near, or exchanged day and month."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from habeas.linkage.comparison.comparison import Level, Levels
from habeas.linkage.comparison.numeric_distance import NumericDistance
from habeas.linkage.names import NO_DAY, Bits, Days, Rows

SPANS = ((0, 0), (1, 1), (2, 3), (4, 7), (8, 31))
"""How many days apart, at least and at most, at each level that agrees."""


@dataclass(frozen=True)
class DayComparison:
    """Compares the days of one event; what many were taken on the same day tells little."""

    name: str
    dates: Days
    shared: bool = True

    levels = (
        Level("nothing to compare", 0),
        Level("another day", 1, 0.2, usual=0.9, at_most=0.0),
        Level("same day", 1, 0.6, 1.0),
        Level("a day apart", 1, 0.06, 1.0),
        Level("two or three days apart", 1, 0.05, 1.0),
        Level("within a week", 1, 0.03, 1.0),
        Level("within a month", 1, 0.03, 1.0),
        Level("day and month exchanged", 1, 0.02),
        Level("in part the same", 2, 0.8, usual=0.1),
        Level("in part another", 2, 0.2, usual=0.9, at_most=0.0),
    )

    def compare(self, left: Rows, right: Rows) -> tuple[Levels, Bits]:
        """Compare the days of pairs of rows."""
        a, b = self.dates.numbers[left], self.dates.numbers[right]
        both = (a != NO_DAY) & (b != NO_DAY)
        levels = np.zeros(len(left), np.uint8)
        bits = np.zeros(len(left), np.float32)
        at = np.flatnonzero(both)
        nearness, bits[at] = self._rings.nearness(a[at], b[at])
        levels[at] = 1 + nearness
        days = self.dates
        swapped = both & (levels == 1) & (days.years[left] == days.years[right])
        swapped &= (days.months[left] == days.days[right]) & (days.days[left] == days.months[right])
        levels[swapped] = 7
        self._compare_parts(left, right, levels)
        return levels, bits

    def _compare_parts(self, left: Rows, right: Rows, levels: Levels) -> None:
        days = self.dates
        known = (levels == 0) & (days.years[left] > 0) & (days.years[right] > 0)
        months = (days.months[left] > 0) & (days.months[right] > 0)
        same = (days.years[left] == days.years[right]) & (
            ~months | (days.months[left] == days.months[right])
        )
        levels[known & same] = 8
        levels[known & ~same] = 9

    @cached_property
    def _rings(self) -> NumericDistance:
        return NumericDistance.of(self.dates.numbers, NO_DAY, SPANS)
