"""Accepted tables of claims through reconciliation: what must hold of bounds and of proofs."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

from habeas.reconciliation import (
    PLAIN,
    STRICT,
    Question,
    Reconciliation,
    Strength,
    Teller,
    reconcile,
)
from habeas.reconciliation.proofs.check_proof import fault
from habeas.reconciliation.proofs.proof_files import proof_files
from habeas.vocabulary import Claim, InputError, ProofError, claim_from_row
from habeas.vocabulary.claim_row import refuse_broken_references
from torture.fuzzing.histories import (
    DAYS,
    INNER,
    OUTER,
    SCOPES,
    Life,
    Row,
    changed,
    day,
    history,
    true_claims,
    true_count,
)
from torture.fuzzing.proof_mutation import stronger

LIMIT = 40
"""How many contradictions are looked for."""


def claims_of(rows: Sequence[Row]) -> list[Claim]:
    """Return claims. Raises InputError where the table would be refused."""
    claims = [claim_from_row(row) for row in rows]
    refuse_broken_references(claims)
    return claims


def asked(dice: random.Random) -> list[tuple[Question, str, str, int, int | None]]:
    """Return questions, with the measure, the scope and the days of each."""
    found = []
    for _ in range(3):
        measure = dice.choice(("held", "detained", "released"))
        scope, until = dice.choice((INNER, OUTER)), dice.randrange(DAYS)
        since = dice.randrange(until + 1) if measure != "held" and dice.random() < 0.5 else None
        days = day(until) if since is None else f"{day(since)}..{day(until)}"
        question = Question.parse(f"{measure} {scope} {days}")
        found.append((question, measure, scope, until, since))
    return found


def true_table(place: int, seed: int) -> str:
    """Reconcile claims that are all true of one history; return what was wrong, "" for nothing."""
    dice = random.Random(f"{seed} true {place}")  # noqa: S311
    lives = history(dice)
    claims = claims_of(true_claims(lives, dice))
    questions = asked(dice)
    result = reconcile(claims, SCOPES, STRICT, questions=[each[0] for each in questions])
    if result.contradictions:
        return f"a contradiction among true claims: {result.contradictions[0].claims}"
    return (
        _history_within(result, lives, questions)
        or _looser_with_less(result, claims, [each[0] for each in questions], dice)
        or proofs_hold(result, claims, dice)
    )


def _history_within(
    result: Reconciliation,
    lives: Sequence[Life],
    questions: Sequence[tuple[Question, str, str, int, int | None]],
) -> str:
    for bound, (question, measure, scope, until, since) in zip(
        result.view.bounds, questions, strict=True
    ):
        count = true_count(lives, measure, scope, until, since)
        if not bound.low <= count <= (count if bound.high is None else bound.high):
            return f"a true history outside a bound: {question}: {count}, {bound.low}–{bound.high}"
    return ""


def _looser_with_less(
    result: Reconciliation,
    claims: Sequence[Claim],
    questions: Sequence[Question],
    dice: random.Random,
) -> str:
    left = list(claims)
    gone = left.pop(dice.randrange(len(left)))
    less = reconcile(left, SCOPES, STRICT, questions=questions)
    for with_all, without in zip(result.view.bounds, less.view.bounds, strict=True):
        if with_all.low < without.low or _top(with_all.high) > _top(without.high):
            return f"a bound loosened when a claim was added: {gone.id}, {with_all.question}"
    return ""


def _top(high: int | None) -> float:
    return float("inf") if high is None else high


def changed_table(place: int, seed: int) -> str:
    """Reconcile a table with changed values; return what was wrong, "" for nothing.

    Raises InputError where the table is refused.
    """
    dice = random.Random(f"{seed} changed {place}")  # noqa: S311
    claims = claims_of(changed(true_claims(history(dice), dice), dice))
    policy = dice.choice((PLAIN, STRICT))
    questions = [each[0] for each in asked(dice)]
    try:
        result = reconcile(claims, SCOPES, policy, questions=questions, limit=LIMIT)
    except InputError as error:
        return "" if error.remedy else f"refused without a remedy: {error}"
    for bound in result.view.bounds:
        if bound.low < 0 or bound.low > _top(bound.high):
            return f"a bound that is none: {bound.question}: {bound.low}–{bound.high}"
    for found in result.contradictions:
        if (
            found.strength is Strength.HARD
            and policy is STRICT
            and not _stays(found.claims, claims)
        ):
            return f"a contradiction that vanishes alone: {found.claims}"
    return proofs_hold(result, claims, dice)


def _stays(ids: Sequence[str], claims: Sequence[Claim]) -> bool:
    """Whether some claims contradict one another without the others."""
    alone = [claim for claim in claims if claim.id in set(ids)]
    try:
        refuse_broken_references(alone)
    except InputError:
        return True  # a part whose whole is elsewhere cannot be looked at alone
    return bool(reconcile(alone, SCOPES, STRICT, limit=LIMIT).contradictions)


def proofs_hold(result: Reconciliation, claims: Sequence[Claim], dice: random.Random) -> str:
    """Check every proof anew, and that none that claims more passes."""
    teller = Teller({claim.id: claim for claim in claims}, SCOPES)
    try:
        texts = proof_files(result, claims, teller)
    except ProofError as error:
        return f"a proof that does not pass its check: {error}"
    for name, text in texts.items():
        if said := fault(text):
            return f"a printed proof is refused: {name}: {said}"
        wrong = _forged(name, json.loads(text), dice)
        if wrong:
            return wrong
    return ""


def _forged(name: str, proof: dict[str, Any], dice: random.Random) -> str:
    for way, forged in stronger(proof, dice):
        if not fault(json.dumps(forged)):
            return f"a forged proof passes: {way} of {name}"
    return ""
