"""Web pages: the article in them, its title, outlet, day and language."""

from __future__ import annotations

import logging
import re

import trafilatura
from trafilatura.settings import Document as Page

from habeas.formats.documents import (
    Contents,
    FoundDocument,
    decoded,
    language_code,
    published_day,
    refuse_binary,
)
from habeas.formats.readers.html_cleaning import cleaned
from habeas.formats.readers.html_text import html_text, page_words
from habeas.formats.readers.told_tables import table_left
from habeas.vocabulary import InputError

LARGEST_PAGE = 10_000_000
"""Bytes; an article's page with all its decoration takes under one million."""

SMALL_PAGE = 50_000
"""Characters; so small a page has the article looked for, whatever its markup."""

MOST_NODES, MOST_ATTRIBUTES = 15_000, 200
"""Elements of a page, and attributes of one element, beyond which no article is looked for.

Whoever looks for one takes the square of the time on either; pages of news have under 5,000
elements and under 30 attributes. Such a page is read whole, in one pass.
"""

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
LANGUAGE = re.compile(
    r"""<html[^>]{0,500}?\s(?:xml:)?lang\s*=\s*["']?([A-Za-z_-]{2,20})"""
    r"""|<meta[^>]{0,200}?(?:og:locale|content-language)["'][^>]{0,100}?content\s*=\s*["']?"""
    r"""([A-Za-z_-]{2,20})""",
    re.I,
)
FIGURE = re.compile(r"(?<![\w:/.-])\d{1,3}(?:[.,]\d{3})*(?![\w:/-])")
SENTENCE, SAME = 8, 60
"""Words that make a line a sentence, and characters by which it is known again."""

DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""The page's own statement of its day only: a date guessed from its prose misleads, and a limit
of "today" would make the answer depend on the clock."""

for noisy in ("trafilatura", "htmldate"):
    logging.getLogger(noisy).addHandler(logging.NullHandler())


WHOLE_PAGE = "has figures in sentences outside of its article, and was read whole"


def html_page(found: FoundDocument) -> Contents:
    """Read a page: its article with the title in front. Raises InputError on no page at all.

    A page in which no article can be made out is read whole, with a warning.
    """
    if len(found.raw) > LARGEST_PAGE:
        raise InputError(
            f"is larger than {LARGEST_PAGE:,} bytes, which no article's page is",
            "Save the article alone, as text.",
        )
    refuse_binary(found.raw)
    declared = CHARSET.search(found.raw[:20_000])
    charset = found.charset or (declared[1].decode("ascii") if declared else "")
    page, warning = decoded(found.raw, charset)
    words, too_much = _all_words(page)
    language = LANGUAGE.search(page[:20_000])
    warnings = [each for each in (warning, too_much) if each]
    if too_much:
        article, text = _about(page[:SMALL_PAGE], found.url), words
    else:
        clean = cleaned(page)
        article = _article(clean.page, found.url)
        text, doubt = _article_text(article, clean.page)
        text, doubt = (html_text(clean.posts), "") if clean.posts else (text, doubt)
        article = article or _about(page, found.url)
        warnings += [each for each in (doubt, table_left(clean.rows) if clean.rows else "") if each]
    title = _flat(article.title if article else "")
    return Contents(
        text=_headed(text, title),
        published=published_day((article.date if article else "") or ""),
        language=language_code((language[1] or language[2]) if language else ""),
        title=title,
        outlet=_flat(article.sitename if article else ""),
        url=(article.url if article else "") or "",
        warnings=tuple(warnings),
    )


def _article_text(article: Page | None, page: str) -> tuple[str, str]:
    """Return the words of an article, and a warning where they may not be all of it.

    An article that lacks figures which the page tells in sentences is not the page's: all is read.
    """
    text = (article.text if article else "") or ""
    if not text.strip():
        return html_text(page), "has no article that can be told from the rest, and was read whole"
    told = [line for line in html_text(page).splitlines() if _tells_a_figure(line)]
    lost = [line for line in told if _flat(line)[:SAME] not in _flat(text)]
    if lost and len(lost) == len(told):
        return html_text(page), WHOLE_PAGE
    return text, lost_told(len(lost)) if lost else ""


def lost_told(count: int) -> str:
    """Return the words that tell of sentences with figures that are not in the article."""
    return f"has figures in {count} sentences outside of its article, which were not read"


def _tells_a_figure(line: str) -> bool:
    return len(line.split()) >= SENTENCE and FIGURE.search(line) is not None


def _all_words(page: str) -> tuple[str, str]:
    """Return all words of a page in which no article can be looked for, and why; else "" twice."""
    if len(page) <= SMALL_PAGE:
        return "", ""
    found = page_words(page)
    for count, most, what in (
        (found.nodes, MOST_NODES, "elements"),
        (found.attributes, MOST_ATTRIBUTES, "attributes of one element"),
    ):
        if count > most:
            return found.text, f"has {count:,} {what}, which no article has, and was read whole"
    return "", ""


def _article(page: str, url: str) -> Page | None:
    try:
        article = trafilatura.bare_extraction(
            page,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=dict(DATES),
        )
    except Exception:  # noqa: BLE001 - whatever a hostile page makes it raise, words remain
        return None
    return article if isinstance(article, Page) else None


def _about(beginning: str, url: str) -> Page | None:
    """Return what the beginning of a page says of it, in which no article is looked for."""
    try:
        about = trafilatura.extract_metadata(beginning, url or None, dict(DATES))
    except Exception:  # noqa: BLE001 - whatever a hostile page makes it raise, words remain
        return None
    return about if isinstance(about, Page) else None


def _headed(text: str, title: str) -> str:
    """Put the title in front, as it is printed, unless the text begins with it."""
    if not title or title.casefold() in _flat(text[: 2 * len(title) + 200]).casefold():
        return text
    return f"{title}\n{text}"


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())
