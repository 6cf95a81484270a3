"""Marks of notes that stand glued to a word: "45[3]", "prisoners¹²", "120*"."""

from __future__ import annotations

import re

RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
GLUED = r"(?<=[^\W\d_A-Z]{5})\d{1,2}(?![\w-])"
MARK = re.compile(rf"(?<=[\w.,;:!?)\]\"'”’»%])(?:\[\d{{1,3}}\]|[{RAISED}]+|[*†‡§]+)|{GLUED}")
"""A number in square brackets, raised figures, or a sign, right behind a word or its full stop; and
a small number glued to a word ("prisoners12")."""

ANY = re.compile(rf"[\[*†‡§{RAISED}]|[^\W\d_]\d")
"""What every such mark holds, told at once because most texts have none."""


def without_marks(text: str) -> str:
    """Return a text with blanks for the marks of its notes, so that all else keeps its place."""
    if not ANY.search(text):
        return text
    return MARK.sub(lambda mark: " " * len(mark[0]), text)
