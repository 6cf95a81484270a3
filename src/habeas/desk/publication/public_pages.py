"""Published cases: the pages that anybody may read, served as they were written."""

from __future__ import annotations

import json
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from habeas.desk.access import anybody
from habeas.desk.models import Case
from habeas.desk.publication import view_counts
from habeas.desk.store import place
from habeas.desk.wording import LANGUAGES, words, words_in

SAFE_PATH = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")
VIEWS_MARK = b"<!-- views -->"
"""Where a page has room for its total views; in a copy the mark stays, and shows nothing."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".ndjson": "application/x-ndjson",
    ".xml": "application/atom+xml; charset=utf-8",
    ".toml": "text/plain; charset=utf-8",
    ".bin": "application/octet-stream",
}


@dataclass(frozen=True)
class PublicFile:
    """A file of a dossier, ready to be sent."""

    content: bytes
    kind: str
    tag: str


@anybody
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """List the published cases."""
    language = words().language
    found = Case.objects.exclude(published_at=None)
    rows = [(case, public_title(case, language)) for case in found]
    response = render(request, "desk/public.html", {"rows": rows})
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@anybody
@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """Send the picture that browsers ask for on their own."""
    picture = (files("habeas.desk") / "static/desk/icon.svg").read_bytes()
    response = HttpResponse(picture, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "max-age=86400"
    return response


@anybody
@require_safe
def page(request: HttpRequest, case: str, path: str = "") -> HttpResponse:
    """Send a file of a published dossier; a page with its total views."""
    number = published_number(case)
    if path == "" and not request.path.endswith("/"):
        return redirect(f"{request.path}/")
    if path == "" or path.endswith("/"):
        path += "index.html"
    found = public_file(case, path)
    if found.kind.startswith("text/html"):
        add = view_counts.is_a_reader(request)
        total = view_counts.count(number, path, add=add)
        content = found.content.replace(VIEWS_MARK, _views(path, found.content, total), 1)
        response = HttpResponse(content, content_type=found.kind)
        response.headers["Cache-Control"] = "no-cache"
        return response
    if request.headers.get("If-None-Match") == found.tag:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(found.content, content_type=found.kind)
    response.headers["ETag"] = found.tag
    response.headers["Cache-Control"] = "no-cache"
    if found.kind == TYPES[".bin"]:
        response.headers["Content-Disposition"] = "attachment"
    return response


def public_titles(case: Case) -> dict[str, str]:
    """Return a published case's titles as its dossier shows them, withheld names covered."""
    try:
        told = json.loads(public_file(case.key, "dossier.json").content)
    except (Http404, ValueError):
        return {}
    return {str(language): str(title) for language, title in dict(told["title"]).items()}


def public_title(case: Case, language: str) -> str:
    """Return a published case's title in a language, or in whichever there is."""
    titles = public_titles(case)
    return titles.get(language) or next(iter(titles.values()), case.key)


def published_number(case: str) -> int:
    """Return the number of a published case. Raises Http404 where there is none."""
    found = Case.objects.filter(key=case).exclude(published_at=None).values_list("pk", flat=True)
    number = found.first()
    if number is None:
        raise Http404
    return number


def public_file(case: str, path: str) -> PublicFile:
    """Return a file of a published dossier. Raises Http404 where there is none."""
    if not SAFE_PATH.fullmatch(path):
        raise Http404
    file = place().published / case / path
    try:
        changed = file.stat().st_mtime_ns
        return _read(file, changed)
    except (OSError, ValueError):
        raise Http404 from None


@lru_cache(maxsize=4_000)
def _read(file: Path, _changed: int) -> PublicFile:
    content = file.read_bytes()
    guessed = mimetypes.guess_type(file.name)[0]
    kind = TYPES.get(file.suffix, guessed or "application/octet-stream")
    return PublicFile(content, kind, f'"{sha256(content).hexdigest()[:32]}"')


def _views(path: str, content: bytes, total: int) -> bytes:
    found = re.search(rb'<html lang="([a-z]{2})"', content[:300])
    language = found.group(1).decode() if found else path[:2]
    said = words_in(language if language in LANGUAGES else "en")
    return f'<p class="views">{said("public.views")}: <b>{said.number(total)}</b></p>'.encode()
