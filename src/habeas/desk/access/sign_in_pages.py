"""Signing in and out, invitations, and the language."""

from __future__ import annotations

from datetime import timedelta

import django_otp
from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from habeas.desk.access import access_log, accounts
from habeas.desk.access.known_devices import device_of, remember
from habeas.desk.access.rules import anybody, half_signed_in
from habeas.desk.access.throttling import CODES, PASSWORDS, forgive, key_of, take_turn
from habeas.desk.audit_log import one_change

PASSWORD_BACKEND = "django.contrib.auth.backends.ModelBackend"  # noqa: S105  (a class's name)

change_language = anybody(set_language)

_password_page = LoginView.as_view(
    template_name="desk/sign_in.html", authentication_form=AuthenticationForm
)


@anybody
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Ask for name and password: the first factor."""
    if request.method != "POST":
        return _password_page(request)
    name = request.POST.get("username", "")[:150]
    user = User.objects.filter(username=name).first()
    key = _counted(request, "password", name.casefold(), user)
    if wait := take_turn(key, PASSWORDS):
        access_log.turned_away(request, access_log.SLOWED, user)
        return _wait(request, wait)
    response = _password_page(request)
    # Not whether the request has a user: whoever is signed in already may try another's password.
    if isinstance(response, HttpResponseRedirect):
        forgive(key)
    else:
        locked = getattr(request, "axes_locked_out", False)
        what = access_log.LOCKED if locked else access_log.WRONG_PASSWORD
        access_log.turned_away(request, what, user)
    return response


@half_signed_in
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code of the second factor, or have it set up the first time."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101  (the doorkeeper lets in nobody else)
    if not accounts.has_second_factor(user):
        return _set_up(request, user)
    wrong = False
    if request.method == "POST":
        key = _counted(request, "code", user.pk, user)
        if wait := take_turn(key, CODES):
            access_log.turned_away(request, access_log.SLOWED, user)
            return _wait(request, wait)
        code = request.POST.get("code", "").replace(" ", "")[:64]
        device = django_otp.match_token(user, code)
        if device is not None:
            forgive(key)
            response = redirect(_next(request))
            _let_in(request, response, user, device)
            return response
        access_log.turned_away(request, access_log.WRONG_CODE, user)
        wrong = True
    return render(request, "desk/second_factor.html", {"wrong": wrong, "next": _next(request)})


@anybody
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, User):
        access_log.went(request, request.user)
    logout(request)
    return redirect("sign-in")


@anybody
@one_change()
def enter(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """Let somebody who was invited set a password."""
    user = accounts.invited(uid, token)
    if user is None:
        access_log.turned_away(request, access_log.WRONG_INVITATION, None)
        return render(request, "desk/refusal.html", {"kind": "refusal.invitation"}, status=410)
    form = SetPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        access_log.did(request, user, "account.password")
        # Whoever was kept waiting by others' attempts begins anew.
        forgive(key_of("password", user.username.casefold()), key_of("code", user.pk))
        login(request, user, backend=PASSWORD_BACKEND)
        return redirect("second-factor")
    return render(request, "desk/enter.html", {"form": form, "name": user.get_username()})


def _set_up(request: HttpRequest, user: User) -> HttpResponse:
    device = accounts.unconfirmed_factor(user)
    wrong = False
    if request.method == "POST":
        if device.verify_token(request.POST.get("code", "").replace(" ", "")[:12]):
            codes = accounts.confirm(user, device)
            response = render(request, "desk/spare_codes.html", {"codes": codes})
            _let_in(request, response, user, device)
            return response
        wrong = True
    shown = {"picture": accounts.picture(device), "key": accounts.spelled(device), "wrong": wrong}
    return render(request, "desk/set_up_factor.html", shown)


def _let_in(request: HttpRequest, response: HttpResponse, user: User, device: object) -> None:
    request.session.cycle_key()
    django_otp.login(request, device)
    remember(request, response, user)
    access_log.came_in(request, user)


def _counted(request: HttpRequest, kind: str, name: object, user: User | None) -> str:
    """Return under which key an attempt counts: a known device's own, else the account's."""
    device = device_of(request, user)
    return key_of(f"{kind} on a device", device) if device else key_of(kind, name)


def _wait(request: HttpRequest, wait: timedelta) -> HttpResponse:
    response = render(request, "desk/locked.html", status=429)
    response.headers["Retry-After"] = str(int(wait.total_seconds()) + 1)
    return response


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe else "cases"
