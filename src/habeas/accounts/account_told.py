"""An account of one scope on one day: its table, and as others read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.accounts.account import Account
from habeas.accounts.records_told import clash_rows, unclear_rows
from habeas.custody import last_day, words
from habeas.estimation import sentence
from habeas.reconciliation import Policy, Teller
from habeas.vocabulary import Claim, Measure


def account_table(found: Account, lang: str) -> list[tuple[object, ...]]:
    """Return what is said, what can be true and what is documented.

    A row each: the measure, who says it, at least, at most, the claim, the days it is about.
    """
    say = words(lang)
    rows: list[tuple[object, ...]] = []
    for measure in Measure:
        name = say["measures"][measure.value]
        rows += [
            (name, claim.claimant, *found.policy.range_of(claim.quantity), claim.id, days(claim))
            for claim in found.says
            if claim.measure is measure
        ]
        if found.named and found.named.count(measure):
            rows.append((name, say["by_name"], found.named.count(measure), None, None, None))
        rows += [
            (name, say["account"]["can"], bound.low, bound.high, None, None)
            for bound in found.bounds
            if bound.question.measure is measure
        ]
    return rows


def days(claim: Claim) -> str:
    """Write the days that a claim is about: of a stock its day, of a flow its first and last."""
    end = last_day(claim)
    if not claim.measure.is_flow:
        return str(end or "")
    return f"{claim.period.start or '…'} – {end or '…'}"


def account_json(found: Account, teller: Teller, lang: str) -> Mapping[str, Any]:
    """Return an account as others read it."""
    return {
        "scope": found.scope,
        "day": found.day.isoformat(),
        "says": [said_row(claim, found.policy) for claim in found.says],
        "can_be_true": {
            bound.question.measure.value: {"low": bound.low, "high": bound.high}
            for bound in found.bounds
        },
        "set_aside": list(found.set_aside),
        "documented": None if found.named is None else {
            **{measure.value: found.named.count(measure) for measure in Measure},
            "last_seen_held": found.named.last_seen_held,
            "unsure": found.named.unsure,
        },
        "estimated": [
            {"method": each.method.value, "estimate": each.estimate, "low": each.low,
             "high": each.high, "observed": each.observed}
            for each in found.estimated
        ],
        "not_estimated": found.not_estimated and sentence(found.not_estimated, lang),
        "contradictions": [
            {"claims": list(each.claims), "strength": each.strength.value,
             "arithmetic": teller.contradiction(each.proof, each.shortfall)}
            for each in found.contradictions
        ],
        "record_contradictions": clash_rows(found.people, lang),
        "unclear": unclear_rows(found.people),
    }  # fmt: skip


def said_row(claim: Claim, policy: Policy) -> Mapping[str, Any]:
    """Return what one source says as others read it."""
    low, high = policy.range_of(claim.quantity)
    end = last_day(claim)
    return {
        "claim": claim.id,
        "claimant": claim.claimant,
        "measure": claim.measure.value,
        "value": claim.quantity.value,
        "qualifier": claim.quantity.qualifier.value,
        "low": low,
        "high": high,
        "from": claim.period.start and claim.period.start.text,
        "to": end and end.text,
        "cumulative": claim.cumulative,
    }
