"""A piece of work in a child process: its steps of writing numbered, or killed before one."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from torture.kills import ptrace
from torture.kills.system_calls import Call, numbered

ALL_CHILDREN = 0x40000000
"""Threads too (__WALL)."""

CREATES = os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class Step:
    """One step of writing: what kind, and which file, told from the folder that is watched."""

    kind: str
    file: str


@dataclass(frozen=True)
class Run:
    """What a run of a child came to.

    steps: those that it began. killed: whether it was killed before the last of them. code: with
    what it ended, None where it was killed.
    """

    steps: tuple[Step, ...]
    killed: bool
    code: int | None
    seconds: float = 0.0


def run(work: Callable[[], int]) -> int:
    """Do work in a child and return its exit code, negative where a signal ended it."""
    child = os.fork()
    if child == 0:
        _work_and_leave(work)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run_for(work: Callable[[], int], seconds: float) -> Run:
    """Do work in a child and kill it after so long, unless it is done."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        _work_and_leave(work)
    with contextlib.suppress(OSError):  # it may have done so itself already
        os.setpgid(child, child)
    while (left := began + seconds - time.monotonic()) > 0:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return Run((), killed=False, code=os.waitstatus_to_exitcode(status))
        time.sleep(min(left, 0.002))
    os.killpg(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Run((), killed=code < 0, code=None if code < 0 else code)


def run_traced(
    work: Callable[[], int],
    inside: Path,
    kill_before: int = 0,
    look: Callable[[int, Step], None] = lambda _number, _step: None,
) -> Run:
    """Do work in a child, its steps on files inside a folder numbered from 1.

    kill_before: the number of the step before which it, and all that it started, is killed; 0 for
    none. The last state that a kill can leave is that before the end, which is a run that is whole.
    look: is called with each step before it is done, while the child stands still: what lies on the
    disk then is what a kill would leave there.
    """
    calls = numbered()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        ptrace.ask_to_be_watched()
        os.kill(os.getpid(), signal.SIGSTOP)
        ptrace.stop_before(calls)
        _work_and_leave(work)
    os.waitpid(child, 0)
    ptrace.watch(child)
    ptrace.go_on(child)
    watcher = _Watcher(child, calls, str(inside), kill_before)
    watcher.look = look
    code = watcher.watch()
    steps = tuple(watcher.steps)
    return Run(steps, watcher.killed, None if watcher.killed else code, time.monotonic() - began)


def _work_and_leave(work: Callable[[], int]) -> None:
    code = 70
    try:
        code = work()
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    except BaseException:  # noqa: BLE001  (a child must never go on as its parent would)
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)


class _Watcher:
    """The loop over what the kernel tells of a child and of all that it starts."""

    def __init__(self, child: int, calls: dict[int, Call], inside: str, kill_before: int) -> None:
        self.child, self.calls, self.inside = child, calls, inside
        self.kill_before = kill_before
        self.steps: list[Step] = []
        self.killed = False
        self.look: Callable[[int, Step], None] = lambda _number, _step: None
        self.seen = {child}
        self.living = {child}

    def watch(self) -> int:
        """Watch until the child and all that it started have ended; return the child's exit code.

        Whatever else the watcher's own process has started may go on: it is not waited for.
        """
        code = 0
        while self.living:
            process, status = os.waitpid(-1, ALL_CHILDREN)
            if os.WIFSTOPPED(status):
                self._stopped(process, status)
                continue
            self._meet(process)
            self.living.discard(process)
            if process == self.child:
                code = os.waitstatus_to_exitcode(status)
        return code

    def _meet(self, process: int) -> bool:
        """Count a process among the living the first time that it is met; return whether it is."""
        fresh = process not in self.seen
        if fresh:
            self.seen.add(process)
            self.living.add(process)
        return fresh

    def _stopped(self, process: int, status: int) -> None:
        event, number = status >> 16, os.WSTOPSIG(status)
        fresh = self._meet(process)
        if event == ptrace.SECCOMP_STOP:
            self._before_call(process)
        elif event in ptrace.BIRTHS and (born := ptrace.born_at(process)):
            self._meet(born)
            if self.killed:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(born, signal.SIGKILL)
        deliver = 0 if event or number == signal.SIGTRAP else number
        # The stop with which a new thread or process begins is of our making.
        ptrace.go_on(process, 0 if fresh and number == signal.SIGSTOP else deliver)

    def _before_call(self, process: int) -> None:
        number, arguments = ptrace.call_at(process)
        step = self._step(process, self.calls[number], arguments)
        if step is None or self.killed:
            return
        self.steps.append(step)
        self.look(len(self.steps), step)
        if len(self.steps) == self.kill_before:
            self.killed = True
            for each in self.seen:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(each, signal.SIGKILL)

    def _step(self, process: int, call: Call, arguments: tuple[int, ...]) -> Step | None:
        if call.handle is not None:
            path = ptrace.path_of_handle(process, arguments[call.handle])
            path = "database" if path.startswith("socket:") else path
        else:
            if call.kind == "create" and not arguments[(call.path or 0) + 1] & CREATES:
                return None
            path = self._path(process, call, arguments)
        if path == "database":
            return Step("commit", path) if call.name == "sendto" else None
        if not path.startswith(self.inside + "/"):
            return None
        file = path[len(self.inside) + 1 :].removesuffix(" (deleted)")
        return Step(_kind(call.kind, file), file)

    def _path(self, process: int, call: Call, arguments: tuple[int, ...]) -> str:
        text = ptrace.text_at(process, arguments[call.path or 0])
        folder = ptrace.AT_CURRENT if call.folder is None else arguments[call.folder]
        return os.path.normpath(os.path.join(ptrace.path_of_handle(process, folder), text))  # noqa: PTH118


def _kind(kind: str, file: str) -> str:
    """Return the kind of a step: a commit of SQLite is the fsync of its log or of its file."""
    return "commit" if kind == "fsync" and ".sqlite3" in file else kind
