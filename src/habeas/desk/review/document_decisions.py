"""What is decided of all claims of a document that wait, at once."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from django.db.models import Max

from habeas.desk.audit_log import Actor, Overtaken, one_change
from habeas.desk.models import Activity, Claim, Document, Standing
from habeas.desk.review.claim_decisions import decide_claim

SHARED = ("period_end", "claimant", "claimant_kind", "place")
"""The fields that the claims of one document often share."""


@dataclass(frozen=True)
class DecidedTogether:
    """The entries of what was decided, and how many claims somebody else had decided meanwhile."""

    entries: tuple[Activity, ...]
    overtaken: int


def waiting_in(document: Document) -> dict[int, int]:
    """Return the claims of a document that wait, each with the number of its last decision."""
    waiting = document.claims.filter(standing=Standing.WAITING).annotate(last=Max("decisions"))
    return {claim: last or 0 for claim, last in waiting.values_list("pk", "last")}


@one_change()
def accept_rest(document: Document, actor: Actor, seen: Mapping[int, int]) -> DecidedTogether:
    """Accept the claims of a document that wait, as they were seen; others are left as they are.

    seen: the claims that the page showed, each with the number of the last decision on it.
    """
    return _each(document, actor, seen, {})


@one_change()
def set_shared(
    document: Document, actor: Actor, fields: Mapping[str, str], seen: Mapping[int, int]
) -> DecidedTogether:
    """Set fields of all claims of a document that wait; they wait on. Raises InputError."""
    return _each(document, actor, seen, {name: fields[name] for name in SHARED if name in fields})


def _each(
    document: Document, actor: Actor, seen: Mapping[int, int], fields: Mapping[str, str]
) -> DecidedTogether:
    standing = Standing.WAITING if fields else Standing.ACCEPTED
    shown = Claim.objects.filter(document=document, pk__in=seen)
    entries = []
    for claim in shown.filter(standing=Standing.WAITING):
        row = {**claim.current, **fields} if fields else None
        with suppress(Overtaken):
            entries.append(decide_claim(claim, actor, standing, row, seen=seen[claim.pk]))
    return DecidedTogether(tuple(entries), shown.count() - len(entries))
