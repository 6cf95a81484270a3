"""Taking back what was done; what was done stays in the log, and so does taking it back."""

from __future__ import annotations

from django.db.models import QuerySet

from habeas.desk.audit_log import Actor, ask_for, note, one_change, source_facts
from habeas.desk.intake import set_withdrawn
from habeas.desk.models import (
    Activity,
    Case,
    Claim,
    Consent,
    Document,
    List,
    NameDecision,
    Pair,
    PairDecision,
    SourceAlias,
    Standing,
)
from habeas.desk.people import decide_pair, restore_consent, undo_list
from habeas.desk.publication import hold_back, take_off_if_exposed
from habeas.desk.review import decide_claim
from habeas.desk.withholding import restore_names
from habeas.vocabulary import InputError, Judgement

REVERSIBLE = (
    "claim.", "cause.decided", "pair.", "consent.", "names.", "source.named", "document.withdrawn",
    "document.restored", "list.understood", "list.proposed", "list.counting", "list.withdrawn",
    "list.replaced",
)  # fmt: skip
"""What can be taken back, by how it begins."""


def may_undo(entry: Activity) -> bool:
    """Whether an entry is of a kind that can be taken back."""
    return entry.what.startswith(REVERSIBLE)


@one_change()
def undo(case: Case, entry: Activity, actor: Actor) -> None:
    """Take back what an entry of the log tells.

    Raises InputError where that cannot be: it is of another kind, was taken back already, or was
    overruled since.
    """
    if not may_undo(entry):
        raise InputError("cannot be taken back here", "Change it on its own page.")
    if Activity.objects.filter(undoes=entry.number).exists():
        raise InputError("was taken back already", "Nothing is left to do.")
    if any(map(stands, later_decisions(case, entry).filter(undoes=None))):
        raise InputError("was overruled by a later decision", "Take that one back first.")
    UNDO[entry.what.split(".")[0]](case, entry, actor)


def later_decisions(case: Case, entry: Activity) -> QuerySet[Activity]:
    """Return the later entries that decide of anything that an entry decides of.

    Records are looked up one by one: linkage may have given them other people and pairs since.
    """
    kind = entry.what.split(".")[0]
    later = Activity.objects.filter(case=case, number__gt=entry.number, what__startswith=f"{kind}.")
    decided = entry.details.get("decided", [])
    if kind == "consent":
        records = [each["record"] for each in decided]
        found = Consent.objects.filter(record__in=records, activity__number__gt=entry.number)
        return later.filter(pk__in=found.values("activity"))
    if kind == "pair":
        (pair,) = decided
        ends = {"left": pair["left"], "right": pair["right"]}
        return later.filter(pk__in=PairDecision.objects.filter(**ends).values("activity"))
    if kind == "names":
        about = [each["about"] for each in decided]
        names = NameDecision.objects.filter(case=case, kind=entry.what.split(".")[1])
        overruling = names.filter(about__in=about, activity__number__gt=entry.number)
        return later.filter(pk__in=overruling.values("activity"))
    if kind == "document":
        both = ("document.withdrawn", "document.restored")
        return later.filter(what__in=both, details__document=entry.details["document"])
    if kind == "list":
        return later.filter(what__in=REVERSIBLE, details__list=entry.details["list"])
    if kind == "source":  # a source has many names, each decided on its own
        later = later.filter(details__alias=entry.details["alias"])
    return later.filter(subject=entry.subject)


def stands(entry: Activity) -> bool:
    """Whether an entry is in force: nobody took it back, or that was taken back in its turn."""
    taken_back = Activity.objects.filter(undoes=entry.number).first()
    return taken_back is None or not stands(taken_back)


def undo_claim(case: Case, entry: Activity, actor: Actor) -> None:
    """Put a claim back to where it stood."""
    before = entry.details["before"]
    claim = Claim.objects.get(case=case, pk=entry.details["decided"][0]["claim"])
    decide_claim(claim, actor, Standing(before["standing"]), before["row"], undoes=entry.number)


def undo_cause(case: Case, entry: Activity, actor: Actor) -> None:
    """Put back all claims that one change of a cause changed, or none of them."""
    for number in reversed(entry.details["entries"]):
        decided = Activity.objects.get(case=case, number=number)
        if stands(decided):
            undo(case, decided, actor)
    note(actor, "cause.undone", case=case, subject=entry.subject, undoes=entry.number)


def undo_pair(case: Case, entry: Activity, actor: Actor) -> None:
    """Put a pair back to where it stood."""
    decided = entry.details["decided"][0]
    # Linkage may have taken it off the queue since.
    pair, _ = Pair.objects.get_or_create(
        case=case, left_id=decided["left"], right_id=decided["right"], defaults={"probability": 0.5}
    )
    before = entry.details["before"]
    judgement = Judgement.UNDECIDED if before == "waiting" else Judgement(before)
    decide_pair(pair, actor, judgement, undoes=entry.number, standing=before)


def undo_consent(case: Case, entry: Activity, actor: Actor) -> None:
    """Put consent back to what it was."""
    restore_consent(case, entry, actor)


def undo_names(case: Case, entry: Activity, actor: Actor) -> None:
    """Put what was decided of names back to what it was; nothing is shown by it that was hidden."""
    restore_names(case, entry, actor)
    if take_off_if_exposed(case, actor):
        ask_for(case, "publish", actor)


def undo_document(case: Case, entry: Activity, actor: Actor) -> None:
    """Have a withdrawn document count again, or withdraw it again."""
    document = Document.objects.get(case=case, pk=entry.details["document"])
    before, reason = entry.details["before"], entry.details["reason"]
    set_withdrawn(document, actor, withdrawn=before, reason=reason, undoes=entry.number)


def undo_of_list(case: Case, entry: Activity, actor: Actor) -> None:
    """Read a list as before, put its version back, or have it count as it did."""
    undo_list(List.objects.get(case=case, pk=entry.details["list"]), entry, actor)
    ask_for(case, "link", actor)


def undo_source(case: Case, entry: Activity, actor: Actor) -> None:
    """Take another name off a source.

    Who speaks under it was not withheld for that; public pages are held back until searched.
    """
    told = entry.details
    SourceAlias.objects.filter(
        source__case=case, source=told["source"], name=told["alias"]
    ).delete()
    wrote = {"sources": source_facts(case.sources.filter(pk=told["source"]))}
    subject, written = entry.subject, {"wrote": wrote}
    note(actor, "source.unnamed", case=case, subject=subject, details=written, undoes=entry.number)
    hold_back(case, actor)
    case.changed()


UNDO = {
    "claim": undo_claim,
    "cause": undo_cause,
    "pair": undo_pair,
    "consent": undo_consent,
    "names": undo_names,
    "source": undo_source,
    "document": undo_document,
    "list": undo_of_list,
}
"""How each kind is taken back."""
