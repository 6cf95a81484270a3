"""Days as lists write them, where nobody has read them yet."""

from __future__ import annotations

import re

from habeas.vocabulary import InputError, PartialDate

ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}\S*)?)?", re.ASCII)
DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})", re.ASCII)
YEAR = re.compile(r"(\d{4})", re.ASCII)


def read_day(text: str) -> PartialDate:
    """Read 2026-01-08, 2026-01, 2026, 08/01/2026 (day first) or 01/2026.

    Behind a day only a time of the day may stand: "2026-01-08 o 2026-03-08" is no day. Where what
    stands in the month's place can only be a day (01/28/2026), the two change places. Raises
    InputError on anything else. The reading of lists knows more ways to write days.
    """
    text = text.strip()
    if found := ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        if day and int(month) > 12 >= int(day):
            day, month = month, day
    elif YEAR.fullmatch(text):
        return PartialDate(text)
    else:
        raise InputError("is not a day", "Write it as 2026-01-08.", value=text)
    return PartialDate("-".join([year, *(part.zfill(2) for part in (month, day) if part)]))


def readable(text: str) -> PartialDate | None:
    """Return the day a cell names, None where it names none that can be read."""
    try:
        return read_day(text)
    except InputError:
        return None
