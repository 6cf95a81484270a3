"""Days told by others: "two weeks ago", "over the past six months", "that day"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from habeas.extraction.text.date_roles import NOT_UNDERSTOOD, RECALLED, When
from habeas.extraction.text.marks import Mark
from habeas.extraction.text.numbers import Number, number_at
from habeas.extraction.text.sentences import Sentence

DAY = len("2026-01-08")
"""Characters of a day, as an ISO text."""

REACH = 4
"""Words before "ago" among which its number stands."""

ROUGHLY = 3
"""Days by which a number of weeks may be off."""

LONG = 14
"""Days from which on a count "over the past" so many is a running total."""

HOURS = 24
SHORT = {"hour": 0, "day": 1, "week": 7}
"""Days of a unit of time."""

MOST = 400
"""Units beyond which nobody counts back."""


def long_ago(sentence: Sentence, word: int, published: date | None) -> When | None:
    """Read "two weeks ago", and "hace dos semanas", from the word that says ago."""
    mark = sentence.at(word, "ago")
    if mark is None or mark.first != word:
        return None
    if mark.value == "before":
        number = number_from(sentence, mark.last)
        unit = sentence.at(number.last, "span") if number else None
        first, last = word, unit.last if unit else 0
    else:
        unit = sentence.at(word - 1, "span")
        number = before(sentence, unit) if unit else None
        first, last = number.first if number else 0, mark.last
    if number is None or unit is None:
        return None
    if published is None or number.value is None or number.value > MOST:
        return When(first, last, "", "", "unread", NOT_UNDERSTOOD)
    return back(first, last, published, number.value, unit.value)


def number_from(sentence: Sentence, word: int) -> Number | None:
    """Return the number that starts at a word, if there is such a word."""
    return number_at(sentence, word, sentence.language) if word < sentence.size else None


def before(sentence: Sentence, unit: Mark) -> Number | None:
    """Return the number that ends right before a unit of time."""
    for word in range(unit.first - 1, max(-1, unit.first - 1 - REACH), -1):
        number = number_at(sentence, word, sentence.language)
        if number and number.last == unit.first:
            return number
        if number is None and not sentence.words[word].replace("-", "").isalnum():
            return None
    return None


def back(first: int, last: int, published: date, number: int, unit: str) -> When | None:
    """Return the day, week, month or year so many units before publication."""
    if unit == "hour":
        number, unit = -(-number // HOURS), "day"
    if unit in SHORT:
        day, wide = number * SHORT[unit], ROUGHLY if unit == "week" else 0
        start, end = days_before(published, day + wide), days_before(published, day - wide)
        known = bool(start and end)
        return When(first, last, start, end, "on", f"{number} {unit}s ago") if known else None
    months = published.year * 12 + published.month - 1
    months -= number * (12 if unit == "year" else 1)
    if months < 12:
        return None
    text = f"{months // 12:04d}" + ("" if unit == "year" else f"-{months % 12 + 1:02d}")
    return When(first, last, text, text, "on", f"{number} {unit}s ago")


def over_past(sentence: Sentence, word: int, published: date | None) -> When | None:
    """Read "over the past six months" and "en las últimas 72 horas": from then to publication."""
    mark = sentence.at(word, "over_past")
    if mark is None or mark.first != word:
        return None
    number = number_from(sentence, mark.last)
    unit = sentence.at(number.last if number else mark.last, "span")
    if unit is None:
        return None
    value = number.value if number else 1
    if published is None or value is None or value > MOST:
        return When(word, unit.last, "", "", "unread", NOT_UNDERSTOOD)
    start = first_day(published, value, unit.value)
    if not start:
        return None
    days = (published - date.fromisoformat(start)).days
    role = "since" if days >= LONG else "on"
    rule = f"the {value} {unit.value}s before publication"
    return When(word, unit.last, start, published.isoformat(), role, rule)


def first_day(published: date, number: int, unit: str) -> str:
    """Return the first day of a span that ends with publication, "" where the calendar starts."""
    if unit == "hour":
        return days_before(published, -(-number // HOURS))
    if unit in SHORT:
        return days_before(published, number * SHORT[unit])
    months = published.year * 12 + published.month - 1 - number * (12 if unit == "year" else 1)
    if months < 12:
        return ""
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(published.day, monthrange(year, month)[1])).isoformat()


def days_before(day: date, number: int) -> str:
    """Return the day so many before another, "" where the calendar starts."""
    try:
        return (day - timedelta(days=number)).isoformat()
    except OverflowError:
        return ""


def resolved_days(whens: list[When], latest: str) -> list[When]:
    """Return dates with "that day" and "the next day" resolved; those without a day are unread.

    latest: the day named last before the sentence, as an ISO text, "" where there is none.
    """
    found = []
    for when in whens:
        if when.rule in RECALLED and latest:
            when.start = when.end = days_after(latest, RECALLED[when.rule])
        if when.role == "on" and len(when.end) == DAY:
            latest = when.end
        if not when.end:
            when.role, when.rule = "unread", NOT_UNDERSTOOD
        found.append(when)
    return found


def days_after(day: str, number: int) -> str:
    """Return the day so many days after another, the same day where the calendar ends."""
    try:
        return (date.fromisoformat(day) + timedelta(days=number)).isoformat()
    except OverflowError:
        return day
