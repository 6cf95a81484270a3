"""What the bytes of a document say to whoever opens them: only of texts and pages can we know."""

from __future__ import annotations

import re

from habeas.formats.documents import HTML, TEXT, decoded, type_by_beginning
from habeas.vocabulary import InputError

CHARSET = re.compile(
    rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|encoding=["']([^"']+)""", re.I
)
PLAIN_CHARSETS = re.compile(rb"utf-?8|(us-)?ascii|latin-?1|(iso-?8859|windows|cp)[-_]?\d+", re.I)
"""Charsets in which every other reader sees the letters that we see."""

ENVELOPES = re.compile(
    rb"base64\s*,|content-transfer-encoding\s*:|content-disposition\s*:|srcdoc|atob\s*\(", re.I
)
"""What tells of words packed inside words, which no search of these bytes would meet."""


def said_by(raw: bytes, media_type: str = "") -> str | None:
    """Return all that a plain text or a web page says, its code included, None of other bytes.

    Of what is packed (PDF, mail with attachments, pictures within pages) nobody can say that a
    name does not stand in it.
    """
    kinds = {type_by_beginning(raw[:1000]), media_type or TEXT}
    if not kinds <= {TEXT, HTML} or ENVELOPES.search(raw):
        return None
    named = [first or second for first, second in CHARSET.findall(raw)]
    if not all(map(PLAIN_CHARSETS.fullmatch, named)):
        return None
    try:
        text, _ = decoded(raw, named[0].decode("ascii") if named else "")
    except InputError:
        return None
    others = (other.decode("ascii", "replace") for other in dict.fromkeys(named[1:4]))
    return "\n\n".join((text, *(decoded(raw, other)[0] for other in others)))
