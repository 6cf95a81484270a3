"""What happened to a person in custody, and which row of which list says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.vocabulary import PartialDate, RecordKey


class EventKind(StrEnum):
    """What can happen to a person; ``seen_held`` is a day on which somebody knew them inside."""

    DETAINED = "detained"
    TRANSFERRED = "transferred"
    CHARGED = "charged"
    SENTENCED = "sentenced"
    SEEN_HELD = "seen_held"
    RELEASED = "released"
    REARRESTED = "rearrested"
    DIED = "died"

    @property
    def starts(self) -> bool:
        """Whether custody begins with it."""
        return self in (EventKind.DETAINED, EventKind.REARRESTED)

    @property
    def inside(self) -> bool:
        """Whether it shows that the person was inside, and neither began nor ended custody.

        To be charged or sentenced shows nothing: people are tried, and report to courts, in
        freedom too.
        """
        return self in (EventKind.SEEN_HELD, EventKind.TRANSFERRED)

    @property
    def ends(self) -> bool:
        """Whether custody ends with it."""
        return self in (EventKind.RELEASED, EventKind.DIED)


@dataclass(frozen=True)
class Event:
    """One thing that one record says happened.

    day: when, at the precision that is known; None where the record says that but not when.
    record: the row that says so; column: its heading. said: the cell as written. detail: where to,
    which charge, which sentence, on which conditions.
    """

    kind: EventKind
    day: PartialDate | None
    record: RecordKey
    column: str
    said: str
    detail: str = ""

    @property
    def earliest(self) -> date:
        """The first day that it may have been."""
        return self.day.earliest if self.day else date.min

    @property
    def latest(self) -> date:
        """The last day that it may have been."""
        return self.day.latest if self.day else date.max

    def possibly_within(self, first: date | None, last: date | None) -> bool:
        """Whether it may have been on one of these days; None: no limit."""
        return (first is None or self.latest >= first) and (last is None or self.earliest <= last)

    def meets(self, other: Event) -> bool:
        """Whether the two may have been on one day."""
        return self.earliest <= other.latest and other.earliest <= self.latest
