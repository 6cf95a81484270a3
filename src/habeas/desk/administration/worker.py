"""The process that does the long work, so that pages never wait for an engine.

``WorkerProcess`` belongs to whoever serves pages; what it starts is ``python -m
habeas.desk.administration.worker STORE``. A byte on its standard input says that there is work; its
end says that nobody serves pages any more.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.desk.audit_log import Work

PATIENCE = 5.0
"""Seconds after which a worker looks for work that nobody told it of, such as of another server."""

PAUSE = 2.0
"""Seconds before a worker that went down is started anew."""

CRASHED = "--crashed"
LOG = logging.getLogger("habeas.desk")


class WorkerProcess:
    """A worker that is started anew whenever it goes down, until ``end``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.ended = threading.Event()
        self.process = self._started()
        threading.Thread(target=self._watch, name="habeas-worker", daemon=True).start()

    def wake(self) -> None:
        """Tell the worker that there is work."""
        stream = self.process.stdin
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.write(b"w")
                stream.flush()

    def end(self) -> None:
        """Let the worker end; what it leaves half done is done anew the next time."""
        self.ended.set()
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        try:
            self.process.wait(PAUSE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _started(self, *words: str) -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl-C is for whoever serves, who then ends the worker.
        command = [
            sys.executable,
            "-m",
            "habeas.desk.administration.worker",
            str(self.root),
            *words,
        ]
        return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603

    def _watch(self) -> None:
        while not self.ended.is_set():
            self.process.wait()
            if not self.ended.wait(PAUSE):
                self.process = self._started(CRASHED)


def main(root: str, *words: str) -> None:
    """Do the work of a store until standard input ends."""
    from habeas.desk.store import (  # noqa: PLC0415
        StoreLocation,
        make_ready,
    )

    if hasattr(os, "nice"):
        os.nice(5)
    make_ready(StoreLocation.read(root))
    from habeas.desk.audit_log import job_queue as jobs  # noqa: PLC0415
    from habeas.desk.publication import settle  # noqa: PLC0415

    jobs.take_up(crashed=CRASHED in words)
    settle()
    arrived, ended = threading.Event(), threading.Event()
    work = _work()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, arrived, ended), daemon=True).start()
    while not ended.is_set():
        arrived.clear()
        _do_all(ended, work)
        arrived.wait(PATIENCE)


def _work() -> dict[str, Work]:
    """Return how jobs are done: what is found of figures is kept as long as the worker lives."""
    from habeas.desk.administration.job_types import work_keeping  # noqa: PLC0415
    from habeas.reconciliation import Kept  # noqa: PLC0415

    return work_keeping(Kept())


def _do_all(ended: threading.Event, work: dict[str, Work]) -> None:
    """Do what waits, until the desk ends: what waits then is done when it next begins."""
    from django.db import close_old_connections  # noqa: PLC0415

    from habeas.desk.audit_log import job_queue as jobs  # noqa: PLC0415

    try:
        while not ended.is_set() and jobs.do_next(work):
            pass
    except Exception:  # the database may be away for a while
        LOG.exception("the worker could not go on")
        time.sleep(PAUSE)
    close_old_connections()


def _listen(stream: IO[bytes], arrived: threading.Event, ended: threading.Event) -> None:
    while stream.read(1):
        arrived.set()
    ended.set()
    arrived.set()


if __name__ == "__main__":
    main(*sys.argv[1:])
