"""Dates known to the day, the month or the year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from habeas.vocabulary.errors import InputError

ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
REMEDY = "Write it as 2026, 2026-01 or 2026-01-08."


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date at the precision that is known: "2026", "2026-01" or "2026-01-08" (ISO 8601).

    A reduced precision means some day of that month or year, not all of it.
    Raises InputError if ``text`` is not such a date.
    """

    text: str

    def __post_init__(self) -> None:
        """Refuse anything that is not a date of the calendar."""
        found = ISO_DATE.fullmatch(self.text)
        if not found:
            raise InputError("is not a date", REMEDY, value=self.text)
        year, month, day = (int(part or 1) for part in found.groups())
        try:
            date(year, month, day)
        except ValueError:
            raise InputError("is not a day of the calendar", REMEDY, value=self.text) from None

    @cached_property
    def earliest(self) -> date:
        """The first day that this date may be."""
        year, month, day = [*map(int, self.text.split("-")), 1, 1][:3]
        return date(year, month, day)

    @cached_property
    def latest(self) -> date:
        """The last day that this date may be."""
        parts = [int(part) for part in self.text.split("-")]
        month = parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
        return date(parts[0], month, day)

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return len(self.text) == 10

    def __str__(self) -> str:
        """Return the date as it is written in files."""
        return self.text


def partial_date(text: str | None) -> PartialDate | None:
    """Read a date that may be absent: None and "" give None. Raises InputError."""
    return PartialDate(text) if text else None
