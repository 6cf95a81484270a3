"""Documents opened where they may be: in a child of the sandbox, from bytes and never by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from habeas.formats.documents import (
    FEED,
    FEED_ENTRY,
    HTML,
    LARGEST_DOCUMENT,
    LINES,
    MAIL,
    PDF,
    RECORD,
    TEXT,
    WARC,
    Contents,
    FoundDocument,
    ReadDocument,
    plain_text,
)
from habeas.formats.readers.document_lines import document_lines, document_record
from habeas.formats.readers.emails import mail_documents, mail_text
from habeas.formats.readers.feeds import feed_entries, feed_entry
from habeas.formats.readers.html_pages import html_page
from habeas.formats.readers.pdf_text import pdf_text
from habeas.formats.readers.warc_records import warc_records
from habeas.vocabulary import Document, InputError, partial_date

READERS: Mapping[str, Callable[[FoundDocument], Contents]] = {
    TEXT: plain_text,
    HTML: html_page,
    PDF: pdf_text,
    MAIL: mail_text,
    FEED_ENTRY: feed_entry,
    RECORD: document_record,
}
"""How the bytes of one document are read, by media type."""


def open_collection(
    stream: BinaryIO, kind: str, size: int, place: str, note: Callable[[str], None]
) -> Iterator[FoundDocument]:
    """Go through the documents that a collection of ``size`` bytes holds, unread.

    Raises InputError on what is no collection of this kind, and on a damaged one.
    """
    if kind == WARC:
        yield from warc_records(stream, size, place, note)
    elif kind == LINES:
        yield from document_lines(stream, place)
    else:
        raw = stream.read(LARGEST_DOCUMENT + 1)
        if len(raw) > LARGEST_DOCUMENT:
            raise too_large()
        yield from (feed_entries if kind == FEED else mail_documents)(raw, place)


def too_large() -> InputError:
    """Return the error about a file that is larger than documents are."""
    return InputError(
        f"is larger than {LARGEST_DOCUMENT:,} bytes, which no document is",
        "Split it, or write its documents as JSON lines.",
    )


def open_document(
    found: FoundDocument, *, published: str | None = None, language: str | None = None
) -> ReadDocument:
    """Read the text of one document in this process.

    Raises InputError, with its place, where that cannot be.
    """
    try:
        contents = READERS[found.media_type](found)
        if not contents.text.strip():
            raise InputError("is empty", "A document must hold words.")
        day = partial_date(_first(found.published, published, contents.published))
    except InputError as error:
        raise error.at(file=found.place) from None
    document = Document(
        id=found.document_id,
        text=contents.text,
        published=day,
        language=_first(found.language, language, contents.language),
        title=found.title or contents.title,
        outlet=found.outlet or contents.outlet,
        url=found.url or contents.url,
        country=found.country or contents.country,
    )
    doubt = "" if found.published or published else contents.published_doubt
    itself = "made" if contents.published_doubt else "document"
    found_by = {
        "published": _who(found.published, published, contents.published, itself),
        "outlet": _who(found.outlet, None, contents.outlet),
        "language": _who(found.language, language, contents.language),
    }
    known = {name: who for name, who in found_by.items() if who}
    warnings = (*contents.warnings, *([doubt] if doubt else ()))
    return ReadDocument(document, found, warnings, known)


def _who(collection: str, given: str | None, told: str, itself: str = "document") -> str:
    """Return who says a thing, of FOUND_BY; "" where nobody does."""
    said = (("collection", collection), ("given", given), (itself, told))
    return next((who for who, text in said if text), "")


def _first(*texts: str | None) -> str:
    return next((text for text in texts if text), "")
