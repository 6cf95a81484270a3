"""The way to a child: forked for each job, or kept until one fails."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import IO, Protocol

from habeas.formats.sandbox.server import BEGIN, END, PROCESS

SERVER = "habeas.formats.sandbox.server"
LAST_WORDS = 4096
"""Bytes that are read of what a child has said before it ended."""


class OutOfTime(Exception):
    """A child did not take its input, or did not answer, in time."""


class Channel:
    """Two file descriptors to a child, with a limit of time that ``within`` sets.

    words: a third, of what a child says on its standard error, where that is listened to.
    """

    def __init__(self, to_child: int, from_child: int, words: int | None = None) -> None:
        self.to_child, self.from_child, self.words = to_child, from_child, words
        self.until = 0.0
        if os.name == "posix":
            os.set_blocking(to_child, False)
            os.set_blocking(from_child, False)

    def within(self, seconds: float) -> None:
        """Set how long all that follows may take."""
        self.until = time.monotonic() + seconds

    def send(self, content: bytes) -> None:
        """Send all of some bytes. Raises OutOfTime, and OSError where the child has gone."""
        self._send(content, patient=False)

    def feed(self, content: bytes) -> None:
        """Send, for as long as it takes: whoever reads the answers may pause."""
        self._send(content, patient=True)

    def _send(self, content: bytes, *, patient: bool) -> None:
        left = memoryview(content)
        while left:
            self._wait(self.to_child, writing=True, patient=patient)
            with contextlib.suppress(BlockingIOError):
                left = left[os.write(self.to_child, left) :]

    def receive(self, count: int) -> bytes:
        """Return exactly so many bytes. Raises OutOfTime, and EOFError where the child has gone."""
        parts = []
        while count:
            self._wait(self.from_child, writing=False, patient=False)
            try:
                part = os.read(self.from_child, min(count, 1 << 20))
            except BlockingIOError:
                continue
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def last_words(self) -> bytes:
        """Return the beginning of what a child has said on its standard error."""
        if self.words is None:
            return b""
        os.set_blocking(self.words, False)
        with contextlib.suppress(OSError):
            return os.read(self.words, LAST_WORDS)
        return b""

    def _wait(self, end: int, *, writing: bool, patient: bool) -> None:
        if os.name != "posix":
            return  # there the child is killed when its time is over, which ends the waiting
        watched = select.poll()
        watched.register(end, select.POLLOUT if writing else select.POLLIN)
        left = None if patient else max(0.0, self.until - time.monotonic()) * 1000
        if not watched.poll(left):
            raise OutOfTime

    def close(self) -> None:
        """Close this side."""
        for end in (self.to_child, self.from_child, self.words):
            if end is None:
                continue
            with contextlib.suppress(OSError):
                os.close(end)


class Children(Protocol):
    """Where children come from."""

    def begin(self) -> tuple[Channel, int]:
        """Return the way to a child, and its number."""

    def end(self, channel: Channel, number: int, *, failed: bool) -> int:
        """End a child's job; return its status, as of os.waitpid, where it is known, else 0."""

    def close(self) -> None:
        """End all of it."""


def started(way: str, modules: Sequence[str], **streams: object) -> subprocess.Popen[bytes]:
    """Start a fresh interpreter with a cleared environment."""
    environment = {
        "PYTHONPATH": os.pathsep.join(place for place in sys.path if place),
        "PYTHONUTF8": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "POLARS_MAX_THREADS": "1",
        **{name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
    }
    # Without -B it would write compiled modules, which a disk that is full cuts.
    command = [sys.executable, "-B", "-m", SERVER, way, *modules]
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # noqa: S603
        command, env=environment, start_new_session=True, **streams
    )


