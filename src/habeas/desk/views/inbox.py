"""Documents coming in: files dropped, text pasted, addresses named."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from habeas.desk.activity import Actor, note
from habeas.desk.doorkeeper import DeskRequest
from habeas.desk.evidence import evidence
from habeas.desk.incoming import Arrival, add_claims_file, keep_document
from habeas.desk.jobs import ask_for, latest
from habeas.desk.models import Document
from habeas.desk.problems import told
from habeas.desk.roles import Action
from habeas.desk.rules import members
from habeas.desk.wording import words
from habeas.formats.documents import find_documents
from habeas.formats.found_document import FoundDocument
from habeas.vocabulary import InputError

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
    jobs = latest(request.case)
    page = Paginator(request.case.documents.defer("text"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "desk/inbox.html", {"page": page, "jobs": jobs})


@members(Action.READ)
def document(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Show a document with the claims that quote it."""
    found = get_object_or_404(Document, case=request.case, pk=number)
    claims = list(found.claims.all())
    return render(request, "desk/document.html", {"document": found, "claims": claims})


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


def _take_in(request: DeskRequest) -> None:
    try:
        if address := request.POST.get("address", "").strip():
            given = {key: request.POST.get(key, "") for key in ("published", "language")}
            ask_for(request.case, "fetch", Actor.of(request.user), url=address, **given)
            messages.success(request, words()("inbox.fetching"))
            return
        numbers = [number for number in _kept(request) if number]
    except InputError as error:
        messages.error(request, told(error))
        return
    if numbers:
        ask_for(request.case, "read", Actor.of(request.user), documents=numbers)
        messages.success(request, words()("inbox.taken", n=len(numbers)))


def _kept(request: DeskRequest) -> Iterator[int]:
    arrival = Arrival(
        Actor.of(request.user),
        published=request.POST.get("published", ""),
        language=request.POST.get("language", ""),
    )
    if text := request.POST.get("text", "").strip():
        title = request.POST.get("title", "").strip()
        found = FoundDocument(text.encode(), "text/plain", title or "pasted", title=title)
        yield keep_document(request.case, found, arrival)[0].pk
    for upload in request.FILES.getlist("files"):
        yield from _from_file(request, upload, arrival)


def _from_file(
    request: DeskRequest, upload: UploadedFile[bytes], arrival: Arrival
) -> Iterator[int]:
    name = PurePosixPath((upload.name or "file").replace("\\", "/")).name[-120:] or "file"
    with tempfile.TemporaryDirectory(prefix="habeas-") as folder:
        # Only the suffix of the name given: the rest may be longer than a file's name can be.
        path = Path(folder) / f"upload{''.join(SUFFIX.findall(name))}"
        with path.open("wb") as target:
            for chunk in upload.chunks():
                target.write(chunk)
        try:
            if path.suffix.lower() in TABLES:
                _take_table(request, path, name)
                return
            for found in find_documents([path]):
                place = found.place.replace(str(path), name)
                here = Arrival(arrival.actor, arrival.published, arrival.language, place)
                yield keep_document(request.case, replace(found, place=place), here)[0].pk
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
