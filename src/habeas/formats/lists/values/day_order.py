"""Which order of day and month, and which calendar, a whole list has, and how that is known."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.formats.lists.headings import languages_of
from habeas.formats.lists.values.calendars import BUDDHIST, ISLAMIC, Calendar
from habeas.formats.lists.values.written_dates import Written, written_date

DAY_FIRST = frozenset({"es", "pt", "fr", "ru", "ar"})
"""Languages in which the day stands first; in English it may or may not."""
NAMES = {"es": "Spanish", "pt": "Portuguese", "fr": "French", "ru": "Russian", "ar": "Arabic"}
PERSIAN_DIGITS = frozenset("۰۱۲۳۴۵۶۷۸۹")
ETHIOPIAN = re.compile(r"\bE\.? ?C\b\.?|[Ee]thiop|[ÉéEe]tiop|[Éé]thiop|[Ээ]фиоп|ዓ\.? ?ም")
"""How a heading says that its days are of the Ethiopian calendar."""
SAYS_DAY = re.compile(
    r"(?<![^\W_])(?:d{1,2}|j{1,2}|д{1,2}|t{1,2}|d[ií]a|day|jour|день)[-/. ]"
    r"(?:m{1,2}|м{1,2}|mes|month|mois|месяц)(?![^\W_])|(?<![a-z])ddmm",
    re.IGNORECASE,
)
SAYS_MONTH = re.compile(
    r"(?<![^\W_])(?:m{1,2}|м{1,2}|mes|month|mois)[-/. ](?:d{1,2}|j{1,2}|д{1,2}|d[ií]a|day|jour)"
    r"(?![^\W_])|(?<![a-z])mmdd",
    re.IGNORECASE,
)
"""How a heading says which stands first: "(dd/mm/aa)", "MM-DD-YYYY"."""
NO_ORDER = "no cell tells"
"""Why no order is known of a list in which it must be asked."""

PERSIAN_LETTERS = frozenset("گچپژیک")


@dataclass(frozen=True)
class DateStyle:
    """How a column of dates is written.

    order: "day" or "month", whichever stands first, "" where nothing tells. known_by: how that is
    known. calendar: of years that are not ours. today: nobody is born, and nothing has happened,
    after it. other_years: whether the list has years of another calendar, so that a year of two
    digits tells none.
    """

    order: str = "day"
    known_by: str = ""
    calendar: Calendar = Calendar.UNSETTLED
    today: datetime.date = datetime.date.max
    other_years: bool = False


def date_style(
    columns: Mapping[str, Iterable[str]], headings: Sequence[str], *, told: str = "",
    events: frozenset[str] = frozenset(),
) -> dict[str, DateStyle]:  # fmt: skip
    """Return the style of each column of dates: one order for the whole list where it has one.

    columns: cells by heading. told: the order that a person has told. events: the columns that are
    no births. A column that shows both orders has none.
    """
    read = {
        name: [one for text in texts
               if (one := written_date(text)) and not (ETHIOPIAN.search(name) and one.is_pagume)]
        for name, texts in columns.items()
    }  # fmt: skip
    calendar = _calendar(read, headings, events, _is_persian(columns, headings))
    said = {name: _said(name) for name in columns}
    shown = {name: {one.turned for one in dates} - {""} for name, dates in read.items()}
    whole = set().union(*shown.values()) if shown else set()
    whole = whole or set(said.values()) - {""}
    order, known_by = _of_list(whole, headings, read)
    styles = {}
    other_years = any(
        one.digits == 4 and (one.year in BUDDHIST or one.year in ISLAMIC)
        for dates in read.values() for one in dates
    )  # fmt: skip
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
        elif said[name]:
            own = said[name], "its heading says so"
        of_name = Calendar.ETHIOPIAN if ETHIOPIAN.search(name) else calendar
        if of_name is Calendar.ETHIOPIAN and not own[0]:
            own = "day", "its heading names the Ethiopian calendar, with which the day stands first"
        styles[name] = DateStyle(*own, of_name, today, other_years)
    return styles


def _said(heading: str) -> str:
    """Return what stands first by a heading's own words."""
    first, second = SAYS_DAY.search(heading), SAYS_MONTH.search(heading)
    return "" if bool(first) == bool(second) else "day" if first else "month"


def _is_persian(columns: Mapping[str, Iterable[str]], headings: Sequence[str]) -> bool:
    """Whether letters or digits are those of Persian, which Arabic does not use."""
    signs = set("".join(headings)) | {sign for texts in columns.values() for text in texts
                                      for sign in text}  # fmt: skip
    return bool(signs & (PERSIAN_LETTERS | PERSIAN_DIGITS))


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
    read: Mapping[str, Sequence[Written]], headings: Sequence[str], events: frozenset[str],
    is_persian: bool,
) -> Calendar:  # fmt: skip
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
    if is_persian:
        return Calendar.PERSIAN
    if languages_of(headings) == {"ar"}:
        return Calendar.HIJRI
    last = max((one.year for name, one in dates if name in events), default=0)
    # Of arrests: 1401 of the Hijra is 1981, of the Persian calendar 2022.
    return Calendar.PERSIAN if last > today - 621 - 40 else Calendar.UNSETTLED
