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
    parts = (tags or "").split(":")
    if len(parts) != 3 or parts[0] != UNDO or not parts[2].isdecimal():
        return ""
    return reverse("undo", args=[parts[1], int(parts[2])])
