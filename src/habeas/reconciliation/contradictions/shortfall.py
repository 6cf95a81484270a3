"""Shortfalls: contradictions that vanish when people may be unaccounted for, and how many."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from fractions import Fraction

from habeas.reconciliation.rows import (
    DETAINED,
    DIED,
    HELD,
    UNACCOUNTED,
    Moment,
    Proof,
    Rule,
    Variable,
    row,
)
from habeas.reconciliation.system import (
    TOLERANCE,
    Basis,
    Case,
    LinearSystem,
    Program,
    Reading,
    is_of_stocks,
    linear_system,
)
from habeas.vocabulary import Claim, Measure

Left = Mapping[tuple[str, Moment], Fraction]
"""By scope and moment, how often a proof takes those who are in no count for nobody."""


def left_out(proof: Proof, stocks: Container[str], asked: bool = False) -> Left:
    """Return how often a proof takes those unaccounted for, or dead, for nobody.

    The proof's sum holds of detained − released; of those held it holds only if what is returned,
    times those who are neither released nor held, adds up to nothing or less. stocks: the ids of
    claims of stocks. asked: whether the proof is of a question about a stock.
    """
    found: dict[tuple[str, Moment], Fraction] = defaultdict(Fraction)
    for step in proof.steps:
        if is_of_stocks(step.row, stocks):
            for variable, sign in step.row.terms:
                if variable.measure == DETAINED:
                    found[variable.scope, variable.moment] -= step.multiplier * sign
    for variable, sign in proof.terms if asked else ():
        if variable.measure == DETAINED:
            found[variable.scope, variable.moment] += sign
    return {key: value for key, value in found.items() if value}


def assumes_nobody_unaccounted(left: Left, proof: Proof) -> bool:
    """Whether a proof would not hold if people were unaccounted for."""
    return any(value > 0 for value in left.values()) and not speaks_of(proof, UNACCOUNTED)


def assumes_nobody_died(left: Left, proof: Proof) -> bool:
    """Whether a proof takes it that nobody died, where no claim counts deaths.

    Deaths never fall: they may be many only later than they are taken to be none.
    """
    if speaks_of(proof, DIED):
        return False
    by_scope: dict[str, list[tuple[Moment, Fraction]]] = defaultdict(list)
    for (scope, moment), value in left.items():
        by_scope[scope].append((moment, value))
    for values in by_scope.values():
        later = Fraction(0)
        for _, value in sorted(values, key=lambda each: (each[0].latest, each[0]), reverse=True):
            later += value
            if later > 0:
                return True
    return False


def speaks_of(proof: Proof, count: str) -> bool:
    """Whether a proof's rows speak of a count."""
    return any(variable.measure == count for step in proof.steps for variable, _ in step.row.terms)


def balances(proof: Proof, stocks: Container[str]) -> bool:
    """Whether a proof sets those held against those taken and released."""
    held = any(
        is_of_stocks(step.row, stocks)
        and any(variable.measure in (DETAINED, HELD) for variable, _ in step.row.terms)
        for step in proof.steps
    )
    return held and bool(left_out(proof, stocks))


def shortfall_of(case: Case, claims: Sequence[Claim], reading: Reading, proof: Proof) -> int | None:
    """Return how many people at least would have to be unaccounted for, if all claims are right.

    None where no missing people explain the contradiction. People who come to light again explain
    it too, where others do not.
    """
    stocks = {claim.id for claim in claims if claim.measure is Measure.HELD}
    if not assumes_nobody_unaccounted(left_out(proof, stocks), proof):
        return None
    for basis in (Basis.UNACCOUNTED, Basis.REAPPEARING):
        if (least := least_unaccounted(case.on(basis), claims, reading)) is not None:
            return least
    return None


def least_unaccounted(case: Case, claims: Sequence[Claim], reading: Reading) -> int | None:
    """Return the least number unaccounted for in any scope at any time; None where none will do."""
    system = linear_system(case, claims, reading)
    program = Program(system)
    program.weigh(dict.fromkeys(system.claim_ids, 1.0))
    missed = program.least({}).value
    if missed and missed > TOLERANCE:
        return None
    everywhere = Variable(UNACCOUNTED, "", Moment.end_of(1))
    most = [
        row({everywhere: 1, variable: -1}, 0, Rule("R2", "never negative", UNACCOUNTED))
        for variable in system.index
        if variable.measure == UNACCOUNTED
    ]
    wider = LinearSystem((*system.rules, *most), system.claims, system.balance)
    least = Program(wider).least({everywhere: 1}).value
    return math.ceil(least - 1e-6) if least else None
