"""What a date stands for in its sentence: the day of a count, its start, its end, an occasion."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.extraction.text.sentences import Sentence

DASHES = frozenset({"-", "–", "—"})
ANOTHER_MATTER = frozenset({"finite", "people", "event", "speech", "participle"})
"""Words beyond which what stands is no longer about the date."""

CLAUSE = 12
"""Words of the longest clause that tells since when people are counted."""

BESIDE = 2
"""Words within which "from" and "after" open a period; farther away they speak of other things."""

BETWEEN = "between two dates"
NOT_UNDERSTOOD = "a day that is not understood"
RECALLED = {"that_day": 0, "next_day": 1}
"""Days after the day that was named last; they are told only when the text before is known."""

ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|º|ro|er)?")


@dataclass(slots=True)
class When:
    """A date at words first to last (exclusive), as ISO texts at the precision that is known.

    role: on, since, until, occasion (the date of an election or a protest, not of a count), now,
    later (after publication), or unread (a day that is not understood, which has no ends). rule:
    how it was resolved.
    """

    first: int
    last: int
    start: str
    end: str
    role: str
    rule: str


def role(sentence: Sentence, when: When, found: list[When]) -> str:
    """Tell what a date stands for from the words around it."""
    if when.role in {"now", "since", "unread"}:
        return when.role
    if sentence.near("previous", when.first - 4, when.first):
        return "previous"
    if "occasion" in sentence.marks and occasion(sentence, when):
        return "occasion"
    return "since" if since_clause(sentence, when, found) else opened(sentence, when, found)


def opened(sentence: Sentence, when: When, found: list[When]) -> str:
    """Tell what a date stands for from the word that opens its phrase."""
    for word in range(when.first - 1, max(-1, when.first - 8), -1):
        tags = sentence.tags[word] or {}
        if "since" in tags and (tags["since"].value != "loose" or when.first - word <= BESIDE):
            return "since"
        if "until" in tags:
            return until_or_on(sentence, word, when.first, found)
        if tags.keys() & (ANOTHER_MATTER | {"aux"}) or sentence.words[word] in {",", ";"}:
            break
    return "on"


def since_clause(sentence: Sentence, when: When, found: list[When]) -> bool:
    """Whether a date is set beside what a count starts with ("since the coup, on 1 February")."""
    comma = when.first - 1
    while comma > 0 and sentence.words[comma] != "," and when.first - comma < 3:
        comma -= 1
    if comma < 2 or sentence.words[comma] != "," or sentence.near("speech", comma, when.first):
        return False
    for word in range(comma - 1, max(0, comma - CLAUSE), -1):
        if sentence.at(word, "since"):
            return not found or found[-1].last <= word
        if sentence.words[word] == "," or sentence.at(word, "speech"):
            return False
    return False


def until_or_on(sentence: Sentence, word: int, first: int, found: list[When]) -> str:
    """Tell "until 8 February" from the "to" and "and" that only close a range."""
    if found and found[-1].role == "occasion" and word == found[-1].last:
        return "occasion"
    mark = sentence.at(word, "until")
    strong = mark is not None and (mark.value != "weak" or word == 0)
    closes = bool(found) and word - found[-1].last < 3 and first - word < 3
    between = sentence.words[found[-1].last : word] if closes else []
    closes = closes and not any(text[0].isdecimal() for text in between)
    return "until" if strong or closes else "on"


def occasion(sentence: Sentence, when: When) -> bool:
    """Whether a date belongs to an election, a protest or the like named beside it."""
    for word in range(when.last, min(when.last + 3, sentence.size)):
        tags = sentence.tags[word] or {}
        if "occasion" in tags and "month" not in tags:
            return True
        if tags.keys() & {"definite", "qualifier"}:
            break
    for word in range(when.first - 1, max(-1, when.first - 6), -1):
        tags = sentence.tags[word] or {}
        if "occasion" in tags:
            return True
        if tags.keys() & (ANOTHER_MATTER | {"predicate", "until"}) or sentence.words[word] in {
            ",",
            ";",
        }:
            return False
    return False


def ranges(sentence: Sentence, found: list[When]) -> list[When]:
    """Join "between the 26th and 30 December", "del 3 al 5 de enero" into one span."""
    for when in found:
        if not when.end:
            continue
        low = range_start(sentence, when)
        if low and when.role in {"on", "until"} and len(when.end) == 10:
            when.start, when.first = f"{when.end[:8]}{low[0]:02d}", low[1]
            when.role = "on"
        when.first = listed_days(sentence, when)
        last = range_end(sentence, when)
        if last:
            when.end, when.last, when.role = f"{when.end[:8]}{last:02d}", when.last + 2, "on"
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        if before and until_now(sentence, before, when):
            before.role = "since"
        if before and two_months(sentence, before, when):
            joined[-1] = When(before.first, when.last, before.start, when.end, "on", "two months")
            continue
        if (
            before
            and before.role == "on"
            and when.first - before.last <= 2
            and before.start <= when.end
            and between_opens(sentence, before)
        ):
            joined[-1] = When(before.first, when.last, before.start, when.end, "on", BETWEEN)
        else:
            joined.append(when)
    return joined


def until_now(sentence: Sentence, before: When, when: When) -> bool:
    """Whether a span runs from a date to the day of the text ("between 3 May and today")."""
    near = when.first - before.last <= 3 and between_opens(sentence, before)
    return near and before.role == "on" and when.rule in {"now", "today"}


def two_months(sentence: Sentence, before: When, when: When) -> bool:
    """Whether two months are named together ("in October and November")."""
    months = len(before.end) == len(when.end) == 7 and before.end < when.end
    joined = when.first == before.last + 1 and sentence.at(before.last, "conjunction") is not None
    return months and joined and before.role == "on"


def listed_days(sentence: Sentence, when: When) -> int:
    """Return where the list of days starts that a date closes ("15, 20 y 25 de septiembre")."""
    first = when.first
    while first > 1:
        joined = sentence.words[first - 1] == "," or sentence.at(first - 1, "conjunction")
        day = ORDINAL.fullmatch(sentence.words[first - 2])
        if not (joined and day and 1 <= int(day[1]) <= 31 and len(when.end) == 10):
            return first
        first -= 2
    return first


def between_opens(sentence: Sentence, when: When) -> bool:
    """Whether "between" or "from" stands shortly before a date."""
    return any(sentence.at(word, "between") for word in range(max(0, when.first - 5), when.first))


def range_end(sentence: Sentence, when: When) -> int | None:
    """Return the last day of a range whose month is only said at its start ("January 3 and 9")."""
    if len(when.end) != 10 or when.last + 1 >= sentence.size:
        return None
    if sentence.words[when.last] not in DASHES and not sentence.at(when.last, "until"):
        return None
    day = ORDINAL.fullmatch(sentence.words[when.last + 1])
    people = sentence.at(when.last + 2, "people") or sentence.at(when.last + 2, "event")
    valid = day is not None and int(when.end[8:]) < int(day[1]) <= 28
    return int(day[1]) if day and valid and not people and between_opens(sentence, when) else None


def range_start(sentence: Sentence, when: When) -> tuple[int, int] | None:
    """Return the first day of a range whose month is only said at its end, and its word."""
    for word in range(when.first - 1, max(0, when.first - 4), -1):
        day = ORDINAL.fullmatch(sentence.words[word])
        if day and 1 <= int(day[1]) <= 31 and int(day[1]) < int(when.end[8:10] or 0):
            opened = range(max(0, word - 4), word)
            if any(sentence.at(here, "between") for here in opened):
                return int(day[1]), word
            return None
    return None
