"""Periods of whole days, whose ends may be known only to the month or year."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.vocabulary.dates import PartialDate, partial_date
from habeas.vocabulary.errors import InputError


@dataclass(frozen=True)
class Period:
    """From ``start`` to ``end``, both days included; either may be unknown.

    Of a flow: the days on which its events are counted. Of a stock only ``end`` matters: the
    count is taken at the end of that day.
    Raises InputError if the period would surely end before it starts.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        """Refuse a period that cannot hold a day."""
        if self.start and self.end and self.end.latest < self.start.earliest:
            raise InputError(
                f"ends before it starts ({self.start})",
                "Put the earlier date in period_start and the later in period_end.",
                column="period_end",
                value=self.end.text,
            )

    @classmethod
    def read(cls, start: str | None, end: str | None) -> Period:
        """Build a period from two ISO dates, either of which may be absent. Raises InputError."""
        dates = []
        for column, text in (("period_start", start), ("period_end", end)):
            try:
                dates.append(partial_date(text))
            except InputError as error:
                raise error.at(column=column) from None
        return cls(*dates)
