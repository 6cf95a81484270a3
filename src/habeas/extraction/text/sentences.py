"""Sentences of a text, each cut into words with exact places, one at a time from front to back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from habeas.extraction.text.cleaned import unwrapped, without_marks
from habeas.extraction.text.datelines import dateline
from habeas.extraction.text.fronted_wholes import comma_left_out
from habeas.extraction.text.language import Language, fold
from habeas.extraction.text.marks import Mark, Tags, marked

LONGEST_SENTENCE = 1_500
"""Characters after which a text without full stops is cut, so that work stays linear."""

OPENING_PARAGRAPHS = 3
"""Headings behind which the dateline of a text may stand."""

STOP = re.compile(r"[.!?…\n](?:(?<=\n)\n*+|(?<![.!?…][.!?…])[.!?…]*+[\"'”’»)\]]*+(?=\s))")
"""Atomic, and tried only where a run of signs starts: ten million "!" cost ten million steps.
Its first character is told at once, so that the search skips all others."""
OPENING = re.compile(r"\s*[\"'“‘«(\[¿¡—–-]*\s*(\S)")
ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:(?:[^\W\d_]\.)*[^\W\d_]|Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Srta|St|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Prof"
    r"|Lic|Ing|art|No|Nos|núm|vs|etc|approx|ca|a\.m|p\.m|U\.S|U\.N|EE|UU|Jan|Feb|Mar|Apr|Aug|Sept"
    r"|Oct|Nov|Dec|Ave|Inc|Jr|aprox|D\.C)$"
)
LONG_WORD = 7
"""Letters of a word that is longer than any abbreviation."""

MARKS = r"\u0300-\u036f"
LETTERS = rf"[^\W_{MARKS}]*(?:[{MARKS}]+[^\W_]*)*(?:-[^\W_]+)*"
WORDS = re.compile(
    r"([a-zA-Záéíóúñ]++(?=[\s,])"  # most words, told at once
    r"|[^\W_](?:"
    rf"(?<=[^\W\d_])(?:(?:\.[^\W\d_])+|{LETTERS})"  # a.m, U.S; words
    r"|(?<=\d)(?:"
    r"\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)"  # 12 345
    r"|\d*(?!mil(?![^\W_]))[^\W\d_][^\W_]{0,2}(?![^\W_])"  # 11J, 28th: names and ordinals
    r"|\d*(?:[.,'’]\d+)*)"
    rf"|{LETTERS})"
    r"|['’]s\b"
    r"|[^\w\s])"
)
"""Splits a sentence into words and the blanks around them, in turn."""


@dataclass(slots=True)
class Sentence:
    """One sentence: where it stands, its words (as written, folded), and what the lexicon says.

    tags: for each word the marks that cover it, by kind, or None where there are none.
    marks: by kind, those of the LISTED kinds, in order. size: the number of words,
    punctuation marks among them. numbers_at, speakers_at, dates_at: where one of these may start.
    alone: whether it is a line by itself.
    """

    start: int
    end: int
    paragraph: int
    raw: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    size: int
    language: Language
    tags: list[Tags | None]
    marks: dict[str, list[Mark]]
    numbers_at: list[int]
    speakers_at: list[int]
    dates_at: list[int]
    alone: bool = False

    def __len__(self) -> int:
        """Return the number of words, punctuation marks among them."""
        return self.size

    def at(self, word: int, kind: str) -> Mark | None:
        """Return the mark of a kind that covers a word, if the word exists and has one."""
        if 0 <= word < self.size:
            tags = self.tags[word]
            return tags.get(kind) if tags else None
        return None

    def near(self, kind: str, first: int, last: int) -> Mark | None:
        """Return the last mark of a listed kind on any of the words first to last (exclusive)."""
        marks = self.marks.get(kind)
        if not marks:
            return None
        for mark in reversed(marks):
            if mark.first < last and mark.last > first:
                return mark
        return None

    def silence(self, words: frozenset[int]) -> None:
        """Take the marks off words that are inside names and say nothing of the matter."""
        for word in words:
            tags = self.tags[word]
            if not tags:
                continue
            for kind, mark in tags.items():
                listed = self.marks.get(kind)
                if listed and mark.first == word and mark in listed:
                    listed.remove(mark)
            self.tags[word] = {"reference": tags["reference"]} if "reference" in tags else None

    def of_kind(self, kind: str, first: int = 0, last: int = LONGEST_SENTENCE) -> list[Mark]:
        """Return the marks of a kind that lie within words first to last (exclusive), in order."""
        marks = self.marks.get(kind)
        if not marks:
            return []
        return [mark for mark in marks if mark.first >= first and mark.last <= last]


def sentences(text: str, language: Language) -> Iterator[Sentence]:
    """Yield the sentences of a text in order, with the marks of the language's lexicon on them.

    Their words stand at their places in the text; marks of notes are no words of it, and a line
    that was full goes on in the next.
    """
    text = unwrapped(without_marks(text))
    paragraph, small = 0, folded_text(text)
    for start, end in spans(text):
        if "\n" in text[max(0, start - 1) : start]:
            paragraph += 1
        pieces = WORDS.split(text[start:end])
        if len(pieces) > 1:
            raw = pieces[1::2]
            bounds = list(accumulate(map(len, pieces), initial=start))
            starts, ends = bounds[1:-1:2], bounds[2::2]
            places = zip(starts, ends, strict=True)
            words = [small[first:last] for first, last in places] if small else list(map(fold, raw))
            known = marked(language.roots(words), language.entries)
            gap = comma_left_out(words, raw, known) if len(known.numbers) > 1 else None
            if gap is not None:
                set_comma(gap, raw, words, starts, ends)
                known = marked(language.roots(words), language.entries)
            yield Sentence(start, end, paragraph, raw, words, starts, ends, len(raw), language,
                           known.tags, known.listed, known.numbers, known.speakers,
                           known.dates, stands_alone(text, start, end))  # fmt: skip


def set_comma(
    gap: int, raw: list[str], words: list[str], starts: list[int], ends: list[int]
) -> None:
    """Set the comma that was left out before a word; it takes no place in the text."""
    place = ends[gap - 1]
    for row in (raw, words):
        row.insert(gap, ",")
    for bounds in (starts, ends):
        bounds.insert(gap, place)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a line by itself."""
    opens = start == 0 or text[start - 1] == "\n"
    return opens and (text[end - 1] == "\n" or end == len(text) or text[end] == "\n")


