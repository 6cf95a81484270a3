"""The words of a text that may be words of listed names, and how they stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from habeas.dossier.names.index import SHORTEST_COMPOUND, small_words
from habeas.dossier.names.search.candidates import Candidate, Candidates, Likeness
from habeas.dossier.names.spelling import CASED, Word, is_unseen, key_of, latin, script_of
from habeas.dossier.names.spelling import words as known_words

FARTHEST = 12
"""Signs between two words of one name, white space not counted."""

FARTHEST_LABELLED = 60
"""The same where labels, numbers or cells stand between them."""

JOINING = re.compile(r"[-\s'’ʼ`´‘.·\u2010\u2011]{1,3}")
"""What may stand between parts of one word: Abd al-Rahman, Jin-ping."""

REACH, MOST_JOINED = 3, 3
"""Words beside a spot that are tried as parts of one word, and how many of them."""

CELLS = re.compile(r"[^\n]*?(?:[\t|;]|,(?=\S))[^\n]*")
"""Between two words of a name: other cells of the same row."""

SENTENCE_END = re.compile(r"(?<=\w\w\w)[.!?…]\s|\n\s*\n|(?<=\w\w\w)[.!?…]$")

MOST_CELLS, MOST_BETWEEN = 4, 2
"""Words in cells, and further names, between two words of a name."""


class Spot(NamedTuple):
    """A word of a text, or a few read as one (first … last), what it may be, and of which names."""

    first: int
    last: int
    candidates: tuple[Candidate, ...]
    names: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of one reading of a text; opaque: how many words that tell stand before each."""

    text: str
    words: list[Word]
    opaque: list[int]

    def surface(self, place: int) -> str:
        """Return a word as written."""
        start, end, _ = self.words[place]
        return self.text[start:end]

    def tells(self, place: int) -> bool:
        """Whether a word is neither a particle nor a label."""
        return self.opaque[place + 1] > self.opaque[place]

    def is_named(self, place: int) -> bool:
        """Whether a word is written as names are: with a capital, or in a script without them."""
        sign = self.text[self.words[place][0]]
        return sign.isupper() or sign.isdigit() or script_of(self.surface(place)) not in CASED

    def between(self, left: int, right: int) -> str:
        """Return what stands between two words."""
        return self.text[self.words[left][1] : self.words[right][0]]

    def ends_sentence(self, left: int, right: int) -> bool:
        """Whether a sentence ends between two words, the first of them seen."""
        start, end = self.words[left][1], self.words[right][0]
        return SENTENCE_END.search(self.text, start, end) is not None

    def foreign(self, left: int, right: int) -> list[int]:
        """Return the places of words that tell between two words."""
        return [at for at in range(left + 1, right) if self.opaque[at + 1] > self.opaque[at]]


def text_words(text: str, words: list[Word]) -> TextWords:
    """Return the words of a reading with those that do not tell marked: particles, labels."""
    small = _transparent()
    opaque = [0, *accumulate(word[2] not in small for word in words)]
    return TextWords(text, words, opaque)


_SMALL: set[str] = set()


def _transparent() -> set[str]:
    if not _SMALL:
        _SMALL.update(small_words(), labels())
    return _SMALL


@lru_cache(maxsize=1)
def labels() -> frozenset[str]:
    """Return the folded words that label a part of a name."""
    known = known_words("labels", "labels") | known_words("birth_names", "birth")
    return frozenset(map(key_of, known))


@lru_cache(maxsize=1)
def conjunctions() -> frozenset[str]:
    """Return the folded words that join two given names before one surname."""
    return frozenset(map(key_of, known_words("birth_names", "conjunctions")))


def spots_of(text: str, words: list[Word], look: Candidates) -> list[Spot]:
    """Return the words of a text that may be of listed names, in order."""
    known, of = look.known, look.of
    found = []
    for at, (start, end, _) in enumerate(words):
        word = text[start:end]
        held = known.get(word) or of(word)
        if held.names:
            found.append(Spot(at, at, *held))
    joined = list(_joined(text, words, look, [spot.first for spot in found]))
    if joined:
        found.extend(joined)
        found.sort(key=lambda spot: (spot.first, -spot.last))
    return found


def _joined(text: str, words: list[Word], look: Candidates, seen: list[int]) -> Iterator[Spot]:
    """Go through neighbouring words that may together be one word of a name.

    seen: places of words that may be words of names; far from them, only what is a word of a name
    as the list writes it is looked for.
    """
    near = {at + by for at in seen for by in range(-REACH, REACH + 1)}
    near.update(_parted_exactly(text, words, look))
    for first in sorted(near):
        if 0 <= first < len(words) - 1:
            start, _, key = words[first]
            low = text[start].islower()
            if not low or (len(key) <= LONGEST_SMALL and _is_small(key)):
                yield from _joined_from(text, words, look, first, low=low)


