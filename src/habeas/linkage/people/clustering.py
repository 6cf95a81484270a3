"""Records put together into people so that no chain of half-likely links joins strangers.

Method: greedy additive edge contraction for correlation clustering (M. Keuper et al., "Efficient
decomposition of image and mesh graphs by lifted multicuts", 2015): the two clusters are joined for
whose union most speaks, all pairs of their records counted, until too little speaks for any union.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.names import Bits, Rows
from habeas.linkage.people.components import components
from habeas.linkage.people.constraints import NO_LIST, Constraints

FOR, AGAINST = 6.0, -12.0
"""The most, in bits, that one pair counts for and against a union: a record that says little and so
goes well with two others does not outvote what speaks against their being one."""

SURER = 0.05
"""What each bit above FOR counts, so that the surest pairs are joined first."""

UNSEEN = -3.0
"""What a pair counts that shares too little to have been compared."""

FORCED = 1e6
"""What a decision counts: more than all comparisons together."""

TOLD_APART = -1e4
"""What two rows count whom one list tells apart: more than all comparisons, less than a decision.
"""


def clusters(
    size: int,
    left: Rows,
    right: Rows,
    bits: Bits,
    constraints: Constraints,
    threshold: float = 0.0,
    told_apart: NDArray[np.bool_] | None = None,
) -> NDArray[np.int64]:
    """Return for each of ``size`` rows the least row of its person.

    bits: what speaks for each pair, 0 where it is even. threshold: what must speak for a union,
    all its pairs taken together. told_apart: the pairs that no third row joins. Decisions are
    obeyed, no two rows of a list that names nobody twice come together, and nothing but an id or a
    decision speaks for a row that names nobody.
    """
    if told_apart is not None:
        bits = np.where(told_apart, np.float32(TOLD_APART), bits)
    links = _with_constraints(left, right, bits, constraints, threshold)
    linked = links.bits > min(0.0, threshold)
    group = components(size, links.left[linked], links.right[linked])
    whole = _whole(group, links.among(links.bits > max(0.0, threshold)))
    result = np.where(whole[group], group, np.arange(size))
    hard = links.among(~whole[group[links.left]] & (group[links.left] == group[links.right]))
    order = np.argsort(group[hard.left], kind="stable")
    hard = hard.among(order)
    cuts = np.flatnonzero(np.diff(group[hard.left])) + 1
    bounds = [0, *cuts.tolist(), len(order)]
    lists = constraints.exclusive
    for start, end in itertools.pairwise(bounds):
        for cluster in agglomerated(hard.tuples(start, end), lists, threshold):
            result[cluster] = min(cluster)
    return result


@dataclass(frozen=True)
class _Links:
    left: Rows
    right: Rows
    bits: Bits

    def among(self, kept: NDArray[np.bool_] | NDArray[np.int64]) -> _Links:
        return _Links(self.left[kept], self.right[kept], self.bits[kept])

    def tuples(self, start: int, end: int) -> Iterable[tuple[int, int, float]]:
        part = slice(start, end)
        columns = (self.left[part], self.right[part], self.bits[part])
        return zip(*(column.tolist() for column in columns), strict=True)


def _with_constraints(
    left: Rows, right: Rows, bits: Bits, constraints: Constraints, threshold: float
) -> _Links:
    lists = constraints.exclusive
    alike = (lists[left] == lists[right]) & (lists[left] != NO_LIST)
    surer = SURER * np.clip(bits - FOR, 0, 100)
    weights = np.where(alike, -FORCED, np.clip(bits, AGAINST, FOR) + surer)
    weights = np.where(bits == TOLD_APART, TOLD_APART, weights)
    # However many such pairs are added up, they do not reach the threshold.
    unheld = constraints.nameless.unheld(left, right)
    weights = np.where(unheld, np.minimum(weights, min(0.0, threshold)), weights)
    same, different = constraints.same, constraints.different
    forced = np.concatenate([np.full(len(same), FORCED), np.full(len(different), -FORCED)])
    decided = np.vstack([same, different])
    low, high = decided.min(axis=1, initial=2**62), decided.max(axis=1, initial=-1)
    size = len(lists)
    known = np.isin(left * size + right, low * size + high)
    return _Links(
        np.concatenate([left[~known], low]),
        np.concatenate([right[~known], high]),
        np.concatenate([weights[~known], forced]).astype(np.float32),
    )


def _whole(group: NDArray[np.int64], links: _Links) -> NDArray[np.bool_]:
    """Tell the groups, by their least row, in which every pair is a link: nothing to weigh up."""
    rows = np.bincount(group, minlength=len(group))
    pairs = np.bincount(group[links.left], minlength=len(group))
    return np.asarray(pairs == rows * (rows - 1) // 2)


def agglomerated(
    pairs: Iterable[tuple[int, int, float]], lists: NDArray[np.int64], threshold: float
) -> list[list[int]]:
    """Join the rows of one connected group into clusters; see the method above."""
    links: dict[int, dict[int, float]] = {}
    for a, b, weight in pairs:
        links.setdefault(a, {})[b] = weight
        links.setdefault(b, {})[a] = weight
    members = {row: [row] for row in links}
    taken = {row: {int(lists[row])} - {NO_LIST} for row in links}
    heap = [
        (-w, a, b) for a, near in links.items() for b, w in near.items() if a < b and w > threshold
    ]
    heapq.heapify(heap)
    while heap:
        weight, a, b = heapq.heappop(heap)
        if a not in members or b not in members or links[a].get(b) != -weight:
            continue
        if taken[a] & taken[b]:
            links[a][b] = links[b][a] = -FORCED
            continue
        taken[a] |= taken.pop(b)
        _contract(a, b, links, members, heap, threshold)
    return list(members.values())


def _contract(
    a: int,
    b: int,
    links: dict[int, dict[int, float]],
    members: dict[int, list[int]],
    heap: list[tuple[float, int, int]],
    threshold: float,
) -> None:
    """Join cluster ``b`` to ``a`` and add up what speaks for union with each neighbour."""
    one, other = links.pop(a), links.pop(b)
    del one[b], other[a]
    joined = _sums(one, other, members, len(members[a]), len(members[b]))
    for c, total in joined.items():
        near = links[c]
        near.pop(a, None)
        near.pop(b, None)
        near[a] = total
        if total > threshold:
            heapq.heappush(heap, (-total, min(a, c), max(a, c)))
    links[a] = joined
    members[a] += members.pop(b)


def _sums(
    one: Mapping[int, float],
    other: Mapping[int, float],
    members: Mapping[int, list[int]],
    size: int,
    more: int,
) -> dict[int, float]:
    return {
        c: one.get(c, UNSEEN * size * len(members[c]))
        + other.get(c, UNSEEN * more * len(members[c]))
        for c in sorted(one.keys() | other.keys())
    }
