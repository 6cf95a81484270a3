"""Repairs: the least that must be set aside, or changed, for the rest to be consistent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from habeas.reconciliation.contradictions.contradictions import Court, GroupCourt
from habeas.reconciliation.contradictions.hitting_sets import lightest_hitting_set
from habeas.reconciliation.contradictions.infeasible_subsets import Subset, shrunk
from habeas.reconciliation.rows import Variable
from habeas.reconciliation.system import LinearSystem, claim_of
from habeas.vocabulary import Claim, Modality

WEIGHTS = {Modality.VERIFIED: 2.0}
"""How much it costs to set a claim aside, by its modality; 1 for all others."""


@dataclass(frozen=True)
class Change:
    """A claim's figure, moved: its least lowered, or its greatest raised, by so many people."""

    claim: str
    people: float


@dataclass(frozen=True)
class Repair:
    """What makes the claims of one reading consistent.

    claims: those to set aside, of least weight in all. weight: what they cost; what a source says
    in one breath costs once, however many figures it has and outlets printed it. changes: instead
    of that, the figures to move, by fewest people in all.
    """

    reading: str
    claims: tuple[str, ...]
    weight: float
    changes: tuple[Change, ...]


def weight_of(claim: Claim, weights: Mapping[str, float]) -> float:
    """Return what setting a claim aside costs: by id, claimant or kind, or else by modality."""
    kind = claim.claimant_kind.value if claim.claimant_kind else ""
    for name in (claim.id, claim.claimant, kind):
        if name in weights:
            return weights[name]
    return WEIGHTS.get(claim.modality, 1.0)


def repair(
    court: Court,
    known: Collection[Subset] = (),
    weights: Mapping[str, float] | None = None,
) -> Repair:
    """Find the least-weight repair and the least-change repair of one reading.

    known: contradictions found before, which save work. weights: by claim, claimant or kind.
    Method: implicit hitting sets (Karp 2010; Davies and Bacchus 2011): the lightest set that takes
    a claim out of every known contradiction, until what is left can hold.
    """
    aside: set[str] = set()
    changes: dict[str, float] = {}
    prices = {claim.id: weight_of(claim, weights or {}) for claim in court.claims.values()}
    for group in court.groups():
        aside |= set(lightest_aside(court, group, known, prices))
        changes |= least_change(court, group)
    moved = tuple(Change(claim, changes[claim]) for claim in sorted(changes))
    total = weighed(court, sorted(aside), prices)
    return Repair(court.reading.name, tuple(sorted(aside)), total, moved)


def lightest_repair(court: Court, weights: Mapping[str, float]) -> Subset:
    """Return the claims that the least-weight repair of one reading sets aside."""
    prices = {claim.id: weight_of(claim, weights) for claim in court.claims.values()}
    return frozenset(chain(*(lightest_aside(court, group, (), prices) for group in court.groups())))


def lightest_aside(
    court: Court, group: GroupCourt, known: Collection[Subset], prices: Mapping[str, float]
) -> Iterator[str]:
    """Yield the claims of a group that the least-weight repair sets aside, copies and all."""
    firsts = group.first_of
    inside = [found for found in known if found <= firsts.keys()]
    mine = {frozenset(firsts[claim] for claim in found) for found in inside}
    bundles = bundled(court, group)
    told_in = {
        first: by_breath(court, chain(*(group.copies[each] for each in bundle)), prices)
        for first, bundle in bundles.items()
    }
    for first in group_repair(group, sorted(mine, key=sorted), told_in, bundles):
        yield from group.copies[first]


def weighed(court: Court, claims: Iterable[str], prices: Mapping[str, float]) -> float:
    """Return what setting claims aside costs: each breath once, at its dearest."""
    return sum(by_breath(court, claims, prices).values())


def by_breath(
    court: Court, claims: Iterable[str], prices: Mapping[str, float]
) -> Mapping[object, float]:
    """Return what setting claims aside costs, by the breath in which they were said."""
    dearest: dict[object, float] = defaultdict(float)
    for claim in claims:
        said_in = breath(court.claims[claim])
        dearest[said_in] = max(dearest[said_in], prices[claim])
    return dearest


def breath(claim: Claim) -> tuple[str, ...]:
    """Return in what a source said a claim, together with others: one story, document or page."""
    told_in = claim.story or claim.evidence.document or claim.evidence.url
    return (told_in, claim.claimant) if told_in else (claim.id,)


def bundled(court: Court, group: GroupCourt) -> Mapping[str, tuple[str, ...]]:
    """Return for each claim of a group those that stand or fall with it, itself included.

    Repetitions of one telling do. They do not always bind the same: a tally's moment, under the
    strict policy, is its own document's.
    """
    bundle_of: dict[str, tuple[str, ...]] = {}
    told: dict[object, str] = {}
    for first, same in group.copies.items():
        tellings = [court.claims[claim].telling for claim in same]
        joined = {first, *chain(*(bundle_of[told[each]] for each in tellings if each in told))}
        for each in joined:
            bundle_of[each] = tuple(sorted(joined))
        told |= dict.fromkeys(tellings, first)
    return bundle_of


def group_repair(
    group: GroupCourt,
    known: Sequence[Subset],
    told_in: Mapping[str, Mapping[object, float]],
    bundles: Mapping[str, tuple[str, ...]],
) -> Subset:
    """Find the lightest claims of a group to set aside, whole bundles of them."""
    prices = {claim: sum(paid.values()) for claim, paid in told_in.items()}
    head = {claim: bundle[0] for claim, bundle in bundles.items()}
    conflicts = [
        frozenset(head[claim] for claim in found)
        for found in chain(known, opposed(group.program.system))
    ]
    while True:
        heads = lightest_hitting_set(conflicts, prices, told_in)
        aside = frozenset(chain(*(bundles[each] for each in heads)))
        fresh = list(conflicts_left(group, frozenset(group.claims) - aside))
        if not fresh:
            return aside
        conflicts += [frozenset(head[claim] for claim in found) for found in fresh]


def conflicts_left(group: GroupCourt, claims: Subset) -> Iterator[Subset]:
    """Yield conflicts among some claims, until what is left without a claim of each can hold."""
    while (found := group.conflict_in(claims)) is not None:
        conflict = shrunk(found, group)
        yield conflict
        claims -= {max(conflict)}


def opposed(system: LinearSystem) -> Iterator[Subset]:
    """Yield pairs of claims of which one says that a sum is more than the other says it can be."""
    said: dict[tuple[tuple[Variable, int], ...], list[tuple[int, str]]] = defaultdict(list)
    for row in system.claims:
        said[tuple(sorted(row.terms))].append((row.least, claim_of(row)))
    for terms, lows in said.items():
        highs = said.get(tuple((variable, -sign) for variable, sign in terms), ())
        for least, one in lows:
            for turned, other in highs:
                if least + turned > 0 and one != other:
                    yield frozenset({one, other})


def least_change(court: Court, group: GroupCourt) -> Mapping[str, float]:
    """Find by how many people figures must move, fewest in all; a telling weighs once."""
    tellings = {
        first: {court.claims[claim].telling for claim in same}
        for first, same in group.copies.items()
    }
    spread = Counter(chain(*tellings.values()))
    group.program.weigh(
        {first: sum(1 / spread[each] for each in told) for first, told in tellings.items()}
    )
    missed = group.program.least({}).violation
    return {claim: people for first, people in missed.items() for claim in group.copies[first]}
