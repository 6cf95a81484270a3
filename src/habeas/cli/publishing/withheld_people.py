"""The people whom a publication must not name: their lists understood, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from habeas.dossier import Listed, consent_recorded, listed, strange_told
from habeas.formats.lists import ListColumns
from habeas.vocabulary import InputError, Person, RecordKey

SHOWN = 12
"""So many rows that name nobody are told by list and row; more are counted."""


def withheld_people(
    people: Sequence[Person], columns: ListColumns, file: Path, agreed_nameless: int | None
) -> Listed:
    """Return what must not be public of linked people.

    agreed_nameless: how many rows name nobody, as the publisher knows it. Raises InputError where
    a list's names, or a column that somebody filled, was not understood, and where rows that name
    nobody were not agreed to.
    """
    records = [record for person in people for record in person.records]
    found = listed(records, consent_recorded, columns)
    refuse_strange(found, file)
    refuse_nameless(found.nameless, file, agreed_nameless)
    return found


def refuse_strange(found: Listed, file: Path) -> None:
    """Raise InputError where a list's columns were not understood."""
    if found.without_names:
        raise InputError(
            f"no heading tells a name in the list {', '.join(found.without_names)}; its people "
            "would not be looked for, and nothing was written",
            'Say in a file of columns (--columns) which it is: [lists."NAME"] '
            'columns = { full_name = "HEADING" }.',
            file=str(file),
        )
    if found.strange:
        told = "; ".join(strange_told(found.strange))
        raise InputError(
            f"there are columns that were not understood and may hold names ({told}); nothing was "
            "written",
            "Say in a file of columns (--columns) what each holds: other_names, other_numbers, "
            'no_names, or a field: [lists."NAME"] columns = { no_names = ["HEADING"] }.',
            file=str(file),
        )


def refuse_nameless(nameless: Sequence[RecordKey], file: Path, agreed: int | None) -> None:
    """Raise InputError where rows name nobody and the publisher has not agreed to so many."""
    count = len(nameless)
    if agreed is None and not count:
        return
    if agreed != count:
        where = ", ".join(f"{key.list_name} {key.row}" for key in nameless[:SHOWN])
        more = f" and {count - SHOWN:,} more" if count > SHOWN else ""
        whose = "1 row names" if count == 1 else f"{count:,} rows name"
        raise InputError(
            f"{whose} nobody whom the search could look for ({where or 'none'}{more}); nothing was "
            "written",
            f"Look at them, and agree with --agree-nameless {count}.",
            file=str(file),
        )
