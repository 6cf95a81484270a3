"""What the change of a cause is called on its button: "held, not released"."""

from __future__ import annotations

from typing import Any

from habeas.desk.audit_log import spelled
from habeas.desk.wording import Words

DAYS = ("other_month", "other_day", "before_printed", "when_printed", "eve")
"""The changes that give a figure another last day."""

LIMITS = (
    ("at_least", "low", ("grew", "older", "known_then", "part_for_whole", "of_fewer")),
    ("at_most", "high", ("of_more", "whole_for_part")),
    ("digits", "value", ("digits",)),
)
"""The changes after which a figure is another number, and the field in which that stands."""


def change_called(cause: dict[str, Any], said: Words) -> str:
    """Return what is written on the button that makes a cause's change."""
    change, fields = cause["change"], cause["rows"][0]["fields"]
    before, after = (
        {name: spelled(pair[side]) for name, pair in fields.items()} for side in (0, 1)
    )
    if pair := instead(change, before, after, said):
        return said("causes.instead", now=pair[0], was=pair[1])
    for key, name, changes in LIMITS:
        if change in changes and name in after:
            return said(f"causes.{key}", number=number(after[name], said))
    own = f"causes.{change}"
    return said(own) if said.has(own) and "{" not in said(own) else said("causes.make")


def instead(
    change: str, before: dict[str, str], after: dict[str, str], said: Words
) -> tuple[str, str] | None:
    """Return what a figure would say, and what it says, where one takes the other's place."""
    if "measure" in after:
        return said(f"measure.{after['measure']}"), said(f"measure.{before['measure']}")
    if "period_end" not in after:
        return None
    if change == "other_year":
        return after["period_end"][:4], before["period_end"][:4]
    return (after["period_end"], before["period_end"]) if change in DAYS else None


def number(text: str, said: Words) -> str:
    """Write a whole number of a field; what is none, as it stands."""
    return said.number(int(text)) if text.isdecimal() else text
