"""What is said not to have been done: "were not freed", "refused to free"."""

from __future__ import annotations

from dataclasses import replace

from habeas.extraction.candidates import Count
from habeas.extraction.readings import Reading
from habeas.extraction.text import Sentence
from habeas.vocabulary import Measure

NEAR = 4
"""Words before a verb among which what negates it may stand."""

INSIDE = frozenset({"aux", "pronoun", "continuing", "negation", "refusing", "link"})
"""Kinds of mark between a verb and its negation."""


def as_denied(sentence: Sentence, count: Count, read: Reading) -> Reading | None:
    """Return what a count measures whose verb is negated: nothing; who has not left is held."""
    if not negated(sentence, count, read):
        return read
    near = sentence.tags[max(count.last, read.trigger - NEAR) : read.trigger]
    perfect = any(tags and "aux" in tags and tags["aux"].value == "have" for tags in near)
    if read.measure is Measure.RELEASED and perfect and read.trigger > count.last:
        return replace(read, measure=Measure.HELD)
    return None


def negated(sentence: Sentence, count: Count, read: Reading) -> bool:
    """Whether the verb by which a count is read is negated, or its subject refused to do it."""
    if count.number.zero or sentence.marks.keys().isdisjoint({"negation", "refusing"}):
        return False
    tags = sentence.tags[read.trigger] or {}
    if "event" in tags and not sentence.near("refusing", read.trigger - NEAR, read.trigger):
        return False
    covered = [mark for mark in tags.values() if mark.first < read.trigger]
    for word in range(read.trigger - 1, max(-1, read.trigger - 1 - NEAR), -1):
        here = sentence.tags[word] or {}
        if any(mark.first <= word for mark in covered):
            continue
        if "refusing" in here or ("negation" in here and "qualifier" not in here):
            return word not in range(count.first, count.last)
        if not here.keys() & INSIDE:
            return False
    return False
