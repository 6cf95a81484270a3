"""Chinese and Korean names: family name and given name, and how each is romanised."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from habeas.dossier.names.spelling.knowledge import table
from habeas.dossier.names.spelling.transliteration import HAN, HANGUL, latin, script_of_sign

MOST_SYLLABLES = 3
"""Syllables of a given name or surname of China."""


@lru_cache(maxsize=50_000)
def pinyin_of(sign: str) -> str:
    """Return the pinyin of a Chinese character, without its tone."""
    return "".join(anyascii(each).lower() for each in sign)


def letters_of(name: str, script: str) -> str:
    """Return the letters of one script of a name."""
    return "".join(sign for sign in name if script_of_sign(sign) == script)


def parted_han(name: str) -> tuple[str, str]:
    """Return the family name and the given name of a name in Chinese characters."""
    parts = [letters_of(part, HAN) for part in re.split(r"[\s·・,、]+", name.strip())]
    parts = [part for part in parts if part]
    if len(parts) > 1:
        return parts[0], "".join(parts[1:])
    whole = "".join(parts)
    size = 2 if whole[:2] in table("east_asia")["chinese"]["double_surnames"] else 1
    return whole[:size], whole[size:]


def parted_hangul(name: str) -> tuple[str, str]:
    """Return the family name and the given name of a name in Korean letters."""
    whole = letters_of(unicodedata.normalize("NFC", name), HANGUL)
    return whole[:1], whole[1:]


@lru_cache(maxsize=50_000)
def syllables_of(word: str) -> tuple[str, ...]:
    """Return the syllables of a word that may be pinyin; none of other words."""
    known, _ = _syllable_set()
    ends: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 6), end):
            if start in ends and word[start:end] in known and len(ends[start]) < MOST_SYLLABLES:
                best = ends.get(end)
                if best is None or len(ends[start]) + 1 < len(best):
                    ends[end] = (*ends[start], word[start:end])
    return ends.get(len(word), ())


@lru_cache(maxsize=1)
def _syllable_set() -> tuple[frozenset[str], frozenset[str]]:
    known = table("east_asia")["chinese"]
    every = {first + last for first in known["initials"] for last in known["finals"]}
    return frozenset(every), frozenset(known["surnames"])


def is_chinese(words: tuple[str, ...]) -> bool:
    """Whether folded Latin words may be a Chinese name: pinyin, with a frequent family name."""
    _, surnames = _syllable_set()
    counts = [len(syllables_of(word)) for word in words]
    return all(counts) and 2 <= sum(counts) <= 4 and not surnames.isdisjoint(words)


def is_chinese_surname(signs: str) -> bool:
    """Whether the first of two Chinese characters, or both, are a frequent family name."""
    surnames = _syllable_set()[1]
    first = pinyin_of(signs[0])
    return first in surnames or first + pinyin_of(signs[1:]) in surnames


@lru_cache(maxsize=20_000)
def wade_giles(pinyin: str) -> str:
    """Return what Wade and Giles wrote for pinyin, without tones and apostrophes."""
    return "".join(map(_wade_syllable, syllables_of(pinyin) or (pinyin,)))


def _wade_syllable(syllable: str) -> str:
    known = table("east_asia")["chinese"]
    text = syllable
    last: str
    stands: str
    for first, stands in known["wade_initials"]:
        if text.startswith(first):
            text = stands + text[len(first) :]
            break
    for last, stands in known["wade_finals"]:
        if text.endswith(last):
            return text[: -len(last)] + stands
    return text


RULES = tuple(
    (re.compile(pattern), stands)
    for pattern, stands in (
        ("sh", "s"), ("ch|j", "c"), ("kk?|gg?", "k"), ("tt?|dd?", "t"), ("pp?|bb?", "p"),
        ("[rl]+", "l"),
        ("h(?![aeiouyw])", ""), ("ye?o|you?|yu", "u"), ("w(?=[aei])", ""),
        ("oo|ou|eo|eu|woo|wu|u|o|aw", "u"), ("ae|ai|ay|e", "e"), ("ee|yi|y", "i"), ("w", ""),
        ("aa|ah", "a"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=100_000)
def korean_sound(letters: str) -> str:
    """Return a key in which the romanisations of one Korean word meet: Minsoo, Min-su, Minsu."""
    text = letters
    for pattern, stands in RULES:
        text = pattern.sub(stands, text)
    return text


@lru_cache(maxsize=1)
def _korean_surnames() -> dict[str, frozenset[str]]:
    held = table("east_asia")["korean"]["surnames"]
    found: dict[str, set[str]] = {}
    for sign, spellings in held.items():
        for spelling in spellings:
            found.setdefault(spelling, set()).add(sign)
    return {spelling: frozenset(signs) for spelling, signs in found.items()}


def korean_surnames(letters: str) -> frozenset[str]:
    """Return the Korean family names that are written like this in Latin letters."""
    return _korean_surnames().get(letters, frozenset())


def southern(sign: str) -> str:
    """Return a Korean family name as the South writes it: 이 for 리."""
    held: str = table("east_asia")["korean"]["northern"].get(sign, sign)
    return held


def romanised_surnames(sign: str) -> tuple[str, ...]:
    """Return how a Korean family name is written in Latin letters."""
    return tuple(table("east_asia")["korean"]["surnames"].get(sign, (latin(sign),)))
