"""The stems of a word: what remains of it without what grammar puts around names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from habeas.dossier.names.spelling.knowledge import table
from habeas.dossier.names.spelling.transliteration import script_of

APOSTROPHE = "['’ʼ`´‘]"
POSSESSIVE = re.compile(rf"(?<=\w\w){APOSTROPHE}\w{{0,6}}$")
"""What follows an apostrophe at the end: Rosa's, Ahmet'in, Hughes'."""


@dataclass(frozen=True)
class Stems:
    """The stems of a word.

    whole: what stands there if endings are glued on the whole word. bent: stems without endings
    that change with the case.
    """

    whole: frozenset[str]
    bent: frozenset[str]


Endings = tuple[int, tuple[str, ...], range]
"""Letters that must remain, the endings (or prefixes), and how long these are."""


@lru_cache(maxsize=1)
def _endings() -> dict[tuple[str, str], Endings]:
    held: dict[tuple[str, str], Endings] = {}
    for kind in ("language", "glued", "prefix"):
        for group in table("endings")[kind]:
            held[kind, group["name"].upper()] = _lengths(group["shortest"], group["text"])
    for group in table("endings")["language"]:
        held["list", group["name"].upper()] = _lengths(group["shortest"], group["list"])
    return held


def _lengths(shortest: int, endings: list[str]) -> Endings:
    sizes = {len(ending) for ending in endings}
    return shortest, tuple(dict.fromkeys(endings)), range(min(sizes), max(sizes) + 1)


NONE: Endings = (99, (), range(0))


@lru_cache(maxsize=100_000)
def stems_in_text(word: str) -> Stems:
    """Return the stems of a lower-case word as it stands in a text."""
    bare = POSSESSIVE.sub("", word)
    script = script_of(word)
    bent = {bare, *_without("language", script, bare, at_end=True)}
    shortest = _endings().get(("language", script), NONE)[0]
    bent = {stem for stem in bent if len(stem) >= shortest}
    return Stems(whole_stems_in_text(word), frozenset(bent))


@lru_cache(maxsize=100_000)
def whole_stems_in_text(word: str) -> frozenset[str]:
    """Return what stands in a lower-case word of a text if endings are glued on a whole word."""
    bare = POSSESSIVE.sub("", word)
    script = script_of(word)
    whole = {bare} if bare != word else set()
    whole.update(_without("glued", script, bare, at_end=True))
    whole.update(_without("prefix", script, bare, at_end=False))
    return frozenset(whole)


@lru_cache(maxsize=100_000)
def stems_in_list(word: str) -> Stems:
    """Return the stems of a lower-case word as a list writes it."""
    script = script_of(word)
    whole = {word, *_without("prefix", script, word, at_end=False)}
    if script in ("ARMENIAN", "GEORGIAN", "GREEK"):
        whole.update(_without("glued", script, word, at_end=True))
    bent = {word, *_without("list", script, word, at_end=True)}
    shortest = _endings().get(("list", script), NONE)[0]
    return Stems(frozenset(whole), frozenset(stem for stem in bent if len(stem) >= shortest))


def _without(kind: str, script: str, word: str, *, at_end: bool) -> list[str]:
    shortest, endings, sizes = _endings().get((kind, script), NONE)
    # Most words have none, which one question to all endings tells.
    if not (word.endswith(endings) if at_end else word.startswith(endings)):
        return []
    left = (size for size in sizes if len(word) - size >= shortest)
    if at_end:
        return [word[:-size] for size in left if word[-size:] in endings]
    return [word[size:] for size in left if word[:size] in endings]
