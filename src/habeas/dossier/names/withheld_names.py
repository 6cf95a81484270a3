"""Names that must not be public, found and covered wherever they stand.

A name is met in whatever order and size of letters, with or without accents, written as one word,
with one more word in it, in code, and in part: two of its words side by side are enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from habeas.dossier.names import joined_names
from habeas.dossier.names.folded_words import PARTICLES, Word, key_of, readings, words_of
from habeas.dossier.names.joined_names import is_joined, is_within
from habeas.dossier.names.written_out import forms
from habeas.vocabulary import Field

NAMES = (Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES)
NUMBERS = (Field.NATIONAL_ID, Field.OTHER_ID)
SHORTEST_NUMBER = 5
"""Letters and digits; a shorter one is no number that tells who somebody is."""

SHORTEST_DIGITS = 6
"""Digits that are looked for whatever letters stand around them and signs between them."""

FARTHEST = 12
"""Signs between two words of one name, white space not counted."""

GAP = re.compile(r"[^\w\n]{1,3}")
"""What may stand between two parts of a number."""

HASHES = re.compile("[#@＃＠]")
"""What stands before words that are written as one on purpose."""

SHORTEST_AGAIN = 3
"""Letters of a word of a name that tells alone where the whole name stands elsewhere."""

DIGIT, NO_DIGIT = re.compile(r"[0-9]"), re.compile(r"[^0-9]+")

MOST_PARTS = 8
"""Parts into which a number is cut: 12-34-56-78."""

COVER = "█"


@dataclass(frozen=True)
class Withheld:
    """What must not be public.

    neighbours: for two words of a name side by side, all the words of names that hold both.
    alone: words that give somebody away by themselves: names of one word.
    whole: names word for word. shown: neighbouring words in the names of declared sources, who
    speak in public; a withheld person's whole name is covered even so.
    numbers: ids, as nothing but letters and digits, and the digits of the longer ones alone.
    again: words of names that a text tells in full elsewhere; in it they tell by themselves where
    they begin with a capital letter.
    """

    neighbours: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()
    whole: frozenset[tuple[str, ...]] = frozenset()
    shown: frozenset[tuple[str, str]] = frozenset()
    numbers: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    joined: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """Words that were looked at, and whether two words of a name make them."""

    small: bool = False
    """Whether the small words count in any name, such as Van Do."""

    def __bool__(self) -> bool:
        """Whether anybody is withheld."""
        return bool(self.neighbours or self.alone or self.numbers)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Go through the places where a text gives somebody away; they may overlap."""
        for start, end, _ in self.met(text):
            yield start, end

    def met(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Go through the places where a text gives somebody away, with the words met there."""
        if not self:
            return
        for form in forms(text):
            for words in readings(form.text):
                for start, end, keys in self._met(words, form.text):
                    yield *form.origin(start, end), keys

    def _met(self, words: list[Word], text: str) -> Iterator[tuple[int, int, str]]:
        if self.numbers:
            yield from self._numbers(words, text)
        if HASHES.search(text):
            yield from self._hashtags(words, text)
        telling = [word for word in words if word[2] not in PARTICLES]
        yield from self._names(telling, text)
        if self.small and len(telling) < len(words):
            yield from self._names(words, text)

    def _hashtags(self, words: list[Word], text: str) -> Iterator[tuple[int, int, str]]:
        for start, end, key in words:
            marked = start and HASHES.match(text, start - 1)
            if marked and is_within(key, self.neighbours, self.of_names, self.alone):
                yield start, end, key

    def _names(self, words: list[Word], text: str) -> Iterator[tuple[int, int, str]]:
        telling = {key for key in {word[2] for word in words} if self._tells(key)}
        if not telling:
            return
        for place, (start, end, key) in enumerate(words):
            if key not in telling:
                continue
            again = key in self.again and text[start].isupper()
            if again or key in self.alone or self._is_joined(key):
                yield start, end, key
            for second in (place + 1, place + 2):
                if second >= len(words):
                    break
                held = self.neighbours.get((key, words[second][2]))
                if held is None or not self._together(words, place, second, text):
                    continue
                first, last = _stretched(words, place, second, held, text)
                named = tuple(word[2] for word in words[first : last + 1])
                if (key, words[second][2]) not in self.shown or named in self.whole:
                    yield words[first][0], words[last][1], " ".join(named)

    def _together(self, words: list[Word], first: int, second: int, text: str) -> bool:
        """Whether two words stand side by side, or with one foreign word of a name between."""
        if any(not _near(words, one, text) for one in range(first, second)):
            return False
        if second == first + 1:
            return True
        start, end, key = words[first + 1]
        keys = words[first][2], key, words[second][2]
        if any(pair in self.shown for pair in pairwise(keys)):
            return False
        around = text[words[first][1] : start], text[end : words[second][0]]
        of_one_run = all(gap and not any(sign.isspace() for sign in gap) for gap in around)
        return len(key) == 1 or text[start].isupper() or of_one_run

    def _tells(self, key: str) -> bool:
        """Whether a word is of a name, or two words of one written as one."""
        return key in self.alone or key in self.of_names or self._is_joined(key)

    def told_in(self, texts: Iterable[str]) -> Withheld:
        """Return what must not be public of a text where these texts belong to it.

        Whoever is named in full in one of them is known by each word of the name in all of them:
        "Rosa Ejemplo was freed … Ejemplo said". Words in the names of declared sources are not.
        """
        spoken = {word for pair in self.shown for word in pair}
        named = {word for text in texts for _, _, keys in self.met(text) for word in keys.split()}
        known = (named & self.of_names) - spoken - PARTICLES
        again = frozenset(word for word in known if len(word) >= SHORTEST_AGAIN)
        return replace(self, again=self.again | again, joined=self.joined) if again else self

    @cached_property
    def of_names(self) -> frozenset[str]:
        """The words of all names of two words or more."""
        return frozenset(first for first, _ in self.neighbours)

    def _is_joined(self, key: str) -> bool:
        """Whether a word is two words of one name written as one."""
        if len(key) < joined_names.SHORTEST:
            return False
        known = self.joined.get(key)
        if known is None:
            letters = key.strip("0123456789")
            known = self.joined[key] = is_joined(letters, self.neighbours, self.of_names)
        return known

    def _numbers(self, words: list[Word], text: str) -> Iterator[tuple[int, int, str]]:
        for place, (start, end, key) in enumerate(words):
            if not DIGIT.search(key) and not self._before_number(words, place, text):
                continue
            if key in self.numbers or _digits(key) in self.numbers:
                yield start, end, key
            whole, until, plain = key, end, bool(_digits_of(key))
            for begin, stop, part in words[place + 1 : place + MOST_PARTS]:
                if not GAP.fullmatch(text, until, begin) or not _part_of_number(part):
                    break
                # Letters stand before a number or behind it, not between its parts.
                plain = plain and whole[-1:].isdigit() and part[:1].isdigit()
                whole, until = whole + part, stop
                if len(whole) >= SHORTEST_DIGITS and (
                    whole in self.numbers or (plain and _digits(whole) in self.numbers)
                ):
                    yield start, until, whole

    def _before_number(self, words: list[Word], place: int, text: str) -> bool:
        """Whether a word is the letters in front of a number's digits."""
        if len(words[place][2]) > MOST_LETTERS or place + 1 == len(words):
            return False
        begin, _, following = words[place + 1]
        digits = DIGIT.match(following) is not None
        return digits and GAP.fullmatch(text, words[place][1], begin) is not None

    def covered(self, text: str) -> str:
        """Return a text of the same length with every such place covered."""
        signs = None
        for start, end in self.places(text):
            signs = signs or list(text)
            signs[start:end] = COVER * (end - start)
        return "".join(signs) if signs else text

    def gives_away(self, text: str) -> bool:
        """Whether a text gives somebody away."""
        return next(self.met(text), None) is not None


MOST_LETTERS = 3
"""Letters that may stand before or after the digits of a number."""


def gathered(rows: Iterable[Mapping[Any, str]], shown: Iterable[tuple[str, str]] = ()) -> Withheld:
    """Return what must not be public of some rows of lists, whose values are named by field.

    shown: neighbouring words in the names of those who speak in public.
    """
    neighbours: dict[tuple[str, str], set[str]] = defaultdict(set)
    alone, whole, numbers = set(), set(), set()
    for values in rows:
        full, given, surnames = (words_of(str(values.get(name, ""))) for name in NAMES)
        for words in (full, [*given, *surnames]):
            if len(words) == 1 and len(words[0]) > 1:
                alone.add(words[0])
            whole |= {tuple(words), tuple(words[1:] + words[:1])}
            for place, first in enumerate(words):
                for other, second in enumerate(words):
                    if place != other:
                        neighbours[first, second].update(words)
        whole.add((*surnames, *given))
        for number in NUMBERS:
            numbers |= set(_ways(str(values.get(number, ""))))
    small = any(first in PARTICLES for first, _ in neighbours)
    return Withheld(
        dict(neighbours),
        frozenset(alone),
        frozenset(whole),
        frozenset(shown),
        frozenset(numbers),
        small=small,
    )


def _ways(number: str) -> Iterator[str]:
    """Go through how an id is looked for: squeezed, and its digits alone."""
    squeezed = key_of(number)
    if len(squeezed) >= SHORTEST_NUMBER and any(sign.isdigit() for sign in squeezed):
        yield squeezed
    digits = _digits_of(squeezed)
    if len(digits) >= SHORTEST_DIGITS:
        yield digits


def _digits(word: str) -> str:
    """Return the digits of a number with a few letters around them, "" of any other word."""
    digits = _digits_of(word)
    few = len(word) - len(digits) <= MOST_LETTERS
    return digits if few and len(digits) >= SHORTEST_DIGITS else ""


def _digits_of(word: str) -> str:
    return NO_DIGIT.sub("", word)


def _part_of_number(word: str) -> bool:
    return len(word) <= MOST_LETTERS or word[-1:].isdigit() or word[:1].isdigit()


def speakers(names: Iterable[str]) -> set[tuple[str, str]]:
    """Return the neighbouring words in the names of declared sources, who speak in public."""
    return {pair for name in names for pair in pairwise(words_of(name))}


def _near(words: list[Word], place: int, text: str) -> bool:
    """Whether a word and the next are near enough to be of one name."""
    end, start = words[place][1], words[place + 1][0]
    if start - end <= FARTHEST:
        return True
    between = text[end : min(start, end + FARTHEST * 100)]
    return start - end == len(between) and len("".join(between.split())) <= FARTHEST


def _stretched(
    words: list[Word], first: int, last: int, held: set[str], text: str
) -> tuple[int, int]:
    """Return the first and last of the words around two that belong to the same names."""
    while first and words[first - 1][2] in held and _near(words, first - 1, text):
        first -= 1
    while last + 1 < len(words) and words[last + 1][2] in held and _near(words, last, text):
        last += 1
    return first, last
