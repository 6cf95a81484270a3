"""Linked people to who was held on which day, and to what announcements are worth.

In the order in which data passes through them: ``days`` and ``columns`` (what a list's cells mean)
→ ``event`` → ``said_status`` → ``events`` (of a record) → ``timeline`` (of a person, contradictions
kept) → ``status`` (on a day) → ``documented`` (counts as claims). ``announced`` says what an
announcement is of, ``belonging`` whom it speaks of, ``counting`` how many of them were released,
``verification`` what becomes of it; ``telling`` puts that into words, ``release_chart`` draws it.
"""

from habeas.custody.announcements.announced import Setting, announcements, last_day
from habeas.custody.announcements.counting import Range
from habeas.custody.announcements.release_chart import release_chart
from habeas.custody.announcements.telling import contradiction_told, told
from habeas.custody.announcements.verification import (
    Back,
    Finding,
    Verification,
    back_inside,
    never_announced,
    verify,
)
from habeas.custody.documented import (
    ALL_LISTS,
    Documented,
    as_claims,
    days_worth_asking,
    documented,
)
from habeas.custody.event import Event, EventKind
from habeas.custody.status import Status, status_on
from habeas.custody.timeline import Clash, Contradiction, Timeline, timeline

__all__ = [
    "ALL_LISTS",
    "Back",
    "Clash",
    "Contradiction",
    "Documented",
    "Event",
    "EventKind",
    "Finding",
    "Range",
    "Setting",
    "Status",
    "Timeline",
    "Verification",
    "announcements",
    "as_claims",
    "back_inside",
    "contradiction_told",
    "days_worth_asking",
    "documented",
    "last_day",
    "never_announced",
    "release_chart",
    "status_on",
    "timeline",
    "told",
    "verify",
]
