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
    (re.compile(pattern), stands)
    for pattern, stands in (
        (r"^abd[aeiou]{0,2}(?:[lrszn](?=[bcdfghjklmnpqrstvwxyz]))?", "abd"),
        ("ph", "f"), ("x", "ks"), ("qu(?=[ei])", "k"), ("tsch|tch|cz", "C"),
        ("sch|sh|sz|zh|rz|z", "s"),
        ("dzh|dj|dsch", "C"), ("t?ts|tz", "C"), ("kh", "K"), ("gh", "g"), ("th", "t"), ("dh", "d"),
        ("dz", "d"), ("ck|q", "k"), ("c(?=[eiy])", "s"), ("c(?=h)", "H"), ("Hh", "H"), ("c", "k"),
        ("w", "v"), ("ee", "i"), ("oo|ou", "u"), ("b$", "p"), ("d$", "t"),
        ("(?<=.)[vf]f?$", "f"), ("y(?=[aeiou])", ""), ("y", "i"), ("h", ""),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""Applied in order; capitals stand for sounds that several letters write."""

SEVERAL = {"K": ("k", ""), "H": ("C", "s", "k"), "j": ("C", "")}
"""What is read in several ways: kh, ch, j."""

FEWEST = 3
"""Consonants that are compared without the vowels between them."""

MOST = 12
"""Keys of one word."""

VOWELS = {"a": "A", "e": "A", "i": "I", "o": "U", "u": "U"}


@lru_cache(maxsize=200_000)
def sounds(letters: str) -> frozenset[str]:
    """Return the keys of a word in lower-case Latin letters; none of a word of one letter."""
    if len(letters) < 2:
        return frozenset()
    text = letters
    for pattern, stands in RULES:
        text = pattern.sub(stands, text)
    readings = [SEVERAL.get(sign, (sign,)) for sign in text]
    found = ("".join(signs) for signs in _first(product(*readings)))
    return frozenset(filter(None, map(_key, found)))


def _first(ways: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [way for way, _ in zip(ways, range(MOST), strict=False)]


def _key(text: str) -> str:
    bare = re.sub("[aeiou]+", "", text)
    if len(bare) >= FEWEST:
        return ("A" if text[0] in VOWELS else "") + re.sub(r"(.)\1+", r"\1", bare)
    return re.sub("[aeiou]+", lambda run: VOWELS[run.group()[0]], text)


SKELETON = tuple(
    (re.compile(pattern), stands)
    for pattern, stands in (
        (r"^abd[aeiou]{0,2}(?:[lrszdtn](?=[bcdfghjklmnpqrstvwxyz]))?", "abd"),
        ("ng", "n"), ("ph", "b"), ("x", "K"), ("dsch|tsch|sch|tch|dzh|cz", "t"),
        ("kh", "K"), ("gh", "K"), ("ch", "H"), ("sh|zh|sz|th|dh|tz|ts|dj", "t"),
        ("c(?=[eiy])", "t"), ("j", "J"), ("[tdsz]", "t"), ("v", "V"), ("[pbf]", "b"),
        ("[qgck]", "k"), ("[aeiouywh]", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""Consonants by where in the mouth they are made; capitals: what is read in several ways."""

SEVERALLY = {"K": ("k", ""), "H": ("t", "k", ""), "J": ("t", "k", ""), "V": ("", "b")}


@lru_cache(maxsize=200_000)
def bones(letters: str) -> frozenset[str]:
    """Return keys of a word by which it meets itself in a script that leaves vowels out."""
    text = letters
    for pattern, stands in SKELETON:
        text = pattern.sub(stands, text)
    return expanded(SEVERALLY.get(sign, (sign,)) for sign in text)


def expanded(readings: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Return the keys of a word of which each sign is read in one or several ways."""
    found = ("".join(signs) for signs in _first(product(*readings)))
    return frozenset(re.sub(r"(.)\1+", r"\1", key) for key in found)


@lru_cache(maxsize=200_000)
def skeletons(letters: str) -> frozenset[str]:
    """Return keys of a whole name, without what is read in several ways, and liquids as one."""
    return frozenset(re.sub(r"(.)\1+", r"\1", key.translate(LIQUIDS)) for key in bones(letters))


LIQUIDS = str.maketrans("lr", "nn")
