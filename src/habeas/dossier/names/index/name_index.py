"""An index of listed names: from the keys of a word to the places in names where it may stand.

A word of a text is looked up by its folded letters, its stems, its sounds, its consonants and as a
short form; two or three words of a name written as one are an entry of their own (a compound).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations

from habeas.dossier.names.index.name_words import GIVEN, SURNAME, Name
from habeas.dossier.names.index.name_words import Word as NameWord
from habeas.dossier.names.spelling import (
    ARABIC,
    HAN,
    HANGUL,
    HEBREW,
    LATIN,
    VOWELLESS,
    bones,
    consonants,
    is_chinese,
    key_of,
    latin,
    romanised,
    romanised_surnames,
    script_of,
    sounds,
    stems_in_list,
    surfaces_in,
    wade_giles,
)
from habeas.linkage import frequent_names, nicknames

RARE_BITS, FREQUENT_BITS = 14.0, 7.0
"""How much meeting a word tells, in bits: one that is known to be frequent, and any other."""

PRIOR = 1000
"""Names as which that is weighed against how often the word stands on the list itself."""

MOST_OF_COMPOUND = 5
"""Words of a name that are looked for as written in one."""

SHORTEST_COMPOUND = 6
"""Letters of words written in one; fewer stand in other words."""


ARTICLE = re.compile(
    r"^(?:al|el|ul|ur|abu|bin|ibn|bint|dela|delos|delas|del|de|da|di|do|dos|van|von|mc|mac|fitz|ben|bar|ter|o|d|l)"
    r"(?=[a-z]{4})"
)
"""Particles joined to the front of a word: Alhassan, Delacruz, OBrien."""


@dataclass(frozen=True)
class Entry:
    """A word, or words written in one, and where they stand in names.

    written: lower case, as a list has it. places: for each name, the places of its words.
    """

    written: str
    latin: str
    script: str
    places: dict[int, frozenset[int]] = field(default_factory=dict)
    is_compound: bool = False


@dataclass
class NameIndex:
    """All listed names of two words or more, by the keys of their words."""

    names: list[Name] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    exact: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    bent: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    heard: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    bare: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    short: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    counts: Counter[str] = field(default_factory=Counter)
    has_vowelless: bool = False

    @classmethod
    def of(cls, names: Iterable[Name]) -> NameIndex:
        """Index names; those of one word are left out."""
        index = cls()
        known: dict[tuple[str, bool, int], int] = {}
        for name in names:
            if len(name.words) > 1:
                index._add(name, known)
        return index

    def _add(self, name: Name, known: dict[tuple[str, bool, int], int]) -> None:
        number = len(self.names)
        self.names.append(name)
        self.counts.update({word.key for word in name.words})
        self.counts.update(
            {f"~{sound}" for word in name.words for sound in sounds(latin(word.written))}
        )
        for place, word in enumerate(name.words):
            again = sum(other.key == word.key for other in name.words[:place])
            for form in _forms(word, name):
                self._enter(form, number, frozenset((place,)), known, again)
        for places in _compounds(name):
            form = "".join(name.words[place].written for place in places).lower()
            if len(key_of(form)) >= SHORTEST_COMPOUND or script_of(form) in VOWELLESS:
                self._enter(form, number, frozenset(places), known)
        if name.small:
            form = "".join(surfaces_in(name.shown)).lower()
            self._enter(form, number, frozenset(range(len(name.words))), known)

    def _enter(
        self,
        form: str,
        number: int,
        places: frozenset[int],
        known: dict[tuple[str, bool, int], int],
        again: int = 0,
    ) -> None:
        compound = len(places) > 1
        place = known.get((form, compound, again))
        if place is None:
            place = known[form, compound, again] = len(self.entries)
            entry = Entry(form, latin(form), script_of(form), {}, compound)
            self.entries.append(entry)
            self._keys(entry, place)
        held = self.entries[place].places
        if number not in held or len(held[number]) < len(places):
            held[number] = places

    def _keys(self, entry: Entry, place: int) -> None:
        self.exact[key_of(entry.written)].append(place)
        if entry.is_compound and not entry.latin.startswith("abd"):
            return
        for sound in {key for said in romanised(entry.written) for key in sounds(said)}:
            self.heard[sound].append(place)
        if (lossy := _lossy(entry.written)) != entry.written:
            self.exact[lossy].append(place)
        for key in bones_of(entry.written, entry.script):
            self.bare[key].append(place)
        self.has_vowelless = self.has_vowelless or entry.script in VOWELLESS
        if entry.is_compound:
            return
        stems = stems_in_list(entry.written)
        for stem in {key_of(stem) for stem in stems.bent | stems.whole} - {key_of(entry.written)}:
            self.bent[stem].append(place)
        self.bent[key_of(entry.written)].append(place)
        if (bare := ARTICLE.sub("", entry.latin)) != entry.latin:
            self.bent[bare].append(place)
        for other in _other_lengths(entry.latin):
            self.short[other].append(place)

    def bits(self, name: int, place: int, *, exact: bool) -> float:
        """Return how much meeting a word of a name tells, in bits.

        exact: whether it is met as the list writes it, or by its sound alone.
        """
        word = self.names[name].words[place]
        letters = latin(word.written)
        if exact:
            frequent = letters in frequent_names()[0] or letters in frequent_names()[1]
            floor = FREQUENT_BITS if frequent else RARE_BITS
            others = self.counts[word.key] - 1
        else:
            keys = sounds(letters)
            floor = min(RARE_BITS - 3, 3.0 * min(map(len, keys), default=1) + 1)
            others = max((self.counts[f"~{key}"] for key in keys), default=1) - 1
        share = (others + PRIOR * 2.0**-floor) / (len(self.names) + PRIOR)
        return -math.log2(share)

    def __len__(self) -> int:
        return len(self.names)


def bones_of(word: str, script: str) -> frozenset[str]:
    """Return the consonant keys of a word of any script."""
    return consonants(word) if script in (ARABIC, HEBREW) else bones(latin(word))


def _lossy(written: str) -> str:
    """Return a Latin word without its letters that are not ASCII, as ? and boxes leave it."""
    kept = "".join(sign for sign in written if sign.isascii() and sign.isalnum())
    return kept if len(kept) >= SHORTEST_LOSSY and script_of(written) == LATIN else written


SHORTEST_LOSSY = 3


def _forms(word: NameWord, name: Name) -> Iterator[str]:
    """Go through the ways in which one word of a name is written in its script and in Latin."""
    written = word.written.lower()
    script = script_of(written)
    if script == HANGUL and word.role == SURNAME:
        yield from romanised_surnames(word.written)
    elif script in (HAN, HANGUL):
        yield latin(written)
        yield wade_giles(latin(written))
    else:
        yield from sorted({written, *stems_in_list(written).whole})
        if script == "LATIN" and is_chinese(tuple(each.key for each in name.words)):
            yield wade_giles(word.key)


def _compounds(name: Name) -> Iterator[tuple[int, ...]]:
    """Go through the words of a name that may be written in one: two, or all, in any order."""
    size = len(name.words)
    if size > MOST_OF_COMPOUND:
        return
    yield from permutations(range(size), 2)
    if size > 2:
        yield tuple(range(size))
        given = [at for at, word in enumerate(name.words) if word.role == GIVEN]
        yield (*(at for at in range(size) if at not in given), *given)
        yield from zip(range(size), range(1, size), range(2, size), strict=False)


def _other_lengths(letters: str) -> set[str]:
    """Return the short forms of a given name, and the names that it is a short form of."""
    known = _by_either()
    return known.get(letters, set())


_EITHER: dict[str, set[str]] = {}


def _by_either() -> dict[str, set[str]]:
    if not _EITHER:
        for short, name in nicknames():
            _EITHER.setdefault(short, set()).add(name)
            _EITHER.setdefault(name, set()).add(short)
    return _EITHER
