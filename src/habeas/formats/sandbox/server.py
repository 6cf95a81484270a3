"""The process from which children are forked: warmed, without secrets, and it reads no file.

``python -m habeas.formats.sandbox.server fork MODULE...`` forks a child whenever its standard
input, a socket, hands over the ends of a job; its end ends all children. ``… keep MODULE...`` reads
jobs itself, one after the other, for platforms that do not fork, and ``… once MODULE...`` one job,
for libraries whose threads no forked child would have.
"""

from __future__ import annotations

import array
import contextlib
import gc
import os
import signal
import socket
import struct
import sys
import time
from collections.abc import Mapping

from habeas.formats.sandbox.child import KEPT_INPUT, KEPT_OUTPUT, Task, load_tasks, run_job
from habeas.formats.sandbox.confinement import confine, prepare
from habeas.formats.sandbox.limits import Limits

BEGIN, END = b"b", b"e"
PROCESS = struct.Struct(">q")
GRACE = 0.5
"""Seconds in which a child that has said all ends by itself."""


def main(way: str, *modules: str) -> None:
    """Serve until the parent goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # what is loaded here stays, so that looking for rubbish in it is vain
    tasks = load_tasks(modules)
    if way == "keep":
        gc.enable()
        serve_jobs(tasks)
    elif way == "once":
        gc.enable()
        prepare()
        run_job(KEPT_INPUT, KEPT_OUTPUT, tasks, confined=False, own=True)
        os._exit(0)  # threads of libraries would be waited for
    else:
        prepare()
        gc.freeze()  # so that a child's collector does not copy what it shares with this process
        gc.enable()
        serve_forks(tasks)


def serve_jobs(tasks: Mapping[str, Task]) -> None:
    """Read job after job in this process."""
    confine(Limits(processor=10**6), keep=(KEPT_INPUT, KEPT_OUTPUT))
    with contextlib.suppress(EOFError):
        while True:
            run_job(KEPT_INPUT, KEPT_OUTPUT, tasks, confined=True)


def serve_forks(tasks: Mapping[str, Task]) -> None:
    """Fork children for as long as somebody asks for them."""
    control = socket.socket(fileno=os.dup(0))
    # What a child, or a library in it, says on the standard streams is for nobody.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    children: set[int] = set()
    try:
        while True:
            asked, ancillary, _, _ = control.recvmsg(1 + PROCESS.size, socket.CMSG_SPACE(12))
            if asked[:1] == BEGIN:
                child = forked(ends_in(ancillary), tasks, control)
                children.add(child)
                control.sendall(PROCESS.pack(child))
            elif asked[:1] == END:
                (child,) = PROCESS.unpack(asked[1:])
                children.discard(child)
                control.sendall(PROCESS.pack(ended(child)))
            else:
                return
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)


def ends_in(ancillary: list[tuple[int, int, bytes]]) -> tuple[int, int, int]:
    """Return the file descriptors that came with a request: input, answers, last words."""
    ends = array.array("i")
    for _, _, content in ancillary:
        ends.frombytes(content[: len(content) - len(content) % ends.itemsize])
    incoming, outgoing, words = ends
    return incoming, outgoing, words


def forked(ends: tuple[int, int, int], tasks: Mapping[str, Task], control: socket.socket) -> int:
    """Fork a child for one job; return its process id."""
    child = os.fork()
    if child:
        for end in ends:
            os.close(end)
        return child
    status = 1
    try:
        control.close()
        incoming, outgoing, words = ends
        # Who fills the pipe of last words must not wait for somebody to read it.
        os.set_blocking(words, False)
        os.dup2(words, 2)
        os.close(words)
        run_job(incoming, outgoing, tasks, confined=False)
        status = 0
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """Wait for a child that has said all, kill one that does not end, and return its status."""
    until = time.monotonic() + GRACE
    while time.monotonic() < until:
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return status
        time.sleep(0.0005)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


if __name__ == "__main__":
    main(*sys.argv[1:])
