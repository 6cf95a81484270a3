"""How the words of a PDF's page lie: columns, raised figures, page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

FIGURES = re.compile(r"(?<=[\w.,;:!?)\"”’»])\d{1,4}")
RAISED = 0.8
"""Share of the size of the letters before it below which a figure is the mark of a note."""

MOST_RECTANGLES = 2_000
MOST_FIGURES = 5_000
"""Pieces and figures of a page beyond which nothing is looked for in it."""

GUTTER = 12
"""Points of white between two columns."""

SHARE = 0.6
"""Share of lines that stand on both sides of a gutter."""

WORDS = 2.5
"""Words of a piece, on average, below which two columns are a table."""

PAGE_NUMBER = re.compile(r"[-–—\s]*(?:\w+\s)?\d{1,4}(?:\s*(?:/|of|de)\s*\d{1,4})?[-–—\s]*")
DIGITS = re.compile(r"\d+")

Piece = tuple[float, float, float, str]
"""Left, right and upper end of a run of words, and the words."""


def page_text(layer: pypdfium2.PdfTextPage) -> str:
    """Return the words of a page, column by column, without the marks of its notes."""
    columns = in_columns(layer)
    if columns:
        return columns
    text: str = layer.get_text_range()
    return without_raised(layer, text) if layer.count_chars() == len(text) else text


def without_raised(layer: pypdfium2.PdfTextPage, text: str) -> str:
    """Take out figures that are printed smaller than what they stand behind ("45³")."""
    kept, last = [], 0
    for number, found in enumerate(FIGURES.finditer(text)):
        if number >= MOST_FIGURES:
            break
        size = raw.FPDFText_GetFontSize(layer.raw, found.start() - 1)
        at = next(
            (
                place
                for place in range(found.start(), found.end())
                if raw.FPDFText_GetFontSize(layer.raw, place) < RAISED * size
            ),
            None,
        )
        if at is None or size <= 0:
            continue
        kept.append(text[last:at])
        last = found.end()
        # A figure set apart in size ends its line for the library, though the line goes on.
        gap = re.compile(r"\r?\n(?= )").match(text, last)
        last = gap.end() if gap else last
    return "".join((*kept, text[last:]))


def in_columns(layer: pypdfium2.PdfTextPage) -> str:
    """Return a page's words where it is set in two columns, the left one first; else "".

    The words of a page come line by line, across both.
    """
    count = layer.count_rects()
    if not 4 <= count <= MOST_RECTANGLES:
        return ""
    pieces: list[Piece] = []
    for number in range(count):
        left, bottom, right, top = layer.get_rect(number)
        words = layer.get_text_bounded(left, bottom, right, top).strip()
        if words:
            pieces.append((left, right, top, words))
    gutter = gutter_of(pieces)
    if gutter is None:
        return ""
    before = [one for one in pieces if one[1] <= gutter]
    after = [one for one in pieces if one[0] >= gutter]
    return "\n\n".join("\n".join(one[3] for one in side) for side in (before, after))


def gutter_of(pieces: list[Piece]) -> float | None:
    """Return where white parts the pieces of a page into two columns of running text, if so."""
    starts = Counter(round(one[0] / 10) for one in pieces)
    if len(pieces) < 4 or len(starts) < 2:
        return None
    for left, _ in starts.most_common(4):
        edge = left * 10 - 5
        before = [one for one in pieces if one[1] <= edge - GUTTER / 2]
        after = [one for one in pieces if one[0] >= edge - GUTTER / 2]
        if len(before) + len(after) < len(pieces) or min(len(before), len(after)) < 2:
            continue
        lines = min(len(before), len(after)) / max(len(before), len(after))
        running = all(
            sum(len(one[3].split()) for one in side) / len(side) >= WORDS
            for side in (before, after)
        )
        beside = {round(one[2] / 6) for one in before} & {round(one[2] / 6) for one in after}
        if running and lines >= SHARE and beside:
            return edge - GUTTER / 2
    return None


def without_furniture(pages: list[str]) -> list[str]:
    """Take page numbers and running heads off pages: what stands first or last on several."""
    split = [[line for line in page.splitlines() if line.strip()] for page in pages]
    ends = Counter(
        DIGITS.sub("#", line.strip())
        for lines in split
        for line in {*lines[:1], *lines[-1:]}
        if len(lines) > 1
    )
    return ["\n".join(_body(lines, ends)) if lines else page
            for lines, page in zip(split, pages, strict=True)]  # fmt: skip


def _body(lines: list[str], ends: Counter[str]) -> list[str]:
    while len(lines) > 1 and _is_furniture(lines[0], ends):
        lines = lines[1:]
    while len(lines) > 1 and _is_furniture(lines[-1], ends):
        lines = lines[:-1]
    return lines


def _is_furniture(line: str, ends: Counter[str]) -> bool:
    bare = line.strip()
    repeated = ends[DIGITS.sub("#", bare)] > 1 and len(bare) < 100
    return repeated or PAGE_NUMBER.fullmatch(bare) is not None
