"""The weakest link that holds each person's records together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from habeas.linkage.linkage import Linkage


@dataclass(frozen=True)
class WeakestLink:
    """The link without which a person would fall in two.

    person: the first row of the person; left, right: the rows it joins; bits: what speaks for it.
    Every way from some records of the person to the others leads over links no stronger than this.
    """

    person: int
    left: int
    right: int
    bits: float


def weakest_links(found: Linkage) -> list[WeakestLink]:
    """Return the weakest link of each person who has several records that differ.

    Method: the last link that Kruskal's algorithm takes into a maximum spanning tree.
    """
    person = found.person[found.twins.first]
    left, right = found.pairs.left, found.pairs.right
    inside = np.flatnonzero(person[left] == person[right])
    order = inside[np.lexsort((right[inside], left[inside], -found.bits[inside]))]
    root: dict[int, int] = {}

    def top(node: int) -> int:
        while root.get(node, node) != node:
            root[node] = root.get(root[node], root[node])
            node = root[node]
        return node

    last: dict[int, WeakestLink] = {}
    columns = (left[order].tolist(), right[order].tolist(), found.bits[order].tolist())
    first = found.twins.first
    for one, other, bits in zip(*columns, strict=True):
        a, b = top(one), top(other)
        if a != b:
            root[a] = b
            who = int(person[one])
            last[who] = WeakestLink(who, int(first[one]), int(first[other]), bits)
    return [last[who] for who in sorted(last)]
