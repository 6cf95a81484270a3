"""Advisory locks of files: one writer at a time; the system frees them when a process dies."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
    import time

    def lock_handle(handle: int, *, wait: bool = True) -> bool:
        """Lock an open file; return whether that was possible, at once unless ``wait``."""
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.05)
            else:
                return True

else:
    import fcntl

    def lock_handle(handle: int, *, wait: bool = True) -> bool:
        """Lock an open file; return whether that was possible, at once unless ``wait``."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


def is_named(handle: int, path: Path) -> bool:
    """Whether an open file is still the one that goes by a name."""
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except FileNotFoundError:
        return False


@contextlib.contextmanager
def held(path: Path, *, wait: bool = True, create: bool = True) -> Iterator[bool]:
    """Hold the lock that is the file at ``path``; yields whether it was to be had.

    create: whether the file is made where it is not there; otherwise the lock is not to be had.
    Whoever holds it may remove the file, and those who wait then look anew. Raises OSError where
    the file cannot be opened.
    """
    flags = os.O_RDWR | (os.O_CREAT if create else 0) | getattr(os, "O_NOFOLLOW", 0)
    while True:
        try:
            handle = os.open(path, flags, 0o600)
        except FileNotFoundError:
            if create:
                raise
            yield False
            return
        try:
            got = lock_handle(handle, wait=wait)
            if got and not is_named(handle, path):
                continue
            yield got
            return
        finally:
            os.close(handle)
