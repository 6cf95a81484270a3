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


Key = tuple[int, int | None]
"""A piece by its place, and an entry by its number."""


def claims_once(document: Document, read: Sequence[PieceEntries]) -> list[Claim]:
    """Return the claims of all pieces in order of text, each of them once.

    What two pieces hold is taken from the one in which it lies farther from a cut. A reference to
    an entry that is not there is left out, and so is one that runs in a circle.
    """
    length = len(document.text)
    kept: list[tuple[Entry, Key, int]] = []
    moved: dict[Key, Key] = {}
    for place, part in enumerate(read):
        for entry in part.entries:
            key = (place, entry.n)
            depth = part.piece.depth(*entry.number, length)
            other = next((one for one in kept if one[1][0] != place and _same(one[0], entry)), None)
            if other is None:
                kept.append((entry, key, depth))
            elif depth > other[2]:
                kept[kept.index(other)] = (entry, key, depth)
                moved[other[1]] = key
            else:
                moved[key] = other[1]
    kept.sort(key=lambda one: (one[0].number, one[0].claim.evidence.start or 0))
    names = {key: f"{document.short_id}-m{place}" for place, (_, key, _) in enumerate(kept, 1)}
    named = [_named(entry, key, names, moved) for entry, key, _ in kept]
    return without_circles(named)


def _same(one: Entry, other: Entry) -> bool:
    return (
        one.number[0] < other.number[1]
        and other.number[0] < one.number[1]
        and one.claim.measure is other.claim.measure
        and one.claim.quantity.value == other.claim.quantity.value
    )


def _named(entry: Entry, key: Key, names: dict[Key, str], moved: dict[Key, Key]) -> Claim:
    own = names[key]

    def named(n: int | None) -> str:
        wanted = (key[0], n)
        seen: set[Key] = set()
        while wanted in moved and wanted not in seen:
            seen.add(wanted)
            wanted = moved[wanted]
        name = names.get(wanted, "") if n is not None else ""
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
