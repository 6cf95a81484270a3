"""Linked people to who was held on which day, and to what announcements are worth.

In the order in which data passes through them: ``days`` and ``list_words`` (how words are compared)
→ ``event`` → ``said_status`` → ``events`` (of a record) → ``timeline`` (of a person, contradictions
kept) → ``status`` (on a day) → ``documented`` (counts as claims). The room ``announcements`` holds
announced releases against them.
"""

from habeas.custody.announcements import (
    Back,
    Finding,
    Range,
    Setting,
    Verification,
    announced_shown,
    announcements,
    back_inside,
    back_told,
    contradiction_told,
    last_day,
    never_announced,
    number,
    release_chart,
    release_spec,
    releases,
    share,
    span,
    told,
    undated,
    verify,
    words,
)
from habeas.custody.documented import (
    ALL_LISTS,
    Documented,
    as_claims,
    days_worth_asking,
    documented,
)
from habeas.custody.event import Event, EventKind
from habeas.custody.said_status import is_status
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
    "announced_shown",
    "announcements",
    "as_claims",
    "back_inside",
    "back_told",
    "contradiction_told",
    "days_worth_asking",
    "documented",
    "is_status",
    "last_day",
    "never_announced",
    "number",
    "release_chart",
    "release_spec",
    "releases",
    "share",
    "span",
    "status_on",
    "timeline",
    "told",
    "undated",
    "verify",
    "words",
]
