"""Days told by the day that was named before them: "that day", "the next morning"."""

from __future__ import annotations

from datetime import date, timedelta

from habeas.extraction.text.date_roles import NOT_UNDERSTOOD, RECALLED, When

DAY = len("2026-01-08")
"""Characters of a day, as an ISO text."""


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
