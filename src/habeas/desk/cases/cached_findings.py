"""What the engines find in a case, kept until the case changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from habeas.desk.cases.case_values import claim_values, policy_of, questions_of, scopes_of
from habeas.desk.models import Case, Result
from habeas.desk.wording import LANGUAGES
from habeas.dossier import GOVERNMENT, RIGHTS_GROUPS, default_questions
from habeas.population_titles import with_known_titles
from habeas.reconciliation import (
    EVERYBODY,
    Contradiction,
    Kept,
    Teller,
    contradictions_of,
    outlook,
    place_claims,
)
from habeas.reconciliation import Case as Placed
from habeas.vocabulary import Claim, Scopes

KIND = "findings"

LIMIT = 500
"""How many contradictions are looked for."""

VIEWPOINTS = (GOVERNMENT, RIGHTS_GROUPS, EVERYBODY)


def reconcile_case(case: Case, kept: Kept | None = None) -> Result:
    """Find what a case allows, and keep it.

    kept: what was found of claims before, of this case or of others.
    """
    kept = kept or Kept()
    revision = case.revision
    claims, scopes, policy = claim_values(case), scopes_of(case), policy_of(case)
    placed = Placed.of(claims, place_claims(claims, scopes), policy)
    found = contradictions_among(case, placed, claims, kept)
    questions = questions_of(case) or list(default_questions(claims, scopes))
    answers = []
    for viewpoint in VIEWPOINTS:
        view = outlook(placed, claims, viewpoint, kept=kept).answer(questions)
        answers += [
            {
                "viewpoint": viewpoint.name,
                "ask": str(bound.question),
                "low": bound.low,
                "high": bound.high,
                "set_aside": len(view.set_aside),
            }
            for bound in view.bounds
        ]
    tellers = tellers_of(claims, scopes)
    content = {
        "claims": len(claims),
        "answers": answers,
        "contradictions": [contradiction_told(each, tellers) for each in found],
    }
    return Result.objects.keep(case, KIND, revision, content)


def contradictions_among(
    case: Case, placed: Placed, claims: Sequence[Claim], kept: Kept
) -> list[Contradiction]:
    """Return the contradictions among the claims of a case, as they were found if they were."""
    rests_on = (tuple(claims), case.scopes_toml, placed.policy.name, LIMIT)
    return kept.get(rests_on, lambda: contradictions_of(placed, claims, LIMIT))


def tellers_of(claims: Sequence[Claim], scopes: Scopes) -> dict[str, Teller]:
    """Return what tells figures of a case in each language of the desk."""
    held, titled = {claim.id: claim for claim in claims}, with_known_titles(scopes)
    return {language: Teller(held, titled, language) for language in LANGUAGES}


def contradiction_told(found: Contradiction, tellers: dict[str, Teller]) -> dict[str, Any]:
    """Return a contradiction as pages show it."""
    return {
        "claims": list(found.claims),
        "copies": list(found.copies),
        "strength": found.strength.value,
        "shortfall": found.shortfall,
        "readings": list(found.readings),
        "arithmetic": {
            language: teller.contradiction(found.proof, found.shortfall)
            for language, teller in tellers.items()
        },
    }


def findings(case: Case) -> Result | None:
    """Return what was found last, be it of an earlier revision; None before the first time."""
    return Result.objects.latest_of(case, KIND)
