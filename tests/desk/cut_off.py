"""A verb of a store, killed at each of its steps, and run again: what is found is printed as JSON.

``python cut_off.py SCENARIO FOLDER POINTS [DATABASE_SERVER]``, POINTS being how many of the steps
are tried, or 0 for all. A program of its own, since one process
opens one store: each attempt is a fork of this process, which has opened none.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pyrage
from death import dies, in_a_fork, sample, steps_of
from django.core.management import call_command

from habeas.cli import main as habeas
from habeas.desk.lifecycle import creation, encryption, source
from habeas.desk.store import unfinished


def verb(*words: str | Path) -> Callable[[], None]:
    """Return what types a verb."""

    def work() -> None:
        sys.argv = ["habeas", *map(str, words)]
        habeas()

    return work


class Attempts:
    """The attempts of one scenario; ``wrong`` is what was found that must not be."""

    def __init__(self, folder: Path, most: int, server: str) -> None:
        self.folder, self.most, self.server = folder, most, server
        self.log = folder / "said.txt"
        self.wrong: list[str] = []
        self.killed = 0
        self.key = folder / "key.txt"
        identity = pyrage.x25519.Identity.generate()
        self.key.write_text(f"{identity}\n")
        self.to = str(identity.to_public())

    def database(self, name: str, like: str = "") -> list[str]:
        """Return the words for a database of the kind tested: empty, or ``like`` another."""
        if not self.server:
            return []
        import psycopg

        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")  # type: ignore[call-overload]
            words = f"CREATE DATABASE {name}" + (f" TEMPLATE {like}" if like else "")
            connection.execute(words)  # type: ignore[call-overload]
        return ["--database", urlunsplit(urlsplit(self.server)._replace(path=f"/{name}"))]

    def copy(self, name: str, first: Path, store: Path) -> None:
        """Lay a copy of a store, whose database is called ``habeas_cut_first``."""
        shutil.rmtree(store, ignore_errors=True)
        shutil.copytree(first, store)
        self.database(name, "habeas_cut_first")
        mark = store / "store.toml"
        mark.write_text(mark.read_text().replace("/habeas_cut_first", f"/{name}"))

    def must(self, what: str, *words: str | Path, code: int = 0) -> None:
        """Note it where a verb does not end as it must."""
        got = in_a_fork(verb(*words), self.log)
        if got != code:
            self.wrong.append(f"{what}: exit code {got}, not {code}: {self.log.read_text()[-400:]}")

    def points(self, work: Callable[[], None]) -> list[int]:
        """Return the steps of some work at which it is to be killed."""
        return sample(steps_of(work, self.folder / "steps.json", self.log), self.most)

    def kill(self, work: Callable[[], None], point: int) -> bool:
        """Do some work and die at a step of it; return whether it died."""
        died = dies(work, point, self.log)
        self.killed += died
        return died


def init(attempts: Attempts) -> None:
    """``init``: whatever it is killed at, run again it makes a store, and status tells before."""
    store = attempts.folder / "store"

    def words() -> list[str | Path]:
        return ["init", "--store", store, *attempts.database("habeas_cut_init")]

    points = attempts.points(verb(*words()))
    for point in points:
        shutil.rmtree(store, ignore_errors=True)
        typed = words()
        if not attempts.kill(verb(*typed), point):
            continue
        if not (store / "store.toml").exists():
            there = (store / "unfinished.toml").exists()
            attempts.must(f"status after {point}", "status", "--store", store, code=2 - there)
            attempts.must(f"again after {point}", *typed)
        attempts.must(f"verify after {point}", "status", "--store", store, "--verify")
        clean(attempts, store, point)


def clean(attempts: Attempts, store: Path, point: int) -> None:
    """Note it where a store holds more than it must."""
    left = {path.name for path in store.iterdir()} & {"unfinished.toml", ".store.toml.new"}
    work = store / "work"
    if left or (work.exists() and any(work.iterdir())):
        attempts.wrong.append(f"after {point}: {sorted(left)} is left")


def begun(attempts: Attempts, name: str) -> Path:
    """Return a store with a case, a claim and its evidence."""
    store = attempts.folder / name
    text = attempts.folder / "bulletin.txt"
    text.write_text("The ministry said on 2 January 2026 that 88 people were released.")
    database = attempts.database(f"habeas_cut_{name}")
    attempts.must("init", "init", "--store", store, "--case", "norte", "--admin", "ana", *database)
    attempts.must("add", "add", text, "--store", store)
    return store


def restore(attempts: Attempts) -> None:
    """``restore``: no store is there until all of the backup is in it and was verified."""
    kept, store = attempts.folder / "kept.age", attempts.folder / "store"
    first = begun(attempts, "first")
    attempts.must("backup", "backup", kept, "--store", first, "--to", attempts.to)

    def words() -> list[str | Path]:
        database = attempts.database("habeas_cut_restore")
        return ["restore", kept, "--store", store, "--identity", attempts.key, *database]

    for point in attempts.points(verb(*words())):
        shutil.rmtree(store, ignore_errors=True)
        typed = words()
        if not attempts.kill(verb(*typed), point):
            continue
        if not (store / "store.toml").exists():
            there = (store / "unfinished.toml").exists()
            attempts.must(f"status after {point}", "status", "--store", store, code=2 - there)
            attempts.must(f"again after {point}", *typed)
        attempts.must(f"verify after {point}", "status", "--store", store, "--verify")
        clean(attempts, store, point)


def whole(attempts: Attempts, file: Path) -> None:
    """Note it where a backup cannot be read to its end."""

    def read() -> None:
        identities = encryption.identities_of([attempts.key], lambda _: "")
        scratch = attempts.folder / "scratch"
        scratch.mkdir()
        try:
            with source.opened(file, identities) as stream:
                for _ in source.BundleReader(stream, file).pieces(scratch):
                    pass
        finally:
            shutil.rmtree(scratch)

    if in_a_fork(read, attempts.log):
        attempts.wrong.append(f"{file.name} is not whole: {attempts.log.read_text()[-400:]}")


def read_back_is_quick() -> None:
    """Have backups not be restored while they are killed: that takes a process each, and is not it.

    The real one is run without a kill, and by ``test_backups``.
    """
    from habeas.desk.lifecycle import read_back

    read_back.read_back = lambda *_: []


def backup(attempts: Attempts) -> None:
    """``backup``: a file is there whole, or not at all, and nothing readable lies anywhere else."""
    store, kept = begun(attempts, "store"), attempts.folder / "kept.age"
    words = ("backup", kept, "--store", store, "--to", attempts.to)
    read_back_is_quick()
    for point in attempts.points(verb(*words)):
        kept.unlink(missing_ok=True)
        if not attempts.kill(verb(*words), point):
            continue
        if kept.exists():
            whole(attempts, kept)
            kept.unlink()
        attempts.must(f"again after {point}", *words)
        whole(attempts, kept)
        clean(attempts, store, point)
        left = list(attempts.folder.glob(".*.unfinished"))
        if left:
            attempts.wrong.append(f"after {point}: {left}")
    attempts.must("verify", "status", "--store", store, "--verify")


def seal(attempts: Attempts) -> None:
    """``seal``: the store is whole, or its encrypted copy is; run again, only the copy is."""
    first, kept = begun(attempts, "first"), attempts.folder / "kept.age"
    store = attempts.folder / "store"
    words = ("seal", kept, "--store", store, "--to", attempts.to)
    read_back_is_quick()

    def fresh() -> None:
        kept.unlink(missing_ok=True)
        attempts.copy("habeas_cut_seal", first, store)

    fresh()
    for point in attempts.points(verb(*words)):
        fresh()
        if not attempts.kill(verb(*words), point):
            continue
        mark = store / "sealed.toml"
        if mark.exists() and 'state = "begun"' not in mark.read_text() and kept.exists():
            whole(attempts, kept)
        if not (mark.exists() and 'state = "sealed"' in mark.read_text()):
            attempts.must(f"again after {point}", *words)
        whole(attempts, kept)
        if [path.name for path in store.iterdir()] != ["sealed.toml"]:
            attempts.wrong.append(f"after {point}: {sorted(store.iterdir())} is left")
    again = ["--store", attempts.folder / "again", "--identity", attempts.key]
    database = attempts.database("habeas_cut_again")
    attempts.must("restore", "restore", kept, *again, *database)


def migrate(attempts: Attempts) -> None:
    """``status`` of a store from before: its tables are as they were, or as they are to be."""
    first, store = attempts.folder / "first", attempts.folder / "store"
    words = ("status", "--store", store)

    def older() -> None:
        setattr(creation, "migrate", migrated_before)  # noqa: B010  (a name that is not shown)
        with creation.making("init", first, *attempts.database("habeas_cut_first")[1:]):
            pass

    if in_a_fork(older, attempts.log):
        raise SystemExit(attempts.log.read_text())
    attempts.copy("habeas_cut_migrate", first, store)
    for point in attempts.points(verb(*words)):
        attempts.copy("habeas_cut_migrate", first, store)
        if not attempts.kill(verb(*words), point):
            continue
        attempts.must(f"verify after {point}", *words, "--verify")
        clean(attempts, store, point)


def migrated_before() -> None:
    """Bring the tables to where the first version of the desk left them."""
    call_command("migrate", "desk", "0002", verbosity=0, interactive=False)


SCENARIOS = {
    "init": init,
    "restore": restore,
    "backup": backup,
    "seal": seal,
    "migrate": migrate,
}


def main(scenario: str, folder: str, points: str, server: str = "") -> None:
    """Run a scenario and print what was found."""
    for name in ("HABEAS_STORE", "HABEAS_DATABASE"):
        os.environ.pop(name, None)
    attempts = Attempts(Path(folder), int(points), server)
    SCENARIOS[scenario](attempts)
    sys.stdout.write(json.dumps({"killed": attempts.killed, "wrong": attempts.wrong}))


if __name__ == "__main__":
    _ = (call_command, unfinished)  # loaded before the forks, so that each is quick
    main(*sys.argv[1:])
