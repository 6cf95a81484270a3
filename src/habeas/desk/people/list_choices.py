"""What somebody tells of a list on its page, as files of columns say it of one list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from habeas.desk.models import List
from habeas.desk.people.lists import NAMES_UNKNOWN
from habeas.formats.lists import NAMES, ColumnKind
from habeas.vocabulary import Field, InputError

ORDERS = ("day", "month")
UNUSED = "unused"
"""Of a column that holds nothing that linkage or the search for names uses."""

MEANINGS = (*Field, *ColumnKind)


def told_choices(held: List, form: QueryDict) -> dict[str, Any]:
    """Return what a form tells: what each column means, and which order days are written in.

    A column that nothing is said of is not used. Raises InputError where none tells a name.
    """
    columns: dict[str, list[str]] = {}
    for heading, meaning in zip(form.getlist("heading"), form.getlist("meaning"), strict=False):
        if meaning in MEANINGS and heading in held.columns:
            columns.setdefault(meaning, []).append(heading)
    if not columns.keys() & set(NAMES):
        raise InputError("says no name", "Say which column holds the names.", column="meaning")
    told: dict[str, Any] = {"columns": columns}
    if (order := form.get("day_order", "")) in ORDERS:
        told["day_order"] = order
    if sheet := str(held.understanding.get("sheet") or ""):
        told["sheet"] = sheet.split(", ")
    return told


def kinds_told(held: List, choices: Mapping[str, Any]) -> dict[str, str]:
    """Return the columns that were told to hold names of others, numbers, or no names."""
    columns = choices.get("columns", {})
    return {f"{held.pk}:{heading}": kind
            for kind in ColumnKind for heading in columns.get(kind, ())}  # fmt: skip


def columns_shown(held: List, choices: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    """Return the columns as the page shows them, each with what is chosen for it."""
    told = choices if choices is not None else held.choices
    chosen = {heading: meaning for meaning, headings in told.get("columns", {}).items()
              for heading in headings}  # fmt: skip
    unknown = bool(held.understanding.get(NAMES_UNKNOWN))
    return [
        {
            **column,
            "sure": "" if unknown else column["sure"],
            "chosen": chosen.get(
                column["heading"], "" if told else used(column, names_unknown=unknown)
            ),
            "examples": [example[:60] for example in column["examples"]],
        }
        for column in held.understanding.get("columns", ())
    ]


def used(column: Mapping[str, Any], *, names_unknown: bool = False) -> str:
    """Return what a column was taken to mean, "" where it is not used, or it is for want of any."""
    means = str(column["means"] or "")
    if names_unknown and means in NAMES:
        return ""
    return means if not column["why_not_used"] or means in set(ColumnKind) else ""


def day_order(held: List) -> str:
    """Return the order that the days of a list are read in, "" where it has none or several."""
    orders = {one["order"] for one in held.understanding.get("dates", ()) if one["order"]}
    return str(held.choices.get("day_order") or (orders.pop() if len(orders) == 1 else ""))


def has_days(held: List) -> bool:
    """Whether a list has columns of days."""
    return bool(held.understanding.get("dates"))
