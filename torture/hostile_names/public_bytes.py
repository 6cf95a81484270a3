"""Whether a name stands in public files: an eye of the bench's own, which knows no search of ours.

Files are unpacked, their codes undone, their elements taken out, and what is left is romanised by
uroman and folded to letters and digits; the same is done with the name as it was written.
"""

from __future__ import annotations

import gzip
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from torture.hostile_names.ways import romaniser

NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
NO_LETTER = re.compile(r"[\W_]+")
ELEMENT = re.compile(r"<[^<>]*>")
SHOWN_SIGN = re.compile(r"\[U\+[0-9A-F]{4,6}\]")
"""How a dossier shows a sign that could not be seen: a reader reads past it."""
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
SHORTEST = 3
"""A written name of fewer letters, when folded, is looked for as it stands."""


def unpacked(contents: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Go through files, those inside packed files too."""
    for path, raw in contents.items():
        yield path, raw
        if raw[:2] == b"\x1f\x8b":
            yield path, gzip.decompress(raw)
        elif raw[:4] == b"PK\x03\x04":
            with zipfile.ZipFile(io.BytesIO(raw)) as packed:
                yield from ((f"{path}/{name}", packed.read(name)) for name in packed.namelist())


def decoded(text: str) -> str:
    """Return a text with entities, percent signs, escapes and backslashes undone, twice."""
    for _ in range(2):
        text = ESCAPE.sub(lambda code: chr(int(code.group(1), 16)), unescape(text))
        text = unquote(text, errors="replace") if "%" in text else text
    text = SHOWN_SIGN.sub("", text)
    return text.replace("\\n", "\n").replace("\\t", "\t").replace('\\"', '"').replace('""', '"')


@lru_cache(maxsize=50_000)
def romanised(run: str) -> str:
    """Return a run of signs that are no ASCII in Latin letters."""
    plain = unicodedata.normalize("NFKC", run)
    return romaniser()(plain) if any(letter.isalpha() for letter in plain) else plain


def folded(text: str, in_latin: bool = True) -> str:
    """Return the letters and digits of a text: no case, no accents, no blanks, no signs."""
    if in_latin:
        text = NOT_ASCII.sub(lambda run: romanised(run.group()), text)
    return NO_LETTER.sub("", unicodedata.normalize("NFKD", text).casefold())


@lru_cache(maxsize=2_000)
def seen_in(path: str, raw: bytes) -> frozenset[str]:
    """Return a file's name and text as letters and digits, with its elements and without."""
    whole = decoded(f"{path}\n{raw.decode('utf-8', errors='replace')}")
    shown = {whole, ELEMENT.sub("", whole)}
    return frozenset(folded(text, in_latin) for text in shown for in_latin in (False, True))


class PublicFiles:
    """Everything that a publication made public, ready to be looked into."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.files = [(path, seen_in(path, raw)) for path, raw in unpacked(contents)]

    def where(self, written: str) -> str:
        """Return the file in which a name stands as it was written, "" where none."""
        read = decoded(written)
        forms = {
            form
            for text in (read, ELEMENT.sub("", read))
            for in_latin in (False, True)
            if len(form := folded(text, in_latin)) >= SHORTEST
            or (not form.isascii() and len(form) > 1)
        }
        for path, texts in self.files:
            if any(form in text for form in forms for text in texts):
                return path
        return ""
