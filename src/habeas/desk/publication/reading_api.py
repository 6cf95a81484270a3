"""The read-only JSON of published cases (OpenAPI 3.1 at ``openapi.json``)."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from habeas.desk.access import anybody
from habeas.desk.models import Case
from habeas.desk.publication.public_pages import public_file, public_titles, published_number

KINDS = ("claims", "contradictions", "answers")
"""What can be listed; each is the list of that name in the dossier's ``data/KIND.json``."""

PER_PAGE, LARGEST_PAGE = 100, 1000


@anybody
@require_safe
def description(_request: HttpRequest) -> HttpResponse:
    """Describe the interface."""
    text = (files("habeas.desk") / "openapi.json").read_bytes()
    return _open(HttpResponse(text, content_type="application/json"))


@anybody
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """List the published cases."""
    found = Case.objects.exclude(published_at=None)
    return _paged(request, [_case(case) for case in found], "cases")


@anybody
@require_safe
def case(_request: HttpRequest, case: str) -> HttpResponse:
    """Tell of one published case."""
    published_number(case)
    return _open(JsonResponse(_case(Case.objects.get(key=case))))


@anybody
@require_safe
def listing(request: HttpRequest, case: str, kind: str) -> HttpResponse:
    """List what a published case says."""
    published_number(case)
    if kind not in KINDS:
        raise Http404
    found = public_file(case, f"data/{kind}.json")
    return _paged(request, _parsed(found.content, kind), kind)


@lru_cache(maxsize=32)
def _parsed(content: bytes, kind: str) -> list[Any]:
    return list(json.loads(content)[kind])


def _case(case: Case) -> dict[str, Any]:
    address = reverse("api-case", args=[case.key])
    assert case.published_at is not None  # noqa: S101  (only published cases get here)
    return {
        "key": case.key,
        "titles": public_titles(case),
        "published": case.published_at.isoformat(timespec="seconds"),
        "pages": reverse("public", args=[case.key]),
        **{kind: f"{address}{kind}" for kind in KINDS},
    }


def _paged(request: HttpRequest, rows: list[Any], name: str) -> HttpResponse:
    try:
        number = int(request.GET.get("page", "1"))
        size = int(request.GET.get("per_page", str(PER_PAGE)))
    except ValueError:
        number = size = 0
    if number < 1 or not 1 <= size <= LARGEST_PAGE:
        problem = f"page counts from 1, per_page from 1 to {LARGEST_PAGE}"
        return _open(JsonResponse({"error": problem}, status=400))
    first = (number - 1) * size
    more = first + size < len(rows)
    content = {
        "total": len(rows),
        "page": number,
        "per_page": size,
        "next": f"{request.path}?page={number + 1}&per_page={size}" if more else None,
        name: rows[first : first + size],
    }
    return _open(JsonResponse(content, json_dumps_params={"ensure_ascii": False}))


def _open(response: HttpResponse) -> HttpResponse:
    """Let pages of other sites read the answer: all of it is public."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-cache"
    return response
