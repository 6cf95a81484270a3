"""Proofs written by one verb and verified by another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from habeas.formats.atomic_write import write_whole

TABLE = """id,measure,value,qualifier,population_kind,period_end,cumulative,claimant
a,detained,2400,about,protest_detainees,2026-01-01,true,Ministry
b,released,2000,nearly,protest_detainees,2026-01-01,true,Ministry
c,held,700,more_than,protest_detainees,2026-01-01,false,Group
"""
ASK = ("--ask", "held protest_detainees 2026-01-01")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "claims.csv").write_text(TABLE)
    return tmp_path


def test_proofs_are_written_and_verified(table: Path, habeas: Any):
    done = habeas("reconcile", "claims.csv", *ASK, "--proofs", "proofs")
    assert done.returncode == 0
    names = sorted(path.name for path in (table / "proofs").iterdir())
    assert names == ["answer-001-low.json", "contradiction-0001.json"]
    checked = habeas("check-proof", *sorted((table / "proofs").iterdir()))
    assert checked.returncode == 0
    assert checked.stdout.count(": proved, ") == 2
    low, contradiction = checked.stdout.splitlines()
    asked = "held protest_detainees 2026-01-01"
    assert low.endswith(f"proved, {asked}: at least 701 (if c; policy plain)")
    assert contradiction.endswith(
        "proved, a, b, c do not square (if nobody is unaccounted for; policy plain)"
    )


@pytest.mark.parametrize("endless", ["/dev/zero", "."])
def test_what_is_no_file_is_not_read(habeas: Any, endless: str):
    done = habeas("check-proof", endless)
    assert done.returncode == 2
    assert "is no regular file" in done.stderr


def test_a_changed_proof_is_refused_with_exit_code_1(table: Path, habeas: Any):
    habeas("reconcile", "claims.csv", "--proofs", "proofs")
    [file] = (table / "proofs").iterdir()
    file.write_text(file.read_text().replace("2400", "2300"))
    done = habeas("check-proof", file)
    assert done.returncode == 1
    assert "refused" in done.stdout
    assert "1 of 1 files prove nothing" in done.stderr


def test_proofs_of_an_earlier_run_are_replaced(table: Path, habeas: Any):
    habeas("reconcile", "claims.csv", *ASK, "--proofs", "proofs")
    habeas("reconcile", "claims.csv", "--proofs", "proofs")
    assert [path.name for path in (table / "proofs").iterdir()] == ["contradiction-0001.json"]


def test_a_folder_with_other_files_is_refused_before_any_work(table: Path, habeas: Any):
    (table / "thesis.txt").write_text("mine")
    done = habeas("reconcile", "claims.csv", "--proofs", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert "holds something that is not a proof (claims.csv)" in done.stderr


def test_nothing_is_written_through_a_link_in_the_folder(table: Path, habeas: Any):
    (table / "mine.txt").write_text("mine")
    (table / "proofs").mkdir()
    (table / "proofs" / "answer-001-low.json").symlink_to("../mine.txt")
    done = habeas("reconcile", "claims.csv", *ASK, "--proofs", "proofs")
    assert (done.returncode, done.stdout) == (2, "")
    assert "holds something that is not a proof (answer-001-low.json)" in done.stderr
    assert (table / "mine.txt").read_text() == "mine"


def test_a_link_that_comes_while_proofs_are_made_is_replaced_and_not_followed(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "link.json").symlink_to("mine.txt")
    write_whole(tmp_path / "link.json", "proof", follow_links=False)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert not (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "link.json").read_text() == "proof"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", json.dumps({"steps": []}).encode()])
def test_what_is_no_proof_is_refused(tmp_path: Path, habeas: Any, content: bytes):
    (tmp_path / "p.json").write_bytes(content)
    assert habeas("check-proof", "p.json").returncode in (1, 2)


def test_a_file_that_is_not_there_is_said_to_be_unreadable(habeas: Any):
    done = habeas("check-proof", "nowhere.json")
    assert done.returncode == 2
    assert "nowhere.json: cannot be read" in done.stderr
