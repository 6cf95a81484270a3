"""Signing in and out, invitations, and the language."""

from __future__ import annotations

import django_otp
from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from habeas.desk import accounts
from habeas.desk.activity import Actor, note
from habeas.desk.rules import anybody, half_signed_in

PASSWORD_BACKEND = "django.contrib.auth.backends.ModelBackend"  # noqa: S105  (a class's name)

change_language = anybody(set_language)

_password_page = LoginView.as_view(
    template_name="desk/sign_in.html", authentication_form=AuthenticationForm
)


@anybody
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Ask for name and password: the first factor."""
    return _password_page(request)


@half_signed_in
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code of the second factor, or have it set up the first time."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101  (the doorkeeper lets in nobody else)
    if not accounts.has_second_factor(user):
        return _set_up(request, user)
    wrong = False
    if request.method == "POST":
        code = request.POST.get("code", "").replace(" ", "")[:64]
        device = django_otp.match_token(user, code)
        if device is not None:
            _let_in(request, device)
            return redirect(_next(request))
        note(Actor.of(user), "account.wrong_code", subject=user.get_username())
        wrong = True
    return render(request, "desk/second_factor.html", {"wrong": wrong, "next": _next(request)})


@anybody
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign-in")


@anybody
def enter(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """Let somebody who was invited set a password."""
    user = accounts.invited(uid, token)
    if user is None:
        return render(request, "desk/refusal.html", {"kind": "refusal.invitation"}, status=410)
    form = SetPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        note(Actor.of(user), "account.password", subject=user.get_username())
        login(request, user, backend=PASSWORD_BACKEND)
        return redirect("second-factor")
    return render(request, "desk/enter.html", {"form": form, "name": user.get_username()})


def _set_up(request: HttpRequest, user: User) -> HttpResponse:
    device = accounts.unconfirmed_factor(user)
    wrong = False
    if request.method == "POST":
        if device.verify_token(request.POST.get("code", "").replace(" ", "")[:12]):
            codes = accounts.confirm(user, device)
            _let_in(request, device)
            return render(request, "desk/spare_codes.html", {"codes": codes})
        wrong = True
    shown = {"picture": accounts.picture(device), "key": accounts.spelled(device), "wrong": wrong}
    return render(request, "desk/set_up_factor.html", shown)


def _let_in(request: HttpRequest, device: object) -> None:
    request.session.cycle_key()
    django_otp.login(request, device)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe else "cases"
