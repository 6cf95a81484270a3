"""Two members, the worker and backups on one store for some minutes, then what must hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from torture.races.beginning import MEMBERS


@dataclass
class Raced:
    """What came of a race. broken: by kind, what was said of it first."""

    database: str
    seconds: float
    steps: int = 0
    confirmed: int = 0
    backups: int = 0
    broken: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, told: str) -> None:
        """Write down what does not hold."""
        self.broken.setdefault(kind, told[:300])
        self.counts[kind] += 1


def race(root: Path, seconds: float, seed: int, server: str = "", restored: int = 1) -> Raced:
    """Let everybody work at once.

    server: the address of a PostgreSQL, "" for SQLite. restored: how many of the backups that are
    taken meanwhile, the last ones, are restored and verified.
    """
    done = Raced("PostgreSQL" if server else "SQLite", seconds)
    store = root / "store"
    _python("torture.races.beginning", str(store), *own_database(server, "race"))
    diaries = [root / f"{name}.jsonl" for name in MEMBERS]
    worker = _start(
        "habeas.desk.administration.worker", str(store), errors=root / "worker.txt", piped=True
    )
    members = [
        _start("torture.races.user", str(store), name, str(seed), str(seconds), str(diary),
               errors=root / f"{name}.txt")
        for name, diary in zip(MEMBERS, diaries, strict=True)
    ]  # fmt: skip
    backups = _backups(root, store, members, done)
    for member, name in zip(members, MEMBERS, strict=True):
        if member.wait():
            done.add("a member's process failed", (root / f"{name}.txt").read_text()[-300:])
    if worker.stdin:
        worker.stdin.close()
    worker.wait()
    _tally(done, diaries)
    for line in _python("torture.races.invariants", str(store), *map(str, diaries)).splitlines():
        done.add(line.partition(":")[0], line)
    for number, backup in enumerate(backups[-restored:]):
        _restore(root, backup, done, own_database(server, f"again{number}"))
    return done


def _backups(
    root: Path, store: Path, members: list[subprocess.Popen[bytes]], done: Raced
) -> list[Path]:
    """Take one backup after another while members work."""
    taken: list[Path] = []
    while any(member.poll() is None for member in members):
        target = root / f"kept-{len(taken)}.tar.gz"
        code, told = _habeas("backup", str(target), "--store", str(store))
        if code:
            done.add("a backup failed", told)
        if target.exists():
            taken.append(target)
            done.backups += 1
        else:
            time.sleep(0.5)
    return taken


def _tally(done: Raced, diaries: list[Path]) -> None:
    for line in (json.loads(text) for diary in diaries for text in diary.read_text().splitlines()):
        done.confirmed += line["kind"] == "confirmed"
        done.steps += int(line.get("steps", 0))


def _restore(root: Path, backup: Path, done: Raced, database: tuple[str, ...]) -> None:
    again = root / f"again-{backup.name.partition('.')[0]}"
    words = ("--database", *database) if database else ()
    code, told = _habeas("restore", str(backup), "--store", str(again), *words)
    if code:
        done.add("a backup cannot be restored", told)
        return
    code, told = _habeas("status", "--verify", "--store", str(again))
    if code:
        done.add("a restored backup does not verify", told)


def own_database(server: str, part: str) -> tuple[str, ...]:
    """Make an empty database where a server is given; return its address, or nothing."""
    if not server:
        return ()
    import psycopg  # noqa: PLC0415  (only where PostgreSQL is asked for)

    name = f"habeas_torture_{part}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}".encode())
        connection.execute(f"CREATE DATABASE {name}".encode())
    return (urlunsplit(urlsplit(server)._replace(path=f"/{name}")),)


def _environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in os.environ if key not in ("HABEAS_STORE", "TMPDIR")}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _start(module: str, *words: str, errors: Path, piped: bool = False) -> subprocess.Popen[bytes]:
    with errors.open("wb") as stream:
        return subprocess.Popen(
            [sys.executable, "-m", module, *words],
            stdin=subprocess.PIPE if piped else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=stream, env=_environment(),
        )  # fmt: skip


def _python(module: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        capture_output=True, text=True, check=False, env=_environment(),
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return done.stdout


def _habeas(*words: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "habeas", *words],
        capture_output=True, text=True, check=False, env=_environment(),
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr)[-300:]
