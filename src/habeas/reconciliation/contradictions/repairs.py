"""Repairs: the least that must be set aside, or changed, for the rest to be consistent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import highspy
import numpy as np

from habeas.reconciliation.contradictions.contradictions import Court, GroupCourt
from habeas.reconciliation.contradictions.infeasible_subsets import Subset, shrunk
from habeas.reconciliation.rows import Variable
from habeas.reconciliation.system import LinearSystem, claim_of, silent_solver
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

    claims: those to set aside, of least weight in all. weight: what they cost; a claim that one
    wire story repeats costs once, however many outlets printed it. changes: instead of that, the
    figures to move, by fewest people in all.
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
        firsts = group.first_of
        inside = [found for found in known if found <= firsts.keys()]
        mine = {frozenset(firsts[claim] for claim in found) for found in inside}
        bundles = bundled(court, group)
        joint = {
            first: weighed(court, chain(*(group.copies[each] for each in bundle)), prices)
            for first, bundle in bundles.items()
        }
        for first in group_repair(group, sorted(mine, key=sorted), joint, bundles):
            aside |= set(group.copies[first])
        changes |= least_change(court, group)
    moved = tuple(Change(claim, changes[claim]) for claim in sorted(changes))
    total = weighed(court, sorted(aside), prices)
    return Repair(court.reading.name, tuple(sorted(aside)), total, moved)


def weighed(court: Court, claims: Iterable[str], prices: Mapping[str, float]) -> float:
    """Return what setting claims aside costs: each telling once, at its dearest."""
    dearest: dict[object, float] = defaultdict(float)
    for claim in claims:
        telling = court.claims[claim].telling
        dearest[telling] = max(dearest[telling], prices[claim])
    return sum(dearest.values())


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
    prices: Mapping[str, float],
    bundles: Mapping[str, tuple[str, ...]],
) -> Subset:
    """Find the lightest claims of a group to set aside, whole bundles of them."""
    head = {claim: bundle[0] for claim, bundle in bundles.items()}
    conflicts = [
        frozenset(head[claim] for claim in found)
        for found in chain(known, opposed(group.program.system))
    ]
    while True:
        heads = lightest_hitting_set(conflicts, prices)
        aside = frozenset(chain(*(bundles[each] for each in heads)))
        fresh = list(conflicts_left(group, frozenset(group.claims) - aside))
        if not fresh:
            return aside
        conflicts += [frozenset(head[claim] for claim in found) for found in fresh]


def conflicts_left(group: GroupCourt, claims: Subset) -> Iterator[Subset]:
    """Yield conflicts among some claims, until what is left without a claim of each can hold."""
    while (found := group.conflict_in(claims)) is not None:
        conflict = shrunk(sorted(found), group)
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


def lightest_hitting_set(conflicts: Sequence[Subset], prices: Mapping[str, float]) -> Subset:
    """Choose claims of least total price of which every conflict contains one.

    Of equal prices the choice that comes first by id is taken, as far as the solver decides.
    """
    if not conflicts:
        return frozenset()
    claims = sorted(frozenset().union(*conflicts))
    place = {claim: number for number, claim in enumerate(claims)}
    rows: dict[int, list[int]] = defaultdict(list)
    for number, conflict in enumerate(conflicts):
        rows[number] = sorted(place[claim] for claim in conflict)
    starts = np.cumsum([0, *(len(row) for row in rows.values())], dtype=np.int32)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(claims), len(conflicts)
    tie = 1e-6 / len(claims)
    model.col_cost_ = np.array([prices[claim] + tie * n for n, claim in enumerate(claims)])
    model.col_lower_, model.col_upper_ = np.zeros(len(claims)), np.ones(len(claims))
    model.row_lower_ = np.ones(len(conflicts))
    model.row_upper_ = np.full(len(conflicts), highspy.kHighsInf)
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(claims)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = starts
    model.a_matrix_.index_ = np.array([p for row in rows.values() for p in row], dtype=np.int32)
    model.a_matrix_.value_ = np.ones(int(starts[-1]))
    solver = silent_solver()
    solver.passModel(model)
    solver.run()
    chosen = np.asarray(solver.getSolution().col_value) > 0.5
    return frozenset(claim for claim, taken in zip(claims, chosen, strict=True) if taken)
