"""A disk that is full: a sentence, exit code 1, and what was there stays as it was.

The system refuses to let a file grow (RLIMIT_FSIZE), as it does where there is no room.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

CLAIMS = """id,measure,value,population_kind,period_start,period_end,claimant,claimant_kind
a,released,88,all_prisoners,2026-01-01,2026-01-02,the ministry,government
b,held,900,all_prisoners,,2026-01-03,Casa de Derechos,ngo
c,held,950,all_prisoners,,2026-01-03,the ministry,government
"""
PEOPLE = "given_names,surnames,age\nRosalba,Ejemplona,31\nRosalba,Ejemplona,31\nIbelio,Muestra,40\n"
LINKED = """list,row,person_id,given_names,surnames,detained_on,released_on
one.csv,1,p1,Rosalba,Ejemplona,2025-12-01,2026-01-01
one.csv,2,p2,Ibelio,Muestra,2025-12-02,2026-01-02
"""
TEXT = "The ministry said on 2 January 2026 that 88 were released."
BEFORE = "what was there"
ROOM = 8
"""Bytes that a file may have: less than any of these verbs writes."""


@contextlib.contextmanager
def full_disk(room: int = ROOM) -> Iterator[None]:
    """Let no file grow beyond so many bytes within the block."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    (tmp_path / "claims.csv").write_text(CLAIMS)
    (tmp_path / "people.csv").write_text(PEOPLE)
    (tmp_path / "linked.csv").write_text(LINKED)
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def stands(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


VERBS = [
    ("out.csv", ("extract", "a.txt", "-o", "out.csv")),
    ("out.jsonl", ("extract", "a.txt", "-o", "out.jsonl")),
    ("out.csv", ("link", "people.csv", "-o", "out.csv")),
    ("pairs.csv", ("link", "people.csv", "--review", "pairs.csv")),
    ("people.jsonl", ("link", "people.csv", "--weakest", "people.jsonl")),
    ("samples.parquet", ("link", "people.csv", "--samples", "samples.parquet")),
    ("notes.txt", ("link", "people.csv", "-o", "out.csv", "--notes", "notes.txt")),
    ("understood.json", ("link", "people.csv", "--understood", "understood.json")),
    ("changes.csv", ("link", "people.csv", "--previous", "linked.csv", "--changes", "changes.csv")),
    ("columns.toml", ("columns", "people.csv", "-o", "columns.toml")),
    ("chart.svg", ("verify", "claims.csv", "linked.csv", "--chart", "chart.svg")),
]


@pytest.mark.parametrize(("target", "words"), VERBS)
def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    inputs: Path, target: str, words: tuple[str, ...]
):
    (inputs / target).write_text(BEFORE)
    before = stands(inputs)
    with full_disk():
        done = in_a_process(inputs, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert "file too large" in done.stderr
    assert "make room on the disk" in done.stderr
    assert stands(inputs) == before


FOLDERS = [
    ("dossier", ("publish", "claims.csv", "--out", "dossier")),
    ("proofs", ("reconcile", "claims.csv", "--proofs", "proofs")),
    ("evidence", ("archive", "add", "a.txt", "--store", "evidence")),
    ("store", ("init", "--store", "store", "--case", "norte")),
]
STORE_ROOM = 100_000
"""Bytes that the database of a store soon needs more of."""


@pytest.mark.parametrize(("target", "words"), FOLDERS)
def test_a_folder_that_cannot_be_written_is_told_and_can_be_made_once_there_is_room(
    inputs: Path, target: str, words: tuple[str, ...]
):
    with full_disk():
        done = in_a_process(inputs, *words)
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not list(inputs.glob(".*"))
    assert in_a_process(inputs, *words).returncode == 0
    assert (inputs / target).is_dir()


def test_a_store_whose_database_has_no_room_is_told_as_that(inputs: Path):
    words = ("init", "--store", "store", "--case", "norte")
    with full_disk(STORE_ROOM):
        done = in_a_process(inputs, *words)
    assert done.returncode == 1
    assert "make room on the disk" in done.stderr
    assert in_a_process(inputs, *words).returncode == 0


def test_documents_for_which_a_store_has_no_room_leave_it_as_it_was(inputs: Path):
    assert in_a_process(inputs, "init", "--store", "store", "--case", "norte").returncode == 0
    with full_disk():
        done = in_a_process(inputs, "add", "a.txt", "--store", "store")
    assert done.returncode == 1
    assert "make room on the disk" in done.stderr
    assert in_a_process(inputs, "status", "--verify", "--store", "store").returncode == 0
    assert in_a_process(inputs, "add", "a.txt", "--store", "store").returncode == 0


@pytest.fixture(scope="module")
def made_with_room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that holds a document, and a backup of it."""
    here = tmp_path_factory.mktemp("made")
    (here / "a.txt").write_text(TEXT)
    for words in (
        ("init", "--store", "store", "--case", "norte"),
        ("add", "a.txt", "--store", "store"),
        ("backup", "kept.tar.gz", "--store", "store"),
    ):
        assert in_a_process(here, *words).returncode == 0
    return here


@pytest.fixture
def store(made_with_room: Path, tmp_path: Path) -> Path:
    """A copy of that folder, of the test's own."""
    return shutil.copytree(made_with_room, tmp_path / "copy")


@pytest.mark.parametrize("room", [ROOM, STORE_ROOM])
def test_a_backup_that_cannot_be_restored_for_want_of_room_can_be_once_there_is(
    store: Path, room: int
):
    restored = ("restore", "kept.tar.gz", "--store", "restored")
    with full_disk(room):
        done = in_a_process(store, *restored)
    assert done.returncode == 1
    assert "make room on the disk" in done.stderr
    assert in_a_process(store, *restored).returncode == 0
    assert in_a_process(store, "status", "--verify", "--store", "restored").returncode == 0


@pytest.mark.parametrize("room", [ROOM, STORE_ROOM])
def test_a_store_that_cannot_be_sealed_for_want_of_room_is_whole_and_can_be_once_there_is(
    store: Path, room: int
):
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    sealed = ("seal", "sealed.tar.gz.age", "--store", "store", "--to", recipient)
    with full_disk(room):
        done = in_a_process(store, *sealed)
    assert done.returncode == 1
    assert "make room on the disk" in done.stderr
    assert in_a_process(store, "status", "--verify", "--store", "store").returncode == 0
    assert in_a_process(store, *sealed).returncode == 0


def test_a_backup_for_which_there_is_no_room_leaves_the_last_one(store: Path):
    before = (store / "kept.tar.gz").read_bytes()
    with full_disk():
        done = in_a_process(store, "backup", "kept.tar.gz", "--store", "store")
    assert done.returncode == 1
    assert "make room on the disk" in done.stderr
    assert (store / "kept.tar.gz").read_bytes() == before


def test_a_dossier_that_readers_have_stays_whole_where_there_is_no_room_for_the_next(inputs: Path):
    words = ("publish", "claims.csv", "--out", "dossier")
    assert in_a_process(inputs, *words).returncode == 0
    before = stands(inputs)
    with full_disk():
        assert in_a_process(inputs, *words, "--title", "Another").returncode == 1
    assert stands(inputs) == before


def in_a_process(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, which has the limits of this one."""
    done = subprocess.run(
        [sys.executable, "-m", "habeas", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        # No compiled modules, which the limit would cut.
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert "Traceback" not in done.stderr
    assert "error in Habeas itself" not in done.stderr, done.stderr
    return done
