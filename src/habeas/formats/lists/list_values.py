"""Cells of lists, understood: dates, ages, sexes; or told apart as not understood."""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from habeas.formats.lists.list_headings import list_words, plain
from habeas.vocabulary import Field

TIME = r"(?:[ T]\d{1,2}:\d{2}[\d:.,]*(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?"
"""A time of the day behind it; anything else behind a date may be a second one."""

YEAR_FIRST = re.compile(
    r"(\d{4})(?:[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?)?" + TIME, re.IGNORECASE | re.ASCII
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
NUMBERS = re.compile(
    r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})" + TIME, re.IGNORECASE | re.ASCII
)
MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
NAMED = re.compile(r"(?:(\d{1,2})\s+)?([a-z]+)(?:\s+(\d{1,2}))?(?:\s+(\d{4}|\d{2}))")
SERIAL = re.compile(r"([2-5]\d{4})(?:\.\d+)?")
FIRST_SERIAL = datetime.date(1899, 12, 30)
"""The day from which spreadsheets count."""

DATES = frozenset({Field.BIRTH_DATE, Field.DETAINED_ON, Field.RELEASED_ON, Field.DIED_ON})
OLDEST = 120


def is_nothing(text: str) -> bool:
    """Say whether a cell says that nothing is known.

    A cell of another script says something: `plain` keeps Latin letters only.
    """
    if any(sign.isalnum() and not sign.isascii() for sign in unicodedata.normalize("NFKD", text)):
        return text.strip().casefold() in _nothing()
    return text.strip().casefold() in _nothing() or plain(text) in _nothing()


@functools.cache
def _nothing() -> frozenset[str]:
    return frozenset(list_words()["nothing"]["words"])


def read_value(field: Field, text: str, month_first: bool = False) -> tuple[str, str]:
    """Return what a cell says, in one spelling, and why it is not understood, "" where it is.

    A cell that is not understood is returned as it stands; one that says nothing as "".
    """
    if is_nothing(text):
        return "", ""
    reader = _readers().get(field)
    if field in DATES:
        return read_date(text, month_first)
    return reader(text) if reader else (text.strip(), "")


def read_date(text: str, month_first: bool = False) -> tuple[str, str]:
    """Return a date as ISO 8601 at the precision that is known, and what is wrong with it."""
    parts = _date_parts(text.strip(), month_first)
    if parts is None:
        return text.strip(), "is not a date"
    year, month, day = parts
    shown = "-".join(
        [f"{year:04d}", *([f"{month:02d}"] if month else []), *([f"{day:02d}"] if day else [])]
    )
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return shown, "is not a day of the calendar"
    return shown, ""


def _date_parts(text: str, month_first: bool) -> tuple[int, int, int] | None:
    if found := YEAR_FIRST.fullmatch(text) or COMPACT.fullmatch(text):
        return int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found := NUMBERS.fullmatch(text):
        one, two = int(found[1]), int(found[2])
        first = month_first and one <= 12
        return _century(found[3]), one if first else two, two if first else one
    if found := MONTH_YEAR.fullmatch(text):
        return int(found[2]), int(found[1]), 0
    if found := SERIAL.fullmatch(text):
        when = FIRST_SERIAL + datetime.timedelta(int(found[1]))
        return when.year, when.month, when.day
    words = " ".join(word for word in plain(text).split() if word not in {"de", "del", "of"})
    if (found := NAMED.fullmatch(words)) and (month := _months().get(found[2])):
        return _century(found[4]), month, int(found[1] or found[3] or 0)
    return None


def _century(year: str) -> int:
    """Return a year; of two digits, those up to next year's are of this century."""
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) <= 40 else 1900)


@functools.cache
def _months() -> Mapping[str, int]:
    return {name: int(month) for month, names in list_words()["months"].items() for name in names}


def has_month_first(texts: Iterable[str]) -> bool:
    """Say whether dates written 1/13/2024 show that the month stands first in a column."""
    month_first = day_first = 0
    for text in texts:
        if found := NUMBERS.fullmatch(text.strip()):
            day_first += int(found[1]) > 12
            month_first += int(found[2]) > 12
    return month_first > day_first


def _age(text: str) -> tuple[str, str]:
    found = re.search(r"\d+", text)
    if not found or int(found[0][:9]) > OLDEST:
        return text.strip(), "is not an age"
    return found[0], ""


def _sex(text: str) -> tuple[str, str]:
    known = next((sex for sex, words in list_words()["sexes"].items() if plain(text) in words), "")
    return (known, "") if known else (text.strip(), "is not a sex that is known")


def _year(text: str) -> tuple[str, str]:
    found = re.search(r"\b(1[89]|20)\d\d\b", text)
    return (found[0], "") if found else (text.strip(), "is not a year")


def _number(text: str) -> tuple[str, str]:
    short = sum(sign.isalnum() for sign in text) < 3
    return text.strip(), "is too short for an identity number" if short else ""


def _name(text: str) -> tuple[str, str]:
    if not any(sign.isalpha() for sign in text):
        return text.strip(), "is not a name: it has no letter"
    return text.strip(), ""


@functools.cache
def _readers() -> Mapping[Field, Callable[[str], tuple[str, str]]]:
    return {
        Field.AGE: _age,
        Field.SEX: _sex,
        Field.BIRTH_YEAR: _year,
        Field.NATIONAL_ID: _number,
        Field.FULL_NAME: _name,
        Field.GIVEN_NAMES: _name,
        Field.SURNAMES: _name,
    }
