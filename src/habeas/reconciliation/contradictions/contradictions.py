"""Contradictions: claims that cannot be true together, each set minimal and each with its proof."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice, product

from habeas.reconciliation.contradictions.contradiction import Contradiction, Strength
from habeas.reconciliation.contradictions.infeasible_subsets import Subset, infeasible_subsets
from habeas.reconciliation.contradictions.negative_cycles import (
    Cycles,
    Limits,
    differences,
    in_scope,
)
from habeas.reconciliation.contradictions.shortfall import shortfall_of
from habeas.reconciliation.rows import Proof, Row
from habeas.reconciliation.system import (
    PLAIN,
    STRICT,
    TOGETHER,
    Case,
    Ending,
    Policy,
    Program,
    Reading,
    alone,
    binding,
    claim_of,
    laid_rows,
    linear_system,
    of_kind,
    place_claims,
)
from habeas.vocabulary import GENERAL_SCOPES, Claim, Scopes

FEW = 14
"""So many claims are searched exhaustively, whatever it takes."""
EFFORT = 30_000
"""Among more claims, after the arithmetic of each scope, sets that hold are looked for: so many
that their number times that of the claims is this. The more claims, the longer each takes."""
MOST = 120
"""But never more sets than this."""


SURE = 1e4
"""What missing a claim by one person costs that is to hold: more than all others together."""


@dataclass(frozen=True)
class Court:
    """The claims of a case under one reading, asked which of them can hold together.

    weighed: what was asked before, and what was found.
    """

    case: Case
    claims: Mapping[str, Claim]
    reading: Reading
    weighed: dict[Subset, Proof | None] = field(default_factory=dict, compare=False, repr=False)

    def weigh(self, ids: Subset) -> Proof | None:
        """Return the proof that some claims cannot all hold, or None where they can."""
        if ids not in self.weighed:
            self.weighed[ids] = self._weigh(ids)
        return self.weighed[ids]

    def _weigh(self, ids: Subset) -> Proof | None:
        return self.among(ids).conflict_proof(ids)

    def conflict_in(self, claims: Subset) -> Subset | None:
        """Return claims among the given ones that cannot all hold, or None where all can."""
        proof = self.weigh(claims) if claims else None
        return frozenset(proof.claims) if proof else None

    def among(self, claims: Subset) -> Program:
        """Load some claims, to be asked which of them cannot all hold."""
        chosen = [self.claims[claim] for claim in sorted(claims)]
        return Program(linear_system(self.case, chosen, self.reading))

    def groups(self) -> Iterator[GroupCourt]:
        """Yield the court of each group of scopes: claims of different groups never conflict."""
        members: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            scope = self.case.placement.scope_of[claim.id]
            members[self.case.placement.component_of[scope]].append(claim)
        for _, claims in sorted(members.items()):
            copies = alike(laid_rows(self.case, claims, self.reading))
            firsts = [claim for claim in claims if claim.id in copies]
            yield GroupCourt(self, Program(linear_system(self.case, firsts, self.reading)), copies)


def alike(rows: Iterable[Row]) -> Mapping[str, tuple[str, ...]]:
    """Return the claims that bind anything, each under the first that says the very same.

    rows: those that claims lay.
    """
    said: dict[str, list[tuple[object, int]]] = defaultdict(list)
    for row in rows:
        said[claim_of(row)].append((row.terms, row.least))
    same: dict[frozenset[tuple[object, int]], list[str]] = defaultdict(list)
    for claim, told in said.items():
        same[frozenset(told)].append(claim)
    return {claims[0]: tuple(claims) for claims in same.values()}


@dataclass(frozen=True)
class GroupCourt:
    """The claims of one group of scopes, loaded into the solver together.

    copies: by claim, the claims that say the very same, itself included; only the first of them is
    loaded, and what is found of it holds of each.
    """

    court: Court
    program: Program
    copies: Mapping[str, tuple[str, ...]]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that bind anything, one of each that say the same."""
        return self.program.system.claim_ids

    @cached_property
    def first_of(self) -> Mapping[str, str]:
        """For each claim that binds anything, the one that stands for it."""
        return {claim: first for first, all_alike in self.copies.items() for claim in all_alike}

    def conflict_in(self, claims: Subset) -> Subset | None:
        """Return claims among the given ones that cannot all hold, or None where all can."""
        if len(claims) <= FEW:
            return self.court.conflict_in(claims)
        return self.program.conflict_in(claims)

    def among(self, claims: Subset) -> Program:
        """Load some claims by themselves."""
        return self.court.among(claims)

    def grow(self, seed: Subset, dice: random.Random) -> Subset:
        """Hold the seed, and miss as little as may be of the rest, by random weights.

        The seed has a price too, above all others, so that the solver need look for no end where
        there is none. If not even that holds it, or numbers lie so far apart (hundreds of millions
        beside a few) that the solver comes to no end, it alone is what is known to hold.
        """
        weights = {claim: SURE if claim in seed else 1 + dice.random() for claim in self.claims}
        self.program.weigh(weights)
        answer = self.program.attempt({})
        if answer.ended is Ending.NO_ANSWER:
            return seed
        missed = answer.violation
        return seed if seed.intersection(missed) else frozenset(self.claims).difference(missed)

    def conflicts(self, new: str = "") -> Iterator[Subset]:
        """Yield the minimal sets that cannot hold, smallest first.

        new: only sets that contain this claim; the others are not looked for. Every copy comes in
        its turn, but one story that repeats a figure says it once.
        """
        few = len(self.claims) <= FEW
        if not few and self.conflict_in(frozenset(self.claims)) is None:
            return
        within = frozenset({self.first_of[new]} if new else ())
        suspects = (each for each in (() if few else self.suspects(new)) if within <= each)
        count = len(self.claims)
        effort = count**2 if few else min(MOST, EFFORT // count)
        for subset in infeasible_subsets(self.claims, self, suspects, effort, within):
            for chosen in product(*(self.witnesses(claim, new) for claim in sorted(subset))):
                yield frozenset(chosen)

    def witnesses(self, claim: str, new: str = "") -> Collection[str]:
        """Return the claims that say the very same as one, the first by id of each story.

        new: of the claims that say what this one says, it alone.
        """
        first: dict[Hashable, str] = {}
        if new in self.copies[claim]:
            return [new]
        for each in sorted(self.copies[claim]):
            first.setdefault(self.court.claims[each].telling, each)
        return first.values()

    def suspects(self, new: str = "") -> Iterator[Subset]:
        """Yield sets that conflict by arithmetic within one scope.

        new: only in scopes whose arithmetic this claim is part of.
        """
        placement = self.court.case.placement
        own = differences(self.program.system.claims)
        touched = placement.scope_of[new] if new else ""
        near = {touched, *placement.within(touched), *placement.beyond(touched)} if new else ()
        for scope in near or placement.keys:
            found = in_scope(own, scope, placement.within(scope), placement.beyond(scope))
            if found:
                yield from Cycles(found, Limits.of(placement.scopes[scope])).conflicts()


def contradictions(
    claims: Sequence[Claim],
    scopes: Scopes = GENERAL_SCOPES,
    policy: Policy = PLAIN,
    limit: int = 500,
) -> list[Contradiction]:
    """Find minimal sets of claims that cannot be true together.

    Within one source first, then between sources of one kind, then between all; smaller first. What
    one story repeats is listed once, with its copies named. limit: how many at most of each group
    of touching scopes; what is listed of one does not depend on the others.
    Raises ScopeCycle and InputError as `Scopes` and `place_claims` do.
    Method: minimal infeasible subsets, smallest first; proofs by Farkas' lemma.
    """
    case = Case.of(claims, place_claims(claims, scopes), policy)
    return contradictions_of(case, claims, limit)


def contradictions_of(case: Case, claims: Sequence[Claim], limit: int) -> list[Contradiction]:
    """Find the contradictions among some claims of a case whose placement is known."""
    if not limit:
        return []
    found: dict[frozenset[Hashable], Contradiction] = {}
    for court in courts(case, claims):
        for group in court.groups():
            for subset in islice(group.conflicts(), limit):
                told = frozenset(court.claims[claim].telling for claim in subset)
                found[told] = with_reading(court, subset, found.get(told))
    retold: dict[Hashable, list[str]] = defaultdict(list)
    for claim in binding(claims):
        retold[claim.telling].append(claim.id)
    ordered = sorted(found.items(), key=lambda item: rank(item[1]))
    of_group: Counter[str] = Counter()
    kept = []
    for key, each in ordered:
        name = group_of(case, each)
        of_group[name] += 1
        if of_group[name] <= limit:
            kept.append(with_copies(each, key, retold))
    return kept


def group_of(case: Case, found: Contradiction) -> str:
    """Return the group of touching scopes that a contradiction is of."""
    return case.placement.component_of[case.placement.scope_of[found.claims[0]]]


def with_copies(
    found: Contradiction, told: Iterable[Hashable], retold: Mapping[Hashable, Sequence[str]]
) -> Contradiction:
    """Return a contradiction with the claims named that repeat one of its own."""
    every = {claim for telling in told for claim in retold[telling]}
    return replace(found, copies=tuple(sorted(every.difference(found.claims))))


def courts(case: Case, claims: Sequence[Claim]) -> Iterator[Court]:
    """Yield each source alone, then all together."""
    bound = binding(claims)
    by_claimant: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in bound:
        by_claimant[claim.claimant][claim.id] = claim
    for name, own in sorted(by_claimant.items()):
        if name:
            yield Court(case, own, alone(name))
    yield Court(case, {claim.id: claim for claim in bound}, TOGETHER)


def readings_of(subset: Subset, court: Court) -> tuple[str, ...]:
    """Return the names of the readings that a set found by a court stands for."""
    if court.reading.exact:
        return (court.reading.name,)
    kinds = {court.claims[claim].claimant_kind for claim in subset}
    kind = kinds.pop() if len(kinds) == 1 else None
    return (of_kind(kind).name, TOGETHER.name) if kind else (TOGETHER.name,)


def with_reading(court: Court, subset: Subset, earlier: Contradiction | None) -> Contradiction:
    """Return a contradiction with a court's reading added; the narrowest reading's proof stays."""
    names = readings_of(subset, court)
    if earlier is None:
        return judged(court, subset, names)
    names = tuple(dict.fromkeys(earlier.readings + names))
    if tuple(sorted(subset)) < earlier.claims:  # the same story's figures, by other claims of it
        return judged(court, subset, names)
    return replace(earlier, readings=names)


def judged(court: Court, subset: Subset, readings: tuple[str, ...]) -> Contradiction:
    """Prove a set that cannot hold and say how strongly."""
    proof = court.weigh(subset)
    assert proof is not None  # noqa: S101  (the court has just found it impossible)
    strictly = Court(court.case.strictly, court.claims, court.reading)
    soft = court.case.policy.name != STRICT.name and strictly.conflict_in(subset) is None
    strength = Strength.SOFT if soft else Strength.HARD
    chosen = [court.claims[claim] for claim in sorted(subset)]
    missing = shortfall_of(court.case, chosen, court.reading, proof)
    return Contradiction(tuple(sorted(subset)), strength, readings, proof, shortfall=missing)


def rank(contradiction: Contradiction) -> tuple[int, int, bool, tuple[str, ...]]:
    """Return the sorting key: narrow readings first, small sets first, hard before soft."""
    order = {"claimant": 0, "kind": 1, "together": 2}
    reading = min(order[name.split(":")[0]] for name in contradiction.readings)
    soft = contradiction.strength is Strength.SOFT
    return reading, len(contradiction.claims), soft, contradiction.claims
