"""A backup opened for reading, decrypted where it is encrypted."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from habeas.desk.lifecycle.bundle import BundleReader
from habeas.desk.lifecycle.encryption import Identity, decrypted, is_encrypted
from habeas.vocabulary import InputError


class _SeenEnough(Exception):
    """Ends the reading of a file of which only the beginning is wanted."""


@contextlib.contextmanager
def opened(source: Path, identities: Sequence[Identity] = ()) -> Iterator[IO[bytes]]:
    """Within the block, read a backup.

    Raises InputError where it cannot be read, or no key is there that opens it.
    """
    try:
        locked = is_encrypted(source)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        problem = f"is not a backup: it cannot be read ({reason})"
        raise InputError(problem, "Name a file.", file=str(source)) from None
    if locked and not identities:
        remedy = "Name the file of a key that opens it with --identity."
        raise InputError("is encrypted", remedy, file=str(source))
    with decrypted(source, identities) if locked else source.open("rb") as stream:
        yield stream


def refuse_other_file(source: Path, identities: Sequence[Identity] = ()) -> None:
    """Raise InputError where a file is no backup, or no key opens it; nothing is written."""
    with contextlib.suppress(_SeenEnough), opened(source, identities) as stream:
        BundleReader(stream, source)
        raise _SeenEnough
