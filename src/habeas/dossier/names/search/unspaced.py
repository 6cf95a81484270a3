"""Whole names in scripts that set no spaces between words, found sign by sign.

Chinese by its characters and by their pinyin, Korean by its letters and its romanisations, Thai,
Lao, Khmer, Burmese and Japanese by their letters and their consonants.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from habeas.dossier.names.index import SURNAME, Japanese, Name
from habeas.dossier.names.search.meetings import Certainty
from habeas.dossier.names.spelling import (
    HAN,
    HANGUL,
    UNSPACED,
    is_chinese,
    is_chinese_surname,
    korean_sound,
    korean_surnames,
    latin,
    pinyin_of,
    script_of,
    skeletons,
    southern,
    syllables_of,
)

RUN = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3005\u3040-\u30ff"
    "\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002ffff]"
    "(?:[\\s·・.,\u200b-\u200d]{0,2}[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff"
    "\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002ffff])*"
)

SIGN = re.compile(r"[^\s·・.,\u200b-\u200d]")

LONGEST = 40
"""Signs of a name in such a script."""

FEWEST_CONSONANTS = 5
"""Consonants of a whole name by which it is met across scripts without vowels."""

Hit = tuple[int, int, str, str, Certainty, str]
"""Where a name was met, its key, its letters, how certain, and why."""


@dataclass
class Unspaced:
    """Whole names by their signs and by their sounds.

    Made when a text first has such a script: most texts never ask.
    """

    names: list[Name] = field(default_factory=list)

    @classmethod
    def of(cls, names: Iterable[Name]) -> Unspaced:
        """Hold names that may stand in a script without spaces."""
        return cls(list(names))

    @cached_property
    def index(self) -> WholeNames:
        """The names by how they may stand in a script without spaces."""
        return WholeNames.of(self.names)

    def met(self, text: str) -> Iterator[Hit]:
        """Go through the whole names in the runs of a text that has such scripts."""
        if self.names and not text.isascii() and RUN.search(text):
            yield from self.index.met(text)


@dataclass
class WholeNames:
    """Whole names by their signs and by their sounds."""

    literal: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    pinyin: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    korean: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    japanese: Japanese = field(default_factory=Japanese)
    consonants: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, names: Iterable[Name]) -> WholeNames:
        """Index names by how they may stand in a script without spaces."""
        index = cls()
        for name in names:
            if len(name.words) > 1 or (
                script_of(name.shown) in UNSPACED and len(_plain(name.words[0].written)) > 3
            ):
                index._add(name)
        return index

    def _add(self, name: Name) -> None:
        first = [word for word in name.words if word.role == SURNAME]
        parts = [*first, *(word for word in name.words if word.role != SURNAME)]
        written = [word.written for word in (parts if first else name.words)]
        orders = {tuple(written), tuple(written[1:] + written[:1]), tuple(written[::-1])}
        script = script_of(written[0])
        if script in (HAN, "LATIN"):
            self.japanese.add(name)
        if script in UNSPACED:
            for order in orders:
                self.literal[_plain("".join(order))].add(name.key)
        if script == HAN:
            self.pinyin[" ".join(map(pinyin_of, "".join(written)))].add(name.key)
        elif script == HANGUL and len(written) > 1:
            self.korean[southern(written[0]), korean_sound(latin(written[1]))].add(name.key)
        elif script in UNSPACED or script == "LATIN":
            self._add_latin(name, [latin(word) for word in written], orders)

    def _add_latin(self, name: Name, words: list[str], orders: set[tuple[str, ...]]) -> None:
        if is_chinese(tuple(words)):
            for order in {tuple(words), tuple(words[1:] + words[:1])}:
                self.pinyin[" ".join(part for word in order for part in syllables_of(word))].add(
                    name.key
                )
        for at, word in enumerate(words):
            others = korean_sound("".join(words[:at] + words[at + 1 :]))
            for surname in korean_surnames(word):
                self.korean[southern(surname), others].add(name.key)
        for order in orders:
            for key in skeletons(latin("".join(order))):
                if len(key) >= FEWEST_CONSONANTS:
                    self.consonants[key].add(name.key)

    def met(self, text: str) -> Iterator[Hit]:
        """Go through the whole names in the runs of a text that has such scripts."""
        for run in RUN.finditer(text):
            places = [run.start() + sign.start() for sign in SIGN.finditer(run.group())]
            signs = [text[place] for place in places]
            for first in range(len(signs)):
                for size, names, certainty, why in self._from(signs, first):
                    start, end = places[first], places[first + size - 1] + 1
                    for name in names:
                        yield start, end, name, "".join(signs[first : first + size]), certainty, why

    def _from(
        self, signs: list[str], first: int
    ) -> Iterator[tuple[int, Iterable[str], Certainty, str]]:
        held = signs[first : first + LONGEST]
        script = script_of(held[0])
        for size, key in _growing(held):
            if key in self.literal:
                certain = size > 2 or script not in (HAN, HANGUL)
                yield size, self.literal[key], _certainty(certain), "whole_name"
        if script == HAN:
            yield from self._by_pinyin(held)
            yield from self._by_reading(held)
        elif script == HANGUL:
            yield from self._by_sound(held)
        elif self.consonants:
            yield from self._by_consonants(held)

    def _by_reading(self, held: list[str]) -> Iterator[tuple[int, Iterable[str], Certainty, str]]:
        for size, names in self.japanese.of_characters(held):
            yield size, names, Certainty.DOUBTFUL, "other_script"

    def _by_pinyin(self, held: list[str]) -> Iterator[tuple[int, Iterable[str], Certainty, str]]:
        if not self.pinyin or not is_chinese_surname("".join(held[:2])):
            return
        for size in range(2, min(len(held), 4) + 1):
            names = self.pinyin.get(" ".join(map(pinyin_of, held[:size])), ())
            if names:
                yield size, names, _certainty(size > 2), "other_script"

    def _by_sound(self, held: list[str]) -> Iterator[tuple[int, Iterable[str], Certainty, str]]:
        whole = unicodedata.normalize("NFC", "".join(held))[:5]
        for size in range(2, min(len(whole), 4) + 1):
            names = self.korean.get((southern(whole[0]), korean_sound(latin(whole[1:size]))), ())
            if names:
                yield min(size, len(held)), names, _certainty(size > 2), "other_script"

    def _by_consonants(
        self, held: list[str]
    ) -> Iterator[tuple[int, Iterable[str], Certainty, str]]:
        for size in range(4, len(held) + 1):
            if unicodedata.category(held[size - 1]) in ("Mn", "Mc"):
                continue
            for key in skeletons(_latin_of("".join(held[:size]))):
                if names := self.consonants.get(key, ()):
                    yield size, names, Certainty.DOUBTFUL, "other_script"


def _certainty(certain: bool) -> Certainty:
    return Certainty.CERTAIN if certain else Certainty.DOUBTFUL


@lru_cache(maxsize=100_000)
def _latin_of(text: str) -> str:
    return latin(text)


def _growing(held: list[str]) -> Iterator[tuple[int, str]]:
    whole = ""
    for size, sign in enumerate(held, 1):
        whole += sign
        if size > 1:
            yield size, _plain(whole)


def _plain(written: str) -> str:
    """Return letters of such a script as they are compared."""
    return unicodedata.normalize("NFKC", written).casefold() if written else ""
