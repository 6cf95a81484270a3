"""The mark on a message that what it tells can be taken back, and where.

A message may be read on a page of another case, or of none: the mark names its case itself.
"""

from __future__ import annotations

from django.urls import reverse

from habeas.desk.models import Activity

UNDO = "undo"


def undo_tag(entry: Activity) -> str:
    """Return the mark of a message on an entry of the log: ``undo:CASE:NUMBER``."""
    return f"{UNDO}:{entry.case.key}:{entry.number}" if entry.case else ""


def undo_address(tags: str | None) -> str:
    """Return the address that takes back what a message tells, "" where its marks name none."""
    if not (tags or "").startswith(f"{UNDO}:"):
        return ""
    _, case, number = str(tags).split(":")
    return reverse("undo", args=[case, int(number)])
