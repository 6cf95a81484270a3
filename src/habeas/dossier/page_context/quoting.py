"""Untrusted text on a page: nothing in it runs, and nothing in it hides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

PLAIN_SIGNS = "\n\t\u00a0\u00ad"
"""Signs without ink that may stand: line ends, tabs, non-breaking spaces, soft hyphens."""


def shown(text: str) -> Markup:
    """Escape a text, and show signs that would hide or reorder it as [U+202E].

    Bidirectional controls, zero-width signs and other controls can make a quotation read
    otherwise than it is (Unicode Technical Report 36).
    """
    if text.isascii() and text.isprintable():
        return escape(text)
    return Markup("").join(
        Markup('<span class="sign">[U+{:04X}]</span>').format(ord(sign))
        if hidden(sign)
        else escape(sign)
        for sign in text.replace("\r\n", "\n")
    )


def hidden(sign: str) -> bool:
    """Whether a sign leaves no ink but may change how others read."""
    return sign not in PLAIN_SIGNS and unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs")


def linked(text: str, links: Mapping[str, str]) -> Markup:
    """Show a text in which each name of ``links`` that a colon follows is a link."""
    if not links:
        return shown(text)
    names = "|".join(re.escape(name) for name in sorted(links, key=len, reverse=True))
    pieces = re.split(rf"(?<![^\s(])({names})(?=:)", text)
    return Markup("").join(
        Markup('<a href="{}">{}</a>').format(links[piece], shown(piece))
        if place % 2
        else shown(piece)
        for place, piece in enumerate(pieces)
    )


@dataclass(frozen=True)
class MarkedText:
    """A document's text in three runs: before the quoted words, the words, and after them."""

    before: str
    quote: str
    after: str


def marked(text: str, start: int, end: int) -> MarkedText:
    """Cut a text around the characters start … end."""
    return MarkedText(text[:start], text[start:end], text[end:])


SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(¿¡]*[A-ZÀ-ÖØ-Þ])|\n+")
"""Where a sentence ends: a stop before a capital letter, or a line."""

MOST_AROUND = 240
"""Characters of a sentence that are shown on either side of the quoted words."""


def within_sentence(text: MarkedText) -> MarkedText:
    """Keep of a text only the sentence in which the quoted words stand, "…" where it is cut."""
    before, after = text.before[-4 * MOST_AROUND :], text.after[: 4 * MOST_AROUND]
    # The words may begin or end the sentence, so that a sign of theirs shows where it does.
    opening, closing = text.quote[:3], text.quote[-2:]
    ends = [found.end() for found in SENTENCE_END.finditer(before + opening)]
    start = max((end for end in ends if end <= len(before)), default=0)
    stops = [found.start() + 1 - len(closing) for found in SENTENCE_END.finditer(closing + after)]
    end = next((stop for stop in stops if stop >= 0), len(after))
    before, after = before[start:].lstrip(), after[:end].rstrip()
    if len(before) > MOST_AROUND:
        before = "… " + before[-MOST_AROUND:].partition(" ")[2]
    if len(after) > MOST_AROUND:
        after = after[:MOST_AROUND].rpartition(" ")[0] + " …"
    return MarkedText(before, text.quote, after)
