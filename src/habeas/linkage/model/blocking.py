"""Which pairs of rows are worth comparing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.comparison import Prepared
from habeas.linkage.model.scoring import WORKERS
from habeas.linkage.names import Keys, Rows, distinct, firsts

NO_KEY = -1

TWO_WORDS = 40
"""How many rows may share two words of a name before they must share a circumstance too."""

ONE_NUMBER, ONE_WORD, NO_WORD = (40, 10), (12, 4), (8, 2)
"""The same for a number (before they must share a name too), for one word and a circumstance, and
for two circumstances alone: up to SMALL rows, and at least, however many rows there are. In between
it falls with the root of their number, so that the pairs to compare grow little faster than the
rows."""

SMALL = 50_000


def candidate_pairs(rows: Prepared) -> tuple[Rows, Rows]:
    """Return the pairs of rows that share enough for one person, each once, left < right.

    They share a number; or two words of the names; or one word and a circumstance; or two
    circumstances; and where many share those, a circumstance more.
    """
    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(lambda rule: rule(), _rules(rows)))
    pairs = distinct(np.concatenate(found))
    return pairs // rows.size, pairs % rows.size


@dataclass(frozen=True)
class Groups:
    """Rows sorted by a key that they share: row ``who[k]`` has the key ``keys[k]``."""

    who: Rows
    keys: Keys

    @classmethod
    def of(cls, who: Rows, keys: Keys, size: int) -> Groups:
        """Sort rows, each below ``size``, by key; rows without one are left out.

        The end of the key and the row are packed into one number, which sorts five times faster
        than an index; keys that fall together by chance only cost a comparison.
        """
        kept = keys != NO_KEY
        bits = int(size).bit_length()
        part = np.int64((1 << (62 - bits)) - 1)
        packed = ((keys[kept] & part) << bits) | who[kept]
        packed.sort()
        return cls(packed & np.int64((1 << bits) - 1), packed >> bits)

    def sizes(self) -> NDArray[np.int64]:
        """Return for each row how many share its key."""
        first = np.flatnonzero(firsts(self.keys))
        counts = np.diff(np.append(first, len(self.keys)))
        return np.repeat(counts, counts)

    def pairs(self, size: int, largest: int) -> NDArray[np.int64]:
        """Return every two rows of a key that at most ``largest`` share, as left * size + right."""
        if not len(self.keys):
            return np.zeros(0, np.int64)
        first = np.flatnonzero(firsts(self.keys))
        counts = np.diff(np.append(first, len(self.keys)))
        after = np.repeat(first + counts, counts) - np.arange(len(self.keys)) - 1
        after[np.repeat(counts > largest, counts)] = 0
        found = [np.zeros(0, np.int64)]
        at, step = np.flatnonzero(after >= 1), 1
        while len(at):
            low, high = self.who[at], self.who[at + step]
            found.append((low * size + high)[low != high])
            step += 1
            at = at[after[at] >= step]
        return np.concatenate(found)


def _limit(most: int, least: int, size: int) -> int:
    return max(least, min(most, int(most * (SMALL / max(1, size)) ** 0.5)))


def _rules(rows: Prepared) -> Iterator[Callable[[], Keys]]:
    """Yield what finds the pairs by each rule, the one that takes longest first."""
    everyone = np.arange(rows.size)
    every = [[_keyed(codes) for codes in ways] for ways in rows.circumstances]
    names = [[_keyed(rows.given[:, 0])], [_keyed(rows.surnames[:, 0])]]
    number, one_word, no_word = (
        _limit(*limits, rows.size) for limits in (ONE_NUMBER, ONE_WORD, NO_WORD)
    )
    yield lambda: _narrowed(_two_words(rows), every, TWO_WORDS, rows.size)
    who, words = _one_word(rows)
    for at, ways in enumerate(every):
        for keys in ways:
            yield partial(_by_word, who, words, keys, every[at + 1 :], one_word, rows.size)
    for codes in rows.numbers:
        yield partial(_by_key, everyone, _keyed(codes), names, number)
    for one, other in combinations(range(len(every)), 2):
        for a, b in product(every[one], every[other]):
            yield partial(_by_key, everyone, joined(a, b), [], no_word)


def _by_word(
    who: Rows, words: Keys, keys: Keys, more: list[list[Keys]], largest: int, size: int
) -> Keys:
    return _narrowed(Groups.of(who, joined(words, keys[who]), size), more, largest, size)


def _by_key(who: Rows, keys: Keys, more: list[list[Keys]], largest: int) -> Keys:
    return _narrowed(Groups.of(who, keys, len(who)), more, largest, len(who))


def _narrowed(groups: Groups, more: list[list[Keys]], largest: int, size: int) -> Keys:
    """Return the pairs of the groups; those that are too large are parted by each further key."""
    found = [groups.pairs(size, largest)]
    large = groups.sizes() > largest
    who, keys = groups.who[large], groups.keys[large]
    for key in (key for ways in more for key in ways):
        found.append(Groups.of(who, joined(keys, key[who]), size).pairs(size, largest))
    return np.concatenate(found)


def _two_words(rows: Prepared) -> Groups:
    """Return every two words of each row's names, whichever part they stand in."""
    words = np.sort(np.hstack([rows.given, rows.surnames]), axis=1)
    pairs = combinations(range(words.shape[1]), 2)
    keys = [joined(_keyed(words[:, i]), _keyed(words[:, j])) for i, j in pairs]
    who = np.tile(np.arange(rows.size), len(keys))
    return Groups.of(who, np.concatenate(keys), rows.size)


def _one_word(rows: Prepared) -> tuple[Rows, Keys]:
    """Return every word of each row's names, whichever part it stands in."""
    words = np.hstack([rows.given, rows.surnames])
    keys = [_keyed(words[:, at]) for at in range(words.shape[1])]
    who = np.tile(np.arange(rows.size), len(keys))
    told = np.concatenate(keys)
    return who[told != NO_KEY], told[told != NO_KEY]


def _keyed(codes: NDArray[np.int32]) -> Keys:
    return np.where(codes < 0, NO_KEY, codes).astype(np.int64)


def joined(one: Keys, other: Keys) -> Keys:
    """Return keys that agree where both keys agree; NO_KEY where either is."""
    mixed = one.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + other.astype(np.uint64)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    keys = (mixed >> np.uint64(1)).astype(np.int64)
    return np.where((one == NO_KEY) | (other == NO_KEY), NO_KEY, keys)
