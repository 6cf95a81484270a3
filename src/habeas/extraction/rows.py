"""Counts in a row with a day or a place each: "on Monday 12, on Tuesday 15 and on Friday 18"."""

from __future__ import annotations

from dataclasses import replace

from habeas.extraction import measures, totals
from habeas.extraction.candidates import Count
from habeas.extraction.days_of_counts import in_row
from habeas.extraction.ellipsis import Place
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


def beside(here: Place, count: Count) -> Reading | None:
    """Read a bare number with a place of its own beside one that has another ("12 in X, 5 in Y").

    None where the count before has no place, or a whole country's: then it may be the whole.
    """
    if count.head != "bare" or not here.made or here.whole is not None:
        return None
    first = here.made[0]
    if first.parent is not None or not totals.placed_bare(here.sentence, count):
        return None
    place = placed_at(here.sentence, first.count)
    if place is None or here.sentence.at(place, "country"):
        return None
    return replace(first.reading, firmness=SHARED, why=f"beside {first.words}", trigger=count.noun)


def placed_at(sentence: Sentence, count: Count) -> int | None:
    """Return where a place is named right behind a count ("12 people in Minsk")."""
    if not sentence.at(count.last, "locative"):
        return None
    word = count.last + 1 + (sentence.at(count.last + 1, "definite") is not None)
    named = word < sentence.size and sentence.raw[word][0].isupper()
    dated = {"month", "weekday"} & (sentence.tags[word] or {}).keys() if named else set()
    return word if named and not dated else None
