"""Where a text opens with a dateline ("TALLINN, Estonia (AP) — "), which says nothing itself."""

from __future__ import annotations

import re

WORD = r"(?:[^\W\d_a-z][\w.'’/-]*|de|del|la|las|los|el|of|da|do|dos)"
PLACE = rf"{WORD}(?:[ ]{WORD}){{0,4}}"
DAY = (
    r"\d{1,2}[ ](?:de[ ])?\w{3,10}\.?(?:[ ](?:de[ ])?\d{4})?"
    r"|[^\W\d_]{3,10}\.?[ ]\d{1,2}(?:,[ ]\d{4})?"
)
DATELINE = re.compile(
    rf"\s*{PLACE}(?:,[ ]?(?:{DAY}|{PLACE})){{0,3}}[ ]?(?:\([^()\n]{{2,40}}\))?"
    r"[ ]?(?:\.?[ ]?[-–—]{1,2}|\.(?=\s?[-–—])[ ]?[-–—]{1,2})(?:\s|(?<=[–—])(?=[^\W\d_a-z]))"
)
CAPITALS = re.compile(r"\s*[^\W\d_a-z]{3,}(?:[ ][^\W\d_a-z]{3,}){0,3}:\s")
AGENCY = re.compile(
    rf"\s*[^\W\d_a-z]{{3,}}(?:[ ][^\W\d_a-z]{{2,}}){{0,3}},[ ](?:{DAY}|\d{{1,2}})\.?"
    r"[ ]\([^()\n]{2,40}\)[ ]?[-–—.]?\s"
)
"""A place in capitals, a day and an agency in brackets, with no dash behind them."""
LONGEST = 120
"""Characters in which a dateline ends, if there is one."""


def dateline(text: str, start: int = 0) -> int:
    """Return where a dateline ends with which a paragraph starts, its start where it has none.

    A line without a full stop is a heading ("Free Now — Monthly bulletin") and has none.
    """
    opening = text[start : start + LONGEST]
    found = CAPITALS.match(opening) or AGENCY.match(opening) or DATELINE.match(opening)
    if found is None or heading(text, start + found.end()):
        return start
    return start + found.end()


def heading(text: str, start: int) -> bool:
    """Whether a line ends without a full stop. start: where to look for its end."""
    end = text.find("\n", start, start + LONGEST)
    return end > 0 and text[start:end].rstrip()[-1:].isalnum()
