"""Points of time at which counts are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple


class Moment(NamedTuple):
    """The end of a day, or some moment between the ends of two days.

    earliest, latest: ordinals of days (``date.toordinal``), equal for the end of one day.
    tag: what shares the moment (a claimant's document and its date), "" for the end of a day.
    """

    earliest: int
    latest: int
    tag: str = ""

    @classmethod
    def end_of(cls, day: date | int) -> Moment:
        """Return the end of a day, given as a date or as its ordinal."""
        return _end_of(day if isinstance(day, int) else day.toordinal())

    @property
    def is_day_end(self) -> bool:
        """Whether the moment is known to be the end of a certain day."""
        return not self.tag

    @property
    def key(self) -> str:
        """The moment's name in proofs: a day, or a day and what shares the moment."""
        # The eve of the first day that a calendar knows has no name of its own.
        day = date.fromordinal(max(self.latest, 1)).isoformat()
        if not self.tag:
            return day
        return f"{date.fromordinal(max(self.earliest, 1)).isoformat()}~{day}[{self.tag}]"


@cache
def _end_of(ordinal: int) -> Moment:
    return Moment(ordinal, ordinal)


@dataclass(frozen=True)
class Calendar:
    """The moments of one system: ends of days in order, then moments between them."""

    days: tuple[Moment, ...]
    between: tuple[Moment, ...]

    @classmethod
    def of(cls, moments: Iterable[Moment]) -> Calendar:
        """Collect moments, adding the ends of days around those that lie between."""
        found = set(moments)
        between = sorted(moment for moment in found if not moment.is_day_end)
        days = {moment for moment in found if moment.is_day_end}
        for moment in between:
            days |= {Moment.end_of(moment.earliest), Moment.end_of(moment.latest)}
        return cls(tuple(sorted(days)), tuple(between))

    @property
    def moments(self) -> Sequence[Moment]:
        """All moments; their places in this sequence are used as indices."""
        return self.days + self.between

    def steps(self) -> Iterable[tuple[Moment, Moment]]:
        """Pairs (earlier, later) from which every order between moments follows."""
        yield from zip(self.days, self.days[1:], strict=False)
        for moment in self.between:
            yield Moment.end_of(moment.earliest), moment
            yield moment, Moment.end_of(moment.latest)
