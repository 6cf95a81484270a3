"""Documents coming in: files dropped, text pasted, addresses named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path, PurePosixPath

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, members, number_asked
from habeas.desk.audit_log import Actor, ask_for, latest, note_refused
from habeas.desk.error_messages import told
from habeas.desk.intake.arrivals import KeptFile, keep_file
from habeas.desk.intake.confirming import AT_ONCE, Looked, about, confirm, to_confirm
from habeas.desk.intake.document_page import LANGUAGES
from habeas.desk.intake.incoming import add_claims_file
from habeas.desk.intake.rereading import SET, refuse_language
from habeas.desk.models import Document
from habeas.desk.roles import Action
from habeas.desk.store import place as store_place
from habeas.desk.wording import words
from habeas.formats.documents import TEXT
from habeas.formats.replacement import working_folder
from habeas.vocabulary import HabeasError, InputError, partial_date

PER_PAGE = 50
TABLES = (".csv", ".json")
"""Files that hold a table of claims, and no document."""

LARGEST_TABLE = 50_000_000
"""Bytes of a table of claims; a claim takes a few hundred."""

SUFFIX = re.compile(r"(?:\.[A-Za-z0-9]{1,8}){0,2}$")


@members(Action.READ, post=Action.ADD)
def inbox(request: DeskRequest, case: str) -> HttpResponse:
    """Show what came in, and take in more."""
    if request.method == "POST":
        _take_in(request)
        return redirect("inbox", case)
    return _page(request)


def _page(request: DeskRequest, looked: Mapping[int, Looked] | None = None) -> HttpResponse:
    """Show the inbox; looked: what was typed of documents and could not be taken."""
    jobs = latest(request.case)
    page = Paginator(request.case.documents.defer("text"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    asked = to_confirm(request.case)
    shown = {
        "page": page,
        "jobs": jobs,
        "read_languages": LANGUAGES,
        "arrived": [_asked(each, (looked or {}).get(each.pk)) for each in asked[:AT_ONCE]],
        "arrived_count": asked.count(),
        "arrived_typed": bool(looked),
    }
    return render(request, "desk/inbox.html", shown, status=400 if looked else 200)


def _asked(document: Document, looked: Looked | None) -> dict[str, object]:
    """Return what the page asks of a document: what was found, how, and what was typed over it."""
    found = {name: getattr(document, name) for name in SET}
    return {
        "document": document,
        "seen": looked.seen if looked else about(document),
        "by": {"published": "", "outlet": "", "language": "text", **document.found_by},
        **(looked.typed if looked else found),
    }


@members(Action.ADD)
@require_POST
def confirm_found(request: DeskRequest, case: str) -> HttpResponse:
    """Take what a person says of the day, outlet and language of what came in."""
    looked = {}
    for number in filter(None, map(number_asked, request.POST.getlist("document"))):
        typed = {name: request.POST.get(f"{name}-{number}", "").strip() for name in SET}
        looked[number] = Looked(typed, request.POST.get(f"seen-{number}", ""))
    actor = Actor.of(request.user)
    try:
        for each in looked.values():
            known = request.case.documents.values_list("language", flat=True).distinct()
            refuse_language(each.typed["language"], {*LANGUAGES, *known})
        done = confirm(request.case, actor, looked)
    except InputError as error:
        messages.error(request, told(error))
        return _page(request, looked)
    for document in done.changed:
        ask_for(request.case, "reread", actor, document=document.pk)
    messages.success(request, words()("inbox.said_confirmed", n=done.looked_at))
    if done.overtaken:
        messages.warning(request, words()("inbox.said_overtaken", n=done.overtaken))
    return redirect("inbox", case)


def _take_in(request: DeskRequest) -> None:
    """Take in what was sent: each file has an outcome of its own."""
    actor = Actor.of(request.user)
    about = {key: request.POST.get(key, "") for key in ("published", "language")}
    if address := request.POST.get("address", "").strip():
        ask_for(request.case, "fetch", actor, url=address, **about)
        messages.success(request, words()("inbox.fetching"))
        return
    try:
        partial_date(about["published"])
    except InputError as error:
        messages.error(request, told(error))
        return
    files: list[KeptFile] = []
    try:
        for file in _kept(request):
            files.append(file)
    finally:
        if files:
            ask_for(request.case, "take", actor, files=[asdict(file) for file in files], **about)
            messages.success(request, words()("inbox.kept", n=len(files)))


def _kept(request: DeskRequest) -> Iterator[KeptFile]:
    """Keep what came, unopened: the worker reads it, in the sandbox."""
    if text := request.POST.get("text", "").strip():
        title = request.POST.get("title", "").strip()
        yield keep_file(text.encode("utf-8", "replace"), title or "pasted", TEXT, title)
    for upload in request.FILES.getlist("files"):
        name = PurePosixPath((upload.name or "file").replace("\\", "/")).name[-120:] or "file"
        try:
            if PurePosixPath(name).suffix.lower() in TABLES:
                _from_table(request, upload, name)
            else:
                yield keep_file(upload.read(), name)
        except HabeasError as error:
            _refuse(request, name, error)


def _refuse(request: DeskRequest, name: str, error: HabeasError) -> None:
    """Say on the page and in the log that something was not taken in."""
    if isinstance(error, InputError):
        error = replace(error, file=error.file or name)
    messages.error(request, told(error))
    note_refused(request.case, Actor.of(request.user), name, error)


def _from_table(request: DeskRequest, upload: UploadedFile[bytes], name: str) -> None:
    with working_folder(store_place().work) as folder:
        # Only the suffix of the name given: the rest may be longer than a file's name can be.
        path = folder / f"upload{''.join(SUFFIX.findall(name))}"
        with path.open("wb") as target:
            for chunk in upload.chunks():
                target.write(chunk)
        try:
            _take_table(request, path, name)
        except InputError as error:
            raise replace(error, file=(error.file or name).replace(str(path), name)) from None


def _take_table(request: DeskRequest, path: Path, name: str) -> None:
    """Take in a table of claims; they count at once only where who brings it may judge."""
    if path.stat().st_size > LARGEST_TABLE:
        raise InputError(
            f"is larger than {LARGEST_TABLE:,} bytes, the limit for a table of claims",
            "Split it.",
            file=name,
        )
    actor, judged = Actor.of(request.user), request.role.may(Action.REVIEW)
    count = add_claims_file(request.case, path, actor, name, judged=judged)
    ask_for(request.case, "reconcile", actor)
    messages.success(request, words()("inbox.table", n=count))
