"""The pairs that a reviewer should look at, first those of which a decision changes most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.explanation.explanation import Explanation, explain_rows, probability
from habeas.linkage.explanation.weakest_links import weakest_links
from habeas.linkage.linkage import Linkage

DOUBT = 0.02
"""A pair is doubtful whose probability is farther than this from both 0 and 1."""


@dataclass(frozen=True)
class DoubtfulPair:
    """A pair of records to decide on.

    joined: whether linkage holds them to be one person. change: how many pairs of records the
    contrary decision would join or part. explanation: the reasons.
    """

    explanation: Explanation
    joined: bool
    change: int

    @property
    def worth(self) -> float:
        """How much a decision is expected to change: the doubt times the pairs it touches."""
        chance = self.explanation.probability
        return chance * (1 - chance) * self.change


def doubtful_pairs(found: Linkage, limit: int = 200) -> list[DoubtfulPair]:
    """Return up to ``limit`` pairs to decide on, the most worthwhile first.

    Of two people who may be one it gives their most probable pair; of one person who may be two,
    the weakest link. Pairs that are decided already are left out.
    """
    rows = [*_between(found), *_within(found)]
    rows.sort(key=lambda one: (-one[0], one[1], one[2]))
    return [
        DoubtfulPair(explain_rows(found, left, right), joined, change)
        for _, left, right, joined, change in rows[:limit]
    ]


Doubt = tuple[float, int, int, bool, int]


def _between(found: Linkage) -> list[Doubt]:
    """Return for each two people who may be one their most probable pair."""
    person = found.person[found.twins.first]
    sizes = np.bincount(found.person, minlength=len(found.person))
    left, right, bits = _open_pairs(found, person)
    order = np.argsort(-bits, kind="stable")
    seen: dict[tuple[int, int], Doubt] = {}
    for at in order.tolist():
        one, other = int(person[left[at]]), int(person[right[at]])
        pair = (min(one, other), max(one, other))
        if pair not in seen:
            chance = probability(float(bits[at]))
            change = int(sizes[one] * sizes[other])
            rows = found.twins.first[[left[at], right[at]]].tolist()
            seen[pair] = (chance * (1 - chance) * change, min(rows), max(rows), False, change)
    return list(seen.values())


def _open_pairs(
    found: Linkage, person: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Return the doubtful pairs of two people that no rule keeps apart."""
    left, right = found.pairs.left, found.pairs.right
    most = np.log2((1 - DOUBT) / DOUBT)
    lists = found.constraints.exclusive
    barred = (lists[left] == lists[right]) & (lists[left] >= 0)
    kept = (person[left] != person[right]) & (np.abs(found.bits) < most) & ~barred
    kept &= ~_decided(found, left, right)
    return left[kept], right[kept], found.bits[kept]


def _within(found: Linkage) -> list[Doubt]:
    """Return the weakest links of people who may be two."""
    sizes = np.bincount(found.person, minlength=len(found.person))
    node = found.twins.node
    result = []
    for link in weakest_links(found):
        chance = probability(link.bits)
        ends = np.sort(node[[link.left, link.right]])
        if chance < 1 - DOUBT and not _decided(found, ends[:1], ends[1:])[0]:
            change = int(sizes[link.person]) - 1
            rows = sorted((link.left, link.right))
            result.append((chance * (1 - chance) * change, rows[0], rows[1], True, change))
    return result


def _decided(
    found: Linkage, left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Tell the pairs of nodes on which there is a decision."""
    limits = found.constraints
    pairs = np.sort(np.vstack([limits.same, limits.different]), axis=1)
    size = found.nodes.size
    return np.isin(left * size + right, pairs[:, 0] * size + pairs[:, 1])
