"""A file that has no name until it is whole, so that a killed run leaves nothing of it.

Where the system has no files without a name (O_TMPFILE), and for the moment in which one file takes
another's place, it goes by ``.NAME.habeas-unfinished-…``, is readable by its owner alone until it
is whole, and is locked by whoever writes: the next run that writes the same file removes it where
nobody does.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from habeas.formats.replacement.durable import sync_folder
from habeas.formats.replacement.file_lock import held, is_named, lock_handle

WITHOUT_A_NAME = (errno.EOPNOTSUPP, errno.ENOTSUP, errno.EISDIR, errno.EINVAL, errno.ENOENT)
"""What systems and file systems answer that have no files without a name."""

LONGEST = 180
"""Bytes of a file's name that the name of the unfinished one repeats; systems allow 255."""


@dataclass
class UnfinishedFile:
    """A file that is being written. handle: open for it. path: its name, None while it has none."""

    target: Path
    handle: int
    path: Path | None

    def take_place(self, mode: int) -> None:
        """Let the file, written and whole, go by the name it is meant for. Raises OSError."""
        os.fsync(self.handle)
        if hasattr(os, "fchmod"):
            os.fchmod(self.handle, mode)
        if self.path is None and self._linked(self.target):
            sync_folder(self.target.parent)
            return
        while self.path is None:
            free = _free_name(self.target)
            self.path = free if self._linked(free) else None
        self.path.replace(self.target)
        self.path = None
        sync_folder(self.target.parent)

    def discard(self) -> None:
        """Remove what has a name of it; what has none ends when it is closed."""
        if self.path is not None:
            self.path.unlink(missing_ok=True)

    def _linked(self, name: Path) -> bool:
        """Give the file a name, unless that is taken; return whether it has it."""
        try:
            # Named from a folder, for only so does Python follow the link under /proc.
            os.link(_numbered(self.handle), name, src_dir_fd=self.handle, follow_symlinks=True)
        except FileExistsError:
            return False
        return True


def begin(target: Path) -> UnfinishedFile:
    """Begin a file, and clear away what killed runs left of it. Raises OSError."""
    clear_unfinished(target)
    if (handle := _without_a_name(target.parent)) is not None:
        lock_handle(handle)
        return UnfinishedFile(target, handle, None)
    while True:
        path = _free_name(target)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        lock_handle(handle)
        # Another run may have taken it for left behind before it was locked.
        if is_named(handle, path):
            return UnfinishedFile(target, handle, path)
        os.close(handle)


def clear_unfinished(target: Path) -> None:
    """Remove unfinished files for ``target`` that nobody writes any more."""
    for path in target.parent.glob(glob.escape(_beginning(target)) + "*"):
        with contextlib.suppress(OSError), held(path, wait=False, create=False) as got:
            if got:
                path.unlink(missing_ok=True)


def _beginning(target: Path) -> str:
    shown = target.name.encode("utf-8", "surrogateescape")[:LONGEST].decode("utf-8", "ignore")
    return f".{shown}.habeas-unfinished-"


def _free_name(target: Path) -> Path:
    return target.parent / (_beginning(target) + secrets.token_hex(4))


def _without_a_name(folder: Path) -> int | None:
    """Open a file that has no name; None where there are none."""
    if not hasattr(os, "O_TMPFILE"):
        return None
    try:
        handle = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600)
    except OSError as error:
        if error.errno in WITHOUT_A_NAME:
            return None
        raise
    if not Path(_numbered(handle)).exists():  # no /proc: it could never get a name
        os.close(handle)
        return None
    return handle


def _numbered(handle: int) -> str:
    return f"/proc/self/fd/{handle}"
