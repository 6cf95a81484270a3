"""An index of listed names: from the keys of a word to the places in names where it may stand.

A word of a text is looked up by its folded letters, its stems, its sounds, its consonants and as a
short form; words of one name that are written as one are put together when a word is looked up.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from habeas.dossier.names.index.name_words import ELIDED, SURNAME, Name
from habeas.dossier.names.index.name_words import Word as NameWord
from habeas.dossier.names.spelling import (
    ARABIC,
    DOUBLED,
    HAN,
    HANGUL,
    HEBREW,
    LATIN,
    VOWELLESS,
    as_french,
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
    table,
    wade_giles,
)
from habeas.linkage import frequent_names, nicknames

RARE_BITS, FREQUENT_BITS = 14.0, 7.0
"""How much meeting a word tells, in bits: one that is known to be frequent, and any other."""

PRIOR = 1000
"""Names as which that is weighed against how often the word stands on the list itself."""

MOST_OF_COMPOUND = 5
"""Words of a name that are looked for as written in one."""

SHORTEST_COMPOUND, FEWEST_OF_PART = 6, 2
"""Letters of words written in one, and of each; fewer stand in other words."""


ARTICLE = re.compile(
    r"^(?:al|el|ul|ur|abu|bin|ibn|bint|dela|delos|delas|del|de|da|di|do|dos|van|von|mc|mac|fitz|ben|bar|ter|o|d|l)"
    r"(?=[a-z]{4})"
)
"""Particles joined to the front of a word: Alhassan, Delacruz, OBrien."""


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A word, or words written in one, and where they stand in names.

    order: of entering; words in one (compounds) have none. written: lower case, as a list has it.
    places: for each name, the places of its words.
    """

    order: int
    written: str
    latin: str
    script: str
    places: dict[int, frozenset[int]]
    is_compound: bool = False


Keyed = dict[str, list[Entry]]


