"""What headings mean, as other rooms ask it."""

from __future__ import annotations

import re
import unicodedata

PIECE = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """Return a text in small Latin letters without accents and signs, single spaces between."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return PIECE.sub(" ", bare).strip()
