"""Cells of names that name several people, which are told and not parted."""

from __future__ import annotations

import functools
import re

from habeas.formats.lists.list_words import folded, phrases
from habeas.vocabulary import Field

APART = re.compile(r"[\n;/|]|\s[+&]\s")
INSIDE = re.compile(r"[(\[](.*?)[)\]]")
PREFIXED_AND = re.compile(r"\sو(?=[^\W\d_]{2})")
"""The Arabic "and" is written with the word behind it."""
AND_SO_MANY = re.compile(r"[^\W\d_].*(?:\+\s*\d+|\s(\w+)\s+\d{1,3}(?:\s+\w+)?)\s*$")
SEVERAL = "names several people in one cell, which counts as one person"


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
    whole = INSIDE.sub(" ", text)
    pieces = [piece for piece in APART.split(whole) if piece.strip()]
    if len(pieces) > 1 and all(_words(piece) >= least for piece in pieces):
        return SEVERAL
    commas = [piece for piece in whole.split(",") if piece.strip()]
    if len(commas) > 2 and all(_words(piece) >= 2 for piece in commas):
        return SEVERAL
    return SEVERAL if _joined(whole, least, field) or _says_more(whole) else ""


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
    words = folded(text).split() if text.strip()[:1].isdigit() else []
    return len(words) > 1 and words[0].isdigit() and int(words[0]) > 1 and words[1] in _people()


def _joined(text: str, least: int, field: Field) -> bool:
    """Whether a word for "and" joins two names."""
    words = text.split()
    for at, word in enumerate(words):
        # A capital is an initial: "Juan E. Pérez".
        small = word == word.lower() or text.isupper()
        if word == "&" or (small and "." not in word and folded(word) in _and()):
            before, after = words[:at], words[at + 1 :]
            both = min(len(before), len(after)) >= least
            # "Ortega y Gasset" is a surname, and "Ana y Luis" are two given names.
            if (
                both
                and (field is not Field.SURNAMES)
                and all(map(_is_name, (before[-1], after[0])))
            ):
                return True
    parts = PREFIXED_AND.split(text)
    return field is Field.FULL_NAME and len(parts) == 2 and all(_words(one) > 2 for one in parts)


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
