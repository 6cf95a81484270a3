"""Words of any script in Latin letters, as passports and newspapers write them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

from anyascii import anyascii

from habeas.dossier.names.spelling.knowledge import table

LATIN, CYRILLIC, ARABIC, HEBREW, GREEK = "LATIN", "CYRILLIC", "ARABIC", "HEBREW", "GREEK"
HAN, HANGUL = "CJK", "HANGUL"

UNSPACED = frozenset(
    ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
)
"""Scripts in which words stand side by side without spaces, or with particles attached."""

VOWELLESS = frozenset(
    ("ARABIC", "HEBREW", "SYRIAC", "THAANA", "THAI", "LAO", "KHMER", "MYANMAR", "DEVANAGARI",
     "BENGALI", "GURMUKHI", "GUJARATI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA",
     "TIBETAN", "ETHIOPIC")
)  # fmt: skip
"""Scripts whose vowels cannot be told from letters alone, so that consonants are compared."""

CASED = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN"))
"""Scripts with capitals, which names begin with."""


@lru_cache(maxsize=20_000)
def script_of_sign(sign: str) -> str:
    """Return the script of a letter, "" of other signs."""
    if sign.isascii():
        return LATIN if sign.isalpha() else ""
    if unicodedata.category(sign)[0] not in "LM":
        return ""
    first = unicodedata.name(sign, "").split(" ", 1)[0]
    return "" if first == "COMBINING" else first


def script_of(word: str) -> str:
    """Return the script of a word's first letter, "" where it has none."""
    return next(filter(None, map(script_of_sign, word)), "")


@lru_cache(maxsize=1)
def _before() -> tuple[re.Pattern[str], dict[str, str]]:
    stands: dict[str, str] = table("scripts")["before"]
    longest = sorted(stands, key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(map(re.escape, longest))), stands


@lru_cache(maxsize=1)
def _burmese() -> tuple[re.Pattern[str], dict[str, str]]:
    stands: dict[str, str] = table("scripts")["burmese"]
    longest = sorted(stands, key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(map(re.escape, longest))), stands


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[str, ...]]:
    held: dict[str, str] = table("scripts")["readings"]
    return {sign: tuple(said.split("|")) for sign, said in held.items()}


SILENT = re.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c")
"""A Thai consonant that is written and not said."""

MOST_READINGS = 12
"""Readings of one word."""


@lru_cache(maxsize=100_000)
def romanised(word: str) -> tuple[str, ...]:
    """Return the readings of a word in Latin letters, `latin` first: Hanna and Ganna for Ганна."""
    text = unicodedata.normalize("NFC", word).lower()
    several = _readings()
    if text.isascii() or several.keys().isdisjoint(text):
        return (latin(word),)
    ways = islice(product(*(several.get(sign, (sign,)) for sign in text)), MOST_READINGS)
    return tuple(dict.fromkeys((latin(word), *(latin("".join(way)) for way in ways))))


@lru_cache(maxsize=100_000)
def latin(word: str) -> str:
    """Return a word in lower-case Latin letters, nothing else."""
    text = unicodedata.normalize("NFC", word).lower()
    if text.isascii():
        return re.sub(r"[^a-z]", "", text)
    if "\u0e00" <= text[:1] <= "\u0e7f":
        text = SILENT.sub("", text)
    if "\u1000" <= text[:1] <= "\u109f":
        pattern, syllables = _burmese()
        text = pattern.sub(lambda found: syllables[found.group()], text)
    pattern, stands = _before()
    text = pattern.sub(lambda found: stands[found.group()], text)
    return re.sub(r"[^a-z]", "", anyascii(text).lower())
