"""The text of a document around a claim's words, with the words of all its claims marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.desk.models import Claim

AROUND = 4_000
"""Characters shown before and after the words of a claim."""


@dataclass(frozen=True)
class Piece:
    """A piece of text; claim: whose words it is, None of the text between."""

    text: str
    claim: Claim | None = None


@dataclass(frozen=True)
class MarkedText:
    """The text around a claim: its pieces in order, and whether more of it stands beyond."""

    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


def marked_text(claim: Claim) -> MarkedText | None:
    """Return the text around a claim's words, None where no document stands behind it.

    Where the words of two claims overlap, the claim's own are marked, else those that begin first.
    """
    start, end = _place(claim)
    if claim.document is None or start is None or end is None:
        return None
    text = claim.document.text
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    marks = sorted(_marks(claim, first, last), key=lambda mark: mark[0])
    pieces, at = [], first
    for begins, ends, whose in marks:
        pieces += [Piece(text[at:begins]), Piece(text[begins:ends], whose)]
        at = ends
    pieces = [*pieces, Piece(text[at:last])]
    return MarkedText(tuple(pieces), first > 0, last < len(text))


def _marks(claim: Claim, first: int, last: int) -> Iterator[tuple[int, int, Claim]]:
    """Go through the marks within a stretch of text, none over another."""
    start, end = _place(claim)
    taken = [(start or 0, end or 0)]
    yield start or 0, end or 0, claim
    others = Claim.objects.filter(document=claim.document_id).exclude(pk=claim.pk)
    inside = []
    for each in others.only("pk", "key", "current", "standing"):
        begins, ends = _place(each)
        if begins is not None and ends is not None and first <= begins < ends <= last:
            inside.append((begins, ends, each))
    for begins, ends, each in sorted(inside, key=lambda mark: (mark[0], mark[1], mark[2].pk)):
        if all(ends <= one or begins >= other for one, other in taken):
            taken.append((begins, ends))
            yield begins, ends, each


def _place(claim: Claim) -> tuple[int | None, int | None]:
    return claim.current.get("start"), claim.current.get("end")
