"""What is said where the system refuses to write."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from habeas.vocabulary import HabeasError, InputError

DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Errors of the disk, whatever the name that was given."""


class WriteFailed(HabeasError):
    """Raised where a disk is full or fails; what was there before is as it was."""


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
