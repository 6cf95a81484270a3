"""Cells of names that name several people, which are told and not parted."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

from habeas.formats.lists.column_kinds import is_of_kin
from habeas.formats.lists.list_words import folded, phrases
from habeas.vocabulary import Field

APART = re.compile(r"[\n;/|]|\s[+&–—-]\s")
NUMBERED = re.compile(r"(?:^|\s)1\s?[.)]\D+\s2\s?[.)]\s?\D")
TIMES = re.compile(r"\s[x×]\s?\d{1,2}$")
"""How a cell counts behind a name: "Ada Quill x 2"."""
INSIDE = re.compile(r"[(\[](.*?)[)\]]")
COMMA = re.compile(r"[,،]")
WAW = "و"
PREFIXED_AND = re.compile(r"\sو(?=[^\W\d_]{2})")
"""The Arabic "and" is written with the word behind it."""
AND_SO_MANY = re.compile(r"[^\W\d_].*(?:\+\s*\d+|\s(\w+)\s+\d{1,3}(?:\s+\w+)?)\s*$")
SEVERAL = "names several people in one cell, which counts as one person"
MAY_BE_SEVERAL = "may name several people in one cell, which counts as one person"


def several_people(field: Field, text: str) -> str:
    """Return why a cell names several people, "" where it names one.

    "Clara Paredes y Dimas Rondón" is two, "José Ortega y Gasset" one: on both sides of the word two
    words must stand where the whole name is in the cell, one where it is a part of a name.
    """
    least = 2 if field is Field.FULL_NAME else 1
    inside = INSIDE.findall(text)
    if any(_begins_with_and(one) or _says_more(one) for one in inside):
        return SEVERAL
    if _is_group(text) or any(map(_counts_people, (text, *inside))):
        return SEVERAL
    if NUMBERED.search(text) or TIMES.search(text.strip()):
        return SEVERAL
    whole = INSIDE.sub(" ", text)
    pieces = [piece for piece in APART.split(whole) if piece.strip()]
    if len(pieces) > 1 and all(_words(piece) >= least for piece in pieces):
        return SEVERAL
    commas = [piece for piece in COMMA.split(whole) if piece.strip()]
    if len(commas) > 2 and all(_words(piece) >= 2 for piece in commas):
        return SEVERAL
    return SEVERAL if _joined(whole, least, field) or _says_more(whole) else ""


def with_a_strange_comma(texts: Iterable[str]) -> frozenset[str]:
    """Return the names that a comma parts into two of two words and more, where others have none.

    "Ana Lira, Leo Prado" may be two people. Where commas are usual it is "Lira Paz, Ana María".
    """
    names = [text for text in texts if len(text.split()) > 1]
    parted = [text for text in names if COMMA.search(text)]
    if len(parted) * 2 > len(names):
        return frozenset()
    return frozenset(
        text for text in parted
        if len(pieces := COMMA.split(INSIDE.sub(" ", text))) == 2
        and all(_words(piece) > 1 and folded(piece).split()[0] not in _beside_names()
                for piece in pieces)
    )  # fmt: skip


def names_nobody(text: str) -> bool:
    """Say whether a cell of names says that the name is not known: "Hombre no identificado"."""
    rest = f" {folded(INSIDE.sub(' ', text))} "
    met = False
    for phrase in _unnamed():
        if f" {phrase} " in rest:
            rest, met = rest.replace(f" {phrase} ", " "), True
    return met and all(word in _beside() or word.isdigit() for word in rest.split())


def _is_group(text: str) -> bool:
    """Whether a cell names a family, brothers, a couple: more than one, by one name."""
    words = folded(text).split()
    return any(len(words) > at and " ".join(words[:at]) in _groups() for at in (1, 2))


def _counts_people(text: str) -> bool:
    """Whether a cell counts people: "3 hombres"."""
    words = folded(text).split()
    if len(words) < 2 or (words[1] not in _people() and not is_of_kin(words[1])):
        return False
    return words[0] in _numbers() or (words[0].isdigit() and int(words[0][:4]) > 1)


def _joined(text: str, least: int, field: Field) -> bool:
    """Whether a word for "and" joins two names, or a name and somebody's son or wife."""
    words = text.split()
    if field is Field.FULL_NAME and _prefixed(words):
        return True
    for at, word in enumerate(words):
        # A capital is an initial: "Juan E. Pérez".
        small = word == word.lower() or text.isupper()
        if word == "&" or (small and "." not in word and folded(word) in _and()):
            before, after = words[:at], words[at + 1 :]
            if before and after and is_of_kin(" ".join(after)):
                return True
            # "Ana y Leo Prado": who share a surname are named by it once.
            both = min(len(before), len(after)) >= least or (len(before) == 1 < len(after))
            # "Ortega y Gasset" is a surname, and "Ana y Luis" are two given names.
            if (
                both
                and (field is not Field.SURNAMES)
                and all(map(_is_name, (before[-1], after[0])))
            ):
                return True
    parts = PREFIXED_AND.split(text)
    return field is Field.FULL_NAME and len(parts) == 2 and all(_words(one) > 2 for one in parts)


def _prefixed(words: Sequence[str]) -> bool:
    """Whether the Arabic "and" stands before a second name: few names begin with its letter."""
    return any(
        word.startswith(WAW) and len(word) > 3 and folded(word) not in _own_and()
        for word in words[1:-1]
    )  # fmt: skip


def _begins_with_and(text: str) -> bool:
    first = folded(text).split()[:1]
    return bool(first) and first[0] in _and() and len(text.split()) > 1


def _says_more(text: str) -> bool:
    words = folded(text)
    if not words:
        return False
    if (so_many := AND_SO_MANY.match(text)) and (
        so_many[1] is None or folded(so_many[1]) in _and()
    ):
        return True
    padded = f" {words} "
    told = any(f" {phrase} " in padded for phrase in _more() if " " in phrase)
    last = (
        words.split()[-1] in {one for one in _more() if " " not in one} and len(words.split()) > 2
    )
    return told or last


def _words(text: str) -> int:
    return sum(any(sign.isalpha() for sign in word) for word in text.split())


def _is_name(word: str) -> bool:
    return any(sign.isalpha() for sign in word)


@functools.cache
def _and() -> frozenset[str]:
    return phrases("several", "and") - {""}


@functools.cache
def _numbers() -> frozenset[str]:
    return phrases("several", "numbers") - {""}


@functools.cache
def _beside_names() -> frozenset[str]:
    """Return how words begin that stand behind a comma and name nobody else."""
    return phrases("several", "behind") - {""}


@functools.cache
def _own_and() -> frozenset[str]:
    return phrases("several", "own_and") - {""}


@functools.cache
def _groups() -> frozenset[str]:
    return phrases("several", "groups") - {""}


@functools.cache
def _people() -> frozenset[str]:
    return phrases("several", "people")


@functools.cache
def _unnamed() -> tuple[str, ...]:
    return tuple(sorted(phrases("unnamed", "words") - {""}, key=len, reverse=True))


@functools.cache
def _beside() -> frozenset[str]:
    return phrases("unnamed", "beside")


@functools.cache
def _more() -> frozenset[str]:
    return phrases("several", "more")
