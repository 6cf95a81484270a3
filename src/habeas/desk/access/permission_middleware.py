"""The one place where the rules of pages are enforced."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, ImproperlyConfigured, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from habeas.desk.access.rules import Door, Rule, rule_of
from habeas.desk.models import Case, Membership
from habeas.desk.roles import Role

METHODS = ("GET", "HEAD", "OPTIONS", "POST")
"""Pages are read and sent to; whatever else there is, none of them means anything by it."""


class DeskRequest(HttpRequest):
    """A request that the doorkeeper has let into a case."""

    user: User
    case: Case
    role: Role


class PermissionMiddleware:
    """Lets nobody pass a page without the page's rule; a page without a rule lets nobody pass."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request; what is not public is kept by no cache."""
        response = self.answer(request)
        if getattr(request, "rule", None) != Rule(Door.PUBLIC):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: object, _words: object, named: dict[str, str]
    ) -> HttpResponseBase | None:
        """Turn away whoever may not see the page. Django calls this before each view."""
        rule = rule_of(view)
        if rule is None:
            raise ImproperlyConfigured(f"{view} declares no rule (habeas.desk.access.rules)")
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if holds_a_zero(request):
            raise BadRequest
        request.rule = rule  # type: ignore[attr-defined]  # read above
        if rule.door is Door.PUBLIC:
            return None
        if not request.user.is_authenticated:
            return _sent_to("sign-in", request)
        if rule.door is Door.PASSWORD:
            return None
        # django-otp adds it, and a user who came in another way has none.
        if not getattr(request.user, "is_verified", bool)():
            return _sent_to("second-factor", request)
        if rule.door is Door.MEMBER:
            let_in(request, rule, named["case"])
        return None


def holds_a_zero(request: HttpRequest) -> bool:
    """Whether anything sent holds U+0000, which one database keeps and the other cannot."""
    sent = (request.GET, request.POST)
    words = [word for each in sent for key, values in each.lists() for word in (key, *values)]
    words += [upload.name or "" for key in request.FILES for upload in request.FILES.getlist(key)]
    return any("\0" in word for word in (request.path, *words))


def let_in(request: HttpRequest, rule: Rule, key: str) -> None:
    """Find the case for a member. Raises Http404 for others, PermissionDenied for a lesser role.

    Who is not a member learns nothing, not even that there is such a case.
    """
    member = (
        Membership.objects.select_related("case")
        .filter(case__key=key, user=request.user.pk)
        .first()
    )
    if member is None:
        raise Http404
    role = Role(member.role)
    action = rule.needed(request.method or "")
    if action is not None and not role.may(action):
        raise PermissionDenied
    let = cast("DeskRequest", request)
    let.case, let.role = member.case, role


def _sent_to(name: str, request: HttpRequest) -> HttpResponseBase:
    where = {"next": request.get_full_path()} if request.method == "GET" else {}
    return redirect(f"{reverse(name)}?{urlencode(where)}" if where else reverse(name))
