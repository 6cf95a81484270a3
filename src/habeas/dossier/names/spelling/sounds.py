"""Keys of words by their consonants: spellings of one name in many orthographies share a key.

Method: phonetic coding in the manner of Soundex and Beider-Morse (several keys where a letter is
read in several ways), made for the orthographies of transliterated names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

RULES = tuple(
    (each, re.compile(pattern), stands)
    for each, pattern, stands in (
        ("abd", r"^abd[aeiou]{0,2}(?:[lrszn](?=[bcdfghjklmnpqrstvwxyz]))?", "abd"),
        ("ph", "ph", "f"), ("x", "^x", "X"), ("x", "x", "ks"), ("q", "qu(?=[ei])", "k"),
        ("c", "tsch|tch|cz", "C"),
        ("s", "sch|sh|sz", "s"), ("z", "zh|rz|z", "s"), ("d", "dzh|dj|dsch", "C"),
        ("t", "t?ts|tz", "C"), ("kh", "kh", "K"), ("gh", "gh", "g"), ("th", "th", "t"),
        ("dh", "dh", "d"), ("dz", "dz", "d"), ("c", "ck", "k"), ("q", "q", "k"),
        ("c", "c(?=[eiy])", "Z"), ("c", "c(?=h)", "H"), ("H", "Hh", "H"), ("c", "c", "k"),
        ("w", "w", "v"), ("e", "ee", "i"), ("o", "oo|ou", "u"), ("b", "b$", "p"), ("d", "d$", "t"),
        ("", "(?<=.)[vf]f?$", "f"), ("y", "y(?=[aeiou])", ""), ("y", "y", "i"), ("h", "h", ""),
    )
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
VOWEL_RUN = re.compile("[aeiou]+")
"""What a rule needs to stand in a word, what it changes, and into what: applied in order.

Capitals stand for sounds that several letters write.
"""

SEVERAL = {
    "X": ("ks", "k", ""),
    "Z": ("s", "C"),
    "K": ("k", ""),
    "H": ("C", "s", "k"),
    "j": ("C", ""),
}
"""What is read in several ways: x at the beginning, c before e and i, kh, ch, j."""

FEWEST = 3
"""Consonants that are compared without the vowels between them."""

MOST = 12
"""Keys of one word."""

NO_VOWELS = str.maketrans("", "", "aeiou")
VOWELS = {"a": "A", "e": "A", "i": "I", "o": "U", "u": "U"}


@lru_cache(maxsize=200_000)
def sounds(letters: str) -> frozenset[str]:
    """Return the keys of a word in lower-case Latin letters; none of a word of one letter."""
    if len(letters) < 2:
        return frozenset()
    text = _undoubled(_ruled(letters, RULES))
    if SEVERAL.keys().isdisjoint(text):
        return frozenset(filter(None, (_key(text),)))
    readings = [SEVERAL.get(sign, (sign,)) for sign in text]
    found = ("".join(signs) for signs in _first(product(*readings)))
    return frozenset(filter(None, map(_key, found)))


LAST_O = re.compile(r"(?<=.)e?au(?:lt?|ld|d|t|x)s?$")
SILENT = re.compile(r"(?<=[aeiourln])(?:[dtszxp]|[td]s|es?)$")


def as_french(letters: str) -> set[str]:
    """Return what other scripts write of a word that is read as French, if that is otherwise."""
    said = (
        SILENT.sub("", LAST_O.sub("o", letters))
        .replace("eau", "o")
        .replace("au", "o")
        .replace("oi", "ua")
    )
    return {said} - {letters}


def _ruled(text: str, rules: Iterable[tuple[str, re.Pattern[str], str]]) -> str:
    for needed, pattern, stands in rules:
        if needed in text:
            text = pattern.sub(stands, text)
    return text


def _undoubled(text: str) -> str:
    return DOUBLED.sub(r"\1", text)


def _first(ways: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [way for way, _ in zip(ways, range(MOST), strict=False)]


def _key(text: str) -> str:
    bare = text.translate(NO_VOWELS)
    if len(bare) >= FEWEST:
        return ("A" if text[0] in VOWELS else "") + _undoubled(bare)
    return VOWEL_RUN.sub(lambda run: VOWELS[run.group()[0]], text)


SKELETON = tuple(
    (each, re.compile(pattern), stands)
    for each, pattern, stands in (
        ("abd", r"^abd[aeiou]{0,2}(?:[lrszdtn](?=[bcdfghjklmnpqrstvwxyz]))?", "abd"),
        ("cc", "cc", "H"), ("ng", "ng", "n"), ("ph", "ph", "b"), ("x", "x", "K"),
        ("c", "dsch|tsch|sch|tch|cz", "t"),
        ("dzh", "dzh", "t"), ("kh", "kh", "K"), ("gh", "gh", "K"), ("ch", "ch", "H"),
        ("h", "sh|zh|th|dh", "t"), ("z", "sz|tz", "t"), ("ts", "ts", "t"), ("dj", "dj", "t"),
        ("c", "c(?=[eiy])", "t"),
    )
)  # fmt: skip
PLACES = str.maketrans("jtdszvpbfqgck", "JttttVbbbkkkk", "aeiouywh")
"""Consonants by where in the mouth they are made; capitals: what is read in several ways."""

SEVERALLY = {"K": ("k", ""), "H": ("t", "k", ""), "J": ("t", "k", ""), "V": ("", "b")}


@lru_cache(maxsize=200_000)
def bones(letters: str) -> frozenset[str]:
    """Return keys of a word by which it meets itself in a script that leaves vowels out."""
    text = _undoubled(_ruled(letters, SKELETON).translate(PLACES))
    if SEVERALLY.keys().isdisjoint(text):
        return frozenset((text,))
    return expanded(SEVERALLY.get(sign, (sign,)) for sign in text)


def expanded(readings: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Return the keys of a word of which each sign is read in one or several ways."""
    found = ("".join(signs) for signs in _first(product(*readings)))
    return frozenset(map(_undoubled, found))


@lru_cache(maxsize=200_000)
def skeletons(letters: str) -> frozenset[str]:
    """Return keys of a whole name, without what is read in several ways, and liquids as one."""
    return frozenset(_undoubled(key.translate(LIQUIDS)) for key in bones(letters))


LIQUIDS = str.maketrans("lr", "nn")
