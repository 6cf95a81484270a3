"""Where a comma is left out behind a whole: "of the 38 arrested 29 have been freed"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from habeas.extraction.text.marks import Marks, Tags

LONGEST = 9
"""Words between the number of a whole and that of which something is told."""

CLAUSE = 7
"""Words behind a number in which its own verb stands."""

BEFORE = frozenset({"of", "determiner", "definite", "qualifier", "link", "among", "total"})
"""Kinds of mark that may stand between what opens a whole and its number."""

OPENING = frozenset({",", ";", ":", "(", "“", "«", '"', "—", "–", "-", "•"})
PEOPLE = frozenset({"people", "participle", "event", "state"})

NOT_BEHIND = frozenset(
    {"month", "weekday", "age", "reference", "locative", "since", "until", "by", "of", "definite",
     "determiner", "qualifier", "ratio", "share", "range", "between", "relative", "unit"}
)  # fmt: skip
"""Kinds of mark behind which a number goes on with what stands before it ("arrested on 29 May")."""

NOT_OF_PEOPLE = frozenset({"month", "unit", "ratio", "share", "of", "age", "conjunction", "tail"})
"""Kinds of mark before which a number counts none of the whole ("arrested 29 times")."""

VERBAL = frozenset({"predicate", "participle", "finite", "copula", "aux", "continuing", "gerund"})
DASHES = frozenset("—–")
CLOSING = frozenset({",", ";", ":", ".", "(", ")", "?"})


def comma_left_out(words: Sequence[str], raw: Sequence[str], known: Marks) -> int | None:
    """Return the word before which a comma belongs that parts a whole from some of it, if any.

    words: folded. raw: as written. known: what the lexicon says of them.
    """
    for whole, number in pairwise(known.numbers):
        if not 1 < number - whole <= LONGEST or not smaller(words[number], words[whole]):
            continue
        if opens(words, known.tags, whole) and told_of(words, raw, known.tags, whole, number):
            return number
    return None


def smaller(part: str, whole: str) -> bool:
    """Whether a number may be of some of a whole; what is written in words is not compared."""
    if not (part.isdecimal() and whole.isdecimal()):
        return part.isalpha() or (part[0].isdecimal() and whole[0].isdecimal())
    return int(part) <= int(whole)


def opens(words: Sequence[str], tags: Sequence[Tags | None], whole: int) -> bool:
    """Whether a clause begins with words that make a number that of which something is told."""
    word, fronting = whole - 1, False
    while word >= 0 and not BEFORE.union({"fronting"}).isdisjoint(tags[word] or ()):
        fronting = fronting or "fronting" in (tags[word] or ())
        word -= 1
    if not fronting or word < 0 or words[word] in OPENING:
        return fronting
    said = any("speech" in (tags[here] or ()) for here in (word, max(0, word - 1)))
    return said or "relative_pronoun" in (tags[word] or ())


def told_of(
    words: Sequence[str], raw: Sequence[str], tags: Sequence[Tags | None], whole: int, number: int
) -> bool:
    """Whether people stand between two numbers, and something is told of the second alone."""
    between = [tags[word] or {} for word in range(whole + 1, number)]
    relative = any("relative_pronoun" in one for one in between)
    if not all(raw[word][0].isalpha() for word in range(whole + 1, number)):
        return False
    if any(one.keys() & {"conjunction", "speech"} for one in between):
        return False
    if not relative and any("aux" in one for one in between):
        return False
    last = set(between[-1])
    if "month" in last and len(between) > 1 and "locative" in between[-2]:
        last -= {"month", "weekday"}  # "in May 29 have been freed": a month alone
    elif raw[number - 1][0].isupper():
        return False
    if last & NOT_BEHIND and not last & PEOPLE:
        return False
    return any(one.keys() & PEOPLE for one in between) and has_verb(words, tags, number + 1)


def has_verb(words: Sequence[str], tags: Sequence[Tags | None], first: int) -> bool:
    """Whether the number before a word has a verb of its own, or the dash that stands for one."""
    if first >= len(words) or not NOT_OF_PEOPLE.isdisjoint(tags[first] or ()):
        return False
    for word in range(first, min(first + CLAUSE, len(words))):
        if words[word] in DASHES:
            return True
        if words[word] in CLOSING:
            return False
        if not VERBAL.isdisjoint(tags[word] or ()):
            return True
    return False
