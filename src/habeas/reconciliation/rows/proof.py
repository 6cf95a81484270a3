"""Proofs: claims and rules with a multiplier each, whose sum forces a number; checked exactly."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from habeas.reconciliation.rows.row import ClaimSide, Row, Rule, Terms, Variable
from habeas.vocabulary import ProofError

LEAST = 1e-9
"""Multipliers of a solver that are no more than this are none."""


@dataclass(frozen=True)
class Step:
    """One row of a proof and how many times it is taken (a positive fraction)."""

    multiplier: Fraction
    row: Row


@dataclass(frozen=True)
class Proof:
    """Rows whose weighted sum says: ``terms`` is at least ``least``.

    Without terms it says 0 ≥ ``least`` with ``least`` above zero, which cannot be: a contradiction
    (Farkas' lemma). steps: claims' rows first, then rules.
    """

    terms: tuple[tuple[Variable, int], ...]
    least: Fraction
    steps: tuple[Step, ...]

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims it rests on, in the order of its steps."""
        sides = (step.row.origin for step in self.steps)
        return tuple(dict.fromkeys(side.claim for side in sides if isinstance(side, ClaimSide)))

    @property
    def is_contradiction(self) -> bool:
        """Whether it shows that its claims cannot be true together."""
        return not self.terms


def check(proof: Proof) -> None:
    """Add up the steps exactly; raise ProofError unless they give what is claimed.

    All multipliers are brought to one denominator, so that whole numbers are added.
    """
    scale = math.lcm(1, *(step.multiplier.denominator for step in proof.steps))
    total: dict[Variable, int] = defaultdict(int)
    scaled = 0
    for step in proof.steps:
        times = step.multiplier.numerator * (scale // step.multiplier.denominator)
        if times <= 0:
            raise ProofError("A step of the proof has a multiplier that is not above zero.")
        scaled += times * step.row.least
        for variable, coefficient in step.row.terms:
            total[variable] += times * coefficient
    for variable, coefficient in proof.terms:
        total[variable] -= scale * coefficient
    if any(total.values()):
        left = next(variable for variable, rest in total.items() if rest)
        raise ProofError(f"The derivation does not close: {left.key} is left over.")
    least = Fraction(scaled, scale)
    if least != proof.least:
        raise ProofError(f"The derivation gives {least}, not {proof.least}.")
    if proof.is_contradiction and least <= 0:
        raise ProofError("The derivation contradicts nothing.")


def prove(
    terms: Terms,
    rows: Sequence[Row],
    multipliers: Sequence[float] | NDArray[np.float64],
    in_full: Callable[[Row], Iterable[Row]] | None = None,
) -> Proof:
    """Turn a solver's multipliers into a proof that closes exactly.

    in_full: gives the rows that a row is the sum of, which are put in its place. Raises ProofError
    where no exact multipliers near the given ones derive ``terms``.
    """
    found = np.asarray(multipliers)
    support = [(float(found[place]), rows[int(place)]) for place in np.flatnonzero(found > LEAST)]
    for exactly in (nearest_fractions, solved):
        exact = exactly(terms, support)
        if exact is not None:
            try:
                return assembled_checked(
                    terms, exact if in_full is None else taken_apart(exact, in_full)
                )
            except ProofError:
                continue
    raise ProofError("The solver's answer could not be derived exactly, so it is not printed.")


def taken_apart(
    steps: Iterable[tuple[Fraction, Row]], in_full: Callable[[Row], Iterable[Row]]
) -> list[tuple[Fraction, Row]]:
    """Put the rows that others are the sum of in their place, each once."""
    times: dict[Row, Fraction] = defaultdict(Fraction)
    for value, row in steps:
        for part in in_full(row):
            times[part] += value
    return [(value, row) for row, value in times.items()]


def assembled_checked(terms: Terms, rows: Iterable[tuple[Fraction, Row]]) -> Proof:
    """Put rows and their exact multipliers together as a proof. Raises ProofError if it fails."""
    steps = [Step(value, row) for value, row in merged(rows) if value]
    found = assembled(terms, steps)
    check(found)
    return found


def assembled(terms: Terms, steps: Iterable[Step]) -> Proof:
    """Put a proof together: claims first, in a fixed order."""
    ordered = sorted(steps, key=lambda step: place_in_proof(step.row))
    least = sum((step.multiplier * step.row.least for step in ordered), Fraction(0))
    return Proof(tuple(sorted(terms.items())), least, tuple(ordered))


def place_in_proof(row: Row) -> tuple[bool, str]:
    """Return a sorting key: claims first, low sides before high, then rules."""
    origin = row.origin
    if isinstance(origin, ClaimSide):
        return False, f"{origin.side != 'low'} {origin.claim}"
    names = " ".join(variable.key for variable, _ in row.terms)
    return True, f"{origin.name} {origin.what} {names}"


Exact = list[tuple[Fraction, Row]] | None


def nearest_fractions(terms: Terms, support: Sequence[tuple[float, Row]]) -> Exact:
    """Round each multiplier to the nearest fraction with a small denominator."""
    del terms
    return [(Fraction(value).limit_denominator(720), row) for value, row in support]


def solved(terms: Terms, support: Sequence[tuple[float, Row]]) -> Exact:
    """Solve for the multipliers of the supporting rows by Gaussian elimination in fractions."""
    variables = sorted({variable for _, row in support for variable, _ in row.terms} | set(terms))
    width = len(support)
    table = []
    for variable in variables:
        line = [Fraction(dict(row.terms).get(variable, 0)) for _, row in support]
        table.append([*line, Fraction(terms.get(variable, 0))])
    pivots: list[tuple[int, int]] = []
    for column in range(width):
        place = next((n for n in range(len(pivots), len(table)) if table[n][column]), None)
        if place is None:
            continue
        top = len(pivots)
        table[top], table[place] = table[place], table[top]
        scale = table[top][column]
        table[top] = [value / scale for value in table[top]]
        for number, line in enumerate(table):
            if number != top and line[column]:
                factor = line[column]
                table[number] = [a - factor * b for a, b in zip(line, table[top], strict=True)]
        pivots.append((top, column))
    values = [Fraction(0)] * width
    for number, column in pivots:
        values[column] = table[number][width]
    if any(value < 0 for value in values):
        return None
    return [(value, row) for value, (_, row) in zip(values, support, strict=True)]


def merged(steps: Iterable[tuple[Fraction, Row]]) -> list[tuple[Fraction, Row]]:
    """Join rules that follow one another in time, so that a proof has few steps.

    "Never falls from Monday to Tuesday" and "… from Tuesday to Friday", taken equally often, are
    "never falls from Monday to Friday".
    """
    kept: list[tuple[Fraction, Row]] = []
    chains: dict[Rule, list[tuple[Fraction, Row]]] = defaultdict(list)
    for multiplier, row in steps:
        if isinstance(row.origin, Rule) and row.least == 0:
            chains[row.origin].append((multiplier, row))
        else:
            kept.append((multiplier, row))
    for links in chains.values():
        kept += merged_chain(links)
    return kept


def merged_chain(links: list[tuple[Fraction, Row]]) -> list[tuple[Fraction, Row]]:
    """Join the rows of one rule wherever a count that one leaves over is taken up by another."""
    pending = list(links)
    done: list[tuple[Fraction, Row]] = []
    while pending:
        multiplier, row = pending.pop()
        for place, (other, follower) in enumerate(pending):
            joint = joined(row, follower)
            if joint is not None:
                shared = min(multiplier, other)
                pending[place] = (shared, joint)
                pending += [
                    (rest, left)
                    for rest, left in ((multiplier - shared, row), (other - shared, follower))
                    if rest
                ]
                break
        else:
            done.append((multiplier, row))
    return done


def joined(one: Row, other: Row) -> Row | None:
    """Return the sum of two rows of a rule if counts cancel in it, or None."""
    total: Terms = dict(one.terms)
    for variable, coefficient in other.terms:
        total[variable] = total.get(variable, 0) + coefficient
    left = tuple((variable, value) for variable, value in total.items() if value)
    if len(left) <= max(len(one.terms), len(other.terms)):
        return replace(one, terms=left)
    return None
