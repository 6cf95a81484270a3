"""What the words of a status column say of custody."""

from __future__ import annotations

import functools
from enum import StrEnum

from habeas.custody.list_words import heading, words


class Said(StrEnum):
    """What a status says; ``unclear``: its words are not understood, or leave it open.

    ``house_arrest``: out of prison, and no sign of being held in one.
    """

    SEEN_HELD = "seen_held"
    RELEASED = "released"
    HOUSE_ARREST = "house_arrest"
    DIED = "died"
    UNCLEAR = "unclear"


STRONGEST = (Said.DIED, Said.HOUSE_ARREST, Said.RELEASED)
"""Of several ends in one status the first of these counts."""


@functools.lru_cache(maxsize=8192)
def said_status(text: str) -> Said:
    """Return what a status says.

    An end of custody may stand anywhere in it ("detained, released on bail"), that somebody is
    held only at its beginning. What is turned round ("not released") or left open is unclear.
    """
    tokens = heading(text.replace("/", " ")).split("_")
    found, rest = _phrases(tokens)
    others = {word for _, word in rest}
    if not found or _words("open") & others:
        return Said.UNCLEAR
    ends = [(place, said) for place, said in found if said in STRONGEST]
    if ends:
        turned = any(place < ends[0][0] for place, word in rest if word in _words("negations"))
        strongest = min((said for _, said in ends), key=STRONGEST.index)
        later = any(place > ends[0][0] for place, said in found if said is Said.SEEN_HELD)
        back = later and strongest is not Said.DIED
        return Said.UNCLEAR if turned or back else strongest
    held = found[0][0] == 0 and not _words("past") & others
    return Said.SEEN_HELD if held else Said.UNCLEAR


def is_status(text: str) -> bool:
    """Say whether a text is a status and no name of a place: "La Libertad" is one."""
    first = heading(text.replace("/", " ")).split("_")
    found, _ = _phrases(first)
    return bool(found) and found[0][0] == 0


def _phrases(tokens: list[str]) -> tuple[list[tuple[int, Said]], list[tuple[int, str]]]:
    """Return (place, meaning) of the phrases that are known, longest first, and (place, word)."""
    found: list[tuple[int, Said]] = []
    rest: list[tuple[int, str]] = []
    place = 0
    while place < len(tokens):
        for length in range(min(_longest(), len(tokens) - place), 0, -1):
            if said := _known().get(tuple(tokens[place : place + length])):
                found.append((place, said))
                place += length
                break
        else:
            rest.append((place, tokens[place]))
            place += 1
    return found, rest


@functools.cache
def _known() -> dict[tuple[str, ...], Said]:
    return {
        tuple(heading(phrase).split("_")): Said(kind)
        for language in words()["status"]["words"].values()
        for kind, phrases in language.items()
        for phrase in phrases
    }


@functools.cache
def _longest() -> int:
    return max(map(len, _known()))


@functools.cache
def _words(sort: str) -> frozenset[str]:
    return frozenset(heading(word) for said in words()["status"][sort].values() for word in said)
