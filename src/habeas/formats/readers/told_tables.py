"""Tables of figures in pages and PDF files: not read as claims, and told."""

from __future__ import annotations

import re

FIGURE = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+")
LEAST = 2
"""Rows that make a table, and figures that make a row."""

WORDS = 4
"""Words beyond which a line with figures is a sentence."""


def table_rows(text: str) -> int:
    """Return how many lines of a text are rows of figures: two or more beside few words."""
    rows = near = 0
    for line in text.splitlines():
        figures = FIGURE.findall(line)
        words = [word for word in line.split() if not any(map(str.isdigit, word))]
        row = len(figures) >= LEAST and len(words) <= WORDS
        near = near + 1 if row else 0
        rows += 1 if near > LEAST else LEAST if near == LEAST else 0
    return rows


def table_left(rows: int) -> str:
    """Return the words that tell of a table whose figures were not read as claims."""
    return f"has a table of figures ({rows} rows), whose cells are not read as claims"