class ForkServer:
    """Children forked from a warmed process that holds no secrets, one for each job."""

    def __init__(self, modules: Sequence[str]) -> None:
        self.control, theirs = socket.socketpair()
        self.process = started("fork", modules, stdin=theirs, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)  # fmt: skip
        theirs.close()
        self.lock = threading.Lock()

    def begin(self) -> tuple[Channel, int]:
        """Have a child forked. Raises OSError or EOFError where the server has gone."""
        incoming, to_child = os.pipe()
        from_child, outgoing = os.pipe()
        words, saying = os.pipe()
        theirs = (incoming, outgoing, saying)
        channel = Channel(to_child, from_child, words)
        try:
            with self.lock:
                socket.send_fds(self.control, [BEGIN], theirs)
                child = self._answer()
        except BaseException:
            channel.close()
            raise
        finally:
            for end in theirs:
                os.close(end)
        return channel, child

    def end(self, channel: Channel, number: int, *, failed: bool) -> int:  # noqa: ARG002
        """Have a child ended, by force where it does not end by itself."""
        channel.close()
        with self.lock:
            self.control.sendall(END + PROCESS.pack(number))
            return self._answer()

    def _answer(self) -> int:
        answer = self.control.recv(PROCESS.size, socket.MSG_WAITALL)
        if len(answer) < PROCESS.size:
            raise EOFError
        (number,) = PROCESS.unpack(answer)
        return int(number)

    def close(self) -> None:
        """End the server, and with it all its children."""
        self.control.close()
        self.process.wait()


class KeptChild:
    """One child that reads job after job, and is thrown away after a failure."""

    def __init__(self, modules: Sequence[str]) -> None:
        self.modules = modules
        self.process: subprocess.Popen[bytes] | None = None
        self.channel: Channel | None = None
        self.busy = threading.Lock()

    def begin(self) -> tuple[Channel, int]:
        """Return the way to the child, which is started where there is none."""
        self.busy.acquire()
        if self.process is None or self.channel is None:
            process = started(
                "keep", self.modules, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, bufsize=0,
            )  # fmt: skip
            self.process = process
            self.channel = Channel(process.stdin.fileno(), process.stdout.fileno())  # type: ignore[union-attr]
        return self.channel, self.process.pid

    def end(self, channel: Channel, number: int, *, failed: bool) -> int:  # noqa: ARG002
        """Keep the child where all went well, else throw it away."""
        status = 0
        if failed and self.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.5)
            self.process.kill()
            status = self._forget()
        self.busy.release()
        return status

    def _forget(self) -> int:
        process, self.process, self.channel = self.process, None, None
        if process is None:
            return 0
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        status = process.wait()
        return -status if status < 0 else status << 8

    def close(self) -> None:
        """End the child."""
        if self.process is not None:
            self.process.kill()
            self._forget()


class ThreadedChildren:
    """A fresh process for each job, for libraries with threads of their own."""

    def __init__(self, modules: Sequence[str]) -> None:
        self.modules = modules
        self.processes: dict[int, subprocess.Popen[bytes]] = {}

    def begin(self) -> tuple[Channel, int]:
        """Start a process."""
        process = started(
            "once", self.modules, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, bufsize=0,
        )  # fmt: skip
        self.processes[process.pid] = process
        ends = [os.dup(stream.fileno()) for stream in streams_of(process)]
        for stream in streams_of(process):
            stream.close()
        return Channel(*ends), process.pid

    def end(self, channel: Channel, number: int, *, failed: bool) -> int:  # noqa: ARG002
        """End a process, by force where it does not end by itself; return its status."""
        channel.close()
        process = self.processes.pop(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.5)
        process.kill()
        status = process.wait()
        return -status if status < 0 else status << 8

    def close(self) -> None:
        """End all of them."""
        for process in self.processes.values():
            process.kill()
            process.wait()
        self.processes.clear()


def streams_of(process: subprocess.Popen[bytes]) -> list[IO[bytes]]:
    """Return the standard streams of a process that are pipes."""
    return [one for one in (process.stdin, process.stdout, process.stderr) if one is not None]
