"""The same wire story in several outlets, found by the word sequences that they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from habeas.vocabulary import Document

WORD = re.compile(r"\w+")
SHINGLE = 5
"""Words in a shingle, as in Broder's first work on near-duplicate web pages."""

HASHES = 128
BANDS = 32
SAME = 0.45
"""The share of the shorter story's shingles that two documents share when they are one story:
outlets cut the end of a wire story, so that the shorter one is the measure, not the union."""

LONGEST = 200_000
MASK = (1 << 61) - 1


def same_story(documents: Sequence[Document]) -> list[list[Document]]:
    """Return the documents in groups that tell the same wire story, in the order given.

    A document without a near-duplicate is a group of its own; every document is in one group.
    Method: MinHash signatures over shingles of five words, banded to find candidates (Broder 1997),
    each candidate pair checked by the exact share of the shorter document's shingles.
    """
    shingles = [shingled(document.text) for document in documents]
    leader = list(range(len(documents)))
    for one, other in candidates([signature(each) for each in shingles]):
        first, second = led(leader, one), led(leader, other)
        if first != second and shared(shingles[one], shingles[other]) >= SAME:
            leader[max(first, second)] = min(first, second)
    groups: dict[int, list[Document]] = defaultdict(list)
    for place, document in enumerate(documents):
        groups[led(leader, place)].append(document)
    return list(groups.values())


def shingled(text: str) -> frozenset[int]:
    """Return the hashes of a text's shingles; a text shorter than one is its own shingle."""
    words = WORD.findall(text[:LONGEST].casefold())
    if not words:
        return frozenset()
    last = max(1, len(words) - SHINGLE + 1)
    return frozenset(hashed(" ".join(words[at : at + SHINGLE])) for at in range(last))


def hashed(shingle: str) -> int:
    """Return a number for a shingle, the same on every machine and in every run."""
    return int.from_bytes(blake2b(shingle.encode("utf-8", "replace"), digest_size=7).digest())


def signature(shingles: frozenset[int]) -> tuple[int, ...]:
    """Return the least hash under each of HASHES permutations."""
    if not shingles:
        return ()
    return tuple(
        min((factor * one + offset) % MASK for one in shingles) for factor, offset in PERMUTATIONS
    )


PERMUTATIONS = tuple(
    (hashed(f"factor {number}") | 1, hashed(f"offset {number}")) for number in range(HASHES)
)


def candidates(signatures: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that agree in a band of their signatures."""
    rows, seen = HASHES // BANDS, set[tuple[int, int]]()
    buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for place, values in enumerate(signatures):
        for band in range(BANDS if values else 0):
            bucket = buckets[(band, *values[band * rows : (band + 1) * rows])]
            for other in bucket[:8]:
                if (other, place) not in seen:
                    seen.add((other, place))
                    yield other, place
            bucket.append(place)


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the smaller set's shingles that both have."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def led(leader: list[int], place: int) -> int:
    """Return the first document of the group that a document is in so far."""
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place
