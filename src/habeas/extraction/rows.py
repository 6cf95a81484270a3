"""Counts in a row with a day or a place each: "on Monday 12, on Tuesday 15 … prisoners were freed"."""

from __future__ import annotations

from dataclasses import replace

from habeas.extraction import measures
from habeas.extraction.counts import Count
from habeas.extraction.days_of_counts import in_row
from habeas.extraction.readings import Reading
from habeas.extraction.text import Sentence, When

SHARED = 6.0
"""How firmly the count of a row that tells its measure ties it to the others."""


def reading(
    sentence: Sentence, counts: list[Count], whens: list[When]
) -> dict[int, Reading] | None:
    """Return what the bare counts of a row measure, by the word where each starts.

    The one that has a noun or a verb tells it for all. None where no row of days stands.
    """
    row = set(in_row(sentence, counts, whens).values()) if len(counts) > 1 and whens else set()
    if len(row) < 2:
        return None
    told = None
    for place, count in enumerate(counts):
        left = counts[place - 1].last if place else 0
        if count.first in row and told is None:
            told = measures.reading(sentence, count, left, sentence.size)
            told = told if count.head != "bare" else None
    if told is None:
        return None
    shared = replace(told, firmness=SHARED, why=f"in a row: {told.why}")
    return {one.first: shared for one in counts if one.first in row and one.head == "bare"}
