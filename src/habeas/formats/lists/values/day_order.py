"""Which order of day and month, and which calendar, a whole list has, and how that is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.formats.lists.headings import languages_of
from habeas.formats.lists.values.calendars import BUDDHIST, ISLAMIC, Calendar
from habeas.formats.lists.values.written_dates import Written, written_date

DAY_FIRST = frozenset({"es", "pt", "fr", "ru", "ar"})
"""Languages in which the day stands first; in English it may or may not."""
NAMES = {"es": "Spanish", "pt": "Portuguese", "fr": "French", "ru": "Russian", "ar": "Arabic"}
NO_ORDER = "no cell tells"
"""Why no order is known of a list in which it must be asked."""

PERSIAN_LETTERS = frozenset("گچپژ")


@dataclass(frozen=True)
class DateStyle:
    """How a column of dates is written.

    order: "day" or "month", whichever stands first, "" where nothing tells. known_by: how that is
    known. calendar: of years that are not ours. today: nobody is born, and nothing has happened,
    after it. settled: whether one order is known for every cell, of a column in both orders it is
    not.
    """

    order: str = "day"
    known_by: str = ""
    calendar: Calendar = Calendar.UNSETTLED
    today: datetime.date = datetime.date.max


def date_style(
    columns: Mapping[str, Iterable[str]], headings: Sequence[str], *, told: str = "",
    events: frozenset[str] = frozenset(),
) -> dict[str, DateStyle]:  # fmt: skip
    """Return the style of each column of dates: one order for the whole list where it has one.

    columns: cells by heading. told: the order that a person has told. events: the columns that are
    no births. A column that shows both orders has none.
    """
    read = {name: [one for text in texts if (one := written_date(text))]
            for name, texts in columns.items()}  # fmt: skip
    calendar = _calendar(read, headings, events)
    shown = {name: {one.turned for one in dates} - {""} for name, dates in read.items()}
    whole = set().union(*shown.values()) if shown else set()
    order, known_by = _of_list(whole, headings, read)
    styles = {}
    today = datetime.datetime.now(tz=datetime.UTC).date()
    for name in columns:
        own = order, known_by
        if told:
            own = told, "it was told"
        elif len(shown[name]) == 1:
            own = (
                next(iter(shown[name])),
                "cells of the column in which only one number can be a month",
            )
        elif len(shown[name]) > 1:
            own = "", "cells of the column show both orders"
        styles[name] = DateStyle(*own, calendar, today)
    return styles


def _of_list(
    shown: set[str], headings: Sequence[str], read: Mapping[str, Sequence[Written]]
) -> tuple[str, str]:
    if len(shown) == 1:
        return next(iter(shown)), "cells of the list in which only one number can be a month"
    if len(shown) > 1:
        return "", "columns of the list show both orders"
    languages = languages_of(headings) & DAY_FIRST
    if languages:
        return "day", f"the headings are in {' and '.join(NAMES[one] for one in sorted(languages))}"
    if any(one.year in BUDDHIST for dates in read.values() for one in dates):
        return "day", "its years are of the Buddhist calendar, with which the day stands first"
    if any(one.year in ISLAMIC and one.digits == 4 for dates in read.values() for one in dates):
        return (
            "day",
            "its years are of the Persian or Hijri calendar, with which the day comes first",
        )
    return "", NO_ORDER


def _calendar(
    read: Mapping[str, Sequence[Written]], headings: Sequence[str], events: frozenset[str]
) -> Calendar:
    """Return the calendar of years such as 1401, by days and years that only one of them has."""
    today = datetime.datetime.now(tz=datetime.UTC).date().year
    dates = [(name, one) for name, every in read.items() for one in every
             if one.digits == 4 and one.year in ISLAMIC]  # fmt: skip
    if not dates:
        return Calendar.GREGORIAN
    if max(one.year for _, one in dates) > today - 621:
        return Calendar.HIJRI
    if any(one.day == 31 for _, one in dates):
        return Calendar.PERSIAN
    letters = set("".join(headings))
    if letters & PERSIAN_LETTERS:
        return Calendar.PERSIAN
    if languages_of(headings) == {"ar"}:
        return Calendar.HIJRI
    last = max((one.year for name, one in dates if name in events), default=0)
    # Of arrests: 1401 of the Hijra is 1981, of the Persian calendar 2022.
    return Calendar.PERSIAN if last > today - 621 - 40 else Calendar.UNSETTLED
