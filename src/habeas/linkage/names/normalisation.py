"""Texts as they are compared: lower case, without accents, in Latin letters."""

from __future__ import annotations

import polars as pl
from anyascii import anyascii

LONGEST_CELL = 200
"""Characters of a cell that are compared; nobody's name, and no place's, is longer."""


def folded(texts: pl.Series) -> pl.Series:
    """Return each text in lower-case Latin letters, digits and single spaces; "" for none.

    Any script is transliterated letter by letter (anyascii), so that names in Cyrillic, Arabic
    and Latin letters meet. Apostrophes join ("D'Elia" is "delia"), other signs part.
    """
    short = texts.cast(pl.String).fill_null("").str.slice(0, LONGEST_CELL)
    short = short.str.normalize("NFC")
    foreign = short.str.extract_all(r"[^\x00-\x7f]").explode().drop_nulls().unique().sort()
    if len(foreign):
        signs = foreign.to_list()
        short = short.str.replace_many(signs, [anyascii(sign) for sign in signs])
    lower = short.str.to_lowercase().str.replace_all(r"['`´’]", "")
    return lower.str.replace_all(r"[^a-z0-9]+", " ").str.strip_chars()
