"""Bounds: the least and the greatest number that the trusted claims allow, each with its proof."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.reconciliation.bounds.objective import Objective
from habeas.reconciliation.bounds.proved_optimum import proved_optima
from habeas.reconciliation.rows import Proof, Terms
from habeas.reconciliation.system import Case, LinearSystem, Question, Reading, linear_system
from habeas.vocabulary import Claim, InputError


@dataclass(frozen=True)
class Bound:
    """The least and the greatest number of people that the trusted claims allow.

    low, high: people, whole numbers; ``high`` is None where nothing limits it from above.
    low_proof, high_proof: what forces each end; ``high_proof`` is of the number with its sign
    turned (rows are "at least"). Check one with `proof.check`.
    low_otherwise, high_otherwise: proofs of as much or more from other claims, where a source
    contradicts itself: whichever of its claims in dispute are wrong, one of the proofs stands.
    """

    question: Question
    low: int
    high: int | None
    low_proof: Proof
    high_proof: Proof | None
    low_otherwise: tuple[Proof, ...] = ()
    high_otherwise: tuple[Proof, ...] = ()


def bounds(
    case: Case, claims: Iterable[Claim], reading: Reading, questions: Sequence[Question]
) -> list[Bound]:
    """Answer questions from claims that do not contradict one another, in the order asked.

    Raises InputError where a question names a scope that the case does not know.
    """
    if not questions:
        return []
    refuse_unknown_scopes(case, questions)
    scopes = {scope for question in questions for scope in question.scopes}
    moments = {moment for question in questions for moment in question.moments}
    system = linear_system(case, claims, reading, scopes, moments)
    keepers = {key: case.placement.scopes[key].register_of for key in scopes}
    ends = [end for question in questions for end in Objective.both(question, system, keepers)]
    proofs = proved_optima(system, case.placement.inside, ends)
    return [
        bound_of(question, low, high)
        for question, low, high in zip(questions, proofs[::2], proofs[1::2], strict=True)
    ]


def asked_sum(case: Case, question: Question, system: LinearSystem) -> Terms:
    """Return what a question asks about as a sum of a system's counts."""
    keepers = {question.scope: case.placement.scopes[question.scope].register_of}
    return dict(Objective.both(question, system, keepers)[0].terms)


def bound_of(question: Question, low: Proof | None, high: Proof | None) -> Bound:
    """Put both ends of a bound together; whole people, so a fraction is rounded inward."""
    if low is None:
        raise InputError(
            "has no lower limit", "Ask for a scope minus one within it.", value=str(question)
        )
    greatest = None if high is None else math.floor(-high.least)
    return Bound(question, math.ceil(low.least), greatest, low, high)


def refuse_unknown_scopes(case: Case, questions: Iterable[Question]) -> None:
    """Raise InputError for a question about a scope that no claim and no scope file names."""
    known = case.placement.component_of
    for question in questions:
        for scope in question.scopes:
            if scope not in known:
                some = ", ".join(key for key in known if "/" not in key and ":" not in key)
                raise InputError(
                    "is not a scope of this case", f"The scopes are: {some}.", value=scope
                )
        if question.minus and question.scope not in case.placement.beyond(question.minus):
            raise InputError(
                f"asks for {question.scope} without {question.minus}, which does not lie within it",
                "Ask for a scope minus one within it, or declare that it lies there.",
                value=str(question),
            )
