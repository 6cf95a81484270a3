"""Numbers that nobody gives as a count: wholes of shares, differences, what is only asked.

Each is left out rather than guessed at: a claim wrongly said is worse than one not said.
"""

from __future__ import annotations

from habeas.extraction.candidates.ranges import CLAUSE, by_how_many, opens
from habeas.extraction.text import Number, Sentence

REACH = 5
"""Words between a share and the whole that it is of ("half of all of the 300")."""

PERCENT = frozenset("%‰")

BETWEEN = frozenset({"of", "determiner", "definite", "qualifier", "link"})
"""Kinds of mark that may stand between a share and its whole."""

ADDRESS = ("//", "www.", "@")
"""What only addresses have."""

ENDS = frozenset({",", ";", ":", "—", "–"})


def set_aside(sentence: Sentence, number: Number, spans: list[range]) -> bool:
    """Whether a number is no count of its own. spans: words of which nothing is asserted."""
    if any(number.first in span for span in spans) or in_address(sentence, number):
        return True
    return by_how_many(sentence, number) or not_so_many(sentence, number)


def in_address(sentence: Sentence, number: Number) -> bool:
    """Whether a number stands within an address of the web or of mail ("https://…/news/116202")."""
    first, last = number.first, number.last
    while first > 0 and joined(sentence, first):
        first -= 1
    while last < sentence.size and joined(sentence, last):
        last += 1
    run = "".join(sentence.raw[first:last])
    return any(sign in run for sign in ADDRESS)


def joined(sentence: Sentence, word: int) -> bool:
    """Whether nothing parts a word from the one before it, but digits that are part of a name."""
    gap = sentence.starts[word] - sentence.ends[word - 1]
    signs = {sentence.raw[word], sentence.raw[word - 1]}
    return gap == 0 or (1 < gap < REACH and not signs.isdisjoint("./"))


def of_share(sentence: Sentence, number: Number) -> bool:
    """Whether a number is the whole of a share ("half of the 300", "12 out of 90") or multiplied.

    "Ten times the 240", "all but 12 of the 90": what they come to stands nowhere.
    """
    linked = False
    for word in range(number.first - 1, max(-1, number.first - 1 - REACH), -1):
        tags = sentence.tags[word] or {}
        if "multiple" in tags:
            return True
        if linked and ("share" in tags or sentence.words[word] in PERCENT):
            return True
        if linked and sentence.words[word][0].isdecimal():
            return excepted(sentence, word)
        if not tags.keys() & BETWEEN:
            return linked and excepted(sentence, word)
        linked = linked or "of" in tags
    return False


def fronted(sentence: Sentence, number: Number) -> bool:
    """Whether a clause begins with a number as that of which something is told ("Of the 90, …")."""
    linked = False
    for word in range(number.first - 1, max(-1, number.first - 1 - REACH), -1):
        tags = sentence.tags[word] or {}
        if not tags.keys() & BETWEEN:
            return linked and sentence.words[word] in ENDS
        # The "de" of "más de 300" is of the number.
        linked = linked or ("of" in tags and "qualifier" not in tags)
    return linked and number.first <= REACH


def excepted(sentence: Sentence, word: int) -> bool:
    """Whether the number at a word is only of those left out ("all but 12 of the 90")."""
    return any(
        mark.last == word and mark.value == "but" for mark in sentence.of_kind("ratio", 0, word)
    )


def not_so_many(sentence: Sentence, number: Number) -> bool:
    """Whether a number is named only to be denied ("45, not 54")."""
    word = number.first - 1
    return not number.zero and sentence.at(word, "negation") is not None and not number.single


def former(sentence: Sentence, number: Number) -> bool:
    """Whether a number is what a figure was before ("up from 777", "frente a 777", "from 900")."""
    word = number.first - 1
    while word > 0 and (
        (sentence.at(word, "qualifier") and not sentence.at(word, "former_value"))
        or (sentence.at(word, "definite") and not sentence.at(word, "former_value"))
    ):
        word -= 1
    if sentence.at(word, "former_value"):
        return True
    if "changing" not in sentence.marks or not opens(sentence, number):
        return False
    near = range(max(0, number.first - CLAUSE), number.first)
    changed = [here for here in near if sentence.at(here, "changing")]
    amount = any(sentence.words[here][0].isdecimal() for here in near[-3:])
    return bool(changed) and (amount or not sentence.at(number.first - 1, "of"))


def unasserted(sentence: Sentence) -> list[range]:
    """Return the words of which nothing is asserted: questions, conditions, withdrawn errors."""
    return [*questions(sentence), *conditions(sentence), *withdrawn(sentence)]


def questions(sentence: Sentence) -> list[range]:
    """Return the words up to each question mark, from the sign that opens the question if any."""
    if "?" not in sentence.words:
        return []
    found, start = [], 0
    for word, text in enumerate(sentence.words):
        if text == "¿":
            start = word
        elif text == "?":
            found.append(range(start, word))
            start = word + 1
    return found


def conditions(sentence: Sentence) -> list[range]:
    """Return the words of each clause that "if" opens, up to its comma."""
    found = []
    for mark in sentence.of_kind("conditional"):
        if mark.value == "opening" and not may_condition(sentence, mark.first):
            continue
        if mark.value == "inverted" and mark.first:
            continue
        if sentence.at(mark.first, "contrast") or sentence.at(mark.first, "speech"):
            continue
        if mark.value == "asking" and sentence.at(mark.last, "determiner"):
            continue
        end = mark.last
        while end < sentence.size and sentence.words[end] not in {",", ";"}:
            end += 1
        found.append(range(mark.first, end))
    return found


def may_condition(sentence: Sentence, word: int) -> bool:
    """Whether a word that opens conditions does so here, and is no pronoun of its verb.

    "Disse que se os presos saírem" sets one; "disse que se registaram 40 detenções" does not.
    """
    if not sentence.at(word - 1, "relative_pronoun"):
        return opens_clause(sentence, word)
    after = sentence.tags[word + 1] or {} if word + 1 < sentence.size else {}
    return bool(after.keys() & {"definite", "determiner", "people", "number", "negation"}) or (
        word + 1 in sentence.numbers_at
    )


def opens_clause(sentence: Sentence, word: int) -> bool:
    """Whether a clause may start at a word: nothing before it, a sign, or a joining word."""
    if word == 0:
        return True
    tags = sentence.tags[word - 1] or {}
    return not sentence.words[word - 1][0].isalnum() or bool(
        tags.keys() & {"conjunction", "relative_pronoun"}
    )


def withdrawn(sentence: Sentence) -> list[range]:
    """Return the words that tell what an earlier version said, up to what is right."""
    found = []
    for mark in sentence.of_kind("withdrawing"):
        right = sentence.of_kind("righting", mark.last)
        end = right[0].first if right else sentence.size
        found.append(range(mark.last, end))
    return found
