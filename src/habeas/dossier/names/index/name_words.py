"""A listed name taken apart: its words, and which of them are given names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from habeas.dossier.names.index.listed_names import ListedName, name_key
from habeas.dossier.names.spelling import (
    HAN,
    HANGUL,
    key_of,
    latin,
    parted_han,
    parted_hangul,
    script_of,
    surfaces_in,
    words,
)
from habeas.linkage import frequent_names, particles, titles

GIVEN, SURNAME, EITHER = "g", "s", "?"

ELIDED = re.compile(r"\b([DdLlOo])['’ʼ`´‘](?=\w)")
"""A particle before an apostrophe: D'Ávila, O'Brien."""


@dataclass(frozen=True)
class Word:
    """A word of a listed name as the list writes it; role: GIVEN, SURNAME or EITHER."""

    written: str
    role: str

    @property
    def key(self) -> str:
        """Return the folded word."""
        return key_of(self.written)


@dataclass(frozen=True)
class Name:
    """A listed name that is searched.

    key, shown: as settlements, answers and questions have it. words: those that tell, given names
    first where the list has parts. small: particles and titles that stood between them.
    """

    key: str
    shown: str
    words: tuple[Word, ...]
    small: tuple[str, ...] = ()


def names_of(rows: Iterable[ListedName]) -> Iterator[Name]:
    """Go through the names of rows, those of further people last, each with its words."""
    held = list(rows)
    known = _given_in(held)
    for row in held:
        if row.given.strip() and row.surnames.strip():
            yield _of_parts(row)
        if row.full.strip():
            yield of_full(row.full, row.key(), known)
        elif bool(row.given.strip()) != bool(row.surnames.strip()):
            yield of_full(row.given + row.surnames, row.key(), known)
        for other in row.others:
            if other.strip():
                yield of_full(other, name_key(other), known)


def _of_parts(row: ListedName) -> Name:
    given, small = telling(row.given)
    surnames, others = telling(row.surnames)
    parts = [*(Word(word, GIVEN) for word in given), *(Word(word, SURNAME) for word in surnames)]
    return Name(row.key(), row.shown(), tuple(parts), (*small, *others))


def of_full(full: str, key: str, known: Counter[str]) -> Name:
    """Return a name that stands in one cell, with the role of each word inferred."""
    shown = " ".join(full.split())
    script = script_of(full)
    if script in (HAN, HANGUL):
        surname, given = (parted_han if script == HAN else parted_hangul)(full)
        parts = [Word(surname, SURNAME), Word(given, GIVEN)]
        return Name(key, shown, tuple(word for word in parts if word.written))
    before, comma, after = full.partition(",")
    found, small = telling(full)
    if comma and after.strip():
        last, _ = telling(before)
        roles = [SURNAME] * len(last) + [GIVEN] * (len(found) - len(last))
    else:
        roles = inferred(found, known)
    return Name(key, shown, tuple(map(Word, found, roles)), tuple(small))


def inferred(found: list[str], known: Counter[str]) -> list[str]:
    """Return the role of each word of a name in one cell.

    A word that is known as a given name is one; if all are, the last is a surname; if none is,
    nobody knows.
    """
    given = [_is_given(word, known) for word in found]
    if all(given) and len(found) > 1:
        given[-1] = False
    if not any(given):
        return [EITHER] * len(found)
    return [GIVEN if each else SURNAME for each in given]


def _is_given(word: str, known: Counter[str]) -> bool:
    key = latin(word)
    frequent_given, frequent_surnames = frequent_names()
    lean = known[key] + 3 * (key in frequent_given or key in words("given_names", "given"))
    return lean - 3 * (key in frequent_surnames) > 0


def _given_in(rows: Iterable[ListedName]) -> Counter[str]:
    """Count how often each word is a given name of the rows, less how often it is a surname."""
    counts: Counter[str] = Counter()
    for row in rows:
        if row.given.strip() and row.surnames.strip():
            counts.update(latin(word) for word in telling(row.given)[0])
            counts.subtract(latin(word) for word in telling(row.surnames)[0])
    return counts


@lru_cache
def small_words() -> frozenset[str]:
    """Return the folded particles and titles that stand in names and tell nobody."""
    others = ("e", "da", "das", "dos", "di", "van", "von", "der", "den", "el", "al", "ul", "ur",
              "ad", "bin", "ibn", "bint", "ben", "u", "daw", "ko", "ma", "thi", "umm", "um", "abu",
              "t", "het", "בן", "أم", "ام", "أبو", "ابو")  # fmt: skip
    return (frozenset(map(key_of, others)) | particles() | titles()) - {"of", "the"}


@lru_cache(maxsize=50_000)
def telling(name: str) -> tuple[list[str], list[str]]:
    """Return the words of a name that tell, as written, and the small ones.

    Small words tell where fewer than two others remain, as in Van Do.
    """
    elided = ELIDED.search(name) is not None
    found = surfaces_in(ELIDED.sub(lambda met: f"{met.group(1)} ", name) if elided else name)
    if len(found) > 1:
        found = _joined(found)
    known = small_words()
    small = [word for word in found if key_of(word) in known or (elided and len(word) == 1)]
    large = [word for word in found if word not in small]
    return (large, small) if len(large) > 1 or not small else (large or found, small)


SERVANT = frozenset(("abd", "عبد", "абд"))


def _joined(found: list[str]) -> list[str]:
    """Return words with Abd and what follows it as one: Abd al-Rahman is one name."""
    joined: list[str] = []
    for word in found:
        last = joined[-1].lower() if joined else ""
        if last in BEFORE_SERVED:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


ARTICLES = frozenset(("al", "el", "ul", "ur", "ar"))
BEFORE_SERVED = SERVANT | {servant + each for servant in SERVANT for each in ARTICLES}
