"""The queue of claims: the words in their document beside the fields read from them."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, members, number_asked
from habeas.desk.audit_log import Actor, Overtaken, ask_for, carried_over, changes, undo_tag
from habeas.desk.cases import waiting
from habeas.desk.models import Activity, Claim, ClaimDecision, Document, Standing
from habeas.desk.review.claim_decisions import decide_claim, last_decision, next_claim
from habeas.desk.review.typed_fields import FieldChange, field_changes, with_what_follows
from habeas.desk.roles import Action
from habeas.desk.wording import words
from habeas.vocabulary import (
    ClaimantKind,
    InputError,
    Measure,
    Modality,
    Qualifier,
    claim_from_row,
)

AROUND = 4_000
"""Characters shown before and after the words of a claim."""

EDITED = (
    "measure", "value", "qualifier", "low", "high", "population", "population_kind", "place",
    "period_start", "period_end", "cumulative", "modality", "claimant", "claimant_kind",
    "part_of", "corrects", "story", "note",
)  # fmt: skip
"""The fields that a person corrects; where the words stand is not theirs to change."""

CHOICES: dict[str, tuple[str, ...]] = {
    "measure": tuple(Measure),
    "qualifier": tuple(Qualifier),
    "modality": tuple(Modality),
    "claimant_kind": ("", *ClaimantKind),
}
PER_PAGE = 50

SAVE = "save"
"""What Enter in a field asks for: what was typed is kept, and nothing is accepted by accident."""


@dataclass(frozen=True)
class Words:
    """A claim's words within their document."""

    before: str
    quote: str
    after: str
    cut_before: bool
    cut_after: bool


@members(Action.READ)
def queue(request: DeskRequest, case: str) -> HttpResponse:
    """Show the most doubtful claim that waits; ``after``: the one after another."""
    after = number_asked(request.GET.get("after", ""))
    passed = request.case.claims.filter(pk=after).first() if after is not None else None
    claim = next_claim(request.case, passed)
    if claim is None:
        return render(request, "desk/claims_done.html")
    return _page(request, claim, queued=True)


@members(Action.READ)
def claims(request: DeskRequest, case: str) -> HttpResponse:
    """List all claims, or those that stand in one way."""
    standing = request.GET.get("standing", "")
    found = request.case.claims.annotate(withdrawn=F("document__withdrawn"))
    if standing in Standing.values:
        found = found.filter(standing=standing)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "standing": standing, "standings": Standing.values}
    return render(request, "desk/claims.html", shown)


