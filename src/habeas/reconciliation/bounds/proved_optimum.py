"""The ends of bounds, proved: by chains of differences where they reach, else by the solver."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

from habeas.reconciliation.bounds.nested_scopes import NestedScopes, nested_scopes_of
from habeas.reconciliation.bounds.objective import Objective
from habeas.reconciliation.bounds.shortest_paths import ShortestPaths
from habeas.reconciliation.bounds.two_sided_search import TwoSidedSearch
from habeas.reconciliation.rows import (
    DIED,
    ENTERED,
    HELD,
    UNACCOUNTED,
    Proof,
    Row,
    Rule,
    assembled_checked,
    prove,
    row,
)
from habeas.reconciliation.system import LinearSystem, Program

FEW = 12
"""So few ends, or fewer than a quarter of the moments, are left to the solver alone."""
OTHERS = frozenset({DIED, HELD, UNACCOUNTED})
"""Counts that chains of differences do not know."""
MANY = 8_000
"""More ends are proved in two halves, side by side where there are two processors.

The halves are the same however many processors there are, and so are the proofs.
"""


def proved_optima(
    system: LinearSystem, inside: Iterable[tuple[str, str]], ends: Sequence[Objective]
) -> list[Proof | None]:
    """Prove the least value of each end; None where there is none.

    Only deaths and entries may be counted by nobody: then all that is known is that they are not
    fewer than none.
    """
    proofs = [None if each.known or each.high else no_fewer_than_none(each) for each in ends]
    pairs = list(inside)
    block_of, parts = blocks(system, pairs)
    for block, part in parts.items():
        left = [place for place, each in enumerate(ends)
                if each.known and block_of[each.terms[0][0].scope] == block]  # fmt: skip
        if left:
            prove_block(part, pairs, ends, left, proofs)
    return proofs


def blocks(
    system: LinearSystem, inside: Iterable[tuple[str, str]]
) -> tuple[Mapping[str, str], Mapping[str, LinearSystem]]:
    """Return the block of each scope, and the system of each block; no row speaks of two.

    inside: scopes that lie in one another stay together, so that they can be asked about together.
    """
    parent = {variable.scope: variable.scope for variable in system.index}

    def root(scope: str) -> str:
        while parent[scope] != scope:
            scope = parent[scope]
        return scope

    spoken = [each for each in system.rows if each.terms]
    ties = {tuple(sorted({variable.scope for variable, _ in each.terms})) for each in spoken}
    for first, *others in ties | {pair for pair in inside if {*pair} <= parent.keys()}:
        for other in others:
            parent[root(other)] = root(first)
    block_of = {scope: root(scope) for scope in parent}
    rules: dict[str, list[Row]] = {block: [] for block in block_of.values()}
    claims: dict[str, list[Row]] = {block: [] for block in block_of.values()}
    for kept, rows in ((rules, system.rules), (claims, system.claims)):
        for each in filter(lambda one: one.terms, rows):
            kept[block_of[each.terms[0][0].scope]].append(each)
    return block_of, {
        block: LinearSystem(tuple(rules[block]), tuple(claims[block]), system.balance)
        for block in rules
    }


def prove_block(
    system: LinearSystem,
    inside: Iterable[tuple[str, str]],
    ends: Sequence[Objective],
    left: Sequence[int],
    proofs: list[Proof | None],
) -> None:
    """Prove the ends of one block: by chains of differences where they reach, else the solver."""
    few = max(FEW, len({variable.moment for variable in system.index}) // 4)
    if len(left) > few and chains_reach({variable.measure for variable in system.index}):
        nest = nested_scopes_of(system, inside)
        nest.prove_all()
        if len(left) > MANY:
            prove_halves(system, nest, ends, left, proofs)
        else:
            prove_some(system, nest, ends, left, proofs)
    else:
        by_solver(Program(system), ends, left, proofs)


def chains_reach(counts: Iterable[str]) -> bool:
    """Whether chains of differences know all of some counts."""
    return not any(count in OTHERS or count.startswith(ENTERED) for count in counts)


def no_fewer_than_none(end: Objective) -> Proof:
    """Prove that deaths or entries which no claim counts are not fewer than none."""
    scope, inner, count = end.kind[0], end.kind[1:-2], end.terms[0][0].measure
    rule = Rule("R1", "never falls", count, scope)
    if inner:
        rule = Rule("R3", "flows within", count, inner[0], (scope,))
    return assembled_checked(dict(end.terms), [(Fraction(1), row(dict(end.terms), 0, rule))])


def by_solver(
    program: Program, ends: Sequence[Objective], places: Iterable[int], proofs: list[Proof | None]
) -> None:
    """Prove ends by the solver's multipliers; those without a limit get no proof."""
    for place in sorted(places, key=lambda place: (ends[place].kind, ends[place].day)):
        terms = dict(ends[place].terms)
        answer = program.least(terms)
        if answer.value is not None:
            proofs[place] = prove(terms, program.system.rows, answer.multipliers)


def prove_halves(
    system: LinearSystem,
    nest: NestedScopes,
    ends: Sequence[Objective],
    places: Sequence[int],
    proofs: list[Proof | None],
) -> None:
    """Prove ends in two halves, about every other scope each; the solver runs beside Python."""
    scopes = sorted({ends[place].terms[0][0].scope for place in places})
    half = {scope: number % 2 for number, scope in enumerate(scopes)}
    halves = [
        [place for place in places if half[ends[place].terms[0][0].scope] == which]
        for which in (0, 1)
    ]
    with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        tasks = [
            pool.submit(prove_some, system, learner, ends, mine, proofs)
            for learner, mine in zip((nest, nest.copy()), halves, strict=True)
        ]
        for task in tasks:
            task.result()


def prove_some(
    system: LinearSystem,
    nest: NestedScopes,
    ends: Sequence[Objective],
    places: Sequence[int],
    proofs: list[Proof | None],
) -> None:
    """Prove some ends: by chains of differences where they reach, else by the solver."""
    unlimited = by_chains(system, nest, ends, places, proofs)
    left = [place for place in places if proofs[place] is None and place not in unlimited]
    if left:
        by_solver(Program(system), ends, left, proofs)


def by_chains(
    system: LinearSystem,
    nest: NestedScopes,
    ends: Sequence[Objective],
    places: Sequence[int],
    proofs: list[Proof | None],
) -> set[int]:
    """Fill in the proofs of the ends that have a limit, as far as chains of differences reach.

    Returns the ends that are known to have none.
    """
    squeeze = TwoSidedSearch(system, nest, ends, places)
    limited = squeeze.settle()
    chains = ShortestPaths(nest)
    told = [(place, chains.told(*squeeze.differences[place])) for place in limited]
    kept = [(place, found) for place, found in told if found is not None]
    joined = chains.ledger.joined
    asked = [(ends[place].terms, found.scale, joined(found.rows)) for place, found in kept]
    for (place, _), proof in zip(kept, chains.ledger.proofs(asked), strict=True):
        proofs[place] = proof
    for place, proof in squeeze.proofs.items():
        proofs[place] = proof
    return squeeze.unlimited
