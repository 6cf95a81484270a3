"""Figures of one source that contradict one another: what holds in every least repair of it.

A source that contradicts itself is neither taken at its word, misprint and all, nor silenced. Its
figures in dispute are used as far as it does not matter which of them is wrong: a number is forced
if it is forced whichever least set of them is left out.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain, islice, product

from habeas.reconciliation.contradictions.contradictions import (
    FEW,
    Court,
    GroupCourt,
    courts,
)
from habeas.reconciliation.contradictions.hitting_sets import lightest_hitting_set
from habeas.reconciliation.contradictions.infeasible_subsets import Subset
from habeas.reconciliation.contradictions.kept import Kept, rests_on
from habeas.reconciliation.contradictions.repairs import (
    bundled,
    conflicts_left,
    opposed,
    weighed,
    weight_of,
)
from habeas.reconciliation.system import Case
from habeas.vocabulary import Claim

SLACK = 1e-3
"""Repairs whose costs differ by less cost the same: ties are broken by less than this."""
TOGETHER = 24
"""So many ways to repair conflicts apart from one another are all tried together."""
Ways = dict[frozenset[Subset], list[Subset]]
"""Conflicts that hang together, and the least repairs of them."""


@dataclass(frozen=True)
class Disputes:
    """The claims in which sources contradict themselves.

    by_source: what contradicts what, by claimant; of claims that stand or fall together, one is
    named. prices: what setting a claim aside costs. alike: the claims that stand or fall with each.
    certain: claims that every least repair sets aside; the conflicts that this settles are left
    out of ``by_source``.
    """

    by_source: Mapping[str, tuple[Subset, ...]] = field(default_factory=dict)
    prices: Mapping[str, float] = field(default_factory=dict)
    alike: Mapping[str, Subset] = field(default_factory=dict)
    certain: Subset = frozenset()

    @cached_property
    def conflicts(self) -> tuple[Subset, ...]:
        """What contradicts what, of all sources."""
        return tuple(chain(*self.by_source.values()))

    @cached_property
    def claims(self) -> Subset:
        """Every claim in dispute."""
        return self._in_full(frozenset(self.alike))

    @cached_property
    def first(self) -> Subset:
        """The least repair that is tried first; empty where no source contradicts itself."""
        return self._in_full(self._heads)

    @cached_property
    def _heads(self) -> Subset:
        return lightest(self.conflicts, self.prices)

    @cached_property
    def _head_of(self) -> Mapping[str, str]:
        return {claim: head for head, claims in self.alike.items() for claim in claims}

    def repair_against(self, proofs: Iterable[Subset]) -> Subset | None:
        """Return a least repair that takes a claim out of each of some proofs, or None.

        proofs: the claims that each rests on.
        """
        asked = [frozenset(self._head_of[one] for one in each if one in self._head_of)
                 for each in proofs]  # fmt: skip
        if not all(asked):
            return None
        chosen = lightest([*self.conflicts, *asked], self.prices)
        if self._cost(chosen) > self._cost(self._heads) + SLACK:
            return None
        return self._in_full(chosen)

    def always_aside(self) -> Subset:
        """Return the claims (one of those alike) that every least repair sets aside."""
        return frozenset(chain(*(self._always_in(part) for part in parts_of(self.conflicts))))

    def _always_in(self, part: Sequence[Subset]) -> Subset:
        """Return what every least repair of some conflicts sets aside.

        What one has, unless another that costs the same, and avoids it if it can, has it not.
        """
        left = lightest(part, self.prices)
        while left:
            little = SLACK / 2 / len(left)
            dearer = {head: self.prices[head] + little for head in left}
            kept = left & lightest(part, {**self.prices, **dearer})
            if kept == left:
                return left
            left = kept
        return left

    def _cost(self, heads: Subset) -> float:
        return sum(self.prices[head] for head in heads)

    def _in_full(self, heads: Subset) -> Subset:
        return frozenset(chain(*(self.alike[head] for head in heads)))


def disputes(
    case: Case,
    claims: Iterable[Claim],
    weights: Mapping[str, float],
    kept: Kept,
) -> Disputes:
    """Find where sources contradict themselves, read alone, far enough to repair them.

    weights: by claim, claimant or kind, as of repairs. kept: what was found of each source alone,
    and of all of them.
    """
    found: dict[str, tuple[Subset, ...]] = {}
    prices: dict[str, float] = {}
    alike: dict[str, Subset] = {}
    priced = tuple(sorted(weights.items()))
    keys: list[Hashable] = []
    for court in courts(case, list(claims)):
        if court.reading.exact:
            key = ("within", rests_on(court), priced)
            keys.append(key)
            mine = kept.get(key, partial(within, court, weights))
            if mine.conflicts:
                found[next(iter(court.claims.values())).claimant] = mine.conflicts
                prices |= mine.prices
                alike |= mine.alike
    return kept.get(("narrowed", *keys), partial(narrowed, Disputes(found, prices, alike)))


def within(court: Court, weights: Mapping[str, float]) -> Disputes:
    """Find where one source contradicts itself, read alone."""
    found: list[Subset] = []
    prices: dict[str, float] = {}
    alike: dict[str, Subset] = {}
    each_price = {key: weight_of(claim, weights) for key, claim in court.claims.items()}
    for group in court.groups():
        bundles = bundled(court, group)
        head = {claim: bundle[0] for claim, bundle in bundles.items()}
        conflicts = [
            frozenset(head[claim] for claim in each)
            for each in conflicts_to_repair(group, bundles, each_price, court)
        ]
        for one in frozenset().union(*conflicts):
            full = frozenset(chain(*(group.copies[each] for each in bundles[one])))
            alike[one], prices[one] = full, weighed(court, sorted(full), each_price)
        found += conflicts
    return Disputes({court.reading.name: tuple(found)} if found else {}, prices, alike)


def narrowed(found: Disputes) -> Disputes:
    """Tell apart what every least repair sets aside from what is in dispute."""
    certain = found.always_aside()
    open_conflicts = {
        name: tuple(each for each in conflicts if certain.isdisjoint(each))
        for name, conflicts in found.by_source.items()
    }
    left = {name: conflicts for name, conflicts in open_conflicts.items() if conflicts}
    heads = frozenset().union(*chain(*left.values()))
    alike = {head: found.alike[head] for head in heads}
    aside = frozenset(chain(*(found.alike[head] for head in certain)))
    return Disputes(left, found.prices, alike, aside)


def lightest(conflicts: Iterable[Subset], prices: Mapping[str, float]) -> Subset:
    """Choose claims of least total price of which every conflict contains one.

    Conflicts that share no claim are apart: of one that stands alone the cheapest claim is taken,
    the first by id among equals.
    """
    chosen: set[str] = set()
    for part in parts_of(conflicts):
        if len(part) == 1:
            chosen.add(min(part[0], key=lambda claim: (prices[claim], claim)))
        else:
            chosen |= lightest_hitting_set(part, prices)
    return frozenset(chosen)


def parts_of(conflicts: Iterable[Subset]) -> Iterable[list[Subset]]:
    """Return conflicts by what they share: those of different parts have no claim in common."""
    parts: list[tuple[set[str], list[Subset]]] = []
    for conflict in dict.fromkeys(conflicts):
        joined = [part for part in parts if not conflict.isdisjoint(part[0])]
        claims, held = set(conflict), [conflict]
        for part in joined:
            claims |= part[0]
            held = part[1] + held
            parts.remove(part)
        parts.append((claims, held))
    return [held for _, held in parts]


def conflicts_to_repair(
    group: GroupCourt,
    bundles: Mapping[str, tuple[str, ...]],
    prices: Mapping[str, float],
    court: Court,
) -> Iterator[Subset]:
    """Yield conflicts of a group until a least repair of them repairs it.

    Among few claims, until each of their least repairs does: what is a repair by the conflicts
    known may leave others, and a number would be told as open that every true repair forces.
    """
    head = {claim: bundle[0] for claim, bundle in bundles.items()}
    joint = {
        one: weighed(court, chain(*(group.copies[each] for each in bundles[one])), prices)
        for one in head.values()
    }
    fresh = list(opposed(group.program.system))
    conflicts: list[Subset] = []
    holding: set[Subset] = set()
    known: Ways = {}
    while True:
        yield from fresh
        conflicts += [frozenset(head[claim] for claim in each) for each in fresh]
        fresh = []
        tried = None if len(group.claims) <= FEW else 1
        for heads in islice(least_repairs(conflicts, joint, known), tried):
            if heads in holding:
                continue
            aside = frozenset(chain(*(bundles[each] for each in heads)))
            fresh = list(conflicts_left(group, frozenset(group.claims) - aside))
            if fresh:
                break
            holding.add(heads)
        if not fresh:
            return


def least_repairs(
    conflicts: Sequence[Subset], prices: Mapping[str, float], known: Ways
) -> Iterator[Subset]:
    """Yield least repairs of some conflicts, the one that is tried first in front.

    Of conflicts apart from one another each has its own; of few all are put together in every way,
    of many each once. known: the ways to repair those that were met before; it comes back fuller.
    """
    each_part = []
    for part in parts_of(conflicts):
        if (key := frozenset(part)) not in known:
            known[key] = alternatives(part, prices)
        each_part.append(known[key])
    if math.prod(map(len, each_part)) <= TOGETHER:
        chosen: Iterable[tuple[Subset, ...]] = product(*each_part)
    else:
        most = max(map(len, each_part))
        chosen = (tuple(part[turn % len(part)] for part in each_part) for turn in range(most))
    return (frozenset(chain(*one)) for one in chosen)


def alternatives(part: Sequence[Subset], prices: Mapping[str, float]) -> list[Subset]:
    """Return least repairs of conflicts that hang together: for each claim one that has it."""

    def cost(heads: Subset) -> float:
        return sum(prices[head] for head in heads)

    first = lightest(part, prices)
    found = {first: None}
    for head in sorted(frozenset().union(*part) - first):
        rest = lightest([each for each in part if head not in each], prices)
        if cost(rest) + prices[head] <= cost(first) + SLACK:
            found[rest | {head}] = None
    return list(found)
