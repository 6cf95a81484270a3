"""Where a quote stands in a text: word for word, or but for its blanks and kinds of marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from habeas.extraction.models.questions import Piece

ALIKE = {
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("’‘‚‛′ʼ`´", "'"),
    **dict.fromkeys("‐‑‒–—−﹣－", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff\u2060\u200e\u200f", ""),
}
"""Signs that one keyboard writes for another; those that are not seen are left out."""

ENDS = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|\n\s*|(?<=[。！？।۔။])")
FARTHEST_END = 600


class QuotedText:
    """A text in which quotes are looked for."""

    def __init__(self, text: str) -> None:
        """Look for quotes in ``text``."""
        self.text = text

    @cached_property
    def _plain(self) -> tuple[str, list[int]]:
        return plain(self.text)

    def places(self, quote: str, piece: Piece) -> list[tuple[int, int]]:
        """Return where a quote stands in a piece, word for word or else but for its marks."""
        quote = quote.strip()
        exact = [(start, start + len(quote))
                 for start in _occurrences(self.text, quote, piece.start, piece.end)]  # fmt: skip
        if exact:
            return exact
        small, origin = self._plain
        wanted = plain(quote)[0].strip()
        first, last = bisect_left(origin, piece.start), bisect_left(origin, piece.end)
        return [(origin[start], origin[start + len(wanted) - 1] + 1)
                for start in _occurrences(small, wanted, first, last)]  # fmt: skip

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentence of characters start to end begins and ends."""
        before = max(0, start - FARTHEST_END)
        first = before
        for stop in ENDS.finditer(self.text, before, start):
            first = stop.end()
        stop_after = ENDS.search(self.text, end, min(len(self.text), end + FARTHEST_END))
        return first, stop_after.start() if stop_after else min(len(self.text), end + FARTHEST_END)


def plain(text: str) -> tuple[str, list[int]]:
    """Return a text with its blanks made one and marks made alike, and each sign's own place."""
    signs: list[str] = []
    origin: list[int] = []
    for place, sign in enumerate(text):
        small = " " if sign.isspace() else ALIKE.get(sign, sign.lower())
        if small == " " and signs and signs[-1] == " ":
            continue
        if len(small) == 1:
            signs.append(small)
            origin.append(place)
    return "".join(signs), origin


def _occurrences(text: str, wanted: str, first: int, last: int) -> Iterator[int]:
    start = text.find(wanted, first, last) if wanted else -1
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1, last)
