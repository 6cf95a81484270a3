"""Marks of notes that stand glued to a word: "45[3]", "prisoners¹²", "120*"."""

from __future__ import annotations

import re

RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
MARK = re.compile(rf"(?<=[\w.,;:!?)\]\"'”’»%])(?:\[\d{{1,3}}\]|[{RAISED}]+|[*†‡§]+)")
"""A number in square brackets, raised figures, or a sign, right behind a word or its full stop."""

SIGNS = frozenset("[*†‡§\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079")


def without_marks(text: str) -> str:
    """Return a text with blanks for the marks of its notes, so that all else keeps its place."""
    if SIGNS.isdisjoint(text):
        return text
    return MARK.sub(lambda mark: " " * len(mark[0]), text)
