"""The same wire story in several outlets, found by the word sequences that they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from habeas.vocabulary import Document

Shingles = NDArray[np.uint64]
"""The hashes of a text's word sequences, ascending, each once: eight bytes a word of the text."""

WORD = re.compile(r"\w+")
SHINGLE = 5
"""Words in a shingle, as in Broder's first work on near-duplicate web pages."""

SAME = 0.45
"""The share of the shorter story's shingles that two documents share when they are one story:
outlets cut the end of a wire story, so that the shorter one is the measure, not the union."""

SAMPLED = 4
"""One shingle of so many is a fingerprint, by its hash, so that two texts choose the same ones."""

LEAST = 4
"""So many least shingles are fingerprints in any case: a post of one line has few."""

NEIGHBOURS = 8
"""With so many documents before it that bear the same fingerprint a document is compared."""

LONGEST = 200_000


def same_story(documents: Sequence[Document]) -> list[list[Document]]:
    """Return the documents in groups that tell the same wire story, in the order given.

    A document without a near-duplicate is a group of its own; every document is in one group.
    """
    groups: dict[int, list[Document]] = defaultdict(list)
    leaders = story_leaders([shingled(document.text) for document in documents])
    for leader, document in zip(leaders, documents, strict=True):
        groups[leader].append(document)
    return list(groups.values())


def story_leaders(texts: Sequence[Shingles]) -> list[int]:
    """Return for each text, by its shingles, the place of the first one that tells its story.

    Method: shingles sampled by their hashes are fingerprints (Manber 1994), which find candidates
    however much was cut; each pair is checked by the exact share of the shorter text's shingles
    (the containment of Broder 1997).
    """
    leader = list(range(len(texts)))
    for one, other in candidates(texts):
        first, second = led(leader, one), led(leader, other)
        if first != second and shared(texts[one], texts[other]) >= SAME:
            leader[max(first, second)] = min(first, second)
    return [led(leader, place) for place in range(len(texts))]


def shingled(text: str) -> Shingles:
    """Return the hashes of a text's shingles; a text shorter than one is its own shingle."""
    words = WORD.findall(text[:LONGEST].casefold())
    hashes = np.array([hashed(word) for word in words], dtype=np.uint64)
    if not words:
        return hashes
    joined = np.zeros(max(1, len(words) - SHINGLE + 1), dtype=np.uint64)
    for place in range(min(SHINGLE, len(words))):
        joined = (joined ^ hashes[place : place + len(joined)]) * MIX
        joined ^= joined >> HALF
    return np.unique(joined)


@lru_cache(maxsize=1 << 16)
def hashed(word: str) -> int:
    """Return a number for a word, the same on every machine and in every run."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest())


MIX, HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)


def fingerprints(shingles: Shingles) -> Shingles:
    """Return the shingles of a text by which others like it are looked for."""
    chosen = shingles % np.uint64(SAMPLED) == 0
    chosen[:LEAST] = True
    found: Shingles = shingles[chosen]
    return found


def candidates(texts: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose texts share a fingerprint, in order."""
    marks = [fingerprints(each) for each in texts]
    if not marks:
        return
    owners = np.repeat(np.arange(len(marks)), [len(each) for each in marks])
    values = np.concatenate(marks)
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    pairs = [
        owners[:-apart][alike] * len(marks) + owners[apart:][alike]
        for apart in range(1, NEIGHBOURS + 1)
        for alike in [values[apart:] == values[:-apart]]
    ]
    for pair in np.unique(np.concatenate(pairs)).tolist():
        yield divmod(pair, len(marks))


def shared(one: Shingles, other: Shingles) -> float:
    """Return the share of the smaller set's shingles that both have."""
    smaller = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / smaller if smaller else 0.0


def led(leader: list[int], place: int) -> int:
    """Return the first document of the group that a document is in so far."""
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place
