"""Counts of nobody: "none of its 40 jailed members has been freed"."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.ellipsis import Place
from habeas.extraction.readings import Reading
from habeas.extraction.text import Sentence
from habeas.vocabulary import Measure

NEAR_ZERO = 3
"""Words between "none" and the number of those of whom nobody is free ("none of its 40 …")."""


def nobody_of(here: Place, count: Count) -> bool:
    """Whether a count is of those of whom nobody is free ("none of its 40 jailed members")."""
    before = here.made[-1] if here.made else None
    if before is None or not before.count.number.zero or count.head == "bare":
        return False
    near = here.sentence.near("zero", count.first - NEAR_ZERO, count.first)
    return near is not None and before.reading.measure is Measure.RELEASED


def unsaid(sentence: Sentence, count: Count, read: Reading) -> bool:
    """Whether "none" stands without a verb of its own ("three died, none of them in custody")."""
    if read.trigger < count.first:
        return count.head == "bare"
    between = range(count.last, read.trigger + 1)
    verbs = ("aux", "copula", "continuing")
    held = read.measure is Measure.HELD and read.trigger >= count.last
    return held and not any(sentence.at(word, kind) for word in between for kind in verbs)
