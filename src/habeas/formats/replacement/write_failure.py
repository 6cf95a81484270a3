"""What is said where the system refuses to write."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from habeas.vocabulary import HabeasError, InputError

DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Errors of the disk, whatever the name that was given."""


DATABASE = ("database or disk is full", "disk I/O error", "No space left on device", "disk full")
"""What SQLite and PostgreSQL say where their disk is full or fails."""


class WriteFailed(HabeasError):
    """Raised where a disk is full or fails; what was there before is as it was."""


def no_room(error: Exception) -> WriteFailed | None:
    """Return what to say where a disk, or that of a database, is full or fails; else None.

    Databases are told by what they say, for their libraries are not of this room.
    """
    if isinstance(error, OSError):
        reason = (error.strerror or str(error)).lower() if error.errno in DISK else ""
    else:
        said = str(error) if type(error).__name__ == "OperationalError" else ""
        reason = said.splitlines()[0] if any(words in said for words in DATABASE) else ""
    if not reason:
        return None
    return WriteFailed(
        f"nothing more can be written ({reason}). What was there before is as it was; make room on "
        "the disk, and try again."
    )


def cannot_write(path: Path, error: OSError) -> HabeasError:
    """Return the error to raise where the system refuses to write ``path``."""
    reason = (error.strerror or str(error)).lower()
    if error.errno in DISK:
        return WriteFailed(
            f"{path}: cannot be written ({reason}). What was there before is as it was; "
            "make room on the disk, and try again."
        )
    return InputError(
        f"cannot be written ({reason})",
        "Name a file in a folder that exists and that you may write to.",
        file=str(path),
    )


@contextlib.contextmanager
def told_as_failure(path: Path) -> Iterator[None]:
    """Turn what the system refuses within the block into a sentence on ``path``."""
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from None
