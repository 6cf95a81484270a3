"""What people decide of pairs of records: one person, two, or not sure."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db.models import QuerySet

from habeas.desk.audit_log import Actor, note, one_change, pair_facts, refuse_overtaken
from habeas.desk.models import Activity, Case, Pair, PairDecision
from habeas.vocabulary import Judgement


@one_change()
def decide_pair(
    pair: Pair,
    actor: Actor,
    judgement: Judgement,
    reason: str = "",
    undoes: int | None = None,
    standing: str = "",
    seen: int | None = None,
) -> Activity:
    """Decide of a pair, and write it down.

    standing: what the queue takes it for, where that is not the judgement itself: ``waiting``,
    where a decision is taken back. seen: the number of the last decision on the page where this
    one was taken (``decisions_on``). Raises Overtaken where somebody else has decided since.
    """
    pair = Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    last = decisions_on(pair).last()
    refuse_overtaken(seen, last.pk if last else 0)
    decided = {"left": pair.left_id, "right": pair.right_id, "judgement": judgement.value}
    before, pair.standing = pair.standing, standing or judgement.value
    names = " · ".join(record.name for record in (pair.left, pair.right))
    entry = note(
        actor,
        f"pair.{judgement}",
        case=pair.case,
        subject=f"{pair.pk}"[:300],
        details={
            "decided": [decided],
            "pair": pair.pk,
            "names": names,
            "before": before,
            "reason": reason,
            "wrote": {"pairs": pair_facts([pair])},
        },
        undoes=undoes,
    )
    PairDecision.objects.create(
        left=pair.left,
        right=pair.right,
        judgement=judgement.value,
        reviewer=actor.name,
        decided=datetime.now(UTC).isoformat(timespec="seconds"),
        reason=reason,
        activity=entry,
    )
    pair.save(update_fields=["standing"])
    pair.case.changed()
    return entry


def decisions_on(pair: Pair) -> QuerySet[PairDecision]:
    """Return what was decided of a pair, in the order in which it was."""
    found = PairDecision.objects.filter(left=pair.left_id, right=pair.right_id)
    return found.select_related("activity").order_by("pk")


def next_pair(case: Case, after: Pair | None = None) -> Pair | None:
    """Return the pair that waits first in the queue; ``after``: the next one after it."""
    queue = case.pairs.filter(standing="waiting").select_related("left__list", "right__list")
    if after is not None:
        tied = queue.filter(order=after.order, pk__gt=after.pk)
        found = (tied | queue.filter(order__gt=after.order)).order_by("order", "pk").first()
        if found:
            return found
        queue = queue.exclude(pk=after.pk)
    return queue.order_by("order", "pk").first()
