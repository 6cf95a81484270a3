"""What may be behind the contradictions of a case, kept until the case changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from habeas.desk.audit_log import digest
from habeas.desk.cases import (
    claim_values,
    contradiction_told,
    contradictions_among,
    policy_of,
    scopes_of,
    tellers_of,
)
from habeas.desk.models import Case, Result
from habeas.reconciliation import Case as Placed
from habeas.reconciliation import (
    Cause,
    Contradiction,
    Kept,
    Teller,
    cause_told,
    explained,
    place_claims,
    question_told,
    records,
)
from habeas.vocabulary import Claim, claim_to_row

KIND = "causes"

LIMIT = 500
"""How many contradictions at most come to light while causes are looked for."""


def explain_case(case: Case, kept: Kept | None = None) -> Result:
    """Find few causes of all contradictions of a case, and keep them with these.

    kept: what was found of claims before.
    """
    revision = case.revision
    # Read before the claims: what somebody decides meanwhile is then known to be later.
    seen = dict(case.claims.annotate(last=Max("decisions")).values_list("key", "last"))
    claims, scopes = claim_values(case), scopes_of(case)
    placed = Placed.of(claims, place_claims(claims, scopes), policy_of(case))
    held = {claim.id: claim for claim in claims}
    found = contradictions_among(case, placed, claims, kept or Kept())
    made = explained(placed, held, found, LIMIT)
    listed = [*found, *made.beyond]
    tellers = tellers_of(claims, scopes)
    content = {
        "contradictions": [contradiction_told(each, tellers) for each in listed],
        "causes": [cause_entry(each, held, listed, tellers, seen) for each in made.causes],
    }
    return Result.objects.keep(case, KIND, revision, content)


def cause_entry(
    cause: Cause,
    claims: Mapping[str, Claim],
    listed: Sequence[Contradiction],
    tellers: Mapping[str, Teller],
    seen: Mapping[str, int | None],
) -> dict[str, Any]:
    """Return a cause as pages show it.

    question, told: by language, what the figure may be, and all else. rows: the claims that its
    change changes, each with its fields from and to, and the number of the last decision on it.
    mark: the same as long as figure, change and rows are.
    """
    questions = {key: question_told(cause, one, listed) for key, one in tellers.items()}
    whole = {key: cause_told(cause, one, listed) for key, one in tellers.items()}
    rows = [changed_row(each, claims, seen) for each in records(cause, claims)]
    return {
        "claims": list(cause.claims),
        "change": cause.change,
        "contradictions": list(cause.contradictions),
        "question": questions,
        "told": {key: text.removeprefix(questions[key]).strip() for key, text in whole.items()},
        "rows": rows,
        "mark": digest(cause.claims, cause.change, rows)[:16],
    }


def changed_row(
    fields: Mapping[str, Any], claims: Mapping[str, Claim], seen: Mapping[str, int | None]
) -> dict[str, Any]:
    """Return a claim that a change changes, with each field from and to."""
    key = fields["id"]
    before = claim_to_row(claims[key])
    changed = {name: [before[name], value] for name, value in fields.items() if name != "id"}
    return {"key": key, "seen": seen.get(key) or 0, "fields": changed}


def causes_of(case: Case) -> Result | None:
    """Return what was found last, be it of an earlier revision; None before the first time."""
    return Result.objects.latest_of(case, KIND)