def folded_text(text: str) -> str:
    """Return a text folded as its words are, "" where that would move its characters.

    Small letters are never fewer than large ones, so that an equal length means equal places.
    """
    small = text.lower()
    aligned = len(small) == len(text) and unicodedata.is_normalized("NFC", small)
    return small.replace("’", "'") if aligned else ""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends; none is longer than LONGEST_SENTENCE.

    A dateline before one of the first paragraphs belongs to none.
    """
    start, paragraphs = dateline(text), 0
    for stop in STOP.finditer(text, start):
        if stop[0][0] != "\n" and not ends_sentence(text, start, stop):
            continue
        yield from pieces(text, start, stop.end())
        start = stop.end()
        if stop[0][0] == "\n" and paragraphs < OPENING_PARAGRAPHS:
            paragraphs += 1
            start = dateline(text, start)
    yield from pieces(text, start, len(text))


def ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: what follows is no small letter, and no abbreviation."""
    follows = OPENING.match(text, stop.end(), stop.end() + 40)
    if follows and follows[1].islower():
        return False
    if stop[0] != ".":
        return True
    tail = text[max(start, stop.start() - 8) : stop.start()]
    if len(tail) >= LONG_WORD and tail[-LONG_WORD:].isalpha():
        return True
    return not ABBREVIATION.search(tail)


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut one sentence where it is too long, at a blank if there is one."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    if end > start:
        yield start, end
