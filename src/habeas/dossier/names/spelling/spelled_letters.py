"""Initials that scripts of India spell out by the names of English letters: எம். கே. is M. K."""

from __future__ import annotations

from functools import lru_cache

from habeas.dossier.names.spelling.knowledge import table

SPELLS_LETTERS = frozenset(
    ("TAMIL", "DEVANAGARI", "MALAYALAM", "TELUGU", "KANNADA", "BENGALI", "GUJARATI", "GURMUKHI",
     "SINHALA")
)  # fmt: skip
"""Scripts in which people write initials so."""


@lru_cache(maxsize=1)
def _by_spelling() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, spellings in table("letter_names")["letters"].items():
        for spelling in dict.fromkeys(spellings):
            found[spelling] = found.get(spelling, "") + letter
    return found


def letters_named(latin: str) -> str:
    """Return the letters that a word names, given as Latin letters read it; "" of other words."""
    return _by_spelling().get(latin, "")
