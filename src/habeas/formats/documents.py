"""Documents in: files and folders of any known kind to texts that claims can quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from habeas.formats.document_files import document_files
from habeas.formats.document_lines import document_lines, document_record
from habeas.formats.document_table import DocumentTables
from habeas.formats.emails import mail_documents, mail_text
from habeas.formats.feeds import feed_entries, feed_entry
from habeas.formats.found_document import (
    LARGEST_DOCUMENT,
    Contents,
    FoundDocument,
    ReadDocument,
)
from habeas.formats.html_pages import html_page
from habeas.formats.media_types import (
    FEED,
    FEED_ENTRY,
    HTML,
    LINES,
    MAIL,
    PDF,
    RECORD,
    TEXT,
    WARC,
    type_by_beginning,
    type_by_name,
)
from habeas.formats.pdf_text import pdf_text
from habeas.formats.plain_text import plain_text
from habeas.formats.warc_records import warc_records
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


def ignore(_said: object) -> None:
    """Let pass what is said."""


def refuse(error: InputError) -> None:
    """Raise the error."""
    raise error


def read_documents(
    paths: Sequence[str | Path],
    *,
    published: str | None = None,
    language: str | None = None,
    note: Callable[[str], None] = ignore,
    fail: Callable[[InputError], None] = refuse,
) -> Iterator[ReadDocument]:
    """Go through the documents of files and folders, in the order given, folders sorted by name.

    published (ISO 8601), language: hold for all whose collection (a feed, an e-mail, a line of
    JSON, a table beside the files) does not say otherwise; they overrule what is read off a page.
    note: is told what was passed over or doubtful.
    fail: gets each InputError on a file; unless it raises, the file is passed over.
    """
    for found in find_documents(paths, note=note, fail=fail):
        try:
            read = read_document(found, published=published, language=language)
        except InputError as error:
            (note_of(note) if found.one_of_many else fail)(error)
            continue
        for warning in read.warnings:
            note(f"{found.place}: {warning}.")
        yield read


def note_of(note: Callable[[str], None]) -> Callable[[InputError], None]:
    """Return what passes over an unreadable member of a collection, saying so."""
    return lambda error: note(f"{error} Passed over.")


def find_documents(
    paths: Sequence[str | Path],
    *,
    note: Callable[[str], None] = ignore,
    fail: Callable[[InputError], None] = refuse,
) -> Iterator[FoundDocument]:
    """Go through the documents as found, unread; a document met twice comes once.

    note, fail: as of ``read_documents``.
    """
    met: dict[str, str] = {}
    tables = DocumentTables()
    for path in document_files(paths, note, fail):
        members = documents_of(path, note)
        while True:
            try:
                found = tables.describe(next(members), path)
            except StopIteration:
                break
            except InputError as error:
                fail(error.at(file=str(path)))
                break
            if (first := met.setdefault(found.document_id, found.place)) != found.place:
                note(f"{found.place}: is the same document as {first}; read once.")
            else:
                yield found


def documents_of(path: Path, note: Callable[[str], None]) -> Iterator[FoundDocument]:
    """Go through the documents that one file holds, unread. Raises InputError."""
    with path.open("rb") as stream:
        beginning = stream.read(1000)
        kind = type_by_name(path.name) or type_by_beginning(beginning)
        if kind == WARC:
            yield from warc_records(path, note)
        elif kind == FEED:
            yield from feed_entries(path)
        elif kind == LINES:
            stream.seek(0)
            yield from document_lines(stream, str(path))
        else:
            raw = beginning + stream.read(LARGEST_DOCUMENT + 1 - len(beginning))
            if len(raw) > LARGEST_DOCUMENT:
                raise InputError(
                    f"is larger than {LARGEST_DOCUMENT:,} bytes, which no document is",
                    "Split it, or write its documents as JSON lines.",
                )
            whole = mail_documents(raw, str(path)) if kind == MAIL else None
            yield from whole or chain([FoundDocument(raw, kind, str(path))])


def read_document(
    found: FoundDocument, *, published: str | None = None, language: str | None = None
) -> ReadDocument:
    """Read the text of one document. Raises InputError, with its place, where that cannot be."""
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
    return ReadDocument(document, found, (*contents.warnings, *([doubt] if doubt else ())))


def _first(*texts: str | None) -> str:
    return next((text for text in texts if text), "")
