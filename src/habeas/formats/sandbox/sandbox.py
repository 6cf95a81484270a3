"""Asks a child to read what is not trusted, and believes nothing that comes back."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from habeas.formats.sandbox.channels import (
    Channel,
    Children,
    ForkServer,
    KeptChild,
    OutOfTime,
    ThreadedChildren,
)
from habeas.formats.sandbox.child import Answer
from habeas.formats.sandbox.limits import Limits
from habeas.formats.sandbox.messages import (
    BadMessage,
    receive_message,
    send_message,
    send_pieces,
)
from habeas.formats.sandbox.unreadable import (
    ALONE,
    OUTPUT,
    Unreadable,
    of_status,
    reader_failed,
    refused_by_child,
    too_large,
    too_long,
)
from habeas.vocabulary import HabeasError, InputError

FITS_A_PIPE = 32_000
"""Bytes that a pipe holds; with more, a child may answer and wait before it has read all."""

HEADROOM = 1000
"""Bytes of a message beyond its answer."""


def forks() -> bool:
    """Whether children are forked on this platform."""
    return hasattr(os, "fork") and hasattr(os, "posix_spawn")


class Sandbox:
    """Children that run the tasks of some modules; several threads may ask at a time.

    modules: each has TASKS (by name) and ``warm``, which loads what they need before any file is
    there. threads: whether a library of theirs begins threads of its own, which no forked child
    has; each job is then given a fresh process, whose threads were begun while it was warmed.
    Started when it is first asked.
    """

    def __init__(
        self,
        *modules: str,
        limits: Limits | None = None,
        fork: bool | None = None,
        threads: bool = False,
    ) -> None:
        self.modules: Sequence[str] = modules
        self.limits = limits or Limits()
        self.fork = forks() if fork is None else fork
        self.threads = threads
        self._children: Children | None = None
        self._process = 0
        self._lock = threading.Lock()

    def ask(
        self,
        task: str,
        given: Mapping[str, Any],
        content: list[bytes],
        limits: Limits | None = None,
    ) -> list[Answer]:
        """Return all answers to one job. Raises InputError where there is no whole answer."""
        return list(self.answers(task, given, content, limits))

    def answers(
        self,
        task: str,
        given: Mapping[str, Any],
        content: Iterable[bytes],
        limits: Limits | None = None,
    ) -> Iterator[Answer]:
        """Go through the answers to one job as they come; content comes in pieces.

        Raises InputError where the child refuses the file, and Unreadable where it does not hold.
        """
        bounds = limits or self.limits
        channel, number, children = self._begun()
        failure: InputError | None = None
        finished = False
        try:
            yield from _conversation(channel, task, given, content, bounds)
            finished = True
        except InputError as error:
            failure = error
            finished = not isinstance(error, Unreadable)
        except OutOfTime:
            failure = too_long(bounds)
        except BadMessage:
            failure = Unreadable("says more than a document can, or nonsense", ALONE, limit=OUTPUT)
        except (EOFError, OSError):
            pass
        finally:
            words = b"" if finished else channel.last_words()
            status = children.end(channel, number, failed=not finished)
        if failure or not finished:
            raise failure or of_status(status, bounds, words)

    def _begun(self) -> tuple[Channel, int, Children]:
        for _ in range(2):
            children = self._ready()
            try:
                return (*children.begin(), children)
            except (EOFError, OSError):
                with self._lock:
                    if self._children is children:
                        self._children = None
        raise HabeasError(
            "The process that opens untrusted files cannot be started. Is there memory left?"
        )

    def _ready(self) -> Children:
        with self._lock:
            if self._children is None or self._process != os.getpid():
                # A process that was forked from ours must not talk with our children.
                self._children = self._way()(self.modules)
                self._process = os.getpid()
            return self._children

    def _way(self) -> Callable[[Sequence[str]], Children]:
        if self.threads:
            return ThreadedChildren
        return ForkServer if self.fork else KeptChild

    def close(self) -> None:
        """End all children; one that is asked again starts anew."""
        with self._lock:
            if self._children is not None and self._process == os.getpid():
                self._children.close()
            self._children = None


def _conversation(
    channel: Channel,
    task: str,
    given: Mapping[str, Any],
    content: Iterable[bytes],
    limits: Limits,
) -> Iterator[Answer]:
    """Hand over a job and go through its answers."""
    channel.within(limits.wall)
    job = {"task": task, "given": given, "limits": asdict(limits)}
    send_message(channel.send, job)
    feeding = threading.Thread(target=_feed, args=(channel, content), daemon=True)
    if isinstance(content, list) and sum(map(len, content)) <= FITS_A_PIPE:
        send_pieces(channel.send, content)
    else:
        feeding.start()
    left = limits.output + HEADROOM
    while True:
        channel.within(limits.wall)
        header, body = receive_message(channel.receive, left)
        left -= len(body) + 16
        if isinstance(answer := header.get("answer"), dict):
            yield answer, body
            continue
        if "end" not in header:
            raise _failure(header, limits)
        if feeding.ident:
            feeding.join()
        return


def _feed(channel: Channel, content: Iterable[bytes]) -> None:
    with contextlib.suppress(OSError):
        send_pieces(channel.feed, content)


def _failure(header: Mapping[str, Any], limits: Limits) -> InputError:
    """Return what a child says went wrong; of its words only texts and numbers are taken."""
    if isinstance(told := header.get("refused"), dict):
        return refused_by_child(told)
    if header.get("failed") == "memory":
        return too_large(limits)
    return reader_failed(str(header.get("name", "unknown"))[:60])
