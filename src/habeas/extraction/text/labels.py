"""Numbers that count nobody: years, ages, money, shares, scores, sections of a law."""

from __future__ import annotations

from habeas.extraction.text.numbers import Number
from habeas.extraction.text.sentences import Sentence

OLDEST = 110


NAME = 6
"""Words of the longest name of a prison."""


YEARS = range(1900, 2101)


AFTER = frozenset("%‰°€$£")


BEFORE = frozenset("$€£₽₺#№")


DASHES = frozenset("-–—")


BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "▪", "◦", "●", "‣"})
"""Signs before an entry of a list."""


def is_year(sentence: Sentence, number: Number) -> bool:
    """Whether plain figures are a year: no people follow, or "in" stands before."""
    if not number.plain or number.value not in YEARS:
        return False
    follows = sentence.at(number.last, "people") or sentence.at(number.last, "event")
    before = number.first - 1
    return not follows or any(sentence.at(before, kind) for kind in ("month", "since", "link"))


def is_label(sentence: Sentence, number: Number) -> bool:
    """Whether a number only names something: "Section 505", "34-year-old"."""
    known = sentence.marks
    if (
        (number.digits or not number.vague)
        and "reference" in known
        and sentence.at(number.first - 1, "reference")
        and not counts_people(sentence, number)
    ):
        return True
    if beside_sign(sentence, number) or is_age(sentence, number) or numbered(sentence, number):
        return True
    if "ratio" in known and (
        sentence.at(number.last, "ratio") or sentence.at(number.first - 1, "ratio")
    ):
        return True
    if "age" in known and sentence.at(number.first - 1, "age") and (number.value or 0) < OLDEST:
        follows = sentence.tags[number.last] or {} if number.last < sentence.size else {}
        return not follows.keys() & {"people", "event", "participle", "aux"}
    return is_glued(sentence, number.last)


def counts_people(sentence: Sentence, number: Number) -> bool:
    """Whether words before a number say how many people follow: "a group of 70 prisoners"."""
    said = sentence.at(number.first - 1, "qualifier") is not None
    return said and sentence.at(number.last, "people") is not None


def numbered(sentence: Sentence, number: Number) -> bool:
    """Whether a number names one of several: "El Rodeo 2" (a prison), "No. 6", "Prisoner 45"."""
    word = number.first - 1
    if word < 0 or not number.digits:
        return False
    if sentence.words[word] == "." and sentence.at(word - 1, "reference"):
        return True
    follows = sentence.tags[number.last] or {} if number.last < sentence.size else {}
    if follows.keys() & {"people", "event", "of"}:
        return False
    people = sentence.at(word, "people")
    if people and people.value in {"prisoner", "political"}:
        return not sentence.words[word].endswith("s") and people.last == number.first
    return number.plain and in_prison_name(sentence, word)


def in_prison_name(sentence: Sentence, word: int) -> bool:
    """Whether the name of a prison ends at a word ("la cárcel El Rodeo", "prisão de Yare")."""
    here = word
    while here >= 0 and word - here < NAME:
        if sentence.at(here, "prison"):
            return True
        capital = sentence.raw[here][0].isupper()
        tags = sentence.tags[here] or {}
        if not capital and not tags.keys() & {"of", "definite", "name_joiner"}:
            return False
        here -= 1
    return False


def is_glued(sentence: Sentence, word: int) -> bool:
    """Whether a dash at a word ties a word to the number before it ("34-year-old")."""
    return (
        word + 1 < sentence.size
        and sentence.words[word] in DASHES
        and sentence.words[word + 1][0].isalpha()
        and sentence.starts[word + 1] == sentence.ends[word - 1] + 1
    )


def beside_sign(sentence: Sentence, number: Number) -> bool:
    """Whether a number is money, a share or a score: "$108", "39 %", "2-0"."""
    follows = sentence.words[number.last] if number.last < sentence.size else ""
    precedes = sentence.words[number.first - 1] if number.first else ""
    if follows in AFTER or precedes in BEFORE:
        return True
    if not number.digits or not (follows in DASHES or precedes in DASHES):
        return False
    after = sentence.words[number.last : number.last + 2]
    score = len(after) == 2 and after[0] in DASHES and after[1].isdecimal()
    before = sentence.words[max(0, number.first - 2) : number.first]
    scored = len(before) == 2 and before[1] in DASHES and before[0].isdecimal()
    return (score and sentence.starts[number.last] == sentence.ends[number.last - 1]) or (
        scored and sentence.ends[number.first - 1] == sentence.starts[number.first]
    )


def is_age(sentence: Sentence, number: Number) -> bool:
    """Whether a number is the age of whoever is named before it ("Ivan Petrov, 67, who …")."""
    if not number.digits or not 0 < (number.value or 0) < OLDEST or number.first < 2:
        return False
    before, name = sentence.words[number.first - 1], sentence.raw[number.first - 2]
    after = sentence.words[number.last] if number.last < sentence.size else "."
    named = name[0].isupper() and (before == "," or (before == "(" and not name.isupper()))
    if named and after in ({",", ")"} if before == "," else {")"}):
        return True
    if sentence.at(number.first - 1, "of") and after in {",", ")"}:
        if name == "," and number.first > 2:
            return sentence.raw[number.first - 3][0].isupper()
        near = range(max(0, number.first - 4), number.first - 1)
        return any(sentence.at(word, "indefinite") for word in near)
    if sentence.at(number.last, "people"):
        return False
    ends = sentence.tags[number.first - 2] or {}
    return "definite" in (sentence.tags[number.first - 1] or {}) and bool(
        ends.keys() & {"among"} or (ends.keys() & {"open_range"} and between(sentence, number))
    )


def between(sentence: Sentence, number: Number) -> bool:
    """Whether "between" opens the range that a number closes ("entre los 22 y los 45")."""
    return any(
        sentence.at(word, "among") for word in range(max(0, number.first - 6), number.first - 2)
    )
