"""The whole of a case at once: its contradictions, its repairs, and the answers to questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from habeas.reconciliation.bounds import refuse_unknown_scopes
from habeas.reconciliation.contradictions import (
    Cause,
    Contradiction,
    Repair,
    Subset,
    causes,
    contradictions_of,
    courts,
    repair,
)
from habeas.reconciliation.system import (
    EVERYBODY,
    PLAIN,
    Case,
    Policy,
    Question,
    Viewpoint,
    place_claims,
)
from habeas.reconciliation.view import View, outlook
from habeas.vocabulary import GENERAL_SCOPES, Claim, Scopes


@dataclass(frozen=True)
class Reconciliation:
    """What can be true of a case.

    contradictions: within one source first. repairs: one a reading that contradicts itself.
    view: the answers to the questions asked, from the viewpoint asked for. causes: of all the
    contradictions together.
    """

    case: Case
    policy: Policy
    contradictions: tuple[Contradiction, ...]
    repairs: tuple[Repair, ...]
    view: View
    causes: tuple[Cause, ...] = ()


def reconcile(
    claims: Sequence[Claim],
    scopes: Scopes = GENERAL_SCOPES,
    policy: Policy = PLAIN,
    viewpoint: Viewpoint = EVERYBODY,
    questions: Sequence[Question] = (),
    *,
    limit: int = 500,
    weights: Mapping[str, float] | None = None,
) -> Reconciliation:
    """Find the contradictions and repairs among the trusted claims, and answer questions.

    limit: how many contradictions at most. weights: what setting a claim aside costs, by claim,
    claimant or kind. Raises InputError on a question about an unknown scope.
    """
    case = Case.of(claims, place_claims(claims, scopes), policy)
    refuse_unknown_scopes(case, questions)
    chosen = [claim for claim in claims if viewpoint.trusts(claim)]
    found = contradictions_of(case, chosen, limit)
    known: dict[str, list[Subset]] = defaultdict(list)
    for each in found:
        for name in each.readings:
            known[name].append(frozenset(each.claims))
    repairs = tuple(
        repair(court, known[court.reading.name], weights)
        for court in courts(case, chosen)
        if court.reading.name in known
    )
    answers = outlook(case, chosen, viewpoint, known, weights).answer(questions)
    why = causes(case, {claim.id: claim for claim in chosen}, found)
    return Reconciliation(case, policy, tuple(found), repairs, answers, why)
