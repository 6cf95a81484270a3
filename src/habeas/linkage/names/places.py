"""Places as lists write them, brought to one spelling."""

from __future__ import annotations

import polars as pl

from habeas.linkage.names.knowledge import Knowledge
from habeas.linkage.names.normalisation import folded

ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}


def place_names(texts: pl.Series, known: Knowledge) -> pl.Series:
    """Return the names of states and towns, without the words for what kind of place they are."""
    clean = _without(folded(texts), known.place_kinds)
    other = list(known.same_place)
    return clean.replace(other, [known.same_place[name] for name in other])


def detention_places(texts: pl.Series, known: Knowledge) -> pl.Series:
    """Return the names of places of detention, their own words only, in alphabetical order."""
    clean = folded(texts)
    for numeral, digit in ROMAN.items():
        clean = clean.str.replace_all(rf"\b{numeral}\b", digit)
    clean = _without(clean, known.detention_words)
    return clean.str.extract_all(r"[a-z]+|[0-9]+").list.unique().list.sort().list.join(" ")


def _without(texts: pl.Series, words: frozenset[str]) -> pl.Series:
    """Return texts without some words, unless nothing would remain."""
    choice = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    kept = (
        texts.str.replace_all(rf"\b({choice})\b", " ").str.replace_all(r" +", " ").str.strip_chars()
    )
    return pl.select(pl.when(kept == "").then(texts).otherwise(kept)).to_series()
