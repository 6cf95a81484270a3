"""How much a request may send, decided by its headers before anything of its body is taken in.

Files come in from signed-in members, to the pages of a case. Whoever else sends more than a form
holds is refused while the body is still on its way, so that nobody without an account can fill the
disk or the memory.
"""

from __future__ import annotations

import copy
import re
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.db import close_old_connections
from django.http import HttpRequest
from django_otp import DEVICE_ID_SESSION_KEY
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server

FORM = 1_000_000
"""Bytes that a form without a file may have; a pasted article has a few thousand."""

FILES = 200_000_000
"""Bytes of all files that a member sends at once."""

TAKES_FILES = re.compile(r"/desk/[^/]+/(inbox|lists/add|pairs|claims|sources|declarations)(/|$)")
"""The pages to which files, or long texts, are sent."""


def may_send_files(path: str, cookies: str) -> bool:
    """Whether a request may bring files: to a page that takes some, from who is signed in."""
    if TAKES_FILES.match(path) is None:
        return False
    try:
        morsel = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return False
    return morsel is not None and is_signed_in(morsel.value)


def is_signed_in(key: str) -> bool:
    """Whether a session is of somebody who gave both factors."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    user = get_user(request)
    return not isinstance(user, AnonymousUser) and DEVICE_ID_SESSION_KEY in request.session


class BoundedParser(HTTPRequestParser):  # type: ignore[misc]  # it ships no types
    """Reads requests, and refuses bodies that are too long for where they go and who sends them."""

    adj: Any
    expect_continue: bool

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers, and settle how long the body may be."""
        super().parse_header(header_plus)
        if self.chunked or self.content_length >= FORM:
            try:
                allowed = may_send_files(self.path, self.headers.get("COOKIE", ""))
            finally:
                close_old_connections()
            if not allowed:
                self.adj = copy.copy(self.adj)
                self.adj.max_request_body_size = FORM
                self.expect_continue = self.expect_continue and self.chunked


class BoundedChannel(HTTPChannel):  # type: ignore[misc]  # it ships no types
    """A connection whose requests are bounded."""

    parser_class = BoundedParser


def bounded_server(application: Any, **options: Any) -> Any:  # noqa: ANN401  (waitress: no types)
    """Return a server of an application that reads no body that is too long."""
    sockets: dict[int, Any] = {}
    server = create_server(application, map=sockets, max_request_body_size=FILES, **options)
    for listening in sockets.values():
        listening.channel_class = BoundedChannel
    return server
