"""Trials: whether a change dissolves contradictions, solved anew with what it says then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from habeas.reconciliation.causes.figures import Changed, Figures
from habeas.reconciliation.contradictions import Contradiction
from habeas.reconciliation.system import (
    TOGETHER,
    TOLERANCE,
    Case,
    Program,
    Reading,
    alone,
    linear_system,
)
from habeas.vocabulary import Claim

MANY, SOME = 24, 8
"""Of more contradictions than the one, a change that dissolves none of so many is given up."""


def reading_of(found: Contradiction) -> Reading:
    """Return the widest reading in which a contradiction holds."""
    if TOGETHER.name in found.readings:
        return TOGETHER
    return alone(found.readings[0].removeprefix("claimant:"))


def read_by(claim: Claim, reading: Reading) -> bool:
    """Whether a figure is read in a reading: all are but where one source is read alone."""
    return not reading.exact or alone(claim.claimant) == reading


def can_hold(case: Case, claims: Iterable[Claim], reading: Reading) -> bool:
    """Whether some figures can all be true."""
    program = Program(linear_system(case, claims, reading))
    program.weigh(dict.fromkeys(program.system.claim_ids, 1.0))
    return not (program.least({}).value or 0) > TOLERANCE


def in_scope(case: Case, change: Changed) -> Case:
    """Return a case in which a figure is of the scope that a change gives it."""
    if not change.scope:
        return case
    scope_of = {**case.placement.scope_of, **dict.fromkeys(change.now, change.scope)}
    return replace(case, placement=replace(case.placement, scope_of=scope_of))


def dissolves(figures: Figures, change: Changed, found: Contradiction) -> bool:
    """Whether a contradiction's figures, and those the change joins, can all be true with it."""
    reading = reading_of(found)
    ids = dict.fromkeys((*found.claims, *change.joined))
    claims = [change.now.get(key, figures.claims[key]) for key in ids]
    kept = [claim for claim in claims if claim is not None and read_by(claim, reading)]
    return can_hold(in_scope(figures.case, change), kept, reading)


def dissolved(
    figures: Figures, change: Changed, places: list[int], found: list[Contradiction]
) -> tuple[int, ...]:
    """Return which contradictions a change dissolves, by their places; few are tried of many."""
    told: list[int] = []
    for tried, place in enumerate(places):
        if tried == SOME and len(places) > MANY and not told:
            break
        if dissolves(figures, change, found[place]):
            told.append(place)
    return tuple(told)
