"""Sentences of a text, each cut into words with exact places, one at a time from front to back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from habeas.extraction.language import Language, fold

LONGEST_SENTENCE = 1_500
"""Characters after which a text without full stops is cut, so that work stays linear."""

STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|\n++")
"""Atomic, and tried only where a run of signs starts: ten million "!" cost ten million steps."""
OPENING = re.compile(r"\s*[\"'“‘«(\[¿¡—–-]*\s*(\S)")
ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Srta|St|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Prof"
    r"|Lic|Ing|art|No|Nos|núm|vs|etc|approx|ca|a\.m|p\.m|U\.S|U\.N|EE|UU|Jan|Feb|Mar|Apr|Aug|Sept"
    r"|Oct|Nov|Dec|Ave|Inc|Jr|aprox|D\.C)$"
)
WORD = re.compile(
    r"[^\W\d_]{2}[^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*(?:-[^\W_]+)*"
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)"  # 12 345
    r"|\d+[^\W\d_][^\W_]*"  # 11J, 28th: names and ordinals, no counts
    r"|\d+(?:[.,'’]\d+)*"
    r"|['’]s\b"
    r"|[^\W\d_](?:\.[^\W\d_])+"  # a.m, U.S
    r"|[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*(?:-[^\W_]+)*"
    r"|[^\w\s]"
)


LISTED = frozenset(
    {"also", "cumulative", "custodial", "hearsay", "narrative", "per", "population", "pronoun",
     "range", "speech", "then", "until", "verifying", "denying", "promising", "estimating", "part",
     "contrast"}
)  # fmt: skip
"""The kinds that a sentence lists, because somebody asks which of them it has at all."""


@dataclass(slots=True)
class Mark:
    """Words first to last (exclusive) of a sentence that the lexicon knows: a kind and a value."""

    kind: str
    value: str
    first: int
    last: int


@dataclass(slots=True)
class Sentence:
    """One sentence: where it stands, its words (as written, folded), and what the lexicon says.

    tags: for each word the marks that cover it, by kind, or None where there are none.
    size: the number of words, punctuation marks among them.
    """

    start: int
    end: int
    paragraph: int
    raw: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[dict[str, Mark] | None]
    language: Language
    size: int
    marks: list[Mark] = field(default_factory=list)

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
        for mark in reversed(self.marks):
            if mark.kind == kind and mark.first < last and mark.last > first:
                return mark
        return None

    def silence(self, words: frozenset[int]) -> None:
        """Take the marks off words that are inside names and say nothing of the matter."""
        for word in words:
            label = self.at(word, "reference")
            self.tags[word] = {"reference": label} if label else None
        self.marks = [mark for mark in self.marks if mark.first not in words]

    def of_kind(self, kind: str, first: int = 0, last: int = LONGEST_SENTENCE) -> list[Mark]:
        """Return the marks of a kind that lie within words first to last (exclusive), in order."""
        return [
            mark
            for mark in self.marks
            if mark.kind == kind and mark.first >= first and mark.last <= last
        ]


def sentences(text: str, language: Language) -> Iterator[Sentence]:
    """Yield the sentences of a text in order, with the marks of the language's lexicon on them."""
    paragraph, small = 0, folded_text(text)
    for start, end in spans(text):
        if "\n" in text[max(0, start - 1) : start]:
            paragraph += 1
        found = [match.span() for match in WORD.finditer(text, start, end)]
        if found:
            raw = [text[first:last] for first, last in found]
            words = [small[first:last] for first, last in found] if small else list(map(fold, raw))
            starts, ends = map(list, zip(*found, strict=True))
            yield marked(
                Sentence(start, end, paragraph, raw, words, starts, ends,
                         [None] * len(raw), language, len(raw))
            )  # fmt: skip


def folded_text(text: str) -> str:
    """Return a text folded as its words are, "" where that would move its characters.

    Small letters are never fewer than large ones, so that an equal length means equal places.
    """
    small = text.lower()
    aligned = len(small) == len(text) and unicodedata.is_normalized("NFC", small)
    return small.replace("’", "'") if aligned else ""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends; none is longer than LONGEST_SENTENCE."""
    start = 0
    for stop in STOP.finditer(text):
        if stop[0][0] != "\n" and not ends_sentence(text, start, stop):
            continue
        yield from pieces(text, start, stop.end())
        start = stop.end()
    yield from pieces(text, start, len(text))


def ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: what follows is no small letter, and no abbreviation."""
    follows = OPENING.match(text, stop.end(), stop.end() + 40)
    if follows and follows[1].islower():
        return False
    if stop[0] != ".":
        return True
    return not ABBREVIATION.search(text[max(start, stop.start() - 8) : stop.start()])


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut one sentence where it is too long, at a blank if there is one."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def marked(sentence: Sentence) -> Sentence:
    """Put the lexicon's marks on a sentence: of each kind the longest phrase at a word."""
    words, tags, marks = sentence.words, sentence.tags, sentence.marks
    entries = sentence.language.entries
    for first, word in enumerate(words):
        entry = entries.get(word)
        if entry is None:
            continue
        after = words[first + 1] if first + 1 < sentence.size else ""
        for phrase, kind, value in entry.longer.get(after, ()):
            last = first + len(phrase)
            here = tags[first]
            if words[first:last] == phrase and not (here and kind in here):
                mark = Mark(kind, value, first, last)
                marks.append(mark)
                cover(tags, mark)
        here = tags[first]
        if here is None:
            last = first + 1
            here = {kind: Mark(kind, value, first, last) for kind, value in entry.single}
            tags[first] = here
            marks.extend([mark for mark in here.values() if mark.kind in LISTED])
            continue
        for kind, value in entry.single:
            if kind not in here:
                here[kind] = mark = Mark(kind, value, first, first + 1)
                marks.append(mark)
    return sentence


def cover(tags: list[dict[str, Mark] | None], mark: Mark) -> None:
    """Put a mark on all the words of its phrase."""
    for word in range(mark.first, mark.last):
        here = tags[word]
        tags[word] = {mark.kind: mark, **here} if here else {mark.kind: mark}
