"""Devices on which somebody has signed in with both factors: whom strangers cannot keep waiting.

A signed cookie tells whose device it is. It opens nothing: name, password and code are asked for as
ever. It gives the device a count of its own (``throttling``). It ends after ninety days, and with
the password it was given under.

Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import constant_time_compare, salted_hmac

COOKIE = "habeas_device"
KEPT = timedelta(days=90)
SALT = "habeas.desk.known_devices"


def device_of(request: HttpRequest, user: User | None) -> str:
    """Return the name of the device where it has signed in as the user before, else ""."""
    try:
        told: Any = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT)
        account, name, mark = told
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    if user is None or account != user.pk or not constant_time_compare(mark, _mark(user)):
        return ""
    return str(name)


def remember(request: HttpRequest, response: HttpResponseBase, user: User) -> None:
    """Have the browser keep that somebody has signed in on it."""
    name = device_of(request, user) or secrets.token_urlsafe(16)
    response.set_cookie(
        COOKIE,
        signing.dumps([user.pk, name, _mark(user)], salt=SALT),
        max_age=int(KEPT.total_seconds()),
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
        path="/sign-in/",
    )


def _mark(user: User) -> str:
    return salted_hmac(SALT, user.password, algorithm="sha256").hexdigest()[:32]
