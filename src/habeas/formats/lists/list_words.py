"""The words of lists, language by language, from the files of ``list_words``."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

LANGUAGES = ("en", "es", "pt", "fr", "ru", "ar", "other")
"""The files of words, each of which is looked through."""

CAPITAL_INSIDE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
SIGNS = re.compile(r"[\W_]+")
MOST = 1_000
ARTICLE = "ال"
ALIKE = str.maketrans(
    {"ة": "ه", "ى": "ي", "ک": "ك", "ی": "ي", "ـ": None, "ß": "ss", "ø": "o", "ł": "l"}
)
"""Letters that are written one for the other."""


@functools.cache
def language_words(language: str) -> Mapping[str, Any]:
    """Return what is known of one language, or of ``meanings``."""
    file = resources.files("habeas.formats.lists") / "list_words" / f"{language}.toml"
    return tomllib.loads(file.read_text("utf-8"))


@functools.lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """Return a text in small letters of its script, without accents, signs and Arabic articles.

    Digits of any script become 0 to 9; words that a capital letter parts ("PrimerApellido") are
    two. Of a text of more than MOST characters, which is no word of a list, the first count.
    """
    text = text[:MOST]
    parted = CAPITAL_INSIDE.sub(" ", text) if not text.isupper() else text
    letters = unicodedata.normalize("NFKD", western_digits(parted).casefold()).translate(ALIKE)
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(map(_without_article, SIGNS.sub(" ", bare).split()))


def western_digits(text: str) -> str:
    """Return a text with the digits of all scripts written 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)


def phrases(table: str, key: str) -> frozenset[str]:
    """Return the folded phrases that all languages have under ``[table] key``."""
    return frozenset(text for _, text in phrases_by_language(table, key))


def phrases_by_language(table: str, key: str) -> Iterator[tuple[str, str]]:
    """Go through (language, folded phrase) of what all languages have under ``[table] key``."""
    for language in LANGUAGES:
        for text in language_words(language).get(table, {}).get(key, []):
            yield language, folded(text)


def by_phrase(table: str) -> dict[str, str]:
    """Return the key under which each folded phrase of a table stands, all languages together."""
    return {
        folded(text): key
        for language in LANGUAGES
        for key, texts in language_words(language).get(table, {}).items()
        for text in texts
    }


def small_words() -> frozenset[str]:
    """Return the words that a heading may have or not."""
    return frozenset(folded(text) for language in LANGUAGES
                     for text in language_words(language)["small"])  # fmt: skip


def _without_article(word: str) -> str:
    return word[2:] if word.startswith(ARTICLE) and len(word) > 3 else word
