"""The states on the disk that kills can leave, told apart by what the next start can see.

A kill leaves what was written before it. While a process stands still before a step, a copy of the
folder is what a kill would leave; steps between which nothing changes that can be seen (a page of
SQLite's log that is not committed yet) leave one and the same state.
"""

from __future__ import annotations

import re
import shutil
import struct
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from torture.kills.tracing import Step
from torture.kills.world import World

CHANCE = re.compile(r"(?<=[.\-])[a-z0-9_]{8}(?=/|$)|\b[0-9a-f]{32,64}\b|tmp[a-z0-9_]{8}")
"""The parts of names that chance, or a digest, makes."""

ALWAYS = ("rename", "commit", "link")
"""Kinds of steps around which every state is judged."""

OFTEN = 4


@dataclass(frozen=True)
class State:
    """A state on the disk. number, step: before which step it lay there first."""

    number: int
    step: Step
    folder: Path


@dataclass
class States:
    """Gathers the states that a run goes through.

    every: whether all are kept; else, of the states before steps of one kind on files of one
    shape, the first few and then ever fewer. distinct: how many there were.
    """

    world: World
    every: bool = False
    kept: list[State] = field(default_factory=list)
    distinct: int = 0
    _last: tuple[object, ...] = ()
    _of_kind: Counter[tuple[str, str]] = field(default_factory=Counter)
    _last_kind: str = ""

    def look(self, number: int, step: Step) -> None:
        """Look at what lies on the disk before a step, and keep a copy of it where it is new."""
        now = (said_lines(self.world), *fingerprint(self.world))
        after, self._last_kind = self._last_kind, step.kind
        if now == self._last:
            return
        confirmed = bool(self._last) and now[0] != self._last[0]
        self._last = now
        self.distinct += 1
        key = (step.kind, shape(step.file))
        self._of_kind[key] += 1
        wanted = {step.kind, after} & set(ALWAYS) or confirmed or is_rare(self._of_kind[key])
        if self.every or wanted:
            folder = self.world.root / "states" / f"{number:05}"
            shutil.copytree(self.world.inside, folder / "world", symlinks=True)
            shutil.copy(self.world.said, folder / "said.txt")
            self.kept.append(State(number, step, folder))


def is_rare(number: int) -> bool:
    """Whether the n-th of many is one of a few: the first four, then ever fewer."""
    return number <= OFTEN or number & (number - 1) == 0


def lay(world: World, state: State) -> None:
    """Put a state into the world, as a kill would have left it."""
    shutil.rmtree(world.inside, ignore_errors=True)
    shutil.copytree(state.folder / "world", world.inside, symlinks=True)
    shutil.copy(state.folder / "said.txt", world.said)


def shape(file: str) -> str:
    """Return a path without chance, and without what a folder of many files differs in."""
    parts = CHANCE.sub("*", file).split("/")
    return "/".join(parts[:2] if parts[0].startswith((".", "tmp")) else parts[:3])


def said_lines(world: World) -> int:
    """Return how many lines the work has said so far, which count as confirmed."""
    return world.said.read_bytes().count(b"\n")


def fingerprint(world: World) -> tuple[object, ...]:
    """Return what can be seen of a folder: names and sizes, and what SQLite has committed."""
    seen: list[tuple[str, int]] = []
    for path in sorted(world.inside.rglob("*")):
        name = path.relative_to(world.inside).as_posix()
        if path.name.endswith("-shm"):
            continue
        if path.name.endswith("-wal"):
            seen.append((name, committed(path.read_bytes())))
        elif path.is_symlink() or path.is_dir():
            seen.append((CHANCE.sub("*", name), -1))
        else:
            seen.append((CHANCE.sub("*", name), path.stat().st_size))
    return tuple(sorted(seen))


def committed(log: bytes) -> int:
    """Return how many commits stand whole in a write-ahead log of SQLite.

    Source: the file format of SQLite, 4.1 and 4.2 (sqlite.org/fileformat2.html).
    """
    if len(log) < 32:
        return 0
    page = struct.unpack_from(">I", log, 8)[0]
    found = 0
    for start in range(32, len(log) - 24 - page + 1, 24 + page):
        size, salts = struct.unpack_from(">I8s", log, start + 4)
        if salts != log[16:24]:
            break
        found += size > 0
    return found
