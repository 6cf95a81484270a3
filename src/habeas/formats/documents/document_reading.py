"""Documents in: files and folders of any known kind to texts that claims can quote.

Nothing is opened here: a child of the sandbox does it, and its answers are checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from habeas.formats.documents.document_files import document_files
from habeas.formats.documents.document_sandbox import members_of, read_in_sandbox
from habeas.formats.documents.document_table import DocumentTables
from habeas.formats.documents.found_document import LARGEST_DOCUMENT, FoundDocument, ReadDocument
from habeas.formats.documents.media_types import (
    COLLECTIONS,
    type_by_beginning,
    type_by_name,
    unread_kind,
)
from habeas.vocabulary import InputError


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
    if kind := unread_kind(path.name):
        table = kind.startswith("a table")
        raise InputError(
            f"is {kind}, from which no claims are read",
            "habeas link reads lists; write texts as JSON lines." if table
            else "Save it as PDF, HTML or plain text.",
        )  # fmt: skip
    with path.open("rb") as stream:
        beginning = stream.read(1000)
        kind = type_by_name(path.name) or type_by_beginning(beginning)
        pieces = chain([beginning], iter(lambda: stream.read(1 << 20), b""))
        if kind in COLLECTIONS:
            yield from members_of(pieces, kind, path.stat().st_size, str(path), note)
        else:
            yield FoundDocument(whole(pieces), kind, str(path))


def found_documents(
    raw: bytes, kind: str, place: str, note: Callable[[str], None] = ignore
) -> Iterator[FoundDocument]:
    """Go through the documents that some bytes hold, unread. Raises InputError."""
    if kind in COLLECTIONS:
        yield from members_of([raw], kind, len(raw), place, note)
    else:
        yield FoundDocument(raw, kind, place)


def whole(pieces: Iterable[bytes]) -> bytes:
    """Put a document together. Raises InputError on one that is too large to be one."""
    held, size = [], 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > LARGEST_DOCUMENT:
            raise InputError(
                f"is larger than {LARGEST_DOCUMENT:,} bytes, which no document is",
                "Split it, or write its documents as JSON lines.",
            )
    return b"".join(held)


def read_document(
    found: FoundDocument, *, published: str | None = None, language: str | None = None
) -> ReadDocument:
    """Read the text of one document. Raises InputError, with its place, where that cannot be."""
    return read_in_sandbox(found, published or "", language or "")
