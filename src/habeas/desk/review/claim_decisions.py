"""What people decide of claims."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any

from habeas.desk.audit_log import Actor, claim_facts, note, one_change, refuse_overtaken
from habeas.desk.cases import claim_entry, index
from habeas.desk.models import COUNTING, Activity, Case, Claim, ClaimDecision, Standing
from habeas.desk.review.withheld_claims import may_withhold, withheld_at_once
from habeas.vocabulary import InputError, claim_from_row, claim_to_row


@one_change()
def decide_claim(
    claim: Claim,
    actor: Actor,
    standing: Standing,
    row: Mapping[str, Any] | None = None,
    reason: str = "",
    undoes: int | None = None,
    seen: int | None = None,
) -> Activity:
    """Decide of a claim, and write it down.

    row: the claim as it ought to be, where it is corrected. seen: the number of the last decision
    on the page where this one was taken (``last_decision``). Raises InputError where the row is no
    claim, bears another id, or quotes other words than its document holds; Overtaken where
    somebody else has decided since.
    """
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    refuse_overtaken(seen, last_decision(claim))
    before = {"standing": claim.standing, "row": claim.current}
    after = checked(claim, row) if row is not None else claim.current
    if standing == Standing.CORRECTED and after == claim.row:
        standing = Standing.ACCEPTED
    decided = {"claim": claim.pk, "standing": str(standing), "row": after}
    claim.standing, claim.current = standing, after
    entry = note(
        actor,
        f"claim.{standing}",
        case=claim.case,
        subject=claim.key,
        details={
            "decided": [decided],
            "before": before,
            "reason": reason,
            "wrote": {"claims": claim_facts([claim])},
        },
        undoes=undoes,
    )
    ClaimDecision.objects.create(claim=claim, standing=standing, row=after, activity=entry)
    leaves = () if standing in COUNTING else (claim.key,)
    watched = may_withhold(before["row"], after)
    with (
        withheld_at_once(claim.case, actor, leaves=leaves) if watched else contextlib.nullcontext()
    ):
        claim.save(update_fields=["standing", "current"])
    index([claim_entry(claim)])
    claim.case.changed()
    return entry


def last_decision(claim: Claim) -> int:
    """Return the number of the last decision on a claim, 0 where there is none."""
    found = claim.decisions.order_by("-pk").values_list("pk", flat=True).first()
    return found or 0


def checked(claim: Claim, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a corrected row as files spell it. Raises InputError where it cannot be taken."""
    value = claim_from_row(row)
    if value.id != claim.key:
        raise InputError("is another claim's id", "Leave the id as it is.", value=value.id)
    refuse_lost_references(claim.case, claim, value.part_of, value.corrects)
    start, end = value.evidence.start, value.evidence.end
    if claim.document and start is not None and end is not None:
        words = claim.document.text[start:end]
        if words != value.evidence.quote:
            raise InputError(
                "is not what the document says there",
                "Quote the words of the document exactly.",
                column="quote",
                value=value.evidence.quote,
            )
    return claim_to_row(value)


def refuse_lost_references(case: Case, claim: Claim, *keys: str) -> None:
    """Raise InputError where a claim is said to be a part of, or to correct, one that is not."""
    for key in keys:
        if key and not case.claims.filter(key=key).exclude(pk=claim.pk).exists():
            raise InputError("is no other claim of this case", "Give its id.", value=key)


def next_claim(case: Case, after: Claim | None = None) -> Claim | None:
    """Return the most doubtful claim that waits; ``after``: the next one after it."""
    queue = case.claims.waiting().order_by("-doubt", "pk")
    if after is not None:
        later = queue.filter(doubt=after.doubt, pk__gt=after.pk) | queue.filter(
            doubt__lt=after.doubt
        )
        found = later.order_by("-doubt", "pk").select_related("document").first()
        if found:
            return found
        queue = queue.exclude(pk=after.pk)
    return queue.select_related("document").first()
