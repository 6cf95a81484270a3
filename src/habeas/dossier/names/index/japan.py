"""Japanese names in characters and in Latin letters, by the readings that names give characters.

Long vowels, voicing (Yamata, Yamada) and the systems of romanising make no difference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product

from habeas.dossier.names.index.name_words import SURNAME, Name
from habeas.dossier.names.spelling import HAN, latin, script_of, table

ROMAJI = re.compile(
    r"(?:(?:[kgnhbpmr]y|sh|ch|ts|j|[kstnhmyrwgzdbpf])?[aiueo]+|n|m(?=[bp])|[kstp](?=[kstpc]))+h?"
)
"""Words that may be Japanese in Latin letters."""

SIGNS, MOST_READINGS = range(3, 7), 400
"""Characters of a whole name, and readings of one that are compared."""

FEWEST_LETTERS = 6

RULES = tuple(
    (re.compile(pattern), stands)
    for pattern, stands in (
        ("sh|ch|ts|ty|ti|tu", "s"), ("j|z", "s"), ("m(?=[bp])", "n"), ("f|b|p", "h"), ("g", "k"),
        ("d", "t"), ("y", "i"), ("(?<=[aiueo])h(?![aiueo])", ""), ("o[uo]", "o"), ("uu", "u"),
        ("ei", "e"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=100_000)
def romaji_key(letters: str) -> str:
    """Return a key in which the ways to write Japanese in Latin letters meet: Ōta, Outa, Oda."""
    for pattern, stands in RULES:
        letters = pattern.sub(stands, letters)
    return letters


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in table("japanese")["readings"].split(";"):
        sign, *said = entry.split()
        found[sign] = tuple(dict.fromkeys((*found.get(sign, ()), *said)))
    return found


def of_today(signs: str) -> str:
    """Return characters as Japan writes them today."""
    older = table("japanese")["older"]
    return "".join(older.get(sign, sign) for sign in signs)


@lru_cache(maxsize=20_000)
def keys_of_signs(signs: str) -> frozenset[str]:
    """Return the keys of the readings of characters; none where one is not known."""
    known = _readings()
    held = [known.get(sign, ()) for sign in of_today(signs)]
    return frozenset(romaji_key("".join(way)) for way in islice(product(*held), MOST_READINGS))


@dataclass
class Japanese:
    """Whole listed names by the keys of their readings, and by their characters of today."""

    of_signs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    of_letters: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    signs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, name: Name) -> None:
        """Index a name in characters, or in Latin letters that may be Japanese."""
        parts = sorted(name.words, key=lambda word: word.role != SURNAME)
        written = [word.written for word in parts]
        if all(script_of(word) == HAN for word in written):
            signs = "".join(written)
            self.signs[of_today(signs)].add(name.key)
            for at in range(1, len(signs)):
                for first, last in product(keys_of_signs(signs[:at]), keys_of_signs(signs[at:])):
                    self.of_signs[romaji_key(first + last)].add(name.key)
                    self.of_signs[romaji_key(last + first)].add(name.key)
        elif len(written) == 2 and all(ROMAJI.fullmatch(latin(word)) for word in written):
            for order in (written, written[::-1]):
                self.of_letters[romaji_key("".join(map(latin, order)))].add(name.key)

    def of_latin(self, letters: str) -> set[str]:
        """Return the names in characters that are read like this."""
        if len(letters) < FEWEST_LETTERS or not self.of_signs or not ROMAJI.fullmatch(letters):
            return set()
        return self.of_signs.get(romaji_key(letters), set())

    def of_characters(self, held: list[str]) -> Iterator[tuple[int, set[str]]]:
        """Go through the names that characters begin with: how many of them, and whose."""
        for size in SIGNS:
            if size > len(held) or not (self.of_letters or self.signs):
                return
            signs = "".join(held[:size])
            names = set(self.signs.get(of_today(signs), ()))
            if self.of_letters:
                for key in keys_of_signs(signs):
                    names |= self.of_letters.get(key, set())
            if names:
                yield size, names