@dataclass
class NameIndex:
    """All listed names of two words or more, by the keys of their words.

    bare: by their consonants, entries in scripts that leave vowels out.
    """

    names: list[Name] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    exact: Keyed = field(default_factory=dict)
    bent: Keyed = field(default_factory=dict)
    heard: Keyed = field(default_factory=dict)
    bare: Keyed = field(default_factory=dict)
    short: Keyed = field(default_factory=dict)
    known_places: dict[str, dict[int, frozenset[int]]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    known_bits: dict[tuple[str, bool], float] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[Name]) -> NameIndex:
        """Index names; those of one word are left out."""
        index = cls()
        known: dict[tuple[str, bool, int], Entry] = {}
        for name in names:
            if len(name.words) > 1:
                index._add(name, known)
        return index

    def _add(self, name: Name, known: dict[tuple[str, bool, int], Entry]) -> None:
        number = len(self.names)
        self.names.append(name)
        keys = [word.key for word in name.words]
        self.counts.update(set(keys))
        for place, word in enumerate(name.words):
            again = keys[:place].count(keys[place])
            for form in _forms(word, name):
                self._enter(form, number, frozenset((place,)), known, again)
        if name.small:
            for place, form in _with_particles(name):
                self._enter(form, number, frozenset((place,)), known)
            form = "".join(surfaces_in(name.shown)).lower()
            self._enter(form, number, frozenset(range(len(name.words))), known)

    def _enter(
        self,
        form: str,
        number: int,
        places: frozenset[int],
        known: dict[tuple[str, bool, int], Entry],
        again: int = 0,
    ) -> None:
        compound = len(places) > 1
        entry = known.get((form, compound, again))
        if entry is None:
            entry = Entry(len(self.entries), form, latin(form), script_of(form), {}, compound)
            known[form, compound, again] = entry
            self.entries.append(entry)
            self._keys(entry)
        held = entry.places
        if number not in held or len(held[number]) < len(places):
            held[number] = places

    def _keys(self, entry: Entry) -> None:
        _put(self.exact, entry, [key_of(entry.written)])
        if entry.is_compound:
            return
        _put(self.heard, entry, {key for said in romanised(entry.written) for key in sounds(said)})
        if (lossy := _lossy(entry.written)) != entry.written:
            _put(self.exact, entry, [lossy])
        if entry.script in VOWELLESS:
            _put(self.bare, entry, bones_of(entry.written, entry.script))
        stems = stems_in_list(entry.written)
        _put(self.bent, entry, {key_of(entry.written), *map(key_of, stems.bent | stems.whole)})
        if (bare := ARTICLE.sub("", entry.latin)) != entry.latin:
            _put(self.bent, entry, [bare])
        _put(self.short, entry, _other_forms(entry.latin))

    @cached_property
    def heads(self) -> frozenset[str]:
        """What the folded words of names begin with, each of at least so many letters.

        No other word is the first part of a word of a name that a text writes as two.
        """
        long = (key for key in self.exact if len(key) >= SHORTEST_COMPOUND)
        return frozenset(key[:size] for key in long for size in range(1, len(key)))

    @cached_property
    def abroad(self) -> Keyed:
        """By their sounds if they are read as French, words in Latin letters; made when asked for.

        Only words of other scripts are looked up so.
        """
        found: Keyed = {}
        for entry in self.entries:
            if entry.script == LATIN and not entry.is_compound:
                said = as_french(entry.latin)
                _put(found, entry, {key for each in said for key in sounds(each)})
        return found

    @cached_property
    def bare_of_others(self) -> Keyed:
        """By their consonants, entries in scripts that write vowels; made when first asked for."""
        found: Keyed = {}
        for entry in self.entries:
            if entry.script not in VOWELLESS and not entry.is_compound:
                for key in bones_of(entry.written, entry.script):
                    found.setdefault(key, []).append(entry)
        return found

    def written_in_one(self, key: str) -> Entry | None:
        """Return two or more words of names that a word may be, written in one in any order."""
        places: dict[int, frozenset[int]] = {}
        for parts in self._parted(key, 0):
            for number, held in self._of_one_name(parts):
                if len(held) > len(places.get(number, ())):
                    places[number] = held
        return Entry(-1, key, latin(key), script_of(key), places, True) if places else None

    def _parted(self, key: str, start: int, parts: tuple[str, ...] = ()) -> Iterator[list[str]]:
        """Go through the ways in which a word falls into words of names."""
        fewest = 1 if script_of(key) in VOWELLESS else FEWEST_OF_PART
        for end in range(start + fewest, len(key) + 1):
            part = key[start:end]
            if part in self.exact and len(parts) < MOST_OF_COMPOUND:
                if end < len(key):
                    yield from self._parted(key, end, (*parts, part))
                elif parts:
                    yield [*parts, part]

    def _of_one_name(self, parts: list[str]) -> Iterator[tuple[int, frozenset[int]]]:
        found = [self._places(part) for part in parts]
        fewest = min(found, key=len)
        for number in (each for each in fewest if all(each in other for other in found)):
            used: frozenset[int] = frozenset()
            for each in found:
                left = each[number] - used
                if not left:
                    break
                used |= {min(left)}
            else:
                yield number, used

    def _places(self, key: str) -> dict[int, frozenset[int]]:
        """Return where a word stands in names, of all entries that are written so."""
        found = self.known_places.get(key)
        if found is None:
            found = self.known_places[key] = self._places_of_entries(key)
        return found

    def _places_of_entries(self, key: str) -> dict[int, frozenset[int]]:
        places: dict[int, frozenset[int]] = {}
        for entry in self.exact[key]:
            if not entry.is_compound:
                for number, held in entry.places.items():
                    places[number] = places.get(number, frozenset()) | held
        return places

    @cached_property
    def chance(self) -> float:
        """The bits that meeting any of so many names by chance takes away."""
        return math.log2(len(self.names) + 1)

    def bits(self, name: int, place: int, *, exact: bool) -> float:
        """Return how much meeting a word of a name tells, in bits.

        exact: whether it is met as the list writes it, or by its sound alone.
        """
        word = self.names[name].words[place]
        found = self.known_bits.get((word.written, exact))
        if found is None:
            found = self.known_bits[word.written, exact] = self._bits(word, exact=exact)
        return found

    def _bits(self, word: NameWord, *, exact: bool) -> float:
        letters = latin(word.written)
        if exact:
            frequent = letters in frequent_names()[0] or letters in frequent_names()[1]
            floor = FREQUENT_BITS if frequent else RARE_BITS
            others = self.counts[word.key] - 1
        else:
            keys = sounds(letters)
            floor = min(RARE_BITS - 3, 3.0 * min(map(len, keys), default=1) + 1)
            others = max((self.counts_of_sounds[key] for key in keys), default=1) - 1
        share = (others + PRIOR * 2.0**-floor) / (len(self.names) + PRIOR)
        return -math.log2(share)

    @cached_property
    def counts_of_sounds(self) -> Counter[str]:
        """In how many names each sound stands; made when first asked for."""
        counts: Counter[str] = Counter()
        for name in self.names:
            counts.update({key for word in name.words for key in sounds(latin(word.written))})
        return counts

    def __len__(self) -> int:
        return len(self.names)


def _put(keyed: Keyed, entry: Entry, keys: Iterable[str]) -> None:
    for key in keys:
        keyed.setdefault(key, []).append(entry)


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


def _with_particles(name: Name) -> Iterator[tuple[int, str]]:
    """Go through the words of a name with the particles before them, written in one."""
    found = surfaces_in(ELIDED.sub(lambda met: f"{met.group(1)} ", name.shown))
    small = set(name.small) - {word.written for word in name.words}
    for at, surface in enumerate(found):
        place = next((n for n, word in enumerate(name.words) if word.written == surface), None)
        form, before = surface, at - 1
        while place is not None and before >= 0 and found[before] in small:
            form = found[before] + form
            yield place, form.lower()
            before -= 1


def _other_forms(letters: str) -> set[str]:
    """Return the keys of other and short forms of a given name, of the names it is a form of."""
    return _by_either().get(form_key(letters), set())


@lru_cache(maxsize=100_000)
def form_key(letters: str) -> str:
    """Return the key by which forms of given names are known: Natallya is Natallia."""
    return DOUBLED.sub(r"\1", letters.replace("ph", "f").translate(SAME_IN_FORMS))


SAME_IN_FORMS = str.maketrans("yjw", "iiv")


@lru_cache(maxsize=1)
def _by_either() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    groups = [*nicknames(), *(each.split() for each in table("given_forms")["forms"])]
    for group in groups:
        keys = set(map(form_key, group))
        for name in keys:
            found.setdefault(name, set()).update(keys - {name})
    return found
