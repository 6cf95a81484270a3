"""What a claim that waits would change if it were accepted as its fields stand.

Worked out by the worker, never by a page; kept until the case changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from habeas.desk.audit_log import digest, spelled
from habeas.desk.cases import (
    claim_values_with,
    contradiction_told,
    policy_of,
    questions_of,
    scopes_of,
    tellers_of,
)
from habeas.desk.models import Claim, Result
from habeas.dossier import default_questions
from habeas.reconciliation import (
    EVERYBODY,
    Contradiction,
    Kept,
    Moved,
    Teller,
    change_by,
    place_claims,
)
from habeas.reconciliation import Case as Placed

KIND = "effect"


def work_out_effect(claim: Claim, row: Mapping[str, Any], kept: Kept | None = None) -> Result:
    """Find what a claim would change, and keep it.

    row: the claim as it would be accepted. kept: what was found of claims before. Raises
    InputError where the row is no claim.
    """
    case, kept = claim.case, kept or Kept()
    revision = case.revision
    *claims, new = claim_values_with(case, row)
    content: dict[str, Any] = {"of": mark_of(claim, row), "binds": new.binds}
    if new.binds:
        scopes = scopes_of(case)
        wider = [*claims, new]
        placed = Placed.of(wider, place_claims(wider, scopes), policy_of(case))
        questions = questions_of(case) or list(default_questions(wider, scopes))
        effect = change_by(placed, claims, new, questions, EVERYBODY, kept)
        tellers = tellers_of(wider, scopes)
        content |= {
            "moved": [_moved(each) for each in effect.moved],
            "begun": _told(effect.contradictions, tellers),
            "ended": _told(effect.resolved, tellers),
            "set_aside": list(effect.set_aside),
            "taken_back": list(effect.taken_back),
        }
    Result.objects.filter(case=case, kind__startswith=KIND, revision__lt=revision).delete()
    return Result.objects.keep(case, f"{KIND}-{claim.pk}", revision, content)


def effect_of(claim: Claim, row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what a claim would change, where that is known of these very fields and this case."""
    found = Result.objects.latest_of(claim.case, f"{KIND}-{claim.pk}")
    if found is None or found.revision != claim.case.revision:
        return None
    content: dict[str, Any] = found.content
    return content if content["of"] == mark_of(claim, row) else None


def mark_of(claim: Claim, row: Mapping[str, Any]) -> str:
    """Return the same for the same fields of a claim, as forms spell them."""
    return digest(claim.key, {name: spelled(value) for name, value in row.items()})[:16]


def _moved(moved: Moved) -> dict[str, Any]:
    return {
        "ask": str(moved.before.question),
        "before": [moved.before.low, moved.before.high],
        "after": [moved.after.low, moved.after.high],
    }


def _told(found: Iterable[Contradiction], tellers: Mapping[str, Teller]) -> list[dict[str, Any]]:
    return [contradiction_told(each, dict(tellers)) for each in found]
