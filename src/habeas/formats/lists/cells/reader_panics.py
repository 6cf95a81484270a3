"""Libraries that give up on a damaged file in a way that no ordinary handler meets."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from habeas.vocabulary import InputError

NO_MEMORY = (
    "Python API call failed",
    "PyObject pointer is null",
    "capacity overflow",
    "MemoryError",
    "AllocError",
)
"""What a panic says of memory: the calls that fail are those that make texts and rows."""


@contextlib.contextmanager
def panics_refused(kind: str) -> Iterator[None]:
    """Raise InputError where a reader written in Rust panics over a file; ``kind`` is what it is.

    Such a panic is a BaseException, which would go through everything and end a server's thread.
    Raises MemoryError where the panic was over memory that the system refused.
    """
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        if any(sign in str(error) for sign in NO_MEMORY):
            raise MemoryError from None
        raise InputError(
            f"is not {kind} that can be read (its reader gave up)", "Write it again."
        ) from None
