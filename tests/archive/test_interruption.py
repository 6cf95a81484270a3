"""Wherever an import is cut off, what was confirmed is there and nothing is half-written."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from habeas.archive import Archive

NOON = datetime(2026, 1, 8, 12, tzinfo=UTC)
STEPS = ("open", "write", "fsync", "rename", "replace", "unlink", "mkdir", "ftruncate")
"""The calls to the system at which an import is cut off: all those that change anything."""

DEATH = 9


def add(archive: Archive, content: bytes) -> None:
    """Add a text at noon."""
    archive.add(content, source="a.txt", at=NOON, media_type="text/plain")


@contextlib.contextmanager
def cut_off_at(step: int, strike: Callable[[], None]) -> Iterator[None]:
    """Within the block, call ``strike`` instead of the given call to the system, from 1.

    Bytes that were about to be written are written by half.
    """
    left = step
    real = {name: getattr(os, name) for name in STEPS}

    def counted(name: str) -> Callable[..., object]:
        def call(*words: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                if name == "write":
                    handle, content = words
                    real["write"](handle, bytes(content)[: len(content) // 2])
                strike()
            return real[name](*words, **options)

        return call

    for name in STEPS:
        setattr(os, name, counted(name))
    try:
        yield
    finally:
        for name in STEPS:
            setattr(os, name, real[name])


def die() -> None:
    """End this process at once, as SIGKILL would."""
    os._exit(DEATH)


def fail() -> None:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


def survives(work: Callable[[], None], step: int) -> bool:
    """Do the work in a process of its own that dies at ``step``; return whether it lived."""
    child = os.fork()
    if child == 0:
        code = DEATH + 1
        try:
            with cut_off_at(step, die):
                work()
            code = 0
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, DEATH)
    return code == 0


def confirmed_and_sound(store: Path, confirmed: set[bytes], possible: set[bytes]) -> None:
    """Check that what was confirmed is there, that all is well, and that adding goes on."""
    archive = Archive(store)
    there = {archive.read(entry.sha256) for entry in archive.entries()}
    assert confirmed <= there <= possible
    assert archive.verify() == []
    add(archive, b"afterwards")
    assert Archive(store).verify() == []
    assert Archive(store).repairs == []


def test_death_at_any_step_of_an_import_loses_nothing_that_was_confirmed(tmp_path: Path):
    lived, step = False, 0
    while not lived:
        step += 1
        store, diary = tmp_path / str(step), tmp_path / f"{step}.diary"

        def work(store: Path = store, diary: Path = diary) -> None:
            archive = Archive(store)
            with diary.open("ab", buffering=0) as notes:
                for content in (b"first", b"second", b"first"):
                    add(archive, content)
                    notes.write(content + b"\n")

        lived = survives(work, step)
        confirmed = set(diary.read_bytes().split()) if diary.exists() else set()
        confirmed_and_sound(store, confirmed, {b"first", b"second"})
    assert step > 40


def test_death_during_the_repair_of_a_death_is_repaired_too(tmp_path: Path):
    for step in range(1, 40, 2):
        store = tmp_path / str(step)
        add(Archive(store), b"first")
        survives(lambda: add(Archive(store), b"second"), step)  # noqa: B023 - called at once
        repair = 0
        while repair == 0 or not survives(lambda: bool(Archive(store)), repair):  # noqa: B023 - at once
            repair += 1
        confirmed_and_sound(store, {b"first"}, {b"first", b"second"})


def test_a_disk_that_fails_at_any_step_loses_nothing_that_was_confirmed(tmp_path: Path):
    step, failed = 0, True
    while failed:
        step += 1
        store = tmp_path / str(step)
        archive = Archive(store)
        add(archive, b"first")
        failed = False
        try:
            with cut_off_at(step, fail):
                add(archive, b"second")
        except OSError:
            failed = True
        add(archive, b"third")
        possible = {b"first", b"second", b"third"}
        confirmed_and_sound(store, {b"first", b"third"} if failed else possible, possible)
    assert step > 10


def test_what_was_repaired_is_reported(tmp_path: Path):
    reported = ""
    for step in range(1, 30):
        store = tmp_path / str(step)
        add(Archive(store), b"first")
        survives(lambda: add(Archive(store), b"second"), step)  # noqa: B023 - called at once
        reported += "\n".join(Archive(store).repairs)
    assert "the last line of the log was torn by an interruption and was taken back" in reported
    assert "entry 2 had been written but not confirmed; it is now" in reported
    assert "had come in; it was put in its place" in reported
    assert "whose import had not come to its entry, was taken back" in reported


def test_death_at_any_moment_loses_nothing_that_was_confirmed(tmp_path: Path):
    for wait in (0.01, 0.02, 0.04, 0.08):
        store, diary = tmp_path / str(wait), tmp_path / f"{wait}.diary"
        child = os.fork()
        if child == 0:
            archive = Archive(store)
            with diary.open("ab", buffering=0) as notes:
                for number in range(100_000):
                    add(archive, b"%d" % number)
                    notes.write(b"%d\n" % number)
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        confirmed = set(diary.read_bytes().split()) if diary.exists() else set()
        possible = confirmed | {b"%d" % len(confirmed)}
        if Archive(store).exists:
            confirmed_and_sound(store, confirmed, possible)


def add_many(store: Path, name: int) -> None:
    """Add some documents of one's own."""
    archive = Archive(store)
    for number in range(15):
        add(archive, b"%d of %d" % (number, name))


def test_several_processes_may_add_at_a_time(tmp_path: Path):
    start = multiprocessing.get_context("fork")
    workers = [start.Process(target=add_many, args=(tmp_path, name)) for name in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    archive = Archive(tmp_path)
    assert [entry.number for entry in archive.entries()] == list(range(1, 61))
    assert (archive.verify(), archive.repairs) == ([], [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_archive_on_a_read_only_disk_can_be_verified(tmp_path: Path):
    add(Archive(tmp_path), b"one")
    (tmp_path / "lock").unlink()
    tmp_path.chmod(0o555)
    assert Archive(tmp_path).verify() == []
