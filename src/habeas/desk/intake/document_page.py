"""A document: where it came from, what it says, and what a person may set of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, members
from habeas.desk.audit_log import Actor, ask_for, latest, note
from habeas.desk.error_messages import told
from habeas.desk.intake.rereading import SET, change_document, read_otherwise, refuse_language
from habeas.desk.models import Document
from habeas.desk.roles import Action
from habeas.desk.store import evidence
from habeas.desk.wording import words
from habeas.vocabulary import InputError

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
        refuse_language(typed.get("language", ""), {*LANGUAGES, found.language})
        change_document(found, actor, typed)
    except InputError as error:
        messages.error(request, told(error))
        return _page(request, get_object_or_404(Document, pk=found.pk), typed)
    ask_for(request.case, "reread", actor, document=found.pk)
    messages.success(request, words()("document.said_reread"))
    return redirect("document", case, number)


def _page(
    request: DeskRequest, found: Document, typed: dict[str, str] | None = None
) -> HttpResponse:
    jobs = latest(request.case)  # before what they make
    shown = {
        "document": found,
        "claims": list(found.claims.all()),
        "otherwise": read_otherwise(found),
        "languages": LANGUAGES,
        "about": typed or {name: getattr(found, name) for name in SET},
        "typed": typed,
        "jobs": jobs,
    }
    return render(request, "desk/document.html", shown, status=400 if typed else 200)


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
