"""Web archives: the pages, texts and PDF files in a .warc or .warc.gz."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Callable, Iterator
from copy import copy
from typing import BinaryIO, cast

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from habeas.formats.documents import HTML, LARGEST_DOCUMENT, PDF, TEXT, FoundDocument
from habeas.vocabulary import InputError

KINDS = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/plain": TEXT,
    "application/pdf": PDF,
}
LARGEST_RATIO = 200
"""How many times its size a compressed archive may unfold to; web pages shrink to a tenth."""

ALWAYS_ALLOWED = 200_000_000
"""Bytes that any archive may unfold to."""

RECORDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def warc_records(
    source: BinaryIO, size: int, file: str, note: Callable[[str], None]
) -> Iterator[FoundDocument]:
    """Go through the documents of a web archive; pictures, scripts and error pages are passed over.

    Raises InputError on a damaged archive and on one that unfolds beyond all measure.
    """
    number = 0
    try:
        with _unfolded(source, size) as stream:
            records = ArchiveIterator(stream, RECORDS, parse_http=False)
            for number, record in enumerate(records, 1):
                place = f"{file}, record {number}"
                if found := _found(record, place, note):
                    yield found
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - it raises whatever its reader met
        raise InputError(
            f"is damaged after record {number} ({_reason(error)})",
            "Get the archive again.",
            file=file,
        ) from None
    if not number:
        raise InputError("holds no web page", "Is it a web archive (WARC)?", file=file)


def _found(record: WarcRecord, place: str, note: Callable[[str], None]) -> FoundDocument | None:
    declared = record.content_length
    if _is_too_large(declared, place, note):
        return None
    # Whatever comes of this one's bytes, the next record begins behind them.
    record.freeze()
    record = copy(record)
    if record.content_length < declared:
        note(f"{place}: is cut short; what is there was read.")
    try:
        if record.is_http:
            record.parse_http(auto_decode="all")
        return _document(record, place, note)
    except OSError as error:
        note(f"{place}: cannot be unfolded ({_reason(error)}). Passed over.")
        return None


def _document(record: WarcRecord, place: str, note: Callable[[str], None]) -> FoundDocument | None:
    headers = record.http_headers if record.is_http_parsed else None
    status = headers.status_code if headers is not None else None
    named = record.http_content_type if headers is not None else record.headers.get("Content-Type")
    kind = KINDS.get((named or "").split(";")[0].strip().lower())
    if kind is None or (status is not None and status != 200):
        return None
    raw = _body(record, place, note)
    if raw is None:
        return None
    return FoundDocument(
        raw,
        kind,
        place,
        url=record.headers.get("WARC-Target-URI") or "",
        charset=(record.http_charset or "") if headers is not None else "",
        one_of_many=True,
    )


def _body(record: WarcRecord, place: str, note: Callable[[str], None]) -> bytes | None:
    """Return what the server sent, unfolded; None, with a note, where that is too large."""
    raw = record.reader.read(LARGEST_DOCUMENT + 1)
    return None if _is_too_large(len(raw), place, note) else raw


def _is_too_large(size: int, place: str, note: Callable[[str], None]) -> bool:
    if size <= LARGEST_DOCUMENT:
        return False
    note(f"{place}: is larger than {LARGEST_DOCUMENT:,} bytes. Passed over.")
    return True


def _unfolded(source: BinaryIO, size: int) -> io.BufferedReader:
    stream = cast("io.BufferedReader", source)
    if stream.peek(2)[:2] != b"\x1f\x8b":
        return io.BufferedReader(_Forward(stream, sys.maxsize), 1 << 16)
    allowed = max(ALWAYS_ALLOWED, LARGEST_RATIO * size)
    unfolded = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
    return io.BufferedReader(_Forward(unfolded, allowed), 1 << 16)


class _Forward(io.RawIOBase):
    """A stream that is read once, from its beginning to its end, and seeks in no other way.

    Raises OSError beyond ``allowed`` bytes.
    """

    def __init__(self, stream: BinaryIO, allowed: int) -> None:
        super().__init__()
        self.stream = stream
        self.left = allowed
        self.place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        ahead = offset - self.place if whence == io.SEEK_SET else offset
        if whence == io.SEEK_END or ahead < 0:
            raise OSError("it cannot be read backwards")
        while ahead and (count := self.readinto(bytearray(min(ahead, 1 << 16)))):
            ahead -= count
        return self.place

    def tell(self) -> int:
        return self.place

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower
        chunk = self.stream.read(len(buffer))
        self.left -= len(chunk)
        if self.left < 0:
            raise OSError("it unfolds to hundreds of times its size, as a gzip bomb does")
        self.place += len(chunk)
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
