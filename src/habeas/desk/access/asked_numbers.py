"""Numbers that come with a request: as people, or programs that mean harm, may write them."""

from __future__ import annotations

LONGEST = 18
"""Digits; any database holds a number of so many."""


def number_asked(text: str) -> int | None:
    """Return the whole number that a text writes, None where it writes none or too long a one."""
    fits = text.isascii() and text.isdecimal() and len(text) <= LONGEST
    return int(text) if fits else None
