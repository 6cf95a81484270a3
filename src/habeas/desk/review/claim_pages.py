"""The queue of claims: the words in their document beside the fields read from them."""

from __future__ import annotations

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
from habeas.desk.review.field_choices import closed_choices, doubts_of, open_choices
from habeas.desk.review.marked_text import marked_text
from habeas.desk.review.typed_days import with_days
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
NO_SCOPES = ("subgroup", "other")
"""Populations that no scope is declared of."""

SAVE = "save"
"""What Enter in a field asks for: what was typed is kept, and nothing is accepted by accident."""


FRAGMENT = "X-Habeas-Fragment"
"""Sent by a page that puts the next claim in the place of this one without being loaded anew."""

KEYS = {
    "measure": "m", "qualifier": "q", "population_kind": "s", "place": "p", "period_start": "f",
    "period_end": "d", "claimant": "w",
}  # fmt: skip
"""The keys that go to the fields that are corrected most."""


@members(Action.READ)
def queue(request: DeskRequest, case: str) -> HttpResponse:
    """Show the most doubtful claim that waits; ``after``: the one after another."""
    after = number_asked(request.GET.get("after", ""))
    passed = request.case.claims.filter(pk=after).first() if after is not None else None
    claim = next_claim(request.case, passed)
    if claim is None:
        return _shown(request, "desk/claims_done.html", {}, 200)
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
    row, changed = typed_over(request, found)
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


def typed_over(request: DeskRequest, claim: Claim) -> tuple[dict[str, object], bool]:
    """Return a claim with what was typed and what follows of it, and whether anything differs."""
    before = dict(claim.current)
    published = claim.document.published if claim.document else ""
    typed = with_days(_typed(request), published)
    row = {**before, **with_what_follows(before, typed)}
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
        "text": marked_text(claim),
        "closed": closed_choices(
            claim, words().language, {kind: words()(f"scope_kind.{kind}") for kind in NO_SCOPES}
        ),
        "offered": open_choices(request.case),
        "doubts": doubts_of(claim.current, EDITED),
        "doubtful": {each.field for each in doubts_of(claim.current, EDITED)},
        "keys": KEYS,
        "retold": retold_by(claim),
        "fields": EDITED,
        "choices": CHOICES,
        "waiting": waiting(request.case),
        "decisions": _history(claim),
        "reasons": claim_from_row(claim.current).reasons,
    }
    status = 409 if overtaken else 400 if error else 200
    return _shown(request, "desk/claim.html", shown, status)


def _shown(
    request: DeskRequest, template: str, shown: dict[str, object], status: int
) -> HttpResponse:
    """Return a page, or what stands within it where a page asks for no more than that."""
    part = request.headers.get(FRAGMENT) == "1"
    base = "desk/fragment.html" if part else "desk/base.html"
    response = render(request, template, {**shown, "base": base}, status=status)
    if part:
        response.headers[FRAGMENT] = "1"
    return response


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
