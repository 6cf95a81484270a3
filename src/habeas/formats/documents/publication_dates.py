"""Days of publication and languages, in the many ways in which documents write them."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from habeas.vocabulary import InputError, PartialDate

ISO_START = re.compile(r"\s*(\d{4}-\d{2}-\d{2}|\d{4}-\d{2}(?![-\d])|\d{4}(?![-\d]))")
LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?![A-Za-z])")


def published_day(text: str) -> str:
    """Return the day of "2026-01-08T10:00:00Z" or "Thu, 08 Jan 2026 10:00:00 GMT", "" of neither.

    The day is the one that the writer's own clock showed.
    """
    found = ISO_START.match(text)
    day = found[1] if found else _day_of_mail(text)
    try:
        return PartialDate(day).text
    except InputError:
        return ""


def language_code(text: str) -> str:
    """Return "es" of "es", "es-VE" or "es_VE", and "" of what is no language code."""
    found = LANGUAGE.match(text)
    return found[1].lower() if found else ""


def _day_of_mail(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