def _joined_from(
    text: str, words: list[Word], look: Candidates, first: int, *, low: bool
) -> Iterator[Spot]:
    start, end, _ = words[first]
    before, joined = end, text[start:end]
    for last, (begin, stop, _) in enumerate(words[first + 1 : first + MOST_JOINED], first + 1):
        across = False
        if text[before:begin] != " ":
            if not JOINING.fullmatch(text, before, begin):
                break
            across = _is_one(text, before, begin)
        before, joined = stop, joined + text[begin:stop]
        if low and text[begin].islower():
            continue
        held = look.of_joined(joined, across=across)
        if not held.names:
            continue
        candidates = held.candidates
        if end - start == 1 or stop - begin == 1:
            # An initial beside a word is no part of it.
            candidates = tuple(each for each in candidates if each[1] == Likeness.EXACT)
        if candidates:
            yield Spot(first, last, candidates, held.names)


def _parted_exactly(text: str, words: list[Word], look: Candidates) -> Iterator[int]:
    """Go through the first of two words that may be one: as the list writes it, or by a sign."""
    exact, heads = look.index.exact, look.index.heads
    for at, ((start, end, key), (begin, _, right)) in enumerate(pairwise(words)):
        if text[start].islower():
            continue
        parted = key in heads and key + right in exact and len(key + right) >= SHORTEST_COMPOUND
        if parted or (text[end:begin] != " " and _is_one(text, end, begin)):
            yield at


def _is_one(text: str, end: int, begin: int) -> bool:
    """Whether two words are joined by a sign: Pendari-Nejad, vanʼtVeld."""
    if begin - end > MOST_OF_JOINT:
        return False
    seen = ""
    for sign in text[end:begin]:
        if sign not in JOINTS and not is_unseen(sign):
            return False  # most often a space, or a mark before one
        seen += sign if sign in JOINTS else ""
    return len(seen) == 1


JOINTS = frozenset("-'’ʼ`´‘\u2010\u2011")

MOST_OF_JOINT = 5
"""Signs that join two words, and unseen ones around them."""

LONGEST_SMALL = 6
"""Letters of a particle or title before what it is written together with."""


@lru_cache(maxsize=10_000)
def _is_small(key: str) -> bool:
    return key in small_words() or latin(key) in small_words()


def together(words: TextWords, left: Spot, right: Spot) -> int | None:
    """Return how many foreign words stand between two words of one name, None where it is none.

    Other given names may stand between them, initials, and in a row of a table other cells.
    """
    between = words.between(left.last, right.first)
    signs = len("".join(between.split()))
    foreign = words.foreign(left.last, right.first)
    if not foreign:
        labelled = right.first - left.last > 1
        return 0 if signs <= (FARTHEST_LABELLED if labelled else FARTHEST) else None
    if signs > FARTHEST_LABELLED:
        return None
    few = len(foreign) <= MOST_CELLS
    if few and (CELLS.fullmatch(between) or _is_labelled(words, left.last, right.first, between)):
        return len(foreign)
    if _is_another(words, left.last, right.first, foreign):
        return 1
    near = len(foreign) <= MOST_BETWEEN and not SENTENCE_END.search(between)
    return len(foreign) if near and _are_names(words, left.last, right.first, foreign) else None


def _are_names(words: TextWords, left: int, right: int, foreign: list[int]) -> bool:
    """Whether what stands between two words are further names and initials, each near the next."""
    between = words.between(left, right)
    gaps = (words.between(a, b) for a, b in pairwise(range(left, right + 1)))
    near = all(len("".join(gap.split())) <= FARTHEST for gap in gaps)
    return near and all(_may_stand_between(words, at, between) for at in foreign)


def _is_another(words: TextWords, left: int, right: int, foreign: list[int]) -> bool:
    """Whether another given name is joined to the first: Rosa and Luis Ejemplo."""
    joins = words.words[left + 1][2] in conjunctions()
    others = [at for at in foreign if at != left + 1]
    near = not any(sign in ".,;:!?\n" for sign in words.between(left, right))
    return joins and near and 0 < len(others) <= MOST_BETWEEN and all(map(words.is_named, others))


def _is_labelled(words: TextWords, left: int, right: int, between: str) -> bool:
    """Whether a label stands between two words, as in a record of first and last name."""
    if "\n\n" in between:
        return False
    return any(words.words[at][2] in labels() for at in range(left + 1, right))


KUNYA = frozenset(("ام", "ابو", "أم", "أبو", "umm", "um", "abu", "abou"))
"""Mother of, father of."""


def _may_stand_between(words: TextWords, place: int, between: str) -> bool:
    surface = words.surface(place)
    if len(words.words[place][2]) == 1 or surface[0].isdigit() or surface[0].isupper():
        return True
    if words.words[place - 1][2] in KUNYA:
        return True
    return not any(sign.isspace() for sign in between)
