"""Groups that add up to a count before them, and so are its parts ("seven women and 23 men")."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.draft import Draft
from habeas.extraction.text import Sentence

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


def whole_in(sentence: Sentence, found: list[Count]) -> Count | None:
    """Return the count of a sentence of which the counts behind it are parts, if there is one.

    They add up to it, or it opens the sentence as their whole ("Of the 146 freed, 121 were …").
    """
    place = within(found)
    if place is not None:
        return found[place]
    if len(found) < 2 or not sentence.at(0, "of") or found[0].first > 2:
        return None
    opened = sentence.words[found[1].first - 1] == "," and found[1].head in {"bare", "group"}
    return found[0] if opened and larger(found[0], found[1]) else None


def larger(whole: Count, part: Count) -> bool:
    """Whether a count can be the whole of another."""
    return whole.value is not None and part.value is not None and whole.value > part.value
