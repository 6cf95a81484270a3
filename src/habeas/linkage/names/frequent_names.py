"""What the linkage of lists knows of names, for whoever looks for names elsewhere."""

from __future__ import annotations

from habeas.linkage.names.knowledge import knowledge

TOLD = ("es", "en")
"""Whose names are told where nobody chooses."""


def frequent_names(
    languages: tuple[str, ...] = TOLD,
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the frequent given names and surnames of some languages, folded."""
    known = knowledge(languages)
    return known.given, known.surnames


def nicknames(languages: tuple[str, ...] = TOLD) -> frozenset[tuple[str, str]]:
    """Return pairs of a short form and the name that it stands for, folded."""
    return knowledge(languages).nicknames


def particles(languages: tuple[str, ...] = TOLD) -> frozenset[str]:
    """Return the small words within names, folded: de, la, von, bin."""
    return knowledge(languages).particles


def titles(languages: tuple[str, ...] = TOLD) -> frozenset[str]:
    """Return titles that stand before or behind names, folded."""
    return knowledge(languages).titles


def no_names(languages: tuple[str, ...] = TOLD) -> frozenset[str]:
    """Return what stands where a name is not known, and words for anybody, folded."""
    known = knowledge(languages)
    return known.nobody | known.anybody
