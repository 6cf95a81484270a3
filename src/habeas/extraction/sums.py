"""Groups that add up to a count before them, and so are its parts ("seven women and 23 men")."""

from __future__ import annotations

from habeas.extraction.counts import Count
from habeas.extraction.draft import Draft

FAR = 3
"""Sentences back to which the whole may stand."""

PARTS = frozenset({"group", "bare"})
"""Nouns of the parts that a whole is known by; bare ones leave out whose they are."""


def adds_up(counts: list[Count], index: int, before: list[Draft]) -> int | None:
    """Return the place among the drafts before whose number the groups of a sentence add up to.

    counts: those of the sentence; index: its number. None where fewer than two groups stand in it.
    """
    groups = [count.value for count in counts if count.head in PARTS and count.value]
    if len(groups) < 2:
        return None
    for position in range(len(before) - 1, -1, -1):
        whole = before[position]
        if index - whole.index > FAR:
            return None
        if whole.parent is None and whole.count.value == sum(groups):
            return position
    return None


def within(counts: list[Count]) -> int | None:
    """Return the place of a count to which the last ones of its own sentence add up.

    "54 were held, 47 men and seven women". None where there is none.
    """
    total = 0
    for position in range(len(counts) - 1, -1, -1):
        value = counts[position].value
        if value is None:
            return None
        if len(counts) - position > 2 and value == total:
            return position
        if counts[position].head not in PARTS:
            return None
        total += value
    return None
