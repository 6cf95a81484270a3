"""One date as it is written: its numbers, before anybody knows their order or calendar."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from habeas.formats.lists.list_words import by_phrase, folded, western_digits

TIME = r"(?:[ T]\d{1,2}:\d{2}[\d:.,]*(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?"
"""A time of the day behind it; anything else behind a date may be a second one."""

FLAGS = re.IGNORECASE | re.ASCII
YEAR_FIRST = re.compile(r"(\d{4})(?:[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?)?" + TIME, FLAGS)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
NUMBERS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4}|\d{2})" + TIME, FLAGS)
MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
SERIAL = re.compile(r"([2-5]\d{4})(?:\.\d+)?", re.ASCII)
DAYS_OF_MONTH = re.compile(
    r"(\d{1,2}) ?(?:-|–|—|a|al|y|e|to|and|et|по) ?(\d{1,2})[/.](\d{1,2})[/.](\d{4})"
)
BETWEEN = re.compile(
    r"(?:entre|between|from|desde|del|с|от)? ?(.*?\d.*?) ?"
    r"(?: - |–|—| to | and | al | a | hasta | until | au | по | до | y (?=.*\d{4}$)) ?(.*\d.*)"
)
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|o|a|º|ª)")
FIRST_SERIAL = datetime.date(1899, 12, 30)
"""The day from which spreadsheets count."""
LAST_OF_PAGUME = 6
"""Days of the last month of the Ethiopian year, the thirteenth, at most."""
BESIDE = frozenset(
    {"de", "del", "of", "the", "le", "г", "года", "год", "el", "dia", "el dia", "du", "do", "в"}
)


@dataclass(frozen=True)
class Written:
    """The numbers of a date.

    year: as written, of ``digits`` digits. month, day: 0 where not told. open: whether month and
    day may change places. turned: of numbers in no known order, "day" or "month" where these two
    show which of them stands first, "" where they do not.
    """

    year: int
    month: int
    day: int
    digits: int = 4
    is_open: bool = False
    turned: str = ""

    @property
    def is_pagume(self) -> bool:
        """Whether what seems to be a month and a day may be a day and the thirteenth month."""
        return self.turned == "month" and self.day == 13 and self.month <= LAST_OF_PAGUME


def is_range(text: str) -> bool:
    """Say whether a text is two days, or the days of a month."""
    return ranged(text) is not None


@functools.lru_cache(maxsize=32768)
def written_date(text: str) -> Written | None:
    """Return the numbers of a date, None where a text is none. Digits of any script count."""
    text = western_digits(text.strip()).replace("\u200f", "").replace("\u200e", "")
    if found := YEAR_FIRST.fullmatch(text) or COMPACT.fullmatch(text):
        return Written(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    if found := NUMBERS.fullmatch(text):
        return _of_numbers(int(found[1]), found[2], int(found[3]), found[4])
    if found := MONTH_YEAR.fullmatch(text):
        return Written(int(found[2]), int(found[1]), 0)
    if found := SERIAL.fullmatch(text):
        when = FIRST_SERIAL + datetime.timedelta(int(found[1]))
        return Written(when.year, when.month, when.day)
    return _named(folded(text).split())


def ranged(text: str) -> tuple[Written, Written] | None:
    """Return the two days of "12-15/07/2024", "entre el 12 y el 15 de julio de 2024" and so on."""
    text = western_digits(" ".join(text.split()))
    if found := DAYS_OF_MONTH.fullmatch(text.casefold()):
        year, month = int(found[4]), int(found[3])
        return Written(year, month, int(found[1])), Written(year, month, int(found[2]))
    words = folded(text).split()
    days = [word for word in words if word.isdigit() and len(word) < 3]
    rest = [
        word
        for word in words
        if word
        not in {
            "entre",
            "between",
            "y",
            "and",
            "e",
            "to",
            "a",
            "al",
            "и",
            "et",
            "au",
            "from",
            "with",
            "los",
            "dias",
        }
    ]
    if len(days) == 2 and len(set(days)) == 2:
        one, other = (_named([word for word in rest if word != day]) for day in days)
        if one and other:
            return other, one
    if found := BETWEEN.fullmatch(text.casefold()):
        one, other = written_date(found[1].strip()), written_date(found[2].strip())
        if one and other:
            return one, other
    return None


def _of_numbers(one: int, sign: str, other: int, year: str) -> Written:
    digits, number = len(year), int(year)
    if one > 12 >= other:
        return Written(number, other, one, digits, turned="day")
    if other > 12 >= one:
        return Written(number, one, other, digits, turned="month")
    if sign == ".":
        return Written(number, other, one, digits, turned="day")
    # A nought stands for what is not known: "00/07/2024" is a month, "15/00/2024" only a year.
    known = one and other
    if not known:
        return Written(number, other, one if other else 0, digits)
    return Written(number, other, one, digits, is_open=one != other)


def _named(words: list[str]) -> Written | None:
    """Return a date with a named month: "30 de julio de 2024", "July 30, 2024", "12 мая 1981"."""
    words = [word for word in words if word not in BESIDE]
    words = [found[1] if (found := ORDINAL.fullmatch(word)) else word for word in words]
    numbers = [word for word in words if word.isdigit()]
    month = _months().get(" ".join(word for word in words if not word.isdigit()))
    if not month or not 1 <= len(numbers) <= 2 or (not words[-1].isdigit() and len(numbers) < 2):
        return None
    year = next((word for word in numbers if len(word) == 4), numbers[-1])
    numbers.remove(year)
    if len(year) not in (2, 4) or any(len(word) > 2 for word in numbers):
        return None
    if len(year) == 2 and not numbers:
        return None
    return Written(int(year), month, int(numbers[0]) if numbers else 0, len(year))


@functools.cache
def _months() -> Mapping[str, int]:
    return {name: int(month) for name, month in by_phrase("months").items()}
