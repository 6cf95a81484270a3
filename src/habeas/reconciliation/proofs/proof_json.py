"""Proofs and results as JSON values, so that others can check them and build on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.reconciliation.bounds import Bound
from habeas.reconciliation.contradictions import Contradiction, Repair
from habeas.reconciliation.proofs.arithmetic import Teller
from habeas.reconciliation.proofs.causes_told import cause_json, doubt_json
from habeas.reconciliation.proofs.empty_answers import why_empty
from habeas.reconciliation.reconcile import Reconciliation
from habeas.reconciliation.rows import ClaimSide, Proof, Rule, Step

Json = Mapping[str, Any]


def step_json(step: Step) -> Json:
    """Return one row of a proof, its multiplier and why it holds."""
    row = {variable.key: sign for variable, sign in step.row.terms}
    return {
        "multiplier": str(step.multiplier),
        **why_json(step.row.origin),
        "row": row,
        "at_least": step.row.least,
    }


def why_json(origin: ClaimSide | Rule) -> dict[str, Any]:
    """Return why a row holds: the side of a claim, or the rule and the scopes that it speaks of."""
    if isinstance(origin, ClaimSide):
        return {"claim": origin.claim, "side": origin.side}
    return {
        "rule": origin.name,
        "form": origin.what,
        "count": origin.count,
        "scope": origin.scope,
        "other": list(origin.other),
    }


def contradiction_json(found: Contradiction, reading: str, teller: Teller) -> Json:
    """Return a contradiction as one of its readings has it."""
    return {
        "claims": list(found.claims),
        "copies": list(found.copies),
        "strength": found.strength.value,
        "reading": reading,
        "shortfall": found.shortfall,
        "arithmetic": teller.contradiction(found.proof, found.shortfall),
        "proof": step_list(found.proof),
    }


def step_list(proof: Proof | None) -> list[Json]:
    """Return the steps of a proof; none where there is no proof."""
    return [step_json(step) for step in proof.steps] if proof else []


def bound_json(bound: Bound, teller: Teller) -> Json:
    """Return the answer to a question, with the proof of each end."""
    high = teller.bound(bound, "high") if bound.high_proof else ""
    return {
        "ask": str(bound.question),
        "low": bound.low,
        "high": bound.high,
        "low_arithmetic": teller.bound(bound, "low"),
        "high_arithmetic": high,
        "low_proof": step_list(bound.low_proof),
        "high_proof": step_list(bound.high_proof),
        "low_otherwise": [step_list(each) for each in bound.low_otherwise],
        "high_otherwise": [step_list(each) for each in bound.high_otherwise],
    }


def repair_json(repair: Repair) -> Json:
    """Return a repair."""
    changes = [{"claim": each.claim, "people": each.people} for each in repair.changes]
    return {
        "reading": repair.reading,
        "claims": list(repair.claims),
        "weight": repair.weight,
        "changes": changes,
    }


def reconciliation_json(result: Reconciliation, teller: Teller) -> Json:
    """Return everything that was found. A contradiction is listed once for each of its readings."""
    listed = result.listed
    return {
        "policy": result.policy.name,
        "claims": len(result.view.used) + len(result.view.set_aside),
        "set_aside": list(result.view.set_aside),
        "disputed": {
            name: [list(ids) for ids in sets] for name, sets in result.view.disputed.items()
        },
        "contradictions": [
            contradiction_json(found, reading, teller)
            for found in listed
            for reading in found.readings
        ],
        "questions": [doubt_json(each, teller) for each in result.doubts],
        "causes": [cause_json(each, teller, listed) for each in result.causes],
        "replaced": [
            {
                "claim": each.claim,
                "claimant": result.trusted[each.claim].claimant,
                "reported_by": result.trusted[each.claim].evidence.reported_by,
                "by": each.by,
                "contradictions": each.contradictions,
            }
            for each in result.replaced
        ],
        "repairs": [repair_json(each) for each in result.repairs],
        "answers": [
            {
                **bound_json(each, teller),
                "note": why_empty(each, result.case, result.view.used, teller),
            }
            for each in result.view.bounds
        ],
    }
