"""Days written in figures alone: "1.3.2025", "28/02/2025", "2024-07-28"."""

from __future__ import annotations

import re
from datetime import date

from habeas.extraction.text.date_roles import NOT_UNDERSTOOD, When
from habeas.extraction.text.sentences import Sentence

DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
JOINERS = frozenset("/-.")
PARTS = 5
"""Words of a day whose numbers signs part."""

CENTURY = 2000
MONTHS = 12


def numeric_day(sentence: Sentence, word: int) -> When | None:
    """Return the day that starts at a word in figures; without ends where it may be one of two."""
    dotted = DOTTED.fullmatch(sentence.words[word])
    if dotted:
        day, month, year = map(int, dotted.groups())
        return _day(word, word + 1, year, month, day)
    parts = _joined(sentence, word)
    if parts is None:
        return None
    first, second, third = parts
    last = word + PARTS
    if len(first) == len("2024"):
        return _day(word, last, int(first), int(second), int(third))
    if len(third) not in {2, 4} or len(first) > 2:
        return None
    return _either(sentence, word, int(first), int(second), int(third))


def _joined(sentence: Sentence, word: int) -> tuple[str, str, str] | None:
    last = word + PARTS
    if last > sentence.size:
        return None
    words = sentence.words[word:last]
    glued = all(sentence.ends[at] == sentence.starts[at + 1] for at in range(word, last - 1))
    figures = all(each.isdecimal() and each.isascii() and len(each) <= 4 for each in words[::2])
    if not (glued and figures and words[1] == words[3] and words[1] in JOINERS):
        return None
    return words[0], words[2], words[4]


def _either(sentence: Sentence, word: int, first: int, second: int, year: int) -> When | None:
    """Read day and month in the order of the language; where it has none, one may exceed twelve."""
    last = word + PARTS
    ordered = sentence.language.day_first or first > MONTHS or first == second
    if not ordered and second <= MONTHS:
        known = _day(word, last, year, second, first)
        return known and When(word, last, "", "", "unread", NOT_UNDERSTOOD)
    if ordered and second <= MONTHS:
        return _day(word, last, year, second, first)
    return _day(word, last, year, first, second)


def _day(first: int, last: int, year: int, month: int, day: int) -> When | None:
    try:
        text = date(year + (CENTURY if year < 100 else 0), month, day).isoformat()
    except ValueError:
        return None
    return When(first, last, text, text, "on", "date in figures")
