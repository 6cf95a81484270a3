"""The words that names are made of, and how alike any two of them are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from habeas.linkage.names.column import Codes, Column
from habeas.linkage.names.distinct import distinct_places
from habeas.linkage.names.knowledge import Knowledge

Ints = NDArray[np.int64]

SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"
LETTERS, FIRST = np.uint64((1 << 36) - 1), np.uint64(63 << 40)
SOUND, SHAPE, NICKNAME = np.uint64(511 << 46), np.uint64(255 << 55), np.uint64(1 << 63)
"""The parts of a word's signature."""


class Likeness(IntEnum):
    """How alike two words of names are, from nothing known to the same."""

    MISSING = 0
    DIFFERENT = 1
    LOOSE = 2
    INITIAL = 3
    SHORT = 4
    NEAR = 5
    EXACT = 6


@dataclass(frozen=True)
class Tokens:
    """The distinct words of all names, sorted, with what decides how alike two of them are.

    sounds: the place of each word's sound in ``sound_texts``. shapes: what a word comes to when its
    letters are brought from one alphabet to another in one way, and read as scanned. nicknames:
    pairs of words, one a short form of the other or the other without its vowels, as ``left *
    len(texts) + right`` both ways, sorted.
    """

    texts: pl.Series
    sounds: Column
    shapes: Column
    nicknames: Ints

    @classmethod
    def of(cls, texts: pl.Series, known: Knowledge) -> Tokens:
        """Build the table of the distinct, sorted, folded words ``texts``."""
        sounds = replaced(texts, known.sounds)
        spelled = replaced(texts, known.spellings)
        shapes = replaced(spelled, known.misread)
        pairs = short_forms(texts, spelled, known) | without_vowels(texts)
        size = len(texts)
        keys = sorted({a * size + b for x, y in pairs for a, b in ((x, y), (y, x))})
        return cls(texts, Column.of(sounds), Column.of(shapes), np.array(keys, np.int64))

    @cached_property
    def words(self) -> NDArray[np.object_]:
        """The words as Python texts."""
        return np.array(self.texts.to_list(), object)

    @cached_property
    def heard(self) -> NDArray[np.object_]:
        """The sounds as Python texts."""
        return np.array(self.sounds.values.to_list(), object)

    @cached_property
    def lengths(self) -> NDArray[np.int16]:
        """The number of letters of each word."""
        return self.texts.str.len_bytes().to_numpy().astype(np.int16)

    @cached_property
    def firsts(self) -> NDArray[np.uint8]:
        """The first letter of each word, as a number."""
        return np.array([ord(text[0]) for text in self.texts.to_list()], np.uint8)

    @cached_property
    def has_nickname(self) -> NDArray[np.bool_]:
        """Tell which words are a short form of another word, or have one."""
        known = np.zeros(len(self.texts), bool)
        known[self.nicknames // max(1, len(self.texts))] = True
        return known

    @cached_property
    def signatures(self) -> NDArray[np.uint64]:
        """What tells of most pairs of words, at a glance, that they are not alike.

        From the lowest bit: which of the 36 signs the word has; its length, up to 15; its first
        sign; the ends of the places of its sound and its shape; whether it has a nickname.
        """
        bits = np.zeros(len(self.texts), np.uint64)
        for bit, sign in enumerate(SIGNS):
            has = self.texts.str.contains(sign, literal=True).to_numpy()
            bits |= has.astype(np.uint64) << np.uint64(bit)
        for start, part in (
            (36, np.minimum(self.lengths, 15)),
            (40, self.firsts % 64),
            (46, self.sounds.codes % 512),
            (55, self.shapes.codes % 256),
            (63, self.has_nickname),
        ):
            bits |= part.astype(np.uint64) << np.uint64(start)
        return bits

    def likeness(self, left: Codes, right: Codes) -> NDArray[np.uint8]:
        """Return the Likeness of each pair of words, none missing.

        Most pairs of words have too few letters in common to be looked at more closely.
        """
        found = np.full(len(left), Likeness.DIFFERENT, np.uint8)
        found[left == right] = Likeness.EXACT
        maybe = np.flatnonzero(_worth_a_look(self.signatures[left], self.signatures[right]))
        maybe = maybe[left[maybe] != right[maybe]]
        size = max(1, len(self.texts))
        low, high = np.minimum(left[maybe], right[maybe]), np.maximum(left[maybe], right[maybe])
        keys, place = distinct_places(low.astype(np.int64) * size + high)
        one, other = (keys // size).astype(np.int32), (keys % size).astype(np.int32)
        found[maybe] = self._closely(one, other, keys)[place]
        return found

    def _closely(self, left: Codes, right: Codes, keys: NDArray[np.int64]) -> NDArray[np.uint8]:
        found = np.full(len(left), Likeness.DIFFERENT, np.uint8)
        self._mark_close(left, right, found)
        self._mark_short(left, right, found)
        short = np.minimum(self.lengths[left], self.lengths[right])
        found[(self.firsts[left] == self.firsts[right]) & (short == 1)] = Likeness.INITIAL
        if len(self.nicknames):
            place = np.minimum(np.searchsorted(self.nicknames, keys), len(self.nicknames) - 1)
            known = self.nicknames[place] == keys
            found[known & (found < Likeness.SHORT)] = Likeness.SHORT
        sound = self.sounds.codes[left] == self.sounds.codes[right]
        shape = self.shapes.codes[left] == self.shapes.codes[right]
        found[(sound | shape) & (short > 1)] = Likeness.NEAR
        return found

    def _mark_close(self, left: Codes, right: Codes, found: NDArray[np.uint8]) -> None:
        """Mark the pairs that few strokes of a pen or keys of a keyboard part."""
        length = np.maximum(self.lengths[left], self.lengths[right])
        apart = edits(self.words, left, right)
        found[(apart == 2) & (length >= 6)] = Likeness.LOOSE
        found[(apart == 1) & (length == 3)] = Likeness.LOOSE
        found[(apart <= 1) & (length >= 4)] = Likeness.NEAR
        beyond = np.flatnonzero((apart > 1) & (length >= 5))
        one, other = self.sounds.codes[left[beyond]], self.sounds.codes[right[beyond]]
        loose = beyond[edits(self.heard, one, other) <= 1]
        found[loose] = np.maximum(found[loose], Likeness.LOOSE)

    def _mark_short(self, left: Codes, right: Codes, found: NDArray[np.uint8]) -> None:
        """Mark the pairs of which one is the beginning of the other (Rafa, Rafael)."""
        a, b = self.lengths[left], self.lengths[right]
        first = self.firsts[left] == self.firsts[right]
        maybe = np.flatnonzero(first & (np.minimum(a, b) >= 3) & (a != b))
        maybe = maybe[self._begin_alike(left[maybe], right[maybe])]
        pairs = zip(self.words[left[maybe]], self.words[right[maybe]], strict=True)
        begins = [one.startswith(other) or other.startswith(one) for one, other in pairs]
        at = maybe[np.array(begins, bool)]
        found[at] = np.where(found[at] == Likeness.NEAR, Likeness.NEAR, Likeness.SHORT)

    def _begin_alike(self, left: Codes, right: Codes) -> NDArray[np.bool_]:
        """Tell the pairs that have their first letters in common, up to four."""
        unlike = self._begins[left] ^ self._begins[right]
        short = np.minimum(np.minimum(self.lengths[left], self.lengths[right]), 4)
        return np.asarray(unlike >> (8 * (4 - short)).astype(np.uint32) == 0)

    @cached_property
    def _begins(self) -> NDArray[np.uint32]:
        heads = np.array([text[:4].encode().ljust(4, b"\0") for text in self.words], "S4")
        return heads.view(">u4").astype(np.uint32) if len(heads) else np.zeros(0, np.uint32)


def short_forms(texts: pl.Series, spelled: pl.Series, known: Knowledge) -> set[tuple[int, int]]:
    """Return the places of each two words of which one is known as a short form of the other.

    spelled: each word as it is spelled when its letters are brought from one alphabet to another in
    one way: "Seryozha" is short for "Sergey", "Sergei" and "Sergej".
    """
    words = sorted({word for pair in known.nicknames for word in pair})
    shapes = dict(zip(words, replaced(pl.Series(words, dtype=pl.String), known.spellings).to_list(),
                      strict=True))  # fmt: skip
    places: dict[str, set[int]] = {}
    for at, forms in enumerate(zip(texts.to_list(), spelled.to_list(), strict=True)):
        for form in forms:
            places.setdefault(form, set()).add(at)
    return {
        (one, other)
        for short, name in known.nicknames
        for one in places.get(short, set()) | places.get(shapes[short], set())
        for other in places.get(name, set()) | places.get(shapes[name], set())
        if one != other
    }


def without_vowels(texts: pl.Series) -> set[tuple[int, int]]:
    """Return the places of words without vowels and of those that they may stand for.

    Arabic is written without short vowels, so that the letters of a name give "mhmd" or "hsn". The
    long vowels y and w, doubled letters and a silent h at the end do not count.
    """
    words = pl.DataFrame({"word": texts}).with_row_index("at")
    bones = pl.col("word").str.replace_all("[aeiouyw]", "").str.replace("h$", "")
    for sign in "bcdfghjklmnpqrstvxz":
        bones = bones.str.replace_all(f"{sign}{sign}+", sign)
    words = words.with_columns(bones=bones, bare=~pl.col("word").str.contains("[aeiou0-9]"))
    words = words.filter(pl.col("bones").str.len_bytes() >= 3)
    bare, voiced = words.filter("bare"), words.filter(~pl.col("bare"))
    return (
        set(bare.join(voiced, on="bones").select("at", "at_right").rows()) if len(bare) else set()
    )


def _worth_a_look(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Tell from their signatures the pairs of words that may be alike, and few others.

    Words two edits apart differ in four signs at most.
    """
    a, b = left & LETTERS, right & LETTERS
    unlike = left ^ right
    lengths = ((left >> 36) & 15).astype(np.int8) - ((right >> 36) & 15).astype(np.int8)
    maybe = (np.bitwise_count(a ^ b) <= 4) & (np.abs(lengths) <= 2)
    first = (unlike & FIRST) == 0
    both = a & b
    maybe |= first & ((both == a) | (both == b))
    maybe |= (unlike & SOUND) == 0
    maybe |= (unlike & SHAPE) == 0
    maybe |= (left & right) >= NICKNAME
    return np.asarray(maybe)


def edits(texts: NDArray[np.object_], left: Codes, right: Codes) -> NDArray[np.uint8]:
    """Return how many letters to add, drop, change or swap part two texts; 3 for three or more."""
    if not len(left):
        return np.zeros(0, np.uint8)
    return process.cpdist(
        texts[left], texts[right], scorer=OSA.distance, score_cutoff=2, dtype=np.uint8, workers=1
    )


def replaced(texts: pl.Series, rules: tuple[tuple[str, str], ...]) -> pl.Series:
    """Return the texts after each rule in turn; a text that would vanish stays as it was."""
    changed = texts
    for pattern, stands in rules:
        changed = changed.str.replace_all(
            pattern, stands.replace("$1", "${1}").replace("$2", "${2}")
        )
    return pl.select(pl.when(changed == "").then(texts).otherwise(changed)).to_series()
