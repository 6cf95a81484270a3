"""Answers that the policy alone makes empty: why, and what does hold."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.reconciliation.bounds import Bound
from habeas.reconciliation.proofs.arithmetic import Teller
from habeas.reconciliation.system import Case, Question
from habeas.vocabulary import Claim, Measure


def why_empty(bound: Bound, case: Case, used: Iterable[str], teller: Teller) -> str:
    """Tell why an answer says nothing of a day on which somebody counted; "" where it says enough.

    A tally of a day binds nothing at its end under the strict policy; what it says of some moment
    of the day is told instead. used: the ids of the claims that the answer may rest on.
    """
    question = bound.question
    if case.policy.day_end or question.minus:
        return ""
    counted = [
        claim for claim in map(teller.claims.__getitem__, used) if is_counted(claim, case, question)
    ]
    open_above = bound.high is None and any(
        case.policy.range_of(claim.quantity)[1] is not None for claim in counted
    )
    open_below = not bound.low and any(case.policy.range_of(each.quantity)[0] for each in counted)
    if not open_above and not open_below:
        return ""
    figures = "; ".join(teller.figure(claim) for claim in counted)
    return str(teller.words["report"]["empty"].format(figures=figures))


def is_counted(claim: Claim, case: Case, question: Question) -> bool:
    """Whether a claim is a tally of what is asked, taken on its day."""
    end = claim.period.end
    tally = claim.measure is Measure.HELD or (claim.cumulative and question.start is None)
    return (
        tally
        and claim.measure is question.measure
        and case.placement.scope_of[claim.id] == question.scope
        and end is not None
        and end.earliest <= question.end <= end.latest
    )
