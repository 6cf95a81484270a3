"""A document that counts no longer: its claims leave the answers until that is taken back."""

from __future__ import annotations

from habeas.desk.audit_log import Actor, note, one_change, refuse_overtaken, withdrawn_facts
from habeas.desk.models import COUNTING, Activity, Document
from habeas.desk.review import withheld_at_once
from habeas.vocabulary import InputError

WITHDRAWN, RESTORED = "document.withdrawn", "document.restored"


def withdraw_document(
    document: Document, actor: Actor, reason: str, seen: int | None = None
) -> Activity:
    """Have a document count no longer; nothing of it is deleted.

    seen: the number of the last entry on it when the page was shown (``last_withdrawal``). Raises
    InputError where no reason is given; Overtaken where somebody else has done it since.
    """
    if not reason.strip():
        raise InputError("is empty", "Say why it is withdrawn.", column="reason")
    return set_withdrawn(document, actor, withdrawn=True, reason=reason.strip(), seen=seen)


@one_change()
def set_withdrawn(
    document: Document,
    actor: Actor,
    *,
    withdrawn: bool,
    reason: str = "",
    seen: int | None = None,
    undoes: int | None = None,
) -> Activity:
    """Withdraw a document or have it count again, and write it down. Raises Overtaken."""
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    last = last_withdrawal(document)
    refuse_overtaken(seen, last.number if last else 0)
    counted = document.claims.filter(standing__in=COUNTING).values_list("key", flat=True)
    leaves = list(counted) if withdrawn else []
    case, before = document.case, document.withdrawn
    with withheld_at_once(case, actor, leaves=leaves):
        document.withdrawn = withdrawn
        document.save(update_fields=["withdrawn"])
    entry = note(
        actor,
        WITHDRAWN if withdrawn else RESTORED,
        case=case,
        subject=document.name[:300],
        details={
            "document": document.pk,
            "before": before,
            "claims": len(counted),
            "reason": reason,
            "wrote": {"withdrawn": withdrawn_facts([document])},
        },
        undoes=undoes,
    )
    case.changed()
    return entry


def last_withdrawal(document: Document) -> Activity | None:
    """Return the last entry that withdrew a document or took that back, None where none did."""
    entries = Activity.objects.filter(case=document.case_id, what__in=(WITHDRAWN, RESTORED))
    return entries.filter(details__document=document.pk).order_by("-number").first()


def refuse_withdrawn(document: Document) -> None:
    """Raise InputError where a document was withdrawn, so that nothing is read of it."""
    if document.withdrawn:
        raise InputError(
            "was withdrawn from this case",
            "Take that back on the page of the document first.",
            file=document.name,
        )
