r"""Texts with what is written in code in them written out: escapes, entities, elements.

A name in an address (Mar%C3%ADa), in JSON (Mar\u00eda) or in a page (Mar&iacute;a, <b>Mar</b>ía)
is a name; what is found in the text written out is found again in the text as it came.
"""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

ESCAPES = re.compile(
    r"(?:%[0-9A-Fa-f]{2})+"
    r"|(?:\\u[0-9A-Fa-f]{4})+|\\u\{[0-9A-Fa-f]{1,6}\}|\\x[0-9A-Fa-f]{2}|\\[nrtfbv]"
    r"|&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|(?:=[0-9A-F]{2}){2,}"
    r"|(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6"
    r"\u02dc\u2013-\u203a\u20ac\u2122]{1,3})+"
    r"|[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]+"
    r"|[\uff61-\uff9f]+|\u202e[^\u202c\n]{1,400}\u202c?|(?<=\w)[?\ufffd](?=\w)"
)
HAS_ESCAPES = re.compile(
    r"[%\\&=\u24b6-\u24e9\U0001f130-\U0001f189\uff61-\uff9f\u202e\ufffd]|[\u00c2-\u00f4]"
    r"[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    r"\u2013-\u203a\u20ac\u2122]"
)
"""Whether there may be such, looked for by its first signs: most texts have none."""

ELEMENT = re.compile(r"<(?:!--.{0,2000}?-->|[/!?A-Za-z][^<>]{0,2000}>)", re.DOTALL)
WITHIN_WORDS = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,2000}>"
    r"|<!--.{0,2000}?-->",
    re.IGNORECASE | re.DOTALL,
)
"""Elements that may stand within a word without parting it."""

WITHIN_A_WORD = re.compile(r"\w(?:</?[a-z]{1,6}\b[^<>]{0,2000}>|<!--)+\w", re.IGNORECASE)
"""Where an element may part a word."""

DEPTH = 3
"""How many times over a text may be written in code: %2520 is a space twice over."""


@dataclass(frozen=True)
class Written:
    """A text, and where each part of it came from.

    starts: where each part begins here; came: where it stood in the text before, from and to;
    before: that text, None for the text as it came.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    came: list[tuple[int, int]] = field(default_factory=list)
    before: Written | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters start … end (at least one) stand in the text as it came."""
        if self.before is None:
            return start, end
        first = self._part(start)
        last = self._part(end - 1)
        return self.before.origin(first[0], last[1])

    def _part(self, place: int) -> tuple[int, int]:
        number = bisect_right(self.starts, place) - 1
        offset, (first, last) = place - self.starts[number], self.came[number]
        after = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        if after - self.starts[number] == last - first:
            return first + offset, first + offset + 1
        return first, last

    def rewritten(self, pattern: re.Pattern[str], say: Callable[[str], str]) -> Written:
        """Return the text with what matches said otherwise."""
        pieces: list[str] = []
        starts: list[int] = []
        came: list[tuple[int, int]] = []
        length = done = 0
        for found in pattern.finditer(self.text):
            for piece, place in (
                (self.text[done : found.start()], (done, found.start())),
                (say(found.group()), found.span()),
            ):
                if piece:
                    pieces.append(piece)
                    starts.append(length)
                    came.append(place)
                    length += len(piece)
            done = found.end()
        if rest := self.text[done:]:
            pieces.append(rest)
            starts.append(length)
            came.append((done, len(self.text)))
        return Written("".join(pieces), starts, came, self)


def forms(text: str) -> Iterator[Written]:
    """Go through a text as it came, with escapes written out, and with elements taken out."""
    form = Written(text)
    yield form
    for _ in range(DEPTH):
        if "?" not in form.text and not HAS_ESCAPES.search(form.text):
            break
        plain = form.rewritten(ESCAPES, said)
        if plain.text == form.text:
            break
        form = plain
        yield form
    if ELEMENT.search(form.text):
        yield form.rewritten(ELEMENT, lambda _: " ")
        yield form.rewritten(WITHIN_WORDS, lambda _: "").rewritten(ELEMENT, lambda _: " ")


PARTING = "\n" + "·" * 20 + "\n"
"""What stands between values that are no neighbours: more signs than a name has between words."""

VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")


def page_says(page: str) -> str:
    """Return what a page of ours says: its words, then the values of its attributes.

    The names of elements and attributes are no words: <li><a … is not somebody called Li A.
    """
    values = (
        first or second
        for element in ELEMENT.findall(page)
        for first, second in VALUE.findall(element)
    )
    words = [ELEMENT.sub(" ", page)]
    if WITHIN_A_WORD.search(page):
        words.append(ELEMENT.sub(" ", WITHIN_WORDS.sub("", page)))
    # Entities stand for signs in a page, whatever else is written in code there.
    return html.unescape(PARTING.join((*words, *dict.fromkeys(values))))


def said(escape: str) -> str:
    """Return what an escape stands for; itself where that is nothing."""
    first = escape[0]
    if first == "&":
        return html.unescape(escape)
    if first in "%=":
        return _of_bytes(unquote_to_bytes(escape.replace("=", "%")))
    if first == TURNED:
        return escape.strip("\u202e\u202c")[::-1]
    if first in "?\ufffd":
        return ""
    if first != "\\":
        return _shown(escape)
    return _in_script(escape) if escape[1] in "ux" else " "


TURNED = "\u202e"
"""What has the letters behind it shown from the right."""

DARK = {start + at: chr(ord("A") + at) for start in (0x1F150, 0x1F170) for at in range(26)}
"""Letters in dark circles and boxes, for which Unicode gives no plain ones."""


def _of_bytes(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _shown(written: str) -> str:
    """Return letters in circles and of half width plain, and UTF-8 that was read as Latin 1."""
    if not "\u00c2" <= written[0] <= "\u00f4":
        return unicodedata.normalize("NFKC", written.translate(DARK))
    try:
        return b"".join(map(_byte, written)).decode("utf-8")
    except UnicodeError:
        return written


def _byte(sign: str) -> bytes:
    return sign.encode("latin-1" if sign <= "\u00ff" else "cp1252")


def _in_script(escape: str) -> str:
    """Return what an escape of JSON or JavaScript stands for."""
    if escape[1] == "x" or escape[2] == "{":
        code = int(escape[2:].strip("{}"), 16)
        return chr(code) if code <= sys.maxunicode else escape
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be", "replace")
