"""What kind of document some bytes are: by the name of their file, else by how they begin."""

from __future__ import annotations

TEXT = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
WARC = "application/warc"
FEED = "application/rss+xml"
FEED_ENTRY = "application/atom+xml;type=entry"
MAIL = "message/rfc822"
LINES = "application/x-ndjson"
RECORD = "application/json"

COLLECTIONS = (WARC, FEED, LINES, MAIL)
"""Kinds of files that hold documents, and must be opened to say which."""

READABLE = (TEXT, HTML, PDF, MAIL, FEED_ENTRY, RECORD)
"""Kinds of documents that have words to be read."""

SUFFIXES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".warc": WARC,
    ".warc.gz": WARC,
    ".rss": FEED,
    ".atom": FEED,
    ".xml": FEED,
    ".eml": MAIL,
    ".jsonl": LINES,
    ".ndjson": LINES,
}
"""Files of other names are passed over in a folder."""

UNREAD_KINDS = {
    ".docx": "a Word file (DOCX)",
    ".doc": "a Word file (DOC)",
    ".odt": "an OpenDocument text (ODT)",
    ".rtf": "a rich text (RTF)",
    ".csv": "a table (CSV)",
    ".tsv": "a table (TSV)",
    ".xlsx": "a table (XLSX)",
    ".xls": "a table (XLS)",
    ".ods": "a table (ODS)",
    ".parquet": "a table (Parquet)",
}
"""Files that are no documents of ours, whatever their bytes look like."""

BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"WARC/1.", WARC),
    (b"\x1f\x8b", WARC),
    (b"<!doctype html", HTML),
    (b"<html", HTML),
    (b"<?xml", FEED),
    (b"<rss", FEED),
    (b"<feed", FEED),
    (b"{", LINES),
)

BINARY_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP file (as DOCX, XLSX and ODT are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (DOC, XLS)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)


def type_by_name(name: str) -> str:
    """Return the media type that a file's name promises, "" where it promises none."""
    lower = name.lower()
    return next((kind for suffix, kind in SUFFIXES.items() if lower.endswith(suffix)), "")


def unread_kind(name: str) -> str:
    """Return what a file is by its name that is no document: "a table (CSV)", else ""."""
    lower = name.lower()
    return next((kind for suffix, kind in UNREAD_KINDS.items() if lower.endswith(suffix)), "")


def type_by_beginning(beginning: bytes) -> str:
    """Return the media type of bytes that have no telling name; text where nothing else fits."""
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for sign, kind in BEGINNINGS if start.startswith(sign.lower())), TEXT)


def binary_kind(raw: bytes) -> str:
    """Return what bytes that are no text look like: "a PNG image", else "binary data"."""
    return next((kind for sign, kind in BINARY_KINDS if raw.startswith(sign)), "binary data")
