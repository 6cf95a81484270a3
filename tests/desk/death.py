"""Work that is done in a process of its own and dies at a step of it, as if it were killed there.

A step is a call that changes a disk, a commit (before it, and after it), or, where asked for, a
statement to the database. For programs of their own that open one store and fork.

Such a program does all its work in forks, whose findings come back as JSON, and nothing itself that
may start a thread: a fork beside threads is refused, since it would hang now and then.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from torture.forking import refuse_threads

CALLS = ("open", "fsync", "rename", "replace", "unlink", "mkdir", "rmdir", "ftruncate")
COMMIT = "_commit"
DEATH = 9
SEED = 1

Work = Callable[[], object]


@contextlib.contextmanager
def counted(die_at: int = 0, *, statements: bool = False) -> Iterator[list[str]]:
    """Within the block, note each step, and die instead of the given one (1 is the first)."""
    from django.db.backends.base.base import BaseDatabaseWrapper as Database
    from django.db.backends.utils import CursorWrapper

    from habeas.formats.replacement import exchange

    seen: list[str] = []

    def step(name: str) -> None:
        seen.append(name)
        if len(seen) == die_at:
            os._exit(DEATH)

    def noted(name: str, call: Callable[..., Any], *, after: bool = False) -> Callable[..., Any]:
        def noted_call(*words: Any, **options: Any) -> Any:
            step(name)
            done = call(*words, **options)
            if after:
                step(f"after {name}")
            return done

        return noted_call

    with contextlib.ExitStack() as back:

        def put(owner: Any, name: str, *, after: bool = False) -> None:
            real = getattr(owner, name)
            setattr(owner, name, noted(name, real, after=after))
            back.callback(setattr, owner, name, real)

        for name in CALLS:
            put(os, name)
        put(exchange, "exchange")
        put(Database, COMMIT, after=True)
        if statements:
            put(CursorWrapper, "execute")
        yield seen


def apart(work: Callable[[], Any]) -> Any:
    """Do some work in a process of its own and return what it found, as JSON would."""
    with tempfile.NamedTemporaryFile() as told:
        path = Path(told.name)
        if code := in_a_fork(lambda: path.write_text(json.dumps(work()))):
            raise SystemExit(f"the work failed (exit code {code})")
        return json.loads(path.read_text())


def in_a_fork(work: Work, log: Path | None = None) -> int:
    """Do some work in a process of its own; return its exit code.

    log: a file for what it says, None where it may say it here. Raises RuntimeError beside threads.
    """
    refuse_threads()
    child = os.fork()
    if child == 0:
        code = 1
        if log is not None:
            with log.open("w") as said:
                os.dup2(said.fileno(), 1)
                os.dup2(said.fileno(), 2)
        try:
            work()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        except Exception:  # noqa: BLE001  (a fork must never go on as its parent would)
            traceback.print_exc()
        finally:
            with contextlib.suppress(Exception):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def dies(work: Work, step: int, log: Path | None = None, *, statements: bool = False) -> bool:
    """Do some work that dies at a step; return whether it did, False where it ended before."""

    def cut() -> None:
        with counted(step, statements=statements):
            work()

    code = in_a_fork(cut, log)
    if code not in (0, DEATH):
        said = log.read_text()[-2_000:] if log else ""
        raise SystemExit(f"the work failed (exit code {code}) at step {step}: {said}")
    return code == DEATH


def steps_of(
    work: Work, told: Path, log: Path | None = None, *, statements: bool = False
) -> list[str]:
    """Do some work in a process of its own; return the steps it takes. told: for a while."""

    def count() -> None:
        with counted(statements=statements) as seen, contextlib.suppress(SystemExit):
            work()
        told.write_text(json.dumps(seen))

    if code := in_a_fork(count, log):
        said = log.read_text()[-2_000:] if log else ""
        raise SystemExit(f"the work failed (exit code {code}): {said}")
    steps: list[str] = json.loads(told.read_text())
    return steps


def sample(steps: Sequence[str], most: int) -> list[int]:
    """Return the numbers of the steps tried: all where ``most`` is 0; else some, by chance.

    The chance is the same each time. The step that first commits something is always among them,
    so is the last, and one of each part.
    """
    if not most or len(steps) <= most:
        return list(range(1, len(steps) + 1))
    chance = random.Random(SEED)  # noqa: S311  (the same steps again, not secrets)
    commit = steps.index(COMMIT) + 1 if COMMIT in steps else 1
    bounds = [1 + part * len(steps) // (most - 1) for part in range(most - 1)]
    return sorted({commit, *(chance.randrange(*each) for each in pairwise(bounds)), len(steps)})
