"""Words of names that are everyday words too: Paz, Grace, Flores."""

from __future__ import annotations

from functools import lru_cache

from simplemma import is_known, lemmatize

from habeas.dossier.names.spelling.folded_words import key_of
from habeas.dossier.names.spelling.knowledge import table
from habeas.dossier.names.spelling.transliteration import LATIN, latin, script_of
from habeas.linkage import frequent_names

DICTIONARIES = (("en", ("s", "ed", "ing")), ("es", ("s", "a", "ado", "ido", "ando", "endo")))
"""The languages whose inflected words are looked up (simplemma), beside the lists of ours.

And the endings of these: a dictionary takes a second to load, and only such words need it.
"""


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    return frozenset(key_of(word) for held in table("everyday").values() for word in held)


@lru_cache(maxsize=100_000)
def is_everyday(word: str) -> bool:
    """Whether a word of a name is an everyday word of a language that we know."""
    if key_of(word) in _listed():
        return True
    if script_of(word) != LATIN or latin(word) in frequent_names()[0]:
        return False
    lower = word.lower()
    return any(lower.endswith(endings) and _is_inflected(lower, language)
               for language, endings in DICTIONARIES)  # fmt: skip


def _is_inflected(word: str, language: str) -> bool:
    """Whether a word is a form of another word: flores of flor."""
    lemma = lemmatize(word, language)
    return lemma.casefold() != word and lemma == lemma.lower() and is_known(lemma, language)
