"""Days of other calendars in ours."""

from __future__ import annotations

import datetime
from enum import StrEnum


class Calendar(StrEnum):
    """A reckoning of years; ``unsettled``: Persian or Hijri, which nothing tells."""

    GREGORIAN = "gregorian"
    BUDDHIST = "buddhist"
    PERSIAN = "persian"
    HIJRI = "hijri"
    ETHIOPIAN = "ethiopian"
    UNSETTLED = "persian or hijri"


BUDDHIST = range(2400, 2651)
ISLAMIC = range(1250, 1461)
"""Years that a list of living people has in no other calendar."""


def gregorian(calendar: Calendar, year: int, month: int, day: int) -> tuple[int, int, int]:
    """Return year, month and day of our calendar, 0 where it is not known.

    Of a Hijri date only the month is known: months begin when the moon is seen, so that days differ
    by one or two from any table. Raises ValueError where there is no such day.
    """
    if calendar is Calendar.BUDDHIST:
        return year - 543, month, day
    if calendar is Calendar.ETHIOPIAN:
        when = _ethiopian(year, month or 5, day or 15)
        return when.year, when.month if month else 0, when.day if month and day else 0
    if not month:
        # Their years begin within ours, so the year alone is one of two: the later half is longer.
        return (year + 621 if calendar is Calendar.PERSIAN else _hijri(year, 7, 1).year), 0, 0
    when = _persian(year, month, day or 15) if calendar is Calendar.PERSIAN else _hijri(
        year, month, day or 15
    )  # fmt: skip
    exact = calendar is Calendar.PERSIAN and day
    return when.year, when.month, when.day if exact else 0


def _persian(year: int, month: int, day: int) -> datetime.date:
    """Source: the arithmetic calendar of 33-year cycles, right for 1178 to 1633."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        raise ValueError("no day of the Persian calendar")
    before = (month - 1) * 31 if month < 7 else (month - 7) * 30 + 186
    years = year + 1595
    days = 365 * years + years // 33 * 8 + (years % 33 + 3) // 4 + before + day
    return datetime.date.fromordinal(days - 355_668 - 366 + 1)


def _ethiopian(year: int, month: int, day: int) -> datetime.date:
    """Source: twelve months of 30 days and a rest; every fourth year has a leap day at its end."""
    if not (1 <= month <= 13 and 1 <= day <= (30 if month < 13 else 5 + (year % 4 == 3))):
        raise ValueError("no day of the Ethiopian calendar")
    days = 365 * (year - 1) + year // 4 + 30 * month + day - 31
    return datetime.date.fromordinal(days + 1_724_221 - 1_721_425)


def _hijri(year: int, month: int, day: int) -> datetime.date:
    """Source: the tabular calendar of 30-year cycles (civil epoch)."""
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError("no day of the Hijri calendar")
    julian = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1_948_055
    return datetime.date.fromordinal(julian - 1_721_425)
