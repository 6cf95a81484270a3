"""What records of people contradict each other on, and which statuses nothing follows of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from habeas.custody import Timeline, contradiction_told, number, undated, words

SHOWN = 8
"""So many statuses or columns are named; more are counted."""
SHOWN_CLASHES = 20
"""So many contradictions of records are told; more are counted."""


def unclear_told(people: Sequence[Timeline], lang: str) -> list[str]:
    """Say which statuses are not understood, the most frequent first; nothing follows of them."""
    said = Counter(each.said for person in people for each in person.unclear)
    if not said:
        return []
    shown = named([f'"{text}" ({number(count, lang)})' for text, count in said.most_common()])
    return [words(lang)["unclear"].format(statuses=shown)]


def undated_told(people: Sequence[Timeline], lang: str) -> list[str]:
    """Say who was released on no day that can be read, and so is counted in no window."""
    found = [person.person for person in undated(people)]
    if not found:
        return []
    sentence: str = words(lang)["undated_one" if len(found) == 1 else "undated_many"]
    return [sentence.format(count=number(len(found), lang), people=named(found))]


def clashes_told(people: Sequence[Timeline], lang: str) -> list[str]:
    """Say what the records of each person contradict each other on."""
    return [
        f"{person.person}: {contradiction_told(clash, lang)}."
        for person in people
        for clash in person.contradictions
    ]


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


def records_told(people: Sequence[Timeline], lang: str) -> list[str]:
    """Tell what records of people contradict each other on, and which statuses are unclear."""
    clashes = clashes_told(people, lang)
    more = len(clashes) - SHOWN_CLASHES
    rest = [words(lang)["account"]["more_clashes"].format(count=number(more, lang))]
    return [*clashes[:SHOWN_CLASHES], *(rest if more > 0 else []), *unclear_told(people, lang)]
