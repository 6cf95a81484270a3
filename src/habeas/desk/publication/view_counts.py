"""Total views of public pages: a number a page, kept without cookies, addresses or names.

Programs are left out, as far as they say what they are, and so are pages that a browser fetches
before anybody asked for them.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter

from django.db import close_old_connections, transaction
from django.db.models import F
from django.http import HttpRequest

from habeas.desk.models import PageViews

PROGRAMS = re.compile(
    r"bot|crawl|spider|slurp|scrap|curl|wget|python|java/|go-http|okhttp|libwww|httpx|axios|fetch"
    r"|headless|phantom|preview|monitor|feed|archiver|lighthouse|facebookexternal",
    re.IGNORECASE,
)
PAUSE = 5.0
"""Seconds between two writings; so many views may be lost with the machine."""

_lock = threading.Lock()
_totals: dict[tuple[int, str], int] = {}
_unwritten: Counter[tuple[int, str]] = Counter()


def is_a_reader(request: HttpRequest) -> bool:
    """Whether a request looks like somebody reading."""
    agent = request.headers.get("User-Agent", "")
    early = request.headers.get("Sec-Purpose", "") or request.headers.get("Purpose", "")
    return request.method == "GET" and bool(agent) and not early and not PROGRAMS.search(agent)


def count(case: int, path: str, *, add: bool) -> int:
    """Return a page's total views, with one more where ``add``."""
    key = (case, path)
    with _lock:
        if key in _totals:
            _totals[key] += add
            _unwritten[key] += add
            return _totals[key]
    found = PageViews.objects.filter(case_id=case, path=path).values_list("total", flat=True)
    kept = found.first() or 0
    with _lock:
        _totals.setdefault(key, kept + _unwritten[key])
        _totals[key] += add
        _unwritten[key] += add
        return _totals[key]


def write() -> None:
    """Write down what was counted since the last time."""
    with _lock:
        fresh = {key: number for key, number in _unwritten.items() if number}
        _unwritten.clear()
    if not fresh:
        return
    with transaction.atomic():
        for (case, path), number in fresh.items():
            PageViews.objects.get_or_create(case_id=case, path=path)
            PageViews.objects.filter(case_id=case, path=path).update(total=F("total") + number)


def forget() -> None:
    """Forget what was counted and not written, and all totals: the store they are of is gone."""
    with _lock:
        _totals.clear()
        _unwritten.clear()


def start_writing() -> None:
    """Write from time to time, in this process, until it ends."""
    threading.Thread(target=_write_on, name="habeas-views", daemon=True).start()


def _write_on() -> None:
    while True:
        time.sleep(PAUSE)
        write()
        close_old_connections()
