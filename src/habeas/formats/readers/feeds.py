"""RSS and Atom files: an entry is a document."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Tree

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # it ships no types
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # it ships no types

from habeas.formats.documents import (
    FEED_ENTRY,
    Contents,
    FoundDocument,
    language_code,
    published_day,
)
from habeas.formats.readers.html_text import html_text
from habeas.vocabulary import InputError

BODIES = ("encoded", "content", "description", "summary")
"""Where an entry's words stand, the fullest first."""

DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_entries(raw: bytes, place: str) -> Iterator[FoundDocument]:
    """Go through the entries of a feed; the feed's own title is their outlet.

    Raises InputError on what is no feed, and on XML that defines entities (an "XML bomb").
    """
    feed = _parsed(raw, place)
    entries = [node for node in feed.iter() if _name(node) in ("item", "entry")]
    if not entries:
        raise InputError(
            "is XML, but holds no entries of RSS or Atom",
            "Is it a feed? A web page should be named .html.",
            file=place,
        )
    head = next((node for node in feed.iter() if _name(node) == "channel"), feed)
    language = feed.get(XML_LANGUAGE) or _first(head, ("language",))
    for number, entry in enumerate(entries, 1):
        yield FoundDocument(
            _bytes(entry, f"{place}, entry {number}"),
            FEED_ENTRY,
            f"{place}, entry {number}",
            published=published_day(_first(entry, DATES)),
            language=language_code(entry.get(XML_LANGUAGE) or language),
            outlet=_first(head, ("title",)),
            one_of_many=True,
        )


def feed_entry(found: FoundDocument) -> Contents:
    """Read one entry: its title, then its words. Raises InputError."""
    entry = _parsed(found.raw, found.place)
    title = " ".join(html_text(_first(entry, ("title",))).split())
    body = html_text(_first(entry, BODIES))
    headed = title and not body.casefold().startswith(title.casefold())
    return Contents(
        text="\n".join(part for part in (title if headed else "", body) if part),
        published=published_day(_first(entry, DATES)),
        title=title,
        url=_link(entry),
    )


def _parsed(raw: bytes, place: str) -> Tree.Element:
    try:
        root: Tree.Element = fromstring(raw)
    except DefusedXmlException:
        raise InputError(
            "defines entities of its own, as an XML bomb does", "Do not open it.", file=place
        ) from None
    except (Tree.ParseError, LookupError, ValueError, RecursionError) as error:
        raise InputError(f"is not XML ({error})", "Get the feed again.", file=place) from None
    return root


def _bytes(entry: Tree.Element, place: str) -> bytes:
    try:
        raw: bytes = Tree.tostring(entry, encoding="utf-8")
    except RecursionError:
        raise InputError("nests its parts beyond all measure", "Leave it.", file=place) from None
    return raw


def _name(node: Tree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _first(node: Tree.Element, names: tuple[str, ...]) -> str:
    """Return the words of the first child that has one of ``names``, in the order of names."""
    for name in names:
        for child in node:
            if _name(child) == name and (words := _words(child)):
                return words
    return ""


def _words(node: Tree.Element) -> str:
    if node.get("type") == "xhtml":
        for part in node.iter():
            part.tag = _name(part)
        return Tree.tostring(node, encoding="unicode", method="html").strip()
    return "".join(node.itertext()).strip()


def _link(entry: Tree.Element) -> str:
    for child in entry:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            return child.get("href") or (child.text or "").strip()
    return ""
