"""Breakdowns: which counts are parts of a larger count ("of them 87 women")."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.text import BULLETS, Sentence
from habeas.vocabulary import Measure

REACH = 40
NEAR = 6
OPENING = frozenset({"(", "—", "–", "-", ":"})


def trait_follows(sentence: Sentence, count: Count) -> int | None:
    """Return the word after the trait in "505 son civiles", "12 are women", if there is one.

    What befell people ("12 were charged") is no trait of some of those counted before.
    """
    word = count.last if count.partitive else count.number.last
    if word < sentence.size and sentence.words[word] == ",":
        word += 1
    tags = sentence.tags[word] or {} if word < sentence.size else {}
    still = tags.get("continuing")
    copula = tags.get("copula") or still
    if not copula or "part" in tags or "other_fate" in tags:
        return None
    for here in range(copula.last, min(copula.last + 4, sentence.size)):
        mark = sentence.at(here, "trait") or (None if still else sentence.at(here, "people"))
        if mark and mark.value not in {"person", "case"}:
            return mark.last
        if not sentence.words[here][0].isalpha():
            return None
    return None


def trait_near(sentence: Sentence, count: Count) -> bool:
    """Whether a mark of a part follows shortly ("66 people whose whereabouts are unknown")."""
    return sentence.near("trait", count.last, count.last + NEAR) is not None


def opening(sentence: Sentence, count: Count) -> int | None:
    """Return the word before a count that opens a breakdown: "of them", "including", a bracket."""
    if count.first and sentence.words[count.first - 1] in OPENING:
        return count.first - 1
    if sentence.words[0] in BULLETS and count.first < REACH:
        return 0
    mark = sentence.near("part", max(0, count.first - REACH), count.first)
    if mark is None:
        return closing(sentence, count)
    return None if told_anew(sentence, mark.last, count.first) else min(mark.last, count.first) - 1


def closing(sentence: Sentence, count: Count) -> int | None:
    """Return the word behind which a list is said to be a part ("two men are among them")."""
    mark = sentence.near("part", count.last, count.last + NEAR + 2)
    if mark is None or not sentence.at(mark.first - 1, "copula"):
        return None
    return count.last


def told_anew(sentence: Sentence, first: int, last: int) -> bool:
    """Whether "and says" opens a clause of its own between two words."""
    return any(
        sentence.at(mark.first - 1, "conjunction")
        for mark in sentence.marks.get("speech", ())
        if first < mark.first < last
    )


def the_rest(sentence: Sentence, count: Count) -> bool:
    """Whether a number is what is left of one before it ("the other 1,718", "los otros 17")."""
    if "rest" not in sentence.marks or count.head not in {"bare", "unknown", "group", "person"}:
        return False
    rest = range(max(0, count.number.first - 2), count.noun + 1)
    return any(
        mark.first >= count.first - 2 and mark.last > word
        for word in rest
        if (mark := sentence.at(word, "rest"))
    )


def measure_of_whole(sentence: Sentence, count: Count) -> Measure | None:
    """Return what the words that open a breakdown count ("of the prisoners")."""
    mark = sentence.near("part", max(0, count.first - REACH), count.first)
    if mark is None:
        return None
    for word in range(mark.first, min(mark.last + 1, count.first)):
        tags = sentence.tags[word] or {}
        told = tags.get("participle")
        if told and told.value == "released":
            return Measure.RELEASED
        if "people" in tags and tags["people"].value in {"prisoner", "political"}:
            if told and not sentence.at(word, "lasting"):
                continue
            return Measure.HELD
    return None


def listed(sentence: Sentence, count: Count, before: Count) -> bool:
    """Whether a count goes on with the list in which another stands ("12 men and 6 women")."""
    between = range(before.last, count.first)
    if len(between) > 14:
        return False
    if any(
        sentence.at(word, kind) for word in between for kind in ("contrast", "relative_pronoun")
    ):
        return False
    signs = [
        word
        for word in between
        if sentence.words[word] in {",", "(", "—", "–", "-"} or sentence.at(word, "conjunction")
    ]
    verbs = [
        word for word in between if sentence.at(word, "finite") or sentence.at(word, "predicate")
    ]
    return bool(signs) and not verbs
