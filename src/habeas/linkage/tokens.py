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

from habeas.linkage.column import Codes, Column
from habeas.linkage.distinct import distinct_places
from habeas.linkage.knowledge import Knowledge

Ints = NDArray[np.int64]


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

    sounds: the place of each word's sound in ``sound_texts``. nicknames: pairs of words, one a
    short form of the other, as ``left * len(texts) + right`` both ways, sorted.
    """

    texts: pl.Series
    sounds: Column
    shapes: Column
    nicknames: Ints

    @classmethod
    def of(cls, texts: pl.Series, known: Knowledge) -> Tokens:
        """Build the table of the distinct, sorted, folded words ``texts``."""
        sounds = replaced(texts, known.sounds)
        shapes = replaced(texts, known.misread)
        place = {text: at for at, text in enumerate(texts.to_list())}
        pairs = {
            (place[short], place[name])
            for short, name in known.nicknames
            if short in place and name in place
        }
        size = len(place)
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
    def letters(self) -> NDArray[np.uint64]:
        """Which signs each word has, a bit each; words two edits apart differ in four at most."""
        signs = "abcdefghijklmnopqrstuvwxyz0123456789"
        masks = np.zeros(len(self.texts), np.uint64)
        for bit, sign in enumerate(signs):
            has = self.texts.str.contains(sign, literal=True).to_numpy()
            masks |= has.astype(np.uint64) << np.uint64(bit)
        return masks

    @cached_property
    def firsts(self) -> NDArray[np.uint8]:
        """The first letter of each word, as a number."""
        return np.array([ord(text[0]) for text in self.texts.to_list()], np.uint8)

    def likeness(self, left: Codes, right: Codes) -> NDArray[np.uint8]:
        """Return the Likeness of each pair of words, none missing.

        Most pairs of words have too few letters in common to be looked at more closely.
        """
        found = np.full(len(left), Likeness.DIFFERENT, np.uint8)
        same = left == right
        found[same] = Likeness.EXACT
        maybe = np.flatnonzero(self._worth_a_look(left, right) & ~same)
        size = len(self.texts)
        low, high = np.minimum(left[maybe], right[maybe]), np.maximum(left[maybe], right[maybe])
        keys, place = distinct_places(low.astype(np.int64) * size + high)
        one, other = (keys // max(1, size)).astype(np.int32), (keys % max(1, size)).astype(np.int32)
        found[maybe] = self._closely(one, other, keys)[place]
        return found

    def _worth_a_look(self, left: Codes, right: Codes) -> NDArray[np.bool_]:
        a, b = self.letters[left], self.letters[right]
        lengths = np.abs(self.lengths[left] - self.lengths[right])
        strokes = (np.bitwise_count(a ^ b) <= 4) & (lengths <= 2)
        begins = (self.firsts[left] == self.firsts[right]) & (((a & ~b) == 0) | ((b & ~a) == 0))
        sound = self.sounds.codes[left] == self.sounds.codes[right]
        shape = self.shapes.codes[left] == self.shapes.codes[right]
        maybe = strokes | begins | sound | shape
        if len(self.nicknames):
            maybe |= self.has_nickname[left] & self.has_nickname[right]
        return np.asarray(maybe)

    @cached_property
    def has_nickname(self) -> NDArray[np.bool_]:
        """Tell which words are a short form of another word, or have one."""
        known = np.zeros(len(self.texts), bool)
        known[self.nicknames // max(1, len(self.texts))] = True
        return known

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
        pairs = zip(self.words[left[maybe]], self.words[right[maybe]], strict=True)
        begins = [one.startswith(other) or other.startswith(one) for one, other in pairs]
        at = maybe[np.array(begins, bool)]
        found[at] = np.where(found[at] == Likeness.NEAR, Likeness.NEAR, Likeness.SHORT)


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
