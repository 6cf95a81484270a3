"""Lines that were broken because they were full, as in mail and in old text files, made one again.

A line break is a blank where the next line's first word did not fit any more, and an end where it
did: whoever breaks a line early means it. Places stay as they are, since a break becomes a blank.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

NARROWEST, WIDEST = 40, 120
"""Characters: lists of short lines are no wrapped text, and longer lines are paragraphs."""

ENDED = tuple(".!?…:;")
ITEM = re.compile(r"[:=–—-]\s*[\d][\d.,\s]*$")
"""The end of a line that gives a number to what stands before it, as a list does."""
SHORT = 3
"""Letters of words with which any line may begin, such as "the" and "de"."""
QUOTES = "\"'“‘«(¿¡"
CLOSING = "\"'”’»)]"


def unwrapped(text: str) -> str:
    """Return a text of the same length with a blank for each break of a line that was full."""
    if "\n" not in text:
        return text
    places = [place for start, lines in blocks(text) for place in full_lines(start, lines)]
    if not places:
        return text
    signs = list(text)
    for place in places:
        signs[place] = " "
    return "".join(signs)


def blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Go through the runs of two lines and more with nothing empty between them.

    Each with the place where it begins.
    """
    start, place = 0, 0
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line and not line.isspace():
            start = start if lines else place
            lines.append(line)
        else:
            if len(lines) > 1:
                yield start, lines
            lines = []
        place += len(line) + 1


def full_lines(place: int, lines: Sequence[str]) -> Iterator[int]:
    """Go through the places of a block's line breaks at which a line was full.

    place: where the block begins.
    """
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return
    pairs = list(itertools.pairwise(lines))
    full = [len(line) + 1 + len(after.split(None, 1)[0]) > width for line, after in pairs]
    even = all(is_full or is_ended(line) for (line, _), is_full in zip(pairs, full, strict=True))
    for (line, after), is_full in zip(pairs, full, strict=True):
        place += len(line)
        if is_full and goes_on(line, after, sure=even, many=len(lines) > 2):
            yield place
        place += 1


def is_ended(line: str) -> bool:
    """Whether a line ends as a sentence or a heading does."""
    return line.rstrip().rstrip(CLOSING).endswith(ENDED)


def goes_on(line: str, after: str, *, sure: bool, many: bool) -> bool:
    """Whether the sentence of a full line goes on in the next.

    sure: whether no line of the block was broken early. many: whether it has more than two lines.
    A line stays one where a sentence ends with it, as it may be a paragraph, and where items begin
    alike. A small letter goes on; a number or a large letter does where the block is surely
    wrapped, but for a large letter in two lines, which may be a heading and its text.
    """
    if is_ended(line) or are_items(line, after):
        return False
    first = after.lstrip()[0]
    if first.islower():
        return True
    if first.isdigit() or line.rstrip().endswith(","):
        return sure
    return sure and many and first.isalpha() and line.lstrip()[0].isalpha()


def are_items(line: str, after: str) -> bool:
    """Whether two lines begin or end alike, as the items of a list do."""
    first, second = line.split(None, 1)[0], after.split(None, 1)[0]
    return (
        (len(first) > SHORT and first.casefold() == second.casefold())
        or (first[0].isdigit() and second[0].isdigit())
        or not (first[0].isalnum() or first[0] in QUOTES)
        or bool(ITEM.search(line))
    )
