"""What of a page is no word of its article: struck-out text, marks of notes, notices, teasers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html  # type: ignore[import-untyped]  # it ships no types

STRUCK = ("del", "s", "strike")
NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡§])[\])]?\s*")
NOTICE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp|privacy|teaser|related|recommended|recommendations"
    r"|promo|newsletter|subscribe|paywall|sponsored|advert|advertisement|most-?read|read-?more"
    r"|see-?also|outbrain|taboola)(?:$|[\s_-])",
    re.I,
)
"""Words in the class or the id of what stands in a page beside its article."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ROWS = ("tr", "tbody/tr", "thead/tr")
POSTS = 2
"""Days of posts that make a page a live blog."""

SUPPORT = 0.7
"""Share of a page's words that no notice holds; what does is no notice."""


@dataclass(frozen=True)
class CleanPage:
    """A page without what is no word of its article.

    rows: those of its tables of figures. posts: the page as a live blog, each post behind its day;
    "" where it is none.
    """

    page: str
    rows: int = 0
    posts: str = ""


def cleaned(page: str) -> CleanPage:
    """Return a page without struck-out words, marks of notes, notices and teasers.

    The day of each post of a live blog is put before it as a line. A page that cannot be parsed
    comes back as it is.
    """
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), _parser())
    except Exception:  # noqa: BLE001 - whatever a hostile page makes it raise, its words remain
        return CleanPage(page)
    _drop(tree.iter(*STRUCK))
    _drop(each for each in tree.iter("sup") if NOTE.fullmatch(each.text_content()))
    _drop_notices(tree)
    posts = _dated_posts(tree)
    rows = [rows for each in tree.iter("table") if (rows := _rows_of_figures(each)) > 1]
    whole = html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>")
    return CleanPage(whole, sum(rows), posts)


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8")


def _drop(elements: object) -> None:
    for element in list(elements):  # type: ignore[call-overload]  # an iterator of elements
        if element.getparent() is not None:
            element.drop_tree()


def _drop_notices(tree: html.HtmlElement) -> None:
    length = len(tree.text_content())
    for element in list(tree.iter("div", "section", "aside", "article", "ul", "p", "dialog")):
        named = f"{element.get('id', '')} {element.get('class', '')}"
        if NOTICE.search(named) and element.getparent() is not None:
            article = element.find(".//article") is not None
            inside = len(element.text_content())
            noticed = "cookie" in named.lower() or "consent" in named.lower()
            if not article and (noticed or inside < SUPPORT * length):
                element.drop_tree()


def _dated_posts(tree: html.HtmlElement) -> str:
    """Put the day of each post before it where a page has posts of several days, and return it.

    Of such a page its one article or main part is returned, if it has one.
    """
    times = [each for each in tree.iter("time") if DAY.match(each.get("datetime", ""))]
    if len({each.get("datetime")[:10] for each in times}) < POSTS:
        return ""
    for each in times:
        line = html.Element("p")
        line.text, line.tail = each.get("datetime")[:10], each.tail
        each.getparent().replace(each, line)
    parts = [*tree.iter("main")] or [*tree.iter("article")]
    whole = parts[0] if len(parts) == 1 else tree
    text: str = html.tostring(whole, encoding="unicode")
    return text


def _rows_of_figures(table: html.HtmlElement) -> int:
    """Return how many rows of a table, not of one inside it, hold two or more cells of figures."""
    rows = [row for path in ROWS for row in table.findall(path)]
    return sum(sum(map(_is_figure, row.findall("td"))) > 1 for row in rows)


def _is_figure(cell: html.HtmlElement) -> bool:
    """Whether a cell begins with a figure, itself or in its first element."""
    words = (cell.text or "").strip() or (cell[0].text if len(cell) else "") or ""
    return any(map(str.isdigit, words))
