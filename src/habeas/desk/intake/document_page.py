"""A document: where it came from, what it says, and what a person may set of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, members, number_asked
from habeas.desk.audit_log import Actor, ask_for, latest, note, undo_tag
from habeas.desk.error_messages import told
from habeas.desk.intake.rereading import SET, change_document, read_otherwise, refuse_language
from habeas.desk.intake.withdrawal import last_withdrawal, refuse_withdrawn, withdraw_document
from habeas.desk.models import COUNTING, Document
from habeas.desk.publication import public_claims_of
from habeas.desk.review import SHARED, DecidedTogether, accept_rest, set_shared, waiting_in
from habeas.desk.roles import Action
from habeas.desk.store import evidence
from habeas.desk.wording import words
from habeas.vocabulary import ClaimantKind, InputError

LANGUAGES = {
    "en": "English", "es": "Español", "fr": "Français", "pt": "Português", "ru": "Русский",
}  # fmt: skip
"""The languages that are read, each by its own name."""


@members(Action.READ)
def document(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Show a document with the claims that quote it."""
    return _page(request, get_object_or_404(Document, case=request.case, pk=number))


@members(Action.ADD)
@require_POST
def change(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Set a document's day, outlet or language, and have its claims read anew."""
    found = get_object_or_404(Document, case=request.case, pk=number)
    actor = Actor.of(request.user)
    typed = {name: request.POST[name] for name in SET if name in request.POST}
    try:
        refuse_withdrawn(found)
        refuse_language(typed.get("language", ""), {*LANGUAGES, found.language})
        change_document(found, actor, typed)
    except InputError as error:
        messages.error(request, told(error))
        return _page(request, get_object_or_404(Document, pk=found.pk), typed)
    ask_for(request.case, "reread", actor, document=found.pk)
    messages.success(request, words()("document.said_reread"))
    return redirect("document", case, number)


@members(Action.REVIEW)
@require_POST
def decide_rest(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Accept all claims of a document that wait, or set what they share; nothing else counts.

    Enter in a field sets what was typed: only the button that says so accepts.
    """
    found = get_object_or_404(Document, case=request.case, pk=number)
    actor, seen = Actor.of(request.user), _seen(request)
    shared = {name: request.POST.get(name, "").strip() for name in SHARED}
    typed = {name: value for name, value in shared.items() if value}
    accepts = request.POST.get("do") == "accept"
    if accepts and typed:
        messages.error(request, words()("document.said_typed"))
        return _page(request, found, shared=shared)
    if not accepts and not typed:
        return redirect("document", case, number)
    try:
        refuse_withdrawn(found)
        done = accept_rest(found, actor, seen) if accepts else set_shared(found, actor, typed, seen)
    except InputError as error:
        messages.error(request, told(error))
        return _page(request, found, shared=shared)
    if accepts:
        ask_for(request.case, "reconcile", actor)
    _say(request, done, "accepted" if accepts else "set")
    return redirect("document", case, number)


@members(Action.REVIEW)
@require_POST
def withdraw(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Withdraw a document with a reason, and name what is public of it."""
    found = get_object_or_404(Document, case=request.case, pk=number)
    actor, seen = Actor.of(request.user), number_asked(request.POST.get("seen", ""))
    reason = request.POST.get("reason", "")
    try:
        entry = withdraw_document(found, actor, reason[:500], seen or 0)
    except InputError as error:
        messages.error(request, told(error))
        return _page(request, get_object_or_404(Document, pk=found.pk), why=reason)
    ask_for(request.case, "reconcile", actor)
    said = words()("document.said_withdrawn", n=entry.details["claims"])
    messages.success(request, said, extra_tags=undo_tag(entry))
    return redirect("document", case, number)


def _seen(request: DeskRequest) -> dict[int, int]:
    """Return the claims that the page showed as waiting, with the last decision on each."""
    pairs = (each.partition(":") for each in request.POST.getlist("seen"))
    numbers = ((number_asked(claim), number_asked(last)) for claim, _, last in pairs)
    return {claim: last for claim, last in numbers if claim is not None and last is not None}


def _say(request: DeskRequest, done: DecidedTogether, what: str) -> None:
    messages.success(request, words()(f"document.said_{what}", n=len(done.entries)))
    if done.overtaken:
        messages.warning(request, words()("document.said_overtaken", n=done.overtaken))


def _page(
    request: DeskRequest,
    found: Document,
    typed: dict[str, str] | None = None,
    shared: dict[str, str] | None = None,
    why: str | None = None,
) -> HttpResponse:
    jobs = latest(request.case)  # before what they make
    shown = {
        "document": found,
        "claims": list(found.claims.all()),
        "otherwise": read_otherwise(found),
        "read_languages": LANGUAGES,
        "about": typed or {name: getattr(found, name) for name in SET},
        "typed": typed,
        "jobs": jobs,
        "waiting": waiting_in(found),
        "shared": [(name, (shared or {}).get(name, "")) for name in SHARED],
        "shared_typed": shared,
        "kinds": list(ClaimantKind),
        "withdrawal": last_withdrawal(found),
        "why": why or "",
        "counting": found.claims.filter(standing__in=COUNTING).count(),
        "public": public_claims_of(found),
    }
    status = 400 if typed or shared or why is not None else 200
    return render(request, "desk/document.html", shown, status=status)


@members(Action.READ)
def original(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Hand out a document's bytes, never to be shown as a page of this desk."""
    found = get_object_or_404(Document, case=request.case, pk=number)
    note(
        Actor.of(request.user),
        "document.downloaded",
        case=request.case,
        subject=found.name[:300],
        details={"document": found.pk, "sha256": found.sha256},
    )
    response = HttpResponse(evidence().read(found.sha256), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.sha256[:16]}.bin"'
    return response
