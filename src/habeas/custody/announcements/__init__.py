"""Announced releases held against the people whose release is documented by name.

``announced`` (what an announcement says) → ``scope_of_announcement`` (whom it speaks of) →
``counting`` (how many of them were released) → ``verification`` (what becomes of it) → ``telling``
(in words, which are data in ``words``) → ``release_chart``.
"""

from habeas.custody.announcements.announced import Setting, announcements, last_day
from habeas.custody.announcements.counting import Range, releases
from habeas.custody.announcements.release_chart import release_chart, release_spec
from habeas.custody.announcements.telling import (
    announced_shown,
    back_told,
    contradiction_told,
    number,
    share,
    span,
    told,
    words,
)
from habeas.custody.announcements.verification import (
    Back,
    Finding,
    Verification,
    back_inside,
    never_announced,
    undated,
    verify,
)

__all__ = [
    "Back",
    "Finding",
    "Range",
    "Setting",
    "Verification",
    "announced_shown",
    "announcements",
    "back_inside",
    "back_told",
    "contradiction_told",
    "last_day",
    "never_announced",
    "number",
    "release_chart",
    "release_spec",
    "releases",
    "share",
    "span",
    "told",
    "undated",
    "verify",
    "words",
]
