"""Bytes to the characters that they stand for."""

from __future__ import annotations

import codecs

from habeas.formats.documents.found_document import Contents, FoundDocument
from habeas.formats.documents.media_types import binary_kind
from habeas.vocabulary import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL_SIGNS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


def plain_text(found: FoundDocument) -> Contents:
    """Read a text as it stands, its line ends kept. Raises InputError on what is no text."""
    text, warning = decoded(found.raw, found.charset)
    return Contents(text, warnings=(warning,) if warning else ())


def decoded(raw: bytes, charset: str = "") -> tuple[str, str]:
    """Return the characters of ``raw`` and a warning, "" where there is no doubt.

    A byte order mark decides, then UTF-8, then ``charset``; what is left is read as Windows-1252,
    which holds all of Latin-1, and the warning says so. Raises InputError on binary data.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), ""
    refuse_binary(raw)
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        first = error.start
    if charset and (text := _as_named(raw, charset)) is not None:
        return text, ""
    warning = (
        f"is not UTF-8 (byte {first + 1} is 0x{raw[first]:02X}) and was read as Windows-1252 "
        "(Latin-1); check its accents"
    )
    try:
        return raw.decode("cp1252"), warning
    except UnicodeDecodeError:
        return raw.decode("latin-1"), warning


def refuse_binary(raw: bytes) -> None:
    """Raise InputError on bytes that no text holds: NUL, or many control signs."""
    sample = raw[:1_000_000]
    controls = len(sample) - len(sample.translate(None, CONTROL_SIGNS))
    kind = binary_kind(raw)
    if b"\0" in raw or controls > len(sample) / 100 or kind != "binary data":
        raise InputError(
            f"is not a text but {kind}",
            "Give the file the suffix of what it is, or take it out.",
        )


def _as_named(raw: bytes, charset: str) -> str | None:
    # Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding Standard, section 4.2).
    name = "cp1252" if charset.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii") else charset
    try:
        return raw.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
