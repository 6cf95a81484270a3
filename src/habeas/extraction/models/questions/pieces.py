"""Long texts in overlapping pieces, so that each number stands in one with what is around it."""

from __future__ import annotations

from dataclasses import dataclass

PIECE = 12_000
"""Characters of a document that a model is shown at a time."""

OVERLAP = 1_500
"""Characters that two neighbours share."""

BREAKS = ("\n\n", "\n", ". ", " ")


@dataclass(frozen=True)
class Piece:
    """Characters start to end of a text."""

    start: int
    end: int

    def depth(self, start: int, end: int, length: int) -> int:
        """Return how far characters lie from the cuts of this piece; the text's ends are none."""
        before = start - self.start if self.start else length
        after = self.end - end if self.end < length else length
        return min(before, after)


def pieces(text: str) -> list[Piece]:
    """Return the pieces of a text in order, cut where a paragraph or a sentence ends."""
    found: list[Piece] = []
    start = 0
    while len(text) - start > PIECE:
        end = _cut(text, start + PIECE - OVERLAP // 2, start + PIECE)
        found.append(Piece(start, end))
        start = _cut(text, end - OVERLAP, end - OVERLAP // 2)
    found.append(Piece(start, len(text)))
    return found


def _cut(text: str, first: int, last: int) -> int:
    for mark in BREAKS:
        place = text.rfind(mark, first, last)
        if place >= 0:
            return place + len(mark)
    return last
