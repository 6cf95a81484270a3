"""The verbs that work on a store: begin, add, look, back up, restore."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).parents[3] / "examples" / "venezuela-2024"


@pytest.fixture
def habeas_process(tmp_path: Path, in_a_database: Any) -> Any:
    """Run the program in a process of its own: a process opens one store."""
    import os
    import subprocess
    import sys

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        kept = {key: os.environ[key] for key in os.environ if key != "HABEAS_STORE"}
        source = str(Path(__file__).parents[3] / "src")
        if words[0] in {"init", "restore"} and "--database" not in words:
            words = (*words, *in_a_database())
        done = subprocess.run(
            [sys.executable, "-m", "habeas", *map(str, words)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=kept | {"PYTHONPATH": source},
        )
        assert "Traceback" not in done.stderr
        assert "error in Habeas itself" not in done.stderr, done.stderr
        return done

    return run


def test_a_case_from_its_beginning_to_a_restored_backup(habeas_process, tmp_path):
    begun = habeas_process(
        "init", "--case", "norte", "--title", "Norte", "--scopes", EXAMPLE / "scopes.toml",
        "--ask", "held political_prisoners 2026-01-01", "--admin", "ana",
    )  # fmt: skip
    assert "/enter/" in begun.stdout
    documents = sorted((EXAMPLE / "documents").iterdir())[:2]
    assert "2 of them new" in habeas_process("add", *documents).stdout
    assert "0 of them new" in habeas_process("add", *documents).stdout
    assert habeas_process("add", EXAMPLE / "claims.csv", "--as", "claims").returncode == 0
    left = json.loads(habeas_process("status", "--verify", "--json").stdout)
    assert left["cases"][0]["documents"] == 2
    assert left["findings"] == []
    assert habeas_process("backup", "kept.tar.gz").returncode == 0
    assert habeas_process("restore", "kept.tar.gz", "--store", "again").returncode == 0
    again = habeas_process(
        "status", "--store", "again", "--verify", "--json", "--head", left["head"]
    )
    assert (json.loads(again.stdout), again.returncode) == (left, 0)
    another = habeas_process("status", "--store", "again", "--json", "--head", "0" * 64)
    assert (len(json.loads(another.stdout)["findings"]), another.returncode) == (1, 1)
    (tmp_path / "again" / "archive" / "log.jsonl").write_text("{}\n")
    changed = habeas_process("status", "--store", "again", "--verify")
    assert ("All is as it was left" in changed.stdout, changed.returncode) == (False, 1)


def test_a_damaged_backup_restores_nothing(habeas_process, tmp_path):
    habeas_process("init", "--case", "norte")
    habeas_process("backup", "kept.tar.gz")
    with tarfile.open(tmp_path / "kept.tar.gz") as tar:
        tar.extractall(tmp_path / "open", filter="data")
    for rows in (tmp_path / "open" / "rows").iterdir():
        rows.write_text(rows.read_text().replace("norte", "oeste"))
    with tarfile.open(tmp_path / "kept.tar.gz") as tar:
        names = tar.getnames()
    with tarfile.open(tmp_path / "changed.tar.gz", "w:gz") as tar:
        for name in names:
            tar.add(tmp_path / "open" / name, name, recursive=False)
    done = habeas_process("restore", "changed.tar.gz", "--store", "again")
    assert done.returncode == 2
    assert "damaged" in done.stderr
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("status",), "no store here"),
        (("add", "x.txt", "--store", "nowhere"), "no store here"),
        (("restore", "nothing.tar.gz"), "not a backup"),
        (("init", "--lang", "xx"), "not a language"),
        (("init", "--database", "mysql://x/y"), "PostgreSQL"),
        (("init", "--case", "Not A Name"), "name of a case"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_exit_code_2(habeas_process, words, said):
    done = habeas_process(*words)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_store_is_never_written_over(habeas_process, tmp_path):
    habeas_process("init", "--case", "norte")
    before = (tmp_path / "habeas-store" / "secret.key").read_text()
    assert habeas_process("init").returncode == 2
    habeas_process("backup", "kept.tar.gz")
    assert habeas_process("restore", "kept.tar.gz").returncode == 2
    assert habeas_process("backup", "kept.tar.gz").returncode == 2
    assert (tmp_path / "habeas-store" / "secret.key").read_text() == before
    assert (tmp_path / "habeas-store" / "secret.key").stat().st_mode & 0o077 == 0


OLDER = Path(__file__).parents[1] / "older-store.tar.gz"
"""A backup that Habeas wrote before the log told what each entry wrote."""


def test_a_backup_of_an_older_version_is_restored_and_sealed(habeas_process, tmp_path):
    assert habeas_process("restore", OLDER, "--store", "again").returncode == 0
    first = json.loads(habeas_process("status", "--store", "again", "--verify", "--json").stdout)
    assert first["cases"][0]["claims"] == 3
    assert first["findings"] == []
    second = json.loads(habeas_process("status", "--store", "again", "--verify", "--json").stdout)
    assert second["head"] == first["head"], "a case is sealed once"
    assert habeas_process("backup", "newer.tar.gz", "--store", "again").returncode == 0
    assert habeas_process("restore", "newer.tar.gz", "--store", "third").returncode == 0
    third = habeas_process(
        "status", "--store", "third", "--verify", "--json", "--head", first["head"]
    )
    assert json.loads(third.stdout) == first


def on_a_read_only_mount(store: Path) -> list[str]:
    """Return the words that run a command while a store lies on a medium that is read only."""
    import contextlib
    import os
    import subprocess

    script = f'mount --bind "{store}" "{store}" && mount -o remount,ro,bind "{store}" && exec "$@"'
    # Who is root only in a namespace of its own may not enter the folder of a PostgreSQL server.
    ways = ["-m"] if os.environ.get("HABEAS_TEST_DATABASE") else ["-m", "-rm"]
    for way in ways:
        words = ["unshare", way, "sh", "-c", script, "sh"]
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            subprocess.run([*words, "true"], check=True, capture_output=True)
            return words
    pytest.skip("this machine lets nobody mount anything")


def test_a_store_on_a_read_only_medium_is_verified_and_backed_up(habeas_process, tmp_path):
    import os
    import subprocess
    import sys

    assert habeas_process("init", "--case", "norte").returncode == 0
    store = tmp_path / "habeas-store"
    mounted = on_a_read_only_mount(store)
    before = sorted(path.name for path in store.iterdir())

    def run(*words: str) -> Any:
        return subprocess.run(
            [*mounted, sys.executable, "-m", "habeas", *words, "--store", str(store)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3] / "src")},
        )

    looked = run("status", "--verify")
    assert (looked.returncode, "All is as it was left" in looked.stdout) == (0, True), looked.stderr
    assert "cannot be written" in looked.stderr
    kept = run("backup", "kept.tar.gz")
    assert kept.returncode == 0, kept.stderr
    begun = run("init", "--case", "sur")
    assert (begun.returncode, "cannot be written" in begun.stderr) == (2, True)
    assert sorted(path.name for path in store.iterdir()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["habeas-store", "kept.tar.gz"]
