"""Whole names met across scripts by the letters of all their words together.

Where one script sets words apart and the other does not, or leaves out vowels, single words tell
too little: the words of a run of capitals are joined and compared with the whole listed name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from habeas.dossier.names.index import SURNAME, Japanese, Name, small_words
from habeas.dossier.names.search.meetings import Certainty
from habeas.dossier.names.spelling import (
    CASED,
    HAN,
    HANGUL,
    UNSPACED,
    VOWELLESS,
    Word,
    is_chinese,
    korean_sound,
    latin,
    romanised_surnames,
    script_of,
    skeletons,
    wade_giles,
)

MOST_WORDS, MOST_OF_RUN = 6, 40
"""Words of a text that are joined, and of a run of capitals that is looked at at once."""

FEWEST_SIGNS = 4
"""Consonants of a whole name that tell it."""

FEW_NAMES = 200
"""Keys of names among which so few consonants tell one; among more, three more are asked for."""

CLOSE_ENOUGH = 55
"""The least likeness, of 100, of the letters of two whole names with the same consonants."""

GAP = re.compile(r"[ \u00a0'’ʼ`´‘.\u2010\u2011-]{1,3}")

Hit = tuple[int, int, str, str, Certainty, str]
RunHit = tuple[int, int, str, str, Certainty]


@dataclass
class WholeAcross:
    """Listed names by their joined Latin letters, their Korean sounds and their consonants."""

    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    korean: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    bare: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    known: dict[str, list[tuple[str, Certainty]]] = field(default_factory=dict)
    runs: dict[str, list[RunHit]] = field(default_factory=dict)
    count: int = 0
    of_one_word: bool = False
    japanese: Japanese = field(default_factory=Japanese)

    @classmethod
    def of(cls, names: Iterable[Name]) -> WholeAcross:
        """Index the names whose words may be set otherwise in another script."""
        index = cls()
        for name in names:
            parts = sorted(name.words, key=lambda word: word.role != SURNAME)
            words = [latin(word.written) for word in parts]
            script = script_of(parts[0].written)
            if script == HANGUL and len(parts) > 1:
                index._add_korean(name, parts[0].written, words[1])
            elif all(words) and script in SET_OTHERWISE:
                index.of_one_word = index.of_one_word or len(words) == 1
                index._add(name, words, script)
            elif len(words) > 1 and is_chinese(tuple(words)):
                index._add_chinese(name, words)
        return index

    def __bool__(self) -> bool:
        return bool(self.exact or self.bare or self.korean)

    def _add_korean(self, name: Name, surname: str, given: str) -> None:
        for spelled in romanised_surnames(surname):
            for order in (spelled + given, given + spelled):
                self.korean[korean_sound(order)].add(name.key)

    def _add(self, name: Name, words: list[str], script: str) -> None:
        if script == HAN:
            self.japanese.add(name)
            self._add_chinese(name, words)
        for order in _orders(words):
            whole = "".join(order)
            for key in skeletons(whole):
                if len(key) >= FEWEST_SIGNS:
                    self.count += 1
                    self.bare[key].append((name.key, whole))

    def _add_chinese(self, name: Name, words: list[str]) -> None:
        for order in _orders(words):
            for spelled in (order, [wade_giles(word) for word in order]):
                whole = "".join(spelled)
                if len(whole) > FEWEST_SIGNS:
                    self.exact[whole].add(name.key)

    def met(self, words: list[Word], text: str) -> Iterator[Hit]:
        """Go through the runs of capitals in a text that may be a whole name."""
        past = 0
        for at, (start, end, _) in enumerate(words):
            if at < past or not text[start].isupper() or not _begins(text[start:end]):
                continue
            past = _run_end(words, text, at)
            stop = words[past - 1][1]
            for first, last, name, whole, certainty in self._in_run(text[start:stop], words, at):
                yield start + first, start + last, name, whole, certainty, "other_script"

    def _in_run(self, run: str, words: list[Word], at: int) -> list[RunHit]:
        found = self.runs.get(run)
        if found is None:
            begin = words[at][0]
            several = words[at : at + MOST_OF_RUN]
            parts = [(start - begin, end - begin, key) for start, end, key in several
                     if end - begin <= len(run)]  # fmt: skip
            found = self.runs[run] = list(self._whole(run, parts))
        return found

    def _whole(self, run: str, parts: list[Word]) -> Iterator[RunHit]:
        for at, (start, end, key) in enumerate(parts):
            if not _begins(run[start:end]):
                continue
            said: list[str] = []
            for begin, stop, _ in parts[at : at + (1 if key in small_words() else MOST_WORDS)]:
                said.append(latin(run[begin:stop]))
                ways = _orders(said) if self.of_one_word and len(said) > 2 else [said]
                for whole in map("".join, ways):
                    for name, certainty in self._known(whole):
                        yield start, stop, name, whole, certainty

    def _known(self, whole: str) -> list[tuple[str, Certainty]]:
        found = self.known.get(whole)
        if found is None:
            found = self.known[whole] = list(self._names(whole))
        return found

    def _names(self, whole: str) -> Iterator[tuple[str, Certainty]]:
        for name in self.exact.get(whole, ()):
            yield name, Certainty.CERTAIN if len(whole) > SURE else Certainty.DOUBTFUL
        for name in self.japanese.of_latin(whole):
            yield name, Certainty.DOUBTFUL
        if self.korean and len(whole) > FEWEST_SIGNS:
            for name in self.korean.get(_korean(whole), ()):
                yield name, Certainty.DOUBTFUL
        for key in skeletons(whole) if self.bare else ():
            if len(key) >= (FEWEST_SIGNS if self.count < FEW_NAMES else FEWEST_SIGNS + 3):
                for name, letters in self.bare.get(key, ()):
                    if ratio(whole, letters) >= CLOSE_ENOUGH:
                        yield name, Certainty.DOUBTFUL


SET_OTHERWISE = UNSPACED | VOWELLESS
"""Scripts of which single words tell too little beside Latin ones."""

SURE = 8
"""Letters of a whole Chinese name in Latin letters that nothing else is."""


@lru_cache(maxsize=100_000)
def _korean(whole: str) -> str:
    return korean_sound(whole)


def _run_end(words: list[Word], text: str, at: int) -> int:
    """Return the place behind the last word of a run: capitals, side by side or joined."""
    place = at + 1
    for begin, _, _ in words[place : at + MOST_OF_RUN]:
        near = GAP.fullmatch(text, words[place - 1][1], begin)
        if not near or (not text[begin].isupper() and text[begin - 1].isspace()):
            break
        place += 1
    return place


def _begins(surface: str) -> bool:
    return surface[:1].isupper() and script_of(surface) in CASED


def _orders(words: list[str]) -> list[list[str]]:
    found = [words, words[1:] + words[:1], words[-1:] + words[:-1]]
    return [order for at, order in enumerate(found) if order not in found[:at]]
