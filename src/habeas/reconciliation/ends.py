"""The ends of bounds, proved: by chains of differences where they reach, else by the solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from habeas.reconciliation.chains import Chains
from habeas.reconciliation.end import End
from habeas.reconciliation.nested import nest_of
from habeas.reconciliation.proof import Proof, assembled_checked, prove
from habeas.reconciliation.row import DIED, Rule, row
from habeas.reconciliation.solver import Program
from habeas.reconciliation.squeeze import Squeeze
from habeas.reconciliation.system import LinearSystem

FEW = 12
"""So few ends, or fewer than a quarter of the moments, are left to the solver alone."""


def proved_ends(
    system: LinearSystem, inside: Iterable[tuple[str, str]], ends: Sequence[End]
) -> list[Proof | None]:
    """Prove the least value of each end; None where there is none.

    Only deaths may be counted by nobody: then none are assumed.
    """
    proofs = [None if each.known else no_deaths(each) for each in ends]
    left = [place for place, each in enumerate(ends) if each.known]
    if not left:
        return proofs
    program = Program(system)
    few = max(FEW, len({variable.moment for variable in system.index}) // 4)
    if len(left) > few and all(variable.measure != DIED for variable in system.index):
        by_chains(program, inside, ends, proofs)
        left = [place for place in left if proofs[place] is None]
    for place in sorted(left, key=lambda place: (ends[place].kind, ends[place].day)):
        proofs[place] = by_solver(program, ends[place])
    return proofs


def no_deaths(end: End) -> Proof:
    """Prove that deaths which no claim counts are none."""
    scope = end.terms[0][0].scope
    rule = Rule("R2", "no deaths reported", DIED, scope)
    if not end.high:
        rule = Rule("R1", "never falls", DIED, scope)
    return assembled_checked(dict(end.terms), [(Fraction(1), row(dict(end.terms), 0, rule))])


def by_solver(program: Program, end: End) -> Proof | None:
    """Prove one end by the solver's multipliers; None where it has no limit."""
    answer = program.least(dict(end.terms))
    if answer.value is None:
        return None
    return prove(dict(end.terms), program.system.rows, list(answer.multipliers))


def by_chains(
    program: Program,
    inside: Iterable[tuple[str, str]],
    ends: Sequence[End],
    proofs: list[Proof | None],
) -> None:
    """Fill in the proofs of the ends that have a limit, as far as chains of differences reach."""
    squeeze = Squeeze(program, nest_of(program.system, inside), ends)
    chains = Chains(squeeze.nest)
    ledger = chains.ledger
    told = [(place, chains.told(*squeeze.differences[place])) for place in squeeze.settle()]
    kept = [(place, found) for place, found in told if found is not None]
    taken = [(ends[place].terms, each.scale, ledger.joined(each.rows)) for place, each in kept]
    for (place, _), proof in zip(kept, ledger.proofs(taken), strict=True):
        proofs[place] = proof
    for place, proof in squeeze.proofs.items():
        proofs[place] = proof
