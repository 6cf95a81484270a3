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


@lru_cache(maxsize=1)
def _endings() -> dict[tuple[str, str], tuple[int, tuple[str, ...]]]:
    held: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {}
    for kind in ("language", "glued", "prefix"):
        for group in table("endings")[kind]:
            longest = tuple(sorted(group["text"], key=lambda ending: (-len(ending), ending)))
            held[kind, group["name"].upper()] = group["shortest"], longest
    for group in table("endings")["language"]:
        longest = tuple(sorted(group["list"], key=lambda ending: (-len(ending), ending)))
        held["list", group["name"].upper()] = group["shortest"], longest
    return held


@lru_cache(maxsize=100_000)
def stems_in_text(word: str) -> Stems:
    """Return the stems of a lower-case word as it stands in a text."""
    bare = POSSESSIVE.sub("", word)
    script = script_of(word)
    whole = {bare} if bare != word else set()
    whole.update(_without("glued", script, bare, at_end=True))
    whole.update(_without("prefix", script, bare, at_end=False))
    bent = {bare, *_without("language", script, bare, at_end=True)}
    shortest = _endings().get(("language", script), (99, ()))[0]
    return Stems(frozenset(whole), frozenset(stem for stem in bent if len(stem) >= shortest))


@lru_cache(maxsize=100_000)
def stems_in_list(word: str) -> Stems:
    """Return the stems of a lower-case word as a list writes it."""
    script = script_of(word)
    whole = {word, *_without("prefix", script, word, at_end=False)}
    if script in ("ARMENIAN", "GEORGIAN", "GREEK"):
        whole.update(_without("glued", script, word, at_end=True))
    bent = {word, *_without("list", script, word, at_end=True)}
    shortest = _endings().get(("list", script), (99, ()))[0]
    return Stems(frozenset(whole), frozenset(stem for stem in bent if len(stem) >= shortest))


def _without(kind: str, script: str, word: str, *, at_end: bool) -> list[str]:
    shortest, endings = _endings().get((kind, script), (0, ()))
    found = []
    for ending in endings:
        if len(word) - len(ending) < shortest:
            continue
        if at_end and word.endswith(ending):
            found.append(word[: -len(ending)])
        elif not at_end and word.startswith(ending):
            found.append(word[len(ending) :])
    return found
