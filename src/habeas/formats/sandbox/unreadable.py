"""Why a document cannot be read: what its reader says, or what ended the reader."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.formats.sandbox.limits import Limits
from habeas.vocabulary import InputError

ALONE = "Save its words alone, as a text."
MEMORY, PROCESSOR, WALL, OUTPUT = "memory", "processor time", "time", "output"
NO_MEMORY = (b"memory allocation of", b"bad_alloc", b"out of memory")
"""What libraries in Rust and C++ say before they end a process to which memory was refused."""


@dataclass
class Unreadable(InputError):
    """A file over which its reader failed: too much memory, time or output, or a defect.

    limit: which limit it met, one of MEMORY, PROCESSOR, WALL and OUTPUT; "" where it is not known.
    """

    limit: str = ""


def refusal(error: InputError) -> dict[str, Any]:
    """Return an error as plain values."""
    names = ("problem", "remedy", "file", "line", "column", "value")
    plain = {name: getattr(error, name) for name in names}
    return plain | {"reader_failed": isinstance(error, Unreadable)}


def refused_by_child(told: Mapping[str, Any]) -> InputError:
    """Return the error that a child tells of; of its words only texts and a line are taken."""
    texts = {
        name: str(told[name])[:2000].encode("utf-8", "replace").decode()
        for name in ("problem", "remedy", "file", "column", "value")
        if told.get(name) is not None
    }
    texts.setdefault("problem", "cannot be read")
    line = told.get("line")
    kind = Unreadable if told.get("reader_failed") is True else InputError
    return kind(**texts, line=line if type(line) is int else None)


def of_status(status: int, limits: Limits, words: bytes = b"") -> Unreadable:
    """Return why a child ended before it had answered; words: its last, on standard error."""
    number = status & 0x7F
    if number in (getattr(signal, "SIGXCPU", -1), getattr(signal, "SIGALRM", -1)):
        return too_long(limits, PROCESSOR)
    if any(sign in words for sign in NO_MEMORY):
        return too_large(limits)
    if number == getattr(signal, "SIGKILL", -1):
        # The hard limit of processor time, or the system, which was short of memory.
        return Unreadable("needs more time or memory to be read than a document is given", ALONE)
    return Unreadable("broke its reader, which was ended", ALONE)


def too_long(limits: Limits, limit: str = WALL) -> Unreadable:
    """Return the error about a document that takes too long."""
    most = f"{limits.processor} seconds of processor time, {limits.wall:g} in all"
    return Unreadable(
        f"takes longer to be read than a document is given ({most})", ALONE, limit=limit
    )


def too_large(limits: Limits) -> Unreadable:
    """Return the error about a document that takes too much memory."""
    most = f"{limits.memory // 1_000_000:,} MB"
    return Unreadable(
        f"needs more memory to be read than a document is given ({most})", ALONE, limit=MEMORY
    )


def reader_failed(name: str) -> Unreadable:
    """Return the error about a document over which a reader raised what nobody foresaw."""
    return Unreadable(f"cannot be read: its reader failed over it ({name})", ALONE)
