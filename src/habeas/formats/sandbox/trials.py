"""What a hostile document might have its reader do, tried by a child to see that it cannot.

Each trial answers ``{"held": …}``; those that exceed a limit of the system never come to answer.
"""

from __future__ import annotations

import errno
import os
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from habeas.formats.sandbox.child import Answer, Task

MEGABYTE = 1_000_000


def memory(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Take memory without end."""
    stream.read()
    taken: list[bytearray] = []
    while len(taken) < given.get("megabytes", 20_000):
        taken.append(bytearray(b"x") * MEGABYTE)
    yield {"held": False}, b""


def processor(_given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Compute without end."""
    stream.read()
    while True:
        pass
    yield {"held": False}, b""


def wall(_given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Sleep."""
    stream.read()
    time.sleep(3600)
    yield {"held": False}, b""


def output(_given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer without end."""
    stream.read()
    while True:
        yield {"held": False}, b"x" * MEGABYTE


def refused(attempt: Callable[[Mapping[str, Any]], object]) -> Task:
    """Return a trial that answers whether the system refused an attempt."""

    def trial(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
        stream.read()
        held = True
        with suppress(OSError):
            attempt(given)
            held = False
        yield {"held": held}, b""

    return trial


def begin_a_process(_given: Mapping[str, Any]) -> None:
    """Fork."""
    if not os.fork():
        os._exit(0)


def write_a_file(given: Mapping[str, Any]) -> None:
    """Write a file."""
    Path(given["path"]).write_bytes(b"x")


def read_a_file(given: Mapping[str, Any]) -> bytes:
    """Read a file, such as the store's database."""
    return Path(given["path"]).read_bytes()


def open_a_socket(_given: Mapping[str, Any]) -> None:
    """Open a socket, as every connection needs."""
    socket.socket().close()


def end_the_parent(_given: Mapping[str, Any]) -> None:
    """Send the parent a signal, though none that does anything."""
    os.kill(os.getppid(), 0)


def environment(_given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with the environment."""
    stream.read()
    yield {"environment": dict(os.environ)}, b""


def descriptors(_given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with how many file descriptors are open beside the standard streams."""
    stream.read()
    found = 0
    for number in range(3, 4096):
        try:
            os.lseek(number, 0, os.SEEK_CUR)
        except OSError as error:
            found += error.errno == errno.ESPIPE  # a pipe, which has no place to stand at
        else:
            found += 1
    yield {"open": found}, b""


def talk(_given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer piece by piece, before all has been read."""
    while piece := stream.read(MEGABYTE):
        yield {"held": True}, piece


def echo(_given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with what came."""
    yield {"held": True}, stream.read()


def warm() -> None:
    """Have nothing to load."""


TASKS: dict[str, Task] = {
    "memory": memory,
    "processor": processor,
    "wall": wall,
    "output": output,
    "process": refused(begin_a_process),
    "write": refused(write_a_file),
    "read": refused(read_a_file),
    "socket": refused(open_a_socket),
    "signal": refused(end_the_parent),
    "environment": environment,
    "descriptors": descriptors,
    "talk": talk,
    "echo": echo,
}
