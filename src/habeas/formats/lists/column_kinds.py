"""What a column holds that tells nothing linkage uses: names of others, numbers, or nobody's name.

Whoever looks for names that must not be public asks of every column; linkage leaves these alone.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib import resources
from typing import Any

from habeas.formats.lists.list_words import by_phrase


class ColumnKind(StrEnum):
    """What a column that is no field of a person's holds.

    other_numbers: telephones, e-mail addresses, passports, numbers of case files. other_names:
    aliases of the person and names of others, such as a mother's or a lawyer's. no_names: neither.
    A heading is taken for the first of them that it may mean: "mother's telephone" is a number.
    """

    OTHER_NUMBERS = "other_numbers"
    OTHER_NAMES = "other_names"
    NO_NAMES = "no_names"


NUMBER_SIGNS = frozenset({"#", "№", "N°", "Nº", "nº", "n°", "№ п/п", "No.", "Nr."})
"""What stands over the numbers of rows."""

SIGNS = re.compile(r"[\W_]+")
LAST_NUMBER = re.compile(r" \d+$")


def kind_of(heading: str) -> ColumnKind | None:
    """Return what a heading says that its column holds, None where that is not known.

    Of "datos/Apodo", as KoboToolbox writes groups, the last part counts.
    """
    words = _words(heading.rpartition("/")[2])
    if heading.strip() in NUMBER_SIGNS:
        return ColumnKind.NO_NAMES
    for kind in ColumnKind:
        rest, met = _without(words, _phrases(kind))
        if met and _beside_only(rest, kind):
            return kind
    return None


def is_of_kin(text: str) -> bool:
    """Say whether a text is nothing but what somebody is to a person: "mother", "su abogada"."""
    rest, _ = _without(_words(text), _phrases(ColumnKind.OTHER_NAMES))
    return not set(rest) - _beside()


def names_others(text: str) -> bool:
    """Say whether a text speaks of other people than the person: "of the mother", "abogado".

    What may also tell a sex ("mulher", "femme") does not count.
    """
    return _without(_words(text), _people())[1]


def _beside_only(rest: Sequence[str], kind: ColumnKind) -> bool:
    """Whether words that are left of a heading say nothing against what it is taken for."""
    if kind is ColumnKind.OTHER_NUMBERS:
        rest, _ = _without(rest, _phrases(ColumnKind.OTHER_NAMES))
    return not set(rest) - _beside()


def _without(words: Sequence[str], phrases: frozenset[str]) -> tuple[list[str], bool]:
    """Return words without any of some phrases, the longest first, and whether one was there."""
    left, at = [], 0
    while at < len(words):
        end = next((stop for stop in range(len(words), at, -1)
                    if " ".join(words[at:stop]) in phrases), at)  # fmt: skip
        if end == at:
            left.append(words[at])
        at = max(end, at + 1)
    return left, len(left) < len(words)


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a heading as they are compared; the small ones only where all are."""
    words = LAST_NUMBER.sub("", _folded(text)).split()
    small = {_folded(word) for word in _known()["small"]}
    return tuple([word for word in words if word not in small] or words)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return SIGNS.sub(" ", bare).strip()


@functools.cache
def _known() -> Mapping[str, Any]:
    file = resources.files("habeas.formats.lists") / "list_words" / "withheld.toml"
    return tomllib.loads(file.read_text("utf-8"))


@functools.cache
def _phrases(kind: ColumnKind) -> frozenset[str]:
    known = _known()[kind]
    return frozenset(" ".join(_words(text)) for text in [*known["words"], *known.get("people", [])])


@functools.cache
def _people() -> frozenset[str]:
    known = _known()[ColumnKind.OTHER_NAMES]["people"]
    return frozenset(" ".join(_words(text)) for text in known) - set(by_phrase("sexes"))


@functools.cache
def _beside() -> frozenset[str]:
    return frozenset(map(_folded, _known()["beside"]))
