"""The bench sees what it is there to see: kills, states, lost files, forged proofs."""

from __future__ import annotations

import contextlib
import gzip
import os
import random
import sqlite3
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.vocabulary import InputError
from torture.fuzzing.byte_mutation import mutated
from torture.fuzzing.files import fuzz_reader
from torture.fuzzing.readers import READERS, Reader
from torture.fuzzing.reconciled import changed_table, true_table
from torture.kills import tracing
from torture.kills.contents import dossier_findings
from torture.kills.states import committed
from torture.kills.world import names_secret

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are watched by ptrace")


def rename_a_file(folder: Path) -> int:
    (folder / "new").write_text("x")
    (folder / "new").rename(folder / "old")
    return 3


@LINUX
def test_steps_of_writing_are_numbered_in_their_order(tmp_path: Path):
    run = tracing.run_traced(lambda: rename_a_file(tmp_path), tmp_path)
    assert [step.kind for step in run.steps] == ["create", "write", "rename"]
    assert [step.file for step in run.steps] == ["new", "new", "old"]
    assert (run.killed, run.code) == (False, 3)


@LINUX
def test_whatever_else_a_process_has_started_is_not_waited_for(tmp_path: Path):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as beside:
        run = tracing.run_traced(lambda: rename_a_file(tmp_path), tmp_path)
        assert run.code == 3
        assert beside.poll() is None
        beside.communicate()


@LINUX
def test_what_a_piece_of_work_has_started_is_waited_for(tmp_path: Path):
    def work() -> int:
        if os.fork() == 0:
            if os.fork() == 0:
                time.sleep(0.3)
                rename_a_file(tmp_path)
            os._exit(0)
        return 3

    run = tracing.run_traced(work, tmp_path)
    assert ([step.kind for step in run.steps], run.code) == (["create", "write", "rename"], 3)


@LINUX
def test_a_kill_comes_before_the_step_and_after_the_one_before(tmp_path: Path):
    run = tracing.run_traced(lambda: rename_a_file(tmp_path), tmp_path, kill_before=3)
    assert run.killed
    assert sorted(os.listdir(tmp_path)) == ["new"]  # noqa: PTH208
    assert (tmp_path / "new").read_text() == "x"


@LINUX
def test_what_sqlite_commits_is_a_step_and_is_counted(tmp_path: Path):
    def work() -> int:
        base = sqlite3.connect(tmp_path / "x.sqlite3")
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute("CREATE TABLE t (x)")
        base.execute("INSERT INTO t VALUES (1)")
        base.commit()
        os._exit(0)

    seen = []
    log = tmp_path / "x.sqlite3-wal"
    run = tracing.run_traced(
        work,
        tmp_path,
        look=lambda *_: seen.append(committed(log.read_bytes()) if log.exists() else 0),
    )
    assert "commit" in {step.kind for step in run.steps}
    assert (max(seen), committed(log.read_bytes())) == (2, 2)


def test_names_are_found_in_half_of_a_packed_file():
    packed = gzip.compress(b"Zulmira Quintabela " + random.Random(1).randbytes(5_000))  # noqa: S311
    assert names_secret(packed)
    assert names_secret(packed[:2_000])
    assert not names_secret(gzip.compress(b"nobody"))


def test_a_dossier_of_which_a_file_is_missing_or_changed_is_not_whole(tmp_path: Path):
    (tmp_path / "a.html").write_bytes(b"a")
    (tmp_path / "SHA256SUMS").write_text(f"{sha256(b'a').hexdigest()}  a.html\n")
    assert dossier_findings(tmp_path) == []
    (tmp_path / "b.html").write_bytes(b"b")
    assert dossier_findings(tmp_path) == ["b.html"]
    (tmp_path / "a.html").write_bytes(b"x")
    assert dossier_findings(tmp_path) == ["a.html", "b.html"]


def test_a_reader_that_fails_hangs_or_dies_is_told_with_its_input(tmp_path: Path):
    def read(path: Path) -> None:
        raw = path.read_bytes()
        if b"a" in raw:
            raise ValueError(raw)
        if b"d" in raw:
            os.abort()

    reader = Reader("bad", ".txt", read, (b"a", b"x", b"d", b"x"))
    done = fuzz_reader(reader, (), tmp_path, 4, 1)
    assert {kind.partition(" in ")[0]: raw for kind, (raw, _) in done.broken.items()} == {
        "ValueError": b"a",
        "ended by SIGABRT": b"d",
    }
    assert done.accepted == 2


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_every_reader_accepts_its_own_seeds(reader: Reader, tmp_path: Path):
    file = tmp_path / f"seed{reader.suffix}"
    for raw in reader.seeds:
        file.write_bytes(raw)
        reader.read(file)


def test_files_are_spoiled_the_same_way_again():
    made = [mutated(b"id,value\na,1\n", (), random.Random(7)) for _ in range(2)]  # noqa: S311
    assert made[0] == made[1] != b"id,value\na,1\n"


@pytest.mark.parametrize("place", range(4))
def test_engines_hold_their_laws_on_a_few_tables(place: int):
    assert true_table(place, 11) == ""
    with contextlib.suppress(InputError):  # a table that is refused
        assert changed_table(place, 11) == ""
