"""What people see where a page cannot be shown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what cannot be understood."""
    return _refusal(request, "bad", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a member whose role does not allow it."""
    return _refusal(request, "forbidden", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer where there is nothing, or nothing for this reader."""
    return _refusal(request, "missing", 404)


def failure(request: HttpRequest) -> HttpResponse:
    """Answer where Habeas itself has failed."""
    return _refusal(request, "failure", 500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was not sent from a page of this desk, or too late."""
    return _refusal(request, "stale", 403)


def _refusal(request: HttpRequest, kind: str, status: int) -> HttpResponse:
    return render(request, "desk/refusal.html", {"kind": f"refusal.{kind}"}, status=status)
