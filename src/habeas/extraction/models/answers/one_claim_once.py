"""Claims of the overlapping pieces of a document: each number once, with ids and references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.extraction.models.answers.believed import Entry
from habeas.extraction.models.questions import Piece
from habeas.vocabulary import Claim, Document


@dataclass(frozen=True)
class PieceEntries:
    """What is believed of the answer about one piece."""

    piece: Piece
    entries: Sequence[Entry]


Key = tuple[int, int]
"""A piece by its place, and an entry of its answer by its own, or by the number it has there."""


def claims_once(document: Document, read: Sequence[PieceEntries]) -> list[Claim]:
    """Return the claims of all pieces in order of text, each of them once.

    What two pieces hold is taken from the one in which it lies farther from a cut. A reference to
    an entry that is not there is left out, and so is one that runs in a circle.
    """
    length = len(document.text)
    kept: dict[Key, Entry] = {}
    moved: dict[Key, Key] = {}
    called: dict[Key, Key] = {}
    for place, part in enumerate(read):
        before = [key for key in kept if key[0] == place - 1]
        for ordinal, entry in enumerate(part.entries):
            key = (place, ordinal)
            called.setdefault((place, entry.n), key)
            other = next((one for one in before if one in kept and _same(kept[one], entry)), None)
            if other is None:
                kept[key] = entry
            elif _depth(part, entry, length) > _depth(read[place - 1], kept[other], length):
                del kept[other]
                kept[key], moved[other] = entry, key
            else:
                moved[key] = other
    order = sorted(kept, key=lambda key: (kept[key].number, kept[key].claim.evidence.start or 0))
    names = {key: f"{document.short_id}-m{place}" for place, key in enumerate(order, 1)}
    found = {said: names.get(_last(key, moved), "") for said, key in called.items()}
    return without_circles([_named(kept[key], key[0], names[key], found) for key in order])


def _depth(part: PieceEntries, entry: Entry, length: int) -> int:
    return part.piece.depth(*entry.number, length)


def _same(one: Entry, other: Entry) -> bool:
    return (
        one.number[0] < other.number[1]
        and other.number[0] < one.number[1]
        and one.claim.measure is other.claim.measure
        and one.claim.quantity.value == other.claim.quantity.value
    )


def _last(key: Key, moved: dict[Key, Key]) -> Key:
    """Return the entry by which one stands in the end."""
    seen: set[Key] = set()
    while key in moved and key not in seen:
        seen.add(key)
        key = moved[key]
    return key


def _named(entry: Entry, place: int, own: str, found: dict[Key, str]) -> Claim:
    """Return an entry's claim with its id, and the ids of the claims at which it points."""

    def named(number: int | None) -> str:
        name = "" if number is None else found.get((place, number), "")
        return "" if name == own else name

    return replace(
        entry.claim, id=own, part_of=named(entry.part_of), corrects=named(entry.corrects)
    )


def without_circles(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims with every reference left out that leads back to where it started."""
    by_id = {claim.id: claim for claim in claims}
    for key in list(by_id):
        if _comes_back(by_id, key, "part_of"):
            by_id[key] = replace(by_id[key], part_of="")
        if _comes_back(by_id, key, "corrects"):
            by_id[key] = replace(by_id[key], corrects="")
    return list(by_id.values())


def _comes_back(by_id: dict[str, Claim], key: str, column: str) -> bool:
    seen, current = {key}, getattr(by_id[key], column)
    while current in by_id and current not in seen:
        seen.add(current)
        current = getattr(by_id[current], column)
    return bool(current)
