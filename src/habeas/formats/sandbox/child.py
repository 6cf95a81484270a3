"""What a child does: give everything up, read one job, answer."""

from __future__ import annotations

import importlib
import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, cast

from habeas.formats.sandbox.confinement import confine
from habeas.formats.sandbox.limits import Limits
from habeas.formats.sandbox.messages import Pieces, Send, receive_message, send_message
from habeas.formats.sandbox.unreadable import refusal
from habeas.vocabulary import InputError

Answer = tuple[dict[str, Any], bytes]
Task = Callable[[Mapping[str, Any], BinaryIO], Iterator[Answer]]
"""Reads a job's input and answers, in plain values and bytes; a function of a module's TASKS."""

LARGEST_JOB = 100_000_000
KEPT_INPUT, KEPT_OUTPUT = 0, 1
"""Where a child that is kept from job to job is asked and answers: its standard streams."""


def load_tasks(modules: Sequence[str]) -> dict[str, Task]:
    """Import the modules that read, have them load what they will need, and name their tasks."""
    tasks: dict[str, Task] = {}
    for name in modules:
        module = importlib.import_module(name)
        tasks |= module.TASKS
        module.warm()
    return tasks


def run_job(
    incoming: int, outgoing: int, tasks: Mapping[str, Task], *, confined: bool, own: bool = False
) -> None:
    """Read one job from a file descriptor and answer on another.

    confined: whether this process has given everything up already. own: whether all files that it
    has open are its own, as threads of a library need them.
    """
    receive, send = receiving(incoming), sending(outgoing)
    job, _ = receive_message(receive, LARGEST_JOB)
    if not confined:
        keep = None if own else (0, 1, 2, incoming, outgoing)
        confine(Limits(**job["limits"]), keep=keep)
    pieces = Pieces(receive)
    task = tasks[job["task"]]
    try:
        for header, body in task(job["given"], buffered(pieces)):
            send_message(send, {"answer": header}, body)
        last: dict[str, Any] = {"end": True}
    except InputError as error:
        last = {"refused": refusal(error)}
    except MemoryError:
        last = {"failed": "memory"}
    except BaseException as error:  # noqa: BLE001 - a panic of a library in Rust is no Exception
        last = {"failed": "error", "name": type(error).__name__[:60]}
    pieces.drain()
    send_message(send, last)


def buffered(pieces: Pieces) -> BinaryIO:
    """Return a stream that is read in any portions."""
    return cast("BinaryIO", io.BufferedReader(pieces, 1 << 16))


def receiving(incoming: int) -> Callable[[int], bytes]:
    """Return what receives exactly so many bytes from a file descriptor."""

    def receive(count: int) -> bytes:
        parts = []
        while count:
            part = os.read(incoming, min(count, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    return receive


def sending(outgoing: int) -> Send:
    """Return what sends all of some bytes to a file descriptor."""

    def send(content: bytes) -> None:
        left = memoryview(content)
        while left:
            left = left[os.write(outgoing, left) :]

    return send
