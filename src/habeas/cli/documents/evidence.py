"""Keeping what comes in: files byte for byte, and each document of a collection beside them."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from habeas.archive import Archive, Entry
from habeas.cli.console import tell
from habeas.formats.documents import FoundDocument, documents_of, ignore, type_by_name
from habeas.vocabulary import InputError

LARGEST_FILE = 1_000_000_000
"""Bytes of a file that is kept as a whole; of a larger collection its documents are kept."""


def keep_file(archive: Archive, path: Path, url: str = "") -> Iterator[Entry]:
    """Keep a file as it is, and, where it is a collection, each document that it holds.

    The claims read from a collection name its documents, not the file. Tells what was passed over.
    """
    whole = None
    if path.stat().st_size <= LARGEST_FILE:
        whole = path.read_bytes()
        yield keep(archive, whole, source=str(path), media_type=media_type(path), url=url)
    else:
        tell(f"{path}: is larger than {LARGEST_FILE:,} bytes; only its documents are kept.")
    try:
        for found in documents_of(path, ignore):
            if found.raw != whole:
                yield keep_found(archive, found)
    except InputError as error:
        tell(f"{error.at(file=str(path))} It was kept all the same.")


def keep_found(archive: Archive, found: FoundDocument) -> Entry:
    """Keep one document as it was found."""
    return keep(
        archive,
        found.raw,
        source=found.place,
        media_type=found.media_type,
        url=found.url,
        document=found.id,
    )


def keep(
    archive: Archive,
    content: bytes,
    *,
    source: str,
    media_type: str,
    url: str = "",
    document: str = "",
) -> Entry:
    """Keep some bytes as of now: the command line is where the clock is read."""
    return archive.add(
        content,
        source=source,
        at=datetime.now(UTC),
        media_type=media_type,
        url=url,
        document=document,
    )


def media_type(path: Path) -> str:
    """Return what a file's name says that it is."""
    return type_by_name(path.name) or mimetypes.guess_type(path)[0] or "application/octet-stream"
