"""Rows that name nobody: what counts as no name, and what alone may hold such a row to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from habeas.linkage.names.column import MISSING, Bits, Codes, Rows
from habeas.linkage.names.knowledge import LANGUAGES, Knowledge, knowledge
from habeas.linkage.names.normalisation import folded
from habeas.vocabulary import Field

NAMES = (Field.GIVEN_NAMES, Field.SURNAMES, Field.FULL_NAME)

AT_MOST = -4.0
"""The most, in bits, that is told for a pair of which one names nobody: it may be anyone who was
taken on the day, so it waits for a reviewer behind the pairs in doubt of two rows with names."""

DIGITS = 5
"""An identity number has at least so many, not all the same; "0000000" is nobody's."""

LETTER = r"[a-z]"
INITIALS = r"[a-z]|[b-df-hj-np-tv-xz]{2,3}"
"""Initials as they are folded, with stops between them or without."""
OTHER_SCRIPT = r"[\p{L}--\p{Latin}]"
"""A letter of a script that may leave vowels out, so that "hsn" is a name."""
INITIALS_OF_ANY = r"^[^\p{L}]*(?:\p{Lu}|\p{Ll})(?:[^\p{L}]+(?:\p{Lu}|\p{Ll}))*[^\p{L}]*$"
"""Initials as written in any script that has capitals, before one letter of it becomes two."""
ONE_DIGIT = rf"^0*(?:{'|'.join(f'{digit}*' for digit in range(1, 10))})$"


@dataclass(frozen=True)
class Nameless:
    """Which rows name nobody, and the national id of each row.

    rows: True where no name is told. numbers: codes of national ids, MISSING where there is none
    that tells one person from another. A row that names nobody is joined to another by the same
    national id or by a decision, and by nothing else: whoever was taken on a day has the day, and
    often the age and the place, in common with many.
    """

    rows: NDArray[np.bool_]
    numbers: Codes

    @classmethod
    def none(cls, size: int) -> Nameless:
        """Say of ``size`` rows that each has a name."""
        return cls(np.zeros(size, bool), np.full(size, MISSING, np.int32))

    def unheld(self, left: Rows, right: Rows) -> NDArray[np.bool_]:
        """Tell the pairs of which one names nobody and no national id is shared."""
        known = (self.numbers[left] == self.numbers[right]) & (self.numbers[left] != MISSING)
        return np.asarray((self.rows[left] | self.rows[right]) & ~known)

    def held_back(self, left: Rows, right: Rows, bits: Bits) -> Bits:
        """Return the bits of pairs, at most AT_MOST where one names nobody and no id is shared."""
        most = np.where(self.unheld(left, right), np.float32(AT_MOST), np.float32(np.inf))
        return np.minimum(bits, most)


def nameless_rows(rows: pl.DataFrame, languages: tuple[str, ...] = LANGUAGES) -> NDArray[np.bool_]:
    """Tell the rows that name nobody: empty, "N.N.", "unknown", "joven", initials alone.

    rows: text columns named by a Field. languages: of the words that stand for no name. Raises
    InputError for an unknown language.
    """
    return without_name(rows, knowledge(languages))


def without_name(rows: pl.DataFrame, known: Knowledge) -> NDArray[np.bool_]:
    """Tell the rows that name nobody, by what is known of words that are no names.

    Each distinct cell is looked at once; only rows all of whose cells may be no name are read
    whole, so that "John" and "Doe" are told in two cells as in one.
    """
    given = [rows[name.value].cast(pl.String).fill_null("") for name in NAMES
             if name.value in rows.columns]  # fmt: skip
    maybe = np.ones(len(rows), bool)
    for texts in given:
        distinct = texts.unique()
        kept = distinct.filter(_may_be_none(distinct, known))
        maybe &= texts.is_in(kept.to_list()).to_numpy()
    places = np.flatnonzero(maybe)
    found = np.zeros(len(rows), bool)
    if given and len(places):
        whole = pl.select(pl.concat_str([texts[places] for texts in given], separator=" "))
        found[places] = _no_name(whole.to_series(), known).to_numpy()
    return found if given else maybe


def without_nobody(clean: pl.Series, known: Knowledge) -> pl.Series:
    """Return folded texts without the words that stand for a name that is not known."""
    return clean.str.replace_all(_either(known.nobody), " ").str.strip_chars()


def identifying(numbers: pl.Series) -> pl.Series:
    """Return identity numbers, null for those that many may have: too short, or one digit."""
    digits = numbers.str.replace_all(r"[^0-9]", "")
    apart = (digits.str.len_bytes() >= DIGITS) & ~digits.str.contains(ONE_DIGIT)
    return pl.select(pl.when(apart).then(numbers)).to_series()


def _may_be_none(texts: pl.Series, known: Knowledge) -> pl.Series:
    """Tell the cells that have no word but those of which "no name" is made."""
    words = {word for phrase in known.nobody | known.anybody for word in phrase.split()}
    words |= known.particles | known.titles
    left = folded(texts).str.replace_all(rf"\b(?:[0-9]+|{INITIALS})\b", " ")
    left = left.str.replace_all(_either(words), " ").str.strip_chars()
    return (left == "") | texts.str.contains(INITIALS_OF_ANY)


def _no_name(texts: pl.Series, known: Knowledge) -> pl.Series:
    clean = folded(texts)
    left = without_nobody(clean, known).str.replace_all(_either(known.anybody), " ")
    latin = left.str.replace_all(rf"\b(?:[0-9]+|{INITIALS})\b", " ")
    other = left.str.replace_all(rf"\b(?:[0-9]+|{LETTER})\b", " ")
    foreign = texts.str.contains(OTHER_SCRIPT)
    left = pl.select(pl.when(foreign).then(other).otherwise(latin)).to_series().str.strip_chars()
    # "El joven" is no name; "Don", where nothing else is said, may be one.
    bare = left.str.replace_all(_either(known.particles | known.titles), " ").str.strip_chars()
    rest = pl.select(pl.when(left == clean).then(left).otherwise(bare)).to_series()
    return (rest == "") | texts.str.contains(INITIALS_OF_ANY)


def _either(phrases: Iterable[str]) -> str:
    """Return the pattern of any of some phrases, the longest first, as whole words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return rf"\b(?:{'|'.join(ordered)})\b"
