"""Dates of lists in one spelling, or told apart as not understood."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import takewhile

from habeas.formats.lists.values.calendars import BUDDHIST, ISLAMIC, Calendar, gregorian
from habeas.formats.lists.values.day_order import DateStyle
from habeas.formats.lists.values.written_dates import Written, ranged, written_date

OLDEST = 130
FIRST_YEAR = 1900
BORN = re.compile(
    r"(?:(?:né|née|n[eé]\(e\)|nacid[oa]|nascid[oa]|born|b\.|родил(?:ся|ась)|р\.|مواليد|تولد)\s+)?"
    r"(?:(?:le|el|em|on|c\.|ca\.?|circa|about|around|vers|env\.?|environ|hacia|aprox\.?|cerca de|"
    r"por volta de|około|около|примерно|ок\.|حوالي|نحو|~)\s*)?"
    r"(?P<date>.*\d(?:\D?[^\W\d]+\s\d{4})?)"
    r"(?:\s*(?:г\.?\s?р\.?|года рождения|р\.н\.))?"
    r"(?P<place>(?:\s+(?:à|a|en|in|at|в|г\.|em|ب)|\s*,)\s+\D+)?",
    re.IGNORECASE,
)
"""What may stand around a date of birth: that somebody was born, about when, and where."""
SHORT_YEAR = "has a year of two digits, in a list that has years of another calendar"
NO_DAY = "is not a day of the calendar"
PLACEHOLDERS = frozenset({"1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01", "1970-01-01"})
DAY = DateStyle("day")
"""How a date is read of which nothing else is known."""


def read_date(text: str, style: DateStyle = DAY, *, is_birth: bool = False) -> tuple[str, str]:
    """Return a date as ISO 8601 at the precision that is known, and what is wrong with it.

    What is no date is returned as it stands; a day that cannot have been as "".
    """
    if (one := written_date(_bare(text) if is_birth else text)) is not None:
        shown, wrong = _told(one, style, is_birth)
        return (text.strip() if wrong == NO_DAY else shown), wrong
    if both := ranged(text):
        ends = [_told(each, style, is_birth)[0] for each in both]
        pairs = zip(*(each.split("-") for each in ends), strict=False)
        kept = "-".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        if all(ends) and kept:
            return kept, f"is a span of days; of it {kept} is kept"
    return text.strip(), "is not a date"


def _bare(text: str) -> str:
    """Return a date of birth without the words around it: "né vers 1984 à Kumba", "1981 г.р."."""
    if written_date(text) is not None or not (found := BORN.fullmatch(text.strip())):
        return text
    return found["date"] if not any(map(str.isdigit, found["place"] or "")) else text


def _told(one: Written, style: DateStyle, is_birth: bool) -> tuple[str, str]:
    if one.digits == 2 and style.other_years:
        return "", SHORT_YEAR
    possible = list(dict.fromkeys(_readings(one, style, is_birth)))
    real = [shown for shown, wrong in possible if not wrong]
    if len(real) == 1:
        partly = one.day > 0 and len(real[0]) < 10 and one.month == 0
        return real[0], "has no month, so only the year is kept" if partly else ""
    if real:
        year = real[0][:4]
        return year, (
            f"may be {' or '.join(real)}: nothing tells whether the day or the month stands first; "
            f"{year} is kept"
        )
    return possible[0]


def _readings(one: Written, style: DateStyle, is_birth: bool) -> Iterator[tuple[str, str]]:
    """Go through (date, what is wrong) of each way in which numbers may be meant."""
    day, month = one.day, one.month
    if one.is_pagume and style.calendar is Calendar.ETHIOPIAN and style.order == "day":
        day, month = month, day
    orders = [(month, day)]
    if one.is_open and style.order != "day":
        orders = [(day, month)] if style.order == "month" else [(month, day), (day, month)]
    for first, second in orders:
        yield _dated(_full_year(one, style, is_birth), first, second, style, is_birth)


def _dated(year: int, month: int, day: int, style: DateStyle, is_birth: bool) -> tuple[str, str]:
    if year in ISLAMIC and style.calendar is Calendar.UNSETTLED:
        return "", "is a year of the Persian or the Hijri calendar, and nothing tells of which"
    try:
        if style.calendar is Calendar.ETHIOPIAN:
            year, month, day = gregorian(Calendar.ETHIOPIAN, year, month, day)
        elif year in BUDDHIST:
            year, month, day = gregorian(Calendar.BUDDHIST, year, month, day)
        elif year in ISLAMIC and style.calendar is not Calendar.GREGORIAN:
            year, month, day = gregorian(style.calendar, year, month, day)
        day = day if month else 0
        shown = "-".join([f"{year:04d}", *(f"{one:02d}" for one in (month, day) if one)])
        when = datetime.date(year, month or 1, day or 1)
    except ValueError:
        return "", NO_DAY
    return (shown, "") if not (wrong := _impossible(when, shown, style, is_birth)) else ("", wrong)


def _impossible(when: datetime.date, shown: str, style: DateStyle, is_birth: bool) -> str:
    if shown in PLACEHOLDERS:
        return "is where spreadsheets begin to count, and no day that anybody knows"
    if when.year > style.today.year + (0 if is_birth else 1):
        return "lies in the future"
    today = min(style.today, datetime.date(2200, 1, 1))
    if style.today != datetime.date.max and when.year < today.year - OLDEST:
        return "is longer ago than anybody lives"
    return "is no year of anybody alive" if when.year < FIRST_YEAR - OLDEST else ""


def _full_year(one: Written, style: DateStyle, is_birth: bool) -> int:
    """Return a year of four digits: of two digits no birth lies ahead, and no event far ahead."""
    if one.digits == 4:
        return one.year
    if style.today == datetime.date.max:
        return one.year + (2000 if one.year <= 40 else 1900)
    last = style.today.year - 2000 + (0 if is_birth else 1)
    return one.year + (2000 if one.year <= last else 1900)
