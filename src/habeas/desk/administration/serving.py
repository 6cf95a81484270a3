"""The desk as a web server of its own, with its worker beside it."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Any

from django.core.wsgi import get_wsgi_application

from habeas.desk.administration.request_bodies import bounded_server
from habeas.desk.administration.worker import WorkerProcess
from habeas.desk.audit_log import job_queue as jobs
from habeas.desk.publication import view_counts
from habeas.desk.store import MARK, StoreLocation, served
from habeas.vocabulary import InputError

THREADS = 8
"""Requests answered at a time; more would only wait for the same two or four processors."""


def serve(place: StoreLocation, host: str, port: int) -> None:
    """Serve the store that is open, until the process is stopped.

    Raises InputError where pages are to come over HTTPS and no proxy is declared that says so:
    every page would lead to itself for ever.
    """
    if place.https and not place.proxies:
        raise InputError(
            "says https = true and names no proxy",
            'Add the address from which the front end reaches the desk: proxies = ["127.0.0.1"].',
            file=str(place.root / MARK),
        )
    application = get_wsgi_application()
    server = bounded_server(
        application,
        host=host,
        port=port,
        threads=THREADS,
        ident="Habeas",
        # Which headers of which proxies count is decided in ``peer_address``, and nowhere else.
        clear_untrusted_proxy_headers=False,
    )
    signal.signal(signal.SIGTERM, _end)
    # What the store is sealed for must not be served any more.
    with served(place, lambda: os.kill(os.getpid(), signal.SIGTERM)):
        _run(place, server)


def _run(place: StoreLocation, server: Any) -> None:  # noqa: ANN401  (waitress tells no types)
    worker = WorkerProcess(place.root)
    jobs.call_when_asked(worker.wake)
    view_counts.start_writing()
    try:
        server.run()
    finally:
        worker.end()
        view_counts.write()


def _end(_number: int, _frame: FrameType | None) -> None:
    """End as Ctrl-C does, so that views are written and the worker is not left behind."""
    sys.exit(0)