@members(Action.READ)
def claim(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Show one claim and what was decided of it."""
    found = get_object_or_404(
        Claim.objects.select_related("document"), case=request.case, pk=number
    )
    return _page(request, found, queued=request.GET.get("queued") == "1")


@members(Action.REVIEW)
@require_POST
def decide(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Accept, correct or reject a claim, and go on to the next.

    Whatever was typed is saved with it: accepting a claim whose fields were changed corrects it.
    """
    found = get_object_or_404(
        Claim.objects.select_related("document"), case=request.case, pk=number
    )
    asked = request.POST.get("decision", "")
    queued = request.POST.get("queued") == "1"
    seen = number_asked(request.POST.get("seen", "")) or 0
    if asked not in (SAVE, *Standing.values):
        return redirect("claim", case, number)
    row, changed = _typed_over(request, found)
    reason, actor = request.POST.get("reason", ""), Actor.of(request.user)
    standing = _standing(asked, changed=changed)
    if standing == Standing.CORRECTED and not changed and seen == last_decision(found):
        messages.info(request, words()("claims.said_unchanged"))
        return _page(request, found, queued=queued)
    try:
        entry = decide_claim(found, actor, standing, row if changed else None, reason, seen=seen)
    except Overtaken:
        return _overtaken(request, found, seen, queued=queued)
    except InputError as error:
        return _page(request, found, queued=queued, error=error, row=row)
    ask_for(request.case, "reconcile", actor)
    messages.success(request, _said(entry, found), extra_tags=undo_tag(entry))
    if queued:
        return redirect(f"{reverse('claims-queue', args=[case])}?after={found.pk}")
    return redirect("claim", case, number)


def _typed_over(request: DeskRequest, claim: Claim) -> tuple[dict[str, object], bool]:
    """Return a claim with what was typed and what follows of it, and whether anything differs."""
    before = dict(claim.current)
    row = {**before, **with_what_follows(before, _typed(request))}
    return row, bool(field_changes(before, row))


def _standing(asked: str, *, changed: bool) -> Standing:
    if asked == SAVE or (asked == Standing.ACCEPTED and changed):
        return Standing.CORRECTED
    return Standing(asked)


def _said(entry: Activity, claim: Claim) -> str:
    """Say what was decided, and each field that was changed by it, from and to."""
    said = words()
    decided = entry.details["decided"][0]
    text = said(f"claims.said_{decided['standing']}", claim=claim.key)
    changed = field_changes(entry.details["before"]["row"], decided["row"])
    return " ".join([text, *(_told(each) for each in changed)])


def _told(change: FieldChange) -> str:
    return words()("claims.changed", field=words()(f"field.{change.field}"),
                   before=change.before or "–", after=change.after or "–")  # fmt: skip


def _typed(request: DeskRequest) -> dict[str, object]:
    typed = {name: request.POST[name].strip() for name in EDITED if name in request.POST}
    # A box that is not ticked is not sent: only beside other fields does that say anything.
    boxed = {"cumulative": "true" if request.POST.get("cumulative") else "false"}
    return {**typed, **boxed} if typed else {}


def _overtaken(request: DeskRequest, claim: Claim, seen: int, *, queued: bool) -> HttpResponse:
    """Show what somebody else decided meanwhile, with all that was typed still in its fields."""
    claim.refresh_from_db()
    typed = _typed(request)
    earlier = claim.decisions.filter(pk=seen).first()
    before = earlier.row if earlier else claim.row
    overtaken: dict[str, object] = {
        "since": claim.decisions.filter(pk__gt=seen).select_related("activity"),
        "changes": changes(before, claim.current, typed),
        "chosen": _standing(request.POST.get("decision", ""), changed=False),
    }
    row = carried_over(before, claim.current, typed, EDITED)
    return _page(request, claim, queued=queued, row=row, overtaken=overtaken)


def _page(
    request: DeskRequest,
    claim: Claim,
    *,
    queued: bool,
    error: InputError | None = None,
    row: dict[str, object] | None = None,
    overtaken: dict[str, object] | None = None,
) -> HttpResponse:
    seen = last_decision(claim)
    # Read after the number: the page may show more than it says it has seen, never less.
    claim.refresh_from_db(fields=["current", "standing"])
    shown = {
        "claim": claim,
        "seen": seen,
        "overtaken": overtaken,
        "reason": request.POST.get("reason", ""),
        "row": row or claim.current,
        "error": error,
        "queued": queued,
        "text": words_of(claim),
        "retold": retold_by(claim),
        "fields": EDITED,
        "choices": CHOICES,
        "waiting": waiting(request.case),
        "decisions": _history(claim),
        "reasons": claim_from_row(claim.current).reasons,
    }
    status = 409 if overtaken else 400 if error else 200
    return render(request, "desk/claim.html", shown, status=status)


def _history(claim: Claim) -> list[tuple[ClaimDecision, list[FieldChange]]]:
    """Return the decisions on a claim, each with the fields that it changed."""
    before, told = claim.row, []
    for decision in claim.decisions.select_related("activity").order_by("pk"):
        told.append((decision, field_changes(before, decision.row)))
        before = decision.row
    return told


def retold_by(claim: Claim) -> Document | None:
    """Return the document that told this claim's story first; None where it tells its own."""
    story = claim.current.get("story")
    return Document.objects.filter(case=claim.case_id, key=story).first() if story else None


def words_of(claim: Claim) -> Words | None:
    """Return a claim's words within their document, None where there is none."""
    start, end = claim.current.get("start"), claim.current.get("end")
    if claim.document is None or start is None or end is None:
        return None
    text = claim.document.text
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    return Words(text[first:start], text[start:end], text[end:last], first > 0, last < len(text))
