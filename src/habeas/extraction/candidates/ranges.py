"""Numbers that go together: the two ends of a range, and what a figure was before it changed."""

from __future__ import annotations

from dataclasses import replace

from habeas.extraction.text import DASHES, Number, Sentence

CLAUSE = 10
"""Words back to which a verb of change may stand before the number that it starts from."""


def merged_ranges(sentence: Sentence, numbers: list[Number]) -> list[Number]:
    """Join "60 to 70", "60-70" and "between 60 and 70" into one number with both its ends.

    Of a figure that went from one number to another, the later stands.
    """
    joined: list[Number] = []
    for number in numbers:
        before = joined[-1] if joined else None
        if before and changes(sentence, before, number):
            joined[-1] = replace(number, fallen=fell(sentence, before, number))
        elif before and forms_range(sentence, before, number):
            low, high = sorted((before.value or 0, number.value or 0))
            joined[-1] = Number(
                before.first, number.last, low, vague="range", digits=before.digits, high=high
            )
        else:
            joined.append(number)
    return joined


def changes(sentence: Sentence, low: Number, high: Number) -> bool:
    """Whether a figure has gone from one number to another ("rose from 11 to 19", "de 54 a 45").

    No range runs downwards: where it would, a figure was put right.
    """
    if low.value is None or high.value is None or by_how_many(sentence, low):
        return False
    if not opens(sentence, low) or not joins(sentence, low, high):
        return False
    if high.value < low.value:
        return True
    return any(
        sentence.at(word, "changing") for word in range(max(0, low.first - CLAUSE), low.first)
    )


def fell(sentence: Sentence, low: Number, high: Number) -> bool:
    """Whether a figure is said to have fallen ("bajó de 900 a 850"), not to have been put right."""
    if low.value is None or high.value is None or high.value >= low.value:
        return False
    marks = (sentence.at(word, "changing") for word in range(max(0, low.first - CLAUSE), low.first))
    return any(mark is not None and mark.value == "down" for mark in marks)


def by_how_many(sentence: Sentence, number: Number) -> bool:
    """Whether a number tells by how many a figure changed ("rose by 300", "fell 300 from 900")."""
    if "changing" not in sentence.marks:
        return False
    word = number.first - 1
    while word > 0 and sentence.at(word, "qualifier"):
        word -= 1
    amount = sentence.at(word, "by_amount")
    if amount and sentence.at(amount.first - 1, "changing"):
        return True
    if not sentence.at(word, "changing"):
        return False
    ends = range(number.last, min(number.last + 2, sentence.size))
    return any(sentence.at(here, kind) for here in ends for kind in ("range", "since"))


def opens(sentence: Sentence, low: Number) -> bool:
    """Whether "from" stands before a number, alone or with an article."""
    word = low.first - 1
    word -= sentence.at(word, "definite") is not None and sentence.at(word, "range") is None
    return sentence.at(word, "range") is not None and (
        sentence.words[word] in opened_by(sentence, "from")
    )


def joins(sentence: Sentence, low: Number, high: Number) -> bool:
    """Whether no more than "to", "down to" or "a los" stands between two numbers."""
    between = range(low.last, high.first)
    if not 1 <= len(between) <= 3:
        return False
    ends = opened_by(sentence, "to")
    return any(sentence.words[word] in ends for word in between) and all(
        sentence.words[word] in ends
        or not {"link", "totalverb", "qualifier", "definite", "determiner", "relative"}.isdisjoint(
            sentence.tags[word] or {}
        )
        for word in between
    )


def forms_range(sentence: Sentence, low: Number, high: Number) -> bool:
    """Whether two neighbouring numbers are the ends of a range."""
    if high.first - low.last != 1 or low.value is None or high.value is None:
        return False
    if low.vague or not low.value < high.value or by_how_many(sentence, low):
        return False
    between = sentence.words[low.last]
    if between in DASHES:
        return True
    start = sentence.at(low.first - 1, "range")
    opened = start is not None and sentence.words[low.first - 1] in opened_by(sentence, "from")
    joined = between in opened_by(sentence, "to")
    return joined and (opened or not sentence.at(low.last, "open_range"))


def opened_by(sentence: Sentence, value: str) -> set[str]:
    """Return the sentence's words that may open ("from") or join ("to") a range."""
    marks = sentence.marks.get("range", ())
    return {sentence.words[mark.first] for mark in marks if mark.value == value}
