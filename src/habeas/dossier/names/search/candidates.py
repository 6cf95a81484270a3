"""Which words of listed names a word of a text may be, and how alike the two are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from habeas.dossier.names.index import (
    ARTICLE,
    SHORTEST_COMPOUND,
    Entry,
    NameIndex,
    bones_of,
    form_key,
    small_words,
)
from habeas.dossier.names.spelling import (
    ARABIC,
    CASED,
    HEBREW,
    LATIN,
    VOWELLESS,
    Stems,
    as_french,
    key_of,
    latin,
    may_be,
    romanised,
    script_of,
    sounds,
    stems_in_text,
    whole_stems_in_text,
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

GREEK_CHAT = str.maketrans({"3": "x", "8": "th", "9": "th", "4": "ps", "0": "o", "7": "z"})
"""Greek letters for the digits that look like them: Ale3andros, 8eodoros."""

DIGIT_AMONG_LETTERS = re.compile(r"[0-9](?:[^\W\d_])|[^\W\d_][0-9]")

DIMINUTIVE = re.compile(r"(?<=...)(?:z?inh[oa]|c?it[oa]|ill[oa]|ic[oa]|ucho|ucha)$")
"""Endings of fond forms of Spanish and Portuguese: Joãozinho, Rosita."""

MISREAD: tuple[Callable[[str], str], ...] = (
    lambda word: word.replace("rn", "m"),
    lambda word: word.replace("cl", "d"),
    lambda word: word.replace("rn", "m").replace("cl", "d"),
    lambda word: word.replace("vv", "w"),
)
"""Letters that scanners read as others."""

Candidate = tuple[Entry, Likeness]
"""An entry of the index, and how alike it is."""


class Candidacy(NamedTuple):
    """What a word may be, and the numbers of all names of which it may be a word."""

    candidates: tuple[Candidate, ...]
    names: frozenset[int]


NOTHING = Candidacy((), frozenset())


def candidacy(candidates: Iterable[Candidate]) -> Candidacy:
    """Return candidates in the order of their entries, with the names that they stand in."""
    best: dict[Entry, Likeness] = {}
    for entry, likeness in candidates:
        if entry not in best or likeness < best[entry]:
            best[entry] = likeness
    if not best:
        return NOTHING
    ordered = sorted(best.items(), key=lambda held: (held[0].order, held[0].written))
    return Candidacy(tuple(ordered), frozenset().union(*(entry.places for entry in best)))


@dataclass
class Candidates:
    """Looks words up in an index, each distinct word once."""

    index: NameIndex
    known: dict[str, Candidacy] = field(default_factory=dict)
    joined: tuple[dict[str, Candidacy], dict[str, Candidacy]] = field(
        default_factory=lambda: ({}, {})
    )

    def of(self, word: str) -> Candidacy:
        """Return what a word may be, nothing for most."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._look_up(word)
        return found

    def of_joined(self, word: str, *, across: bool = False) -> Candidacy:
        """Return what neighbouring words read as one may be: never two words of a name as one.

        across: but where a sign joins them, of which one may be cut: vanʼtVeld, written in one.
        """
        known = self.joined[across]
        found = known.get(word)
        if found is None:
            lower = without_unseen(word).lower()
            near = [*self._exactly(key_of(lower)), *self._heard(latin(lower), script_of(lower))]
            near += self._vowelless(lower, whole_stems_in_text(lower))
            found = known[word] = candidacy(
                (entry, likeness) for entry, likeness in near if across or not entry.is_compound
            )
        return found

    def _exactly(self, key: str, likeness: Likeness = Likeness.EXACT) -> Iterator[Candidate]:
        for entry in self.index.exact.get(key, ()):
            yield entry, likeness
        may_be_several = len(key) >= SHORTEST_COMPOUND or script_of(key) in VOWELLESS
        if may_be_several and (compound := self.index.written_in_one(key)):
            yield compound, likeness

    def _look_up(self, word: str) -> Candidacy:
        if len(word) > MOST_SIGNS or len(key := key_of(word)) > LONGEST:
            return NOTHING
        if key in small_words():
            # A particle is a word of a name only where the list writes it so.
            return candidacy((entry, Likeness.EXACT) for entry in self.index.exact.get(key, ()))
        return candidacy(self._all(without_unseen(word)))

    def _all(self, written: str) -> Iterator[Candidate]:
        lower = written.lower()
        yield from self._exactly(key_of(lower))
        if len(lower) < 2:
            return
        undigited = lower.strip("0123456789")
        if undigited != lower:
            yield from self._exactly(key_of(undigited))
        script = script_of(lower)
        yield from self._digited(lower)
        if written == lower and script in CASED:
            # A word without capitals is a name only as the list writes it.
            if (bare := ARTICLE.sub("", lower)) != lower:
                yield from self._heard_exactly(bare)
            return
        yield from self._tones(lower)
        yield from self._misread(lower)
        stems = stems_in_text(lower)
        letters = latin(lower)
        if script != LATIN or letters not in frequent_names()[0]:
            yield from self._inflected(stems, lower)
        yield from self._spelled(lower, letters)
        yield from self._vowelless(lower, stems.whole)

    def _inflected(self, stems: Stems, lower: str) -> Iterator[Candidate]:
        """Go through what a word is without its ending; Antônio, a name itself, is no Anton."""
        script = script_of(lower)
        for stem in stems.whole:
            yield from self._exactly(key_of(stem), Likeness.INFLECTED)
        for stem in stems.bent | stems.whole:
            for entry in self.index.bent.get(key_of(stem), ()):
                yield entry, Likeness.INFLECTED
            for entry, likeness in self._heard(latin(stem), script) if stem != lower else ():
                # An ending that was taken off is at least an inflection.
                bent = entry.script == script and likeness < Likeness.SPELLED
                yield entry, Likeness.INFLECTED if bent else likeness

    def _tones(self, lower: str) -> Iterator[Candidate]:
        """Go through what a word is without tone digits: xi2, jin4ping2."""
        if lower[-1:] in "12345" and lower.isascii():
            yield from self._exactly(re.sub("[1-5]", "", lower), Likeness.SPELLED)

    def _misread(self, lower: str) -> Iterator[Candidate]:
        """Go through what a word is whose letters were read as others."""
        for misread in MISREAD:
            seen = misread(lower)
            if seen != lower:
                yield from self._exactly(key_of(seen), Likeness.INFLECTED)

    def _digited(self, lower: str) -> Iterator[Candidate]:
        """Go through what a word is whose letters are written by digits."""
        if lower.isalpha() or not DIGIT_AMONG_LETTERS.search(lower):
            return
        for stands in DIGITS:
            yield from self._exactly(key_of(lower.translate(stands)), Likeness.INFLECTED)
        for chat in (CHAT, GREEK_CHAT):
            heard = latin(lower.translate(chat))
            yield from self._heard(heard, LATIN)
            yield from self._vowelless(heard, ())

    def _spelled(self, lower: str, letters: str) -> Iterator[Candidate]:
        script = script_of(lower)
        for said in romanised(lower):
            yield from self._heard(said, script)
        for entry in self.index.short.get(form_key(letters), ()):
            yield entry, Likeness.NICKNAME
        if (ended := DIMINUTIVE.search(letters)) and script == LATIN:
            for vowel in ("", "a", "o", "e"):
                for entry in self.index.exact.get(letters[: ended.start()] + vowel, ()):
                    yield entry, Likeness.NICKNAME
        bare = ARTICLE.sub("", letters)
        if bare != letters:
            yield from self._heard_exactly(bare)

    def _heard_exactly(self, letters: str) -> Iterator[Candidate]:
        yield from self._exactly(letters, Likeness.INFLECTED)

    def _heard(self, letters: str, script: str) -> Iterator[Candidate]:
        if script != LATIN:
            yield from self._heard_as_french(letters)
        for sound in sounds(letters):
            for entry in self.index.heard.get(sound, ()):
                said = romanised(entry.written)
                across = (script == LATIN) != (entry.script == LATIN)
                if letters in said:
                    yield entry, Likeness.OTHER_SCRIPT
                elif _is_close(letters, said, across=across):
                    yield entry, Likeness.OTHER_SCRIPT if across else Likeness.SPELLED

    def _heard_as_french(self, letters: str) -> Iterator[Candidate]:
        for sound in sounds(letters):
            for entry in self.index.abroad.get(sound, ()):
                if _is_close(letters, as_french(entry.latin), across=True):
                    yield entry, Likeness.OTHER_SCRIPT

    def _vowelless(self, lower: str, stems: Iterable[str]) -> Iterator[Candidate]:
        """Go through what a word may be where one of the two scripts leaves vowels out."""
        script = script_of(lower)
        keyed = [self.index.bare] if self.index.bare else []
        if script in VOWELLESS:
            keyed.append(self.index.bare_of_others)
        for form in {lower, *stems} if keyed else ():
            for key in bones_of(form, script):
                for entries in keyed:
                    for entry in entries.get(key, ()):
                        if _may_be_same(form, script, latin(form), entry):
                            yield entry, Likeness.CONSONANTS


def _is_close(letters: str, said: Iterable[str], *, across: bool) -> bool:
    """Whether a word is spelled like another of its sound; across scripts, y is i and w is v."""
    if across:
        return any(ratio(form_key(letters), form_key(each)) >= CLOSE_ENOUGH for each in said)
    return any(ratio(letters, each) >= CLOSE_ENOUGH for each in said)


LONGEST, MOST_SIGNS = 60, 400
"""Letters, and signs with what is set between them; nobody's name is a longer word."""

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
