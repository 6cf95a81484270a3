"""What a lexicon says of the words of a sentence, and where a number or a speaker may start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from habeas.extraction.text.language import DATE, LISTED, NUMBER, OPENERS, SPEAKER, Entry, Phrase

SIGNS = frozenset(",.;:\"'’“”«»()-–—?!¿¡")
"""Words that no number starts with, told at once because they are so many."""

END = " "
"""Stands behind the last word of a sentence, where no phrase goes on."""

KEPT = 64
"""Places in a sentence for which the marks of a word by itself are made once and used again."""


@dataclass(slots=True)
class Mark:
    """Words first to last (exclusive) of a sentence that the lexicon knows: a kind and a value.

    Sentences share marks, so that nobody may change one.
    """

    kind: str
    value: str
    first: int
    last: int


Tags = dict[str, Mark]


@dataclass(slots=True)
class Marks:
    """The marks of a sentence.

    tags: for each word the marks that cover it, by kind, or None where there are none; never
    changed in place. listed: by kind, the marks of the LISTED kinds, in order.
    numbers, speakers, dates: the words with which one of the lexicon's may start, in order; a
    number and a date may also start with figures.
    """

    tags: list[Tags | None]
    listed: dict[str, list[Mark]] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)
    speakers: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)


def marked(words: list[str], entries: Mapping[str, Entry]) -> Marks:
    """Return the lexicon's marks on folded words: of each kind the longest phrase at a word."""
    marks = Marks([None] * len(words))
    tags, listed = marks.tags, marks.listed
    after, third = [*words[1:], END], [*words[2:], END, END]
    for first, entry in enumerate(map(entries.get, words)):
        if entry is None:
            if words[first] not in SIGNS:
                figures(words[first], first, marks)
            continue
        opens, longer = entry.opens, entry.longer.get(after[first])
        if longer and ("" in longer or third[first] in longer):
            opens |= phrases(words, first, longer, marks)
        if opens:
            opening(opens, first, marks)
        if tags[first]:
            note(entry, first, marks)
        elif entry.single:
            alone = entry.placed.get(first) or placed(entry, first)
            tags[first] = alone
            for kind in entry.listed:
                listed.setdefault(kind, []).append(alone[kind])
    return marks


def opening(opens: int, first: int, marks: Marks) -> None:
    """Note a word with which a number, a speaker or a date of the lexicon may start."""
    if opens & NUMBER:
        marks.numbers.append(first)
    if opens & SPEAKER:
        marks.speakers.append(first)
    if opens & DATE:
        marks.dates.append(first)


def figures(word: str, place: int, marks: Marks) -> None:
    """Note a word that the lexicon lacks where it may start a number or a date."""
    if word.isalpha():
        return
    if word[0].isdigit():
        marks.numbers.append(place)
        marks.dates.append(place)
    elif "-" in word:
        marks.numbers.append(place)


def phrases(
    words: list[str], first: int, longer: Mapping[str, tuple[Phrase, ...]], marks: Marks
) -> int:
    """Mark the phrases of more words that start at a word; return the OPENERS bits of those.

    longer: the phrases that start with the word and the one after it, by their third word.
    """
    third, opens = words[first + 2] if first + 2 < len(words) else END, 0
    for phrase, kind, value in (*longer.get(third, ()), *longer.get("", ())):
        last = first + len(phrase)
        if last > first + 3 and words[first:last] != phrase:
            continue
        here = marks.tags[first]
        if not (here and kind in here):
            mark = Mark(kind, value, first, last)
            opens |= OPENERS.get(kind, 0)
            if kind in LISTED:
                marks.listed.setdefault(kind, []).append(mark)
            cover(marks.tags, mark)
    return opens


def cover(tags: list[Tags | None], mark: Mark) -> None:
    """Put a mark on all the words of its phrase."""
    for word in range(mark.first, mark.last):
        here = tags[word]
        tags[word] = {mark.kind: mark, **here} if here else {mark.kind: mark}


def placed(entry: Entry, first: int) -> Tags:
    """Return the marks of a word by itself at a place."""
    tags = {kind: Mark(kind, value, first, first + 1) for kind, value in entry.single}
    if first < KEPT:
        entry.placed[first] = tags
    return tags


def note(entry: Entry, first: int, marks: Marks) -> None:
    """Add a word's own marks where phrases cover it; a phrase's mark of the same kind stands."""
    here = marks.tags[first] or {}
    if not entry.single:
        return
    marks.tags[first] = tags = {**(entry.placed.get(first) or placed(entry, first)), **here}
    for kind in entry.listed:
        mark = tags[kind]
        if mark.last == first + 1 and mark.first == first:
            marks.listed.setdefault(kind, []).append(mark)
