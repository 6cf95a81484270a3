"""A day as a person types it into a field of a claim: 2026-01-08, 8 January 2026, 8 Jan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from habeas.formats.lists import read_date
from habeas.vocabulary import InputError, PartialDate, partial_date

DAYS = ("period_start", "period_end")
"""The fields of a claim that hold days."""

WORDED = re.compile(r"[^\W\d_]{3,}")
"""A month in letters: of numbers alone nobody can tell which is the month."""


def with_days(typed: Mapping[str, Any], published: str) -> dict[str, Any]:
    """Return what was typed with its days as claims spell them; what is no day stays as typed.

    published: when the document appeared, to whose year a day without one belongs, or to the last.
    """
    days = {name: day_typed(str(typed[name]), published) for name in DAYS if name in typed}
    return {**typed, **days}


def day_typed(text: str, published: str = "") -> str:
    """Return a typed day in ISO 8601, or the text where it names none for certain."""
    if not WORDED.search(text):
        return text
    if day := _day(text):
        return day.text
    appeared = _known(published)
    if appeared is None:
        return text
    for year in (appeared.year, appeared.year - 1):
        day = _day(f"{text} {year}")
        if day and day.earliest <= appeared:
            return day.text
    return text


def _day(text: str) -> PartialDate | None:
    shown, wrong = read_date(text)
    try:
        return None if wrong else partial_date(shown)
    except InputError:
        return None


def _known(published: str) -> date | None:
    day = partial_date(published)
    return day.latest if day else None
