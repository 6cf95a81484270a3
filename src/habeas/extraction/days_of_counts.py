"""Which of the days of a sentence may be a count's: not those of other counts or of an arrest."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.draft import Draft
from habeas.extraction.text import NOT_UNDERSTOOD, Mark, Sentence, When
from habeas.vocabulary import Measure

BEHIND = 4
"""Words between a count and a day that is its own."""

OWNED = frozenset({"on", "since", "until", "previous"})
"""Roles of a day that may be a count's own."""

SIGN = 5
SIGNS = frozenset({",", ";", ":", "—", "–"})
"""Signs that part clauses, and how many words they count for."""

TAKEN = frozenset({"detained", "held"})
STATES = ("participle", "predicate", "event", "finite")


def days_for(
    sentence: Sentence, draft: Draft, whens: list[When], counts: list[Count]
) -> list[When]:
    """Return the days that may be a draft's. counts: those of its sentence, in order."""
    count = draft.count
    fits = [when for when in whens if not of_arrest(sentence, draft, when)]
    if "respectively" in sentence.marks:
        return respective(count, fits, counts)
    row = in_row(sentence, counts, fits)
    if row:
        return [when for when in fits if row.get(when.first) in {count.first, None}]
    taken = {
        own.first
        for other in counts
        if other is not count and (own := behind(other, fits))
        if other.former or apart(sentence, draft, own, fits, counts)
    }
    return [when for when in fits if when.first not in taken]


def apart(
    sentence: Sentence, draft: Draft, when: When, whens: list[When], counts: list[Count]
) -> bool:
    """Whether a day behind another count is not a draft's as well.

    "20 on Friday, bringing the total to 73" stands at Friday; besides "225 in November" it does
    not. "12 on Saturday, and 90 since January": the 12 are of Saturday.
    """
    if when.role == "since":
        return behind(draft.count, [one for one in whens if one.role == "on"]) is not None
    one_day = len(when.end) == len("2026-02-27") and when.start == when.end
    return not one_day and runs_on(sentence, draft.count, counts)


def respective(count: Count, whens: list[When], counts: list[Count]) -> list[When]:
    """Return the day of a count where days and counts are told one after the other."""
    days = [one for one in whens if one.role == "on"]
    if len(days) == len(counts):
        return [days[counts.index(count)]]
    first = min((one.first for one in days), default=count.last)
    return [When(first, first + 1, "", "", "unread", NOT_UNDERSTOOD)]


def behind(count: Count, whens: list[When]) -> When | None:
    """Return the day that stands right behind a count."""
    days = (one for one in whens if one.role in OWNED)
    return next((one for one in days if 0 <= one.first - count.last <= BEHIND), None)


def in_row(sentence: Sentence, counts: list[Count], whens: list[When]) -> dict[int, int]:
    """Return whose day each is where days stand before counts ("on Monday 12, on Tuesday 15").

    By the word of the day that of the count; empty where they stand otherwise.
    """
    row: dict[int, int] = {}
    for count in counts:
        for when in whens:
            between = range(when.last, count.first)
            if when.last <= count.first and all(joins(sentence, word) for word in between):
                row[when.first] = count.first
    return row if len(row) > 1 else {}


def joins(sentence: Sentence, word: int) -> bool:
    """Whether a word may stand between a day and its count: a comma, a verb that helps."""
    tags = sentence.tags[word] or {}
    return sentence.words[word] in {",", ":", "("} or bool(tags.keys() & {"aux", "determiner"})


def runs_on(sentence: Sentence, count: Count, counts: list[Count]) -> bool:
    """Whether a count is a running total by words of its own, not of another in its sentence."""
    return any(owner(sentence, mark, counts) is count for mark in sentence.of_kind("cumulative"))


def owner(sentence: Sentence, mark: Mark, counts: list[Count]) -> Count | None:
    """Return the count of which words are said: the nearest, or the next where they point on."""
    if not counts:
        return None
    after = [one for one in counts if one.last > mark.last] if mark.value == "forward" else []
    return after[0] if after else min(counts, key=lambda one: distance(sentence, mark, one))


def distance(sentence: Sentence, mark: Mark, count: Count) -> int:
    """Return how many words lie between a mark and a count; signs part them more."""
    ahead = count.first >= mark.last
    between = range(mark.last, count.first) if ahead else range(count.last, mark.first)
    return len(between) + SIGN * any(sentence.words[word] in SIGNS for word in between)


def running(sentence: Sentence, count: Count, counts: list[Count], lost: list[When]) -> bool:
    """Whether words of its own make a count a running total. lost: days that are not its own."""
    own = [one for one in sentence.of_kind("cumulative") if owner(sentence, one, counts) is count]
    return any(not any(0 <= when.first - one.first <= 2 for when in lost) for one in own)


def of_arrest(sentence: Sentence, draft: Draft, when: When) -> bool:
    """Whether a day tells when those freed, held or dead were taken ("40 men arrested in May").

    The word of arrest stands between count and day, and is not what the count is read by.
    """
    count, trigger = draft.count, draft.reading.trigger
    if draft.reading.measure is Measure.DETAINED or when.first < count.last:
        return False
    for word in range(when.first - 1, count.last - 1, -1):
        if word == trigger:
            return False
        tags = sentence.tags[word] or {}
        values = {tags[kind].value for kind in STATES if kind in tags}
        if "released" in values and draft.reading.measure is Measure.RELEASED:
            return False
        arrest = "detained" if draft.reading.measure is Measure.HELD else ""
        if values & ({arrest} if arrest else TAKEN):
            return True
    return False


def long_gone(draft: Draft, when: When) -> bool:
    """Whether people were held on a day itself ("were in jail on 1 December 2024").

    Long ago is else when they were taken.
    """
    trigger = draft.reading.trigger
    near = 0 <= when.first - trigger <= BEHIND + 2
    return len(when.end) == len("2024-12-01") and trigger >= draft.count.last and near
