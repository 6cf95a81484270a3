"""Which processes have a store open, so that sealing it waits for them to end.

Whoever serves holds ``serving.lock`` shared, and looks now and then whether the store is being
sealed; the system lets go of the lock at death.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import threading
import time
from collections.abc import Callable, Iterator

from habeas.desk.store.location import SEALED, StoreLocation

LOCK = "serving.lock"
EVERY = 1.0
"""Seconds between two looks at whether the store is being sealed."""

PATIENCE = 30.0
"""Seconds for which sealing waits for the desk to end."""


@contextlib.contextmanager
def served(place: StoreLocation, end: Callable[[], None]) -> Iterator[None]:
    """Within the block, a store counts as served; ``end`` is called when it is being sealed."""
    handle = os.open(place.root / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    over = threading.Event()

    def watch() -> None:
        while not over.wait(EVERY):
            if (place.root / SEALED).exists():
                end()
                return

    try:
        fcntl.flock(handle, fcntl.LOCK_SH)
        threading.Thread(target=watch, name="habeas-sealing", daemon=True).start()
        yield
    finally:
        over.set()
        os.close(handle)


def wait_until_not_served(place: StoreLocation, patience: float = PATIENCE) -> bool:
    """Wait for whoever serves a store to end; return whether nobody does any more."""
    handle = os.open(place.root / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    give_up = time.monotonic() + patience
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > give_up:
                    return False
                time.sleep(EVERY / 4)
            else:
                return True
    finally:
        os.close(handle)
