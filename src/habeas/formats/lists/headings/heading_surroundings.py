"""What stands around the words that make a heading's meaning: brackets, groups, plans."""

from __future__ import annotations

import functools
import re

from habeas.formats.lists.column_kinds import names_others
from habeas.formats.lists.list_words import folded, phrases

BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
PATTERN = re.compile(r"[dmyajhfvsgtгмджч\W\d_]+", re.IGNORECASE)
"""How cells are written: "dd/mm/aa", "M/F"."""
NEGATIONS = frozenset(
    {"no", "not", "non", "nao", "sin", "sans", "sem", "не", "нет", "nro", "num", "numero", "number"}
)


def without_brackets(heading: str) -> str:
    """Return a heading without what stands in brackets."""
    return BRACKETS.sub(" ", heading)


def brackets_say_another(heading: str) -> bool:
    """Say whether brackets of a heading speak of other people: "Nombre completo (familiar)"."""
    return any(map(names_others, BRACKETS.findall(heading)))


def group_says_another(group: str) -> bool:
    """Say whether a group of questions is of other people or of a plan: "next_release"."""
    return bool(group) and (names_others(group.replace("_", " ")) or is_ahead(group))


def is_ahead(heading: str) -> bool:
    """Say whether a heading names what is planned, estimated or asked for: "Expected release"."""
    words = f" {folded(heading)} "
    return any(f" {phrase} " in words for phrase in _planned())


def is_no(heading: str) -> bool:
    """Say whether a heading denies, or counts: "No liberado", "Number of arrests"."""
    words = folded(heading).split()
    return bool(words) and bool({words[0], words[-1]} & NEGATIONS)


def strange_brackets(heading: str) -> tuple[str, ...]:
    """Return what stands in brackets that only tell how cells are written, left out."""
    found = (" ".join(inside.split()) for inside in BRACKETS.findall(heading))
    return tuple(inside for inside in found if inside and not PATTERN.fullmatch(inside))


@functools.cache
def _planned() -> frozenset[str]:
    return phrases("planned", "words")
