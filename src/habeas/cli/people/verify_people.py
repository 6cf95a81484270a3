"""Linked people as timelines, and what of their table or of their records is not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from habeas.cli.console import tell
from habeas.custody import Timeline, contradiction_told, number, timeline, words
from habeas.formats.lists import ListColumns, read_list_columns
from habeas.formats.tables import not_understood, read_people, written_day
from habeas.vocabulary import Person

SHOWN = 8
"""So many statuses or columns are named; more are counted."""


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


def unclear_told(people: Sequence[Timeline], lang: str) -> list[str]:
    """Say which statuses are not understood, the most frequent first; nothing follows of them."""
    said = Counter(each.said for person in people for each in person.unclear)
    if not said:
        return []
    shown = named([f'"{text}" ({number(count, lang)})' for text, count in said.most_common()])
    return [words(lang)["unclear"].format(statuses=shown)]


def clash_rows(people: Sequence[Timeline], lang: str) -> list[Mapping[str, Any]]:
    """Return what records contradict each other on as others read it."""
    return [
        {"person": person.person, "clash": clash.clash.value,
         "told": contradiction_told(clash, lang)}
        for person in people
        for clash in person.contradictions
    ]  # fmt: skip


def unclear_rows(people: Sequence[Timeline]) -> list[Mapping[str, Any]]:
    """Return the statuses that are not understood as others read them."""
    return [
        {"person": person.person, "list": each.record.list_name, "row": each.record.row,
         "column": each.column, "said": each.said}
        for person in people
        for each in person.unclear
    ]  # fmt: skip


def named(texts: Sequence[str]) -> str:
    """Name some things, and count those that are too many to be named."""
    more = len(texts) - SHOWN
    return ", ".join(texts[:SHOWN]) + (f", … (+{more:,})" if more > 0 else "")
