"""Linked people as timelines, and what of their table is not understood."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from habeas.accounts import named
from habeas.cli.console import tell
from habeas.custody import Timeline, timeline, words
from habeas.formats.lists import ListColumns, read_list_columns
from habeas.formats.tables import not_understood, read_people, written_day
from habeas.vocabulary import Person


def read_named(path: Path, columns: Path | None, lang: str) -> list[Person]:
    """Read linked people, and say which columns of their table are not understood."""
    told = read_list_columns(columns) if columns else ListColumns()
    people = read_people(path, told)
    strange = not_understood(people, told)
    if strange:
        tell(words(lang)["strange_columns"].format(columns=named(strange), file=path.name))
    return people


def timelines_of(people: Sequence[Person]) -> list[Timeline]:
    """Return the timeline of each person, days read as linkage reads them."""
    return [timeline(person, written_day) for person in people]
