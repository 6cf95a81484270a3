"""The words of any HTML, however broken, without judging which of them matter."""

from __future__ import annotations

import re
from collections.abc import Sized
from dataclasses import dataclass

# The standard library's parser takes the square of the time on hostile pages; libxml2 does not.
from lxml import etree  # type: ignore[import-untyped]  # it ships no types

BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
     "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "title", "tr", "ul")
)  # fmt: skip
UNSEEN = frozenset(("script", "style", "template", "noscript", "svg", "head", "del", "s", "strike"))
"""Elements whose words nobody is to read: what is not shown, and what was struck out."""

SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class PageWords:
    """The visible words of a page, a block a line, and how much markup they stand in.

    nodes: elements, comments and instructions. attributes: the most that one element has.
    """

    text: str
    nodes: int
    attributes: int


def html_text(page: str) -> str:
    """Return the visible words of a page or a piece of one, a block a line."""
    return page_words(page).text


def page_words(page: str) -> PageWords:
    """Go through a page once, without keeping a tree of it; the time grows with its length."""
    words = _Words()
    parser = etree.HTMLParser(target=words, huge_tree=True, encoding="utf-8")
    etree.fromstring(page.encode("utf-8", "replace"), parser)
    lines = (SPACES.sub(" ", line).strip() for line in "".join(words.pieces).split("\n\n"))
    return PageWords("\n".join(line for line in lines if line), words.nodes, words.attributes)


class _Words:
    """Gathers text as the parser goes through a page; blocks are parted by two line ends."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.unseen = 0
        self.nodes = 0
        self.attributes = 0

    def start(self, tag: str, attributes: Sized) -> None:
        self.nodes += 1
        self.attributes = max(self.attributes, len(attributes))
        self.unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.pieces.append("\n\n")

    def end(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN
        if tag in BLOCKS:
            self.pieces.append("\n\n")

    def data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data.replace("\n", " "))

    def comment(self, _text: str) -> None:
        self.nodes += 1

    def pi(self, _target: str, _data: str | None = None) -> None:
        self.nodes += 1

    def close(self) -> None:
        """Finish, as the parser asks; the words stand in ``pieces``."""
