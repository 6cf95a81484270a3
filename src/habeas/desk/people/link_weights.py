"""Why the rows of a person are held together: each row's strongest link to one before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.linkage import Linkage, compared

MOST = 30
"""Rows before it with which a row is compared; a person of more rows is held by these as well."""

Places = NDArray[np.int64]


@dataclass(frozen=True)
class HeldLink:
    """Two rows of one person, by their places, and what each comparison of them weighs, in bits.

    ``start`` and ``kin`` among the weights are what stands before any comparison and what is taken
    off because relatives may agree so too; all together are the odds of one person.
    """

    left: int
    right: int
    probability: float
    weights: dict[str, float]


def held_links(found: Linkage, ids: Sequence[str]) -> list[HeldLink]:
    """Return the links that hold people together; ids: the person of each row, in order."""
    ones, others = _pairs(ids)
    if not len(ones):
        return []
    bits = _bits(found, ones, others)
    # Of each row the strongest link: the last of those in ascending order counts.
    strongest: dict[int, int] = {}
    for at in np.argsort(bits, kind="stable"):
        strongest[int(others[at])] = int(at)
    chosen = np.array(sorted(strongest.values()), dtype=np.int64)
    return _explained(found, ones[chosen], others[chosen], bits[chosen])


def _pairs(ids: Sequence[str]) -> tuple[Places, Places]:
    """Return the pairs of rows of one person, the earlier row first."""
    rows: dict[str, list[int]] = defaultdict(list)
    pairs = []
    for place, key in enumerate(ids):
        pairs += [(earlier, place) for earlier in rows[key][:MOST]]
        rows[key].append(place)
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _nodes(found: Linkage, ones: Places, others: Places) -> tuple[Places, Places]:
    nodes = np.sort(np.stack([found.twins.node[ones], found.twins.node[others]]), axis=0)
    return nodes[0], nodes[1]


def _bits(found: Linkage, ones: Places, others: Places) -> NDArray[np.float32]:
    left, right = _nodes(found, ones, others)
    return compared(found.nodes.comparisons, left, right).bits(found.model)


def _explained(
    found: Linkage, ones: Places, others: Places, bits: NDArray[np.float32]
) -> list[HeldLink]:
    left, right = _nodes(found, ones, others)
    start = found.model.prior_bits
    weights: list[dict[str, float]] = [{} for _ in ones]
    told = np.full(len(ones), start)
    for at, comparison in enumerate(found.nodes.comparisons):
        levels, rarity = comparison.compare(left, right)
        weighed = np.where(levels > 0, found.model.weights(at)[levels] + rarity, 0.0)
        told += weighed
        name = comparison.name.replace(" ", "_")
        for place in np.flatnonzero(levels).tolist():
            weights[place][name] = round(float(weighed[place]), 3)
    for place, kin in enumerate((bits - told).tolist()):
        weights[place] |= {"kin": round(kin, 3)} if abs(kin) > 0.05 else {}
        weights[place]["start"] = round(start, 3)
    chances = 1 / (1 + np.exp2(-np.clip(bits.astype(float), -1000, 1000)))
    return [
        HeldLink(int(one), int(other), float(chance), each)
        for one, other, chance, each in zip(ones, others, chances, weights, strict=True)
    ]
