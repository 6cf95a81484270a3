"""Which words of listed names a word of a text may be, and how alike the two are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from rapidfuzz.fuzz import ratio

from habeas.dossier.names.index import ARTICLE, Entry, NameIndex, bones_of, small_words
from habeas.dossier.names.spelling import (
    ARABIC,
    CASED,
    HEBREW,
    LATIN,
    VOWELLESS,
    Stems,
    key_of,
    latin,
    may_be,
    romanised,
    script_of,
    sounds,
    stems_in_text,
    without_unseen,
)
from habeas.linkage import frequent_names

CLOSE_ENOUGH = 58
"""The least likeness, of 100, of two Latin spellings with the same consonants."""


class Likeness(IntEnum):
    """How alike a word of a text and a word of a name are, most alike first."""

    EXACT = 0
    INFLECTED = 1
    OTHER_SCRIPT = 2
    SPELLED = 3
    CONSONANTS = 4
    NICKNAME = 5
    INITIAL = 6


DIGITS = (str.maketrans("0134578", "oleastb"), str.maketrans("0134578", "oieastb"))
"""Letters for the digits that look like them."""

CHAT = str.maketrans({"2": "", "3": "", "5": "kh", "6": "t", "7": "h", "8": "gh", "9": "s"})
"""Arabic letters for the digits that stand for them among Latin ones: Mo7amed, 3ali."""

MISREAD: tuple[Callable[[str], str], ...] = (
    lambda word: word.replace("rn", "m"),
    lambda word: word.replace("cl", "d"),
    lambda word: word.replace("rn", "m").replace("cl", "d"),
    lambda word: word.replace("vv", "w"),
)
"""Letters that scanners read as others."""

Candidate = tuple[int, Likeness]
"""An entry of the index, and how alike it is."""


@dataclass
class Candidates:
    """Looks words up in an index, each distinct word once."""

    index: NameIndex
    known: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    joined: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)

    def of(self, word: str) -> tuple[Candidate, ...]:
        """Return what a word may be, none for most."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._look_up(word)
        return found

    def of_joined(self, word: str) -> tuple[Candidate, ...]:
        """Return what neighbouring words read as one may be: never two words of a name as one."""
        found = self.joined.get(word)
        if found is None:
            lower = without_unseen(word).lower()
            near = [*self._exactly(lower), *self._heard(latin(lower), script_of(lower))]
            near += self._vowelless(lower, stems_in_text(lower).whole)
            found = self.joined[word] = tuple(
                (place, likeness) for place, likeness in near
                if not self.index.entries[place].is_compound
            )  # fmt: skip
        return found

    def _exactly(self, lower: str) -> Iterator[Candidate]:
        for place in self.index.exact.get(key_of(lower), ()):
            yield place, Likeness.EXACT

    def _look_up(self, word: str) -> tuple[Candidate, ...]:
        if len(word) > LONGEST:
            return ()
        best: dict[int, Likeness] = {}
        if key_of(word) in small_words():
            # A particle is a word of a name only where the list writes it so.
            return tuple((at, Likeness.EXACT) for at in self.index.exact.get(key_of(word), ()))
        for entry, likeness in self._all(without_unseen(word)):
            if entry not in best or likeness < best[entry]:
                best[entry] = likeness
        return tuple(sorted(best.items()))

    def _all(self, written: str) -> Iterator[Candidate]:
        lower = written.lower()
        for place in self.index.exact.get(key_of(lower), ()):
            yield place, Likeness.EXACT
        if len(lower) < 2:
            return
        undigited = lower.strip("0123456789")
        for place in self.index.exact.get(key_of(undigited), ()):
            yield place, Likeness.EXACT
        if written == lower and script_of(lower) in CASED:
            # A word without capitals is a name only as the list writes it.
            yield from self._heard_exactly(ARTICLE.sub("", lower))
            return
        yield from self._tones(lower)
        yield from self._misread(lower)
        stems = stems_in_text(lower)
        if script_of(lower) != "LATIN" or latin(lower) not in frequent_names()[0]:
            yield from self._inflected(stems)
        letters = latin(lower)
        yield from self._spelled(lower, letters)
        for stem in stems.bent | stems.whole:
            if stem != lower:
                yield from self._heard(latin(stem), script_of(lower))
        yield from self._vowelless(lower, stems.whole)

    def _inflected(self, stems: Stems) -> Iterator[Candidate]:
        for stem in stems.whole:
            for place in self.index.exact.get(key_of(stem), ()):
                yield place, Likeness.INFLECTED
        for stem in stems.bent | stems.whole:
            for place in self.index.bent.get(key_of(stem), ()):
                yield place, Likeness.INFLECTED

    def _tones(self, lower: str) -> Iterator[Candidate]:
        """Go through what a word is without tone digits: xi2, jin4ping2."""
        if lower[-1:] in "12345" and lower.isascii():
            for place in self.index.exact.get(re.sub("[1-5]", "", lower), ()):
                yield place, Likeness.SPELLED

    def _misread(self, lower: str) -> Iterator[Candidate]:
        """Go through what a word is whose letters are written by digits, or were read as others."""
        if any(sign.isdigit() for sign in lower) and any(sign.isalpha() for sign in lower):
            for stands in DIGITS:
                for place in self.index.exact.get(key_of(lower.translate(stands)), ()):
                    yield place, Likeness.INFLECTED
            heard = latin(lower.translate(CHAT))
            yield from self._heard(heard, LATIN)
            yield from self._vowelless(heard, ())
        for misread in MISREAD:
            seen = misread(lower)
            for place in self.index.exact.get(key_of(seen), ()) if seen != lower else ():
                yield place, Likeness.INFLECTED

    def _spelled(self, lower: str, letters: str) -> Iterator[Candidate]:
        script = script_of(lower)
        for said in romanised(lower):
            yield from self._heard(said, script)
        for place in self.index.short.get(letters, ()):
            yield place, Likeness.NICKNAME
        bare = ARTICLE.sub("", letters)
        if bare != letters:
            yield from self._heard_exactly(bare)

    def _heard_exactly(self, letters: str) -> Iterator[Candidate]:
        for place in self.index.exact.get(letters, ()):
            yield place, Likeness.INFLECTED

    def _heard(self, letters: str, script: str) -> Iterator[Candidate]:
        for sound in sounds(letters):
            for place in self.index.heard.get(sound, ()):
                entry = self.index.entries[place]
                if script == entry.script == "LATIN" or "LATIN" not in (script, entry.script):
                    likeness = Likeness.SPELLED
                else:
                    likeness = Likeness.OTHER_SCRIPT
                said = romanised(entry.written)
                if letters in said:
                    yield place, min(likeness, Likeness.OTHER_SCRIPT)
                elif max(ratio(letters, each) for each in said) >= CLOSE_ENOUGH:
                    yield place, likeness

    def _vowelless(self, lower: str, stems: Iterable[str]) -> Iterator[Candidate]:
        """Go through what a word may be where one of the two scripts leaves vowels out."""
        script = script_of(lower)
        if script not in VOWELLESS and not self.index.has_vowelless:
            return
        for form in {lower, *stems}:
            for key in bones_of(form, script):
                for place in self.index.bare.get(key, ()):
                    if _may_be_same(form, script, latin(form), self.index.entries[place]):
                        yield place, Likeness.CONSONANTS


LONGEST = 60
"""Letters; nobody's name is a longer word."""

FEWEST_BARE = 2
"""Consonants by which words of scripts without vowels are compared; fewer tell nothing."""


def _may_be_same(form: str, script: str, letters: str, entry: Entry) -> bool:
    if (script in VOWELLESS) == (entry.script in VOWELLESS) and script == entry.script:
        return False
    if script in (ARABIC, HEBREW):
        return may_be(form, entry.latin)
    if entry.script in (ARABIC, HEBREW):
        return may_be(entry.written, letters)
    either = script in VOWELLESS or entry.script in VOWELLESS
    return either and any(len(key) >= FEWEST_BARE for key in bones_of(form, script))
