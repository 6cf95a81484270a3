"""``habeas archive`` keeps files, gives them back, and tells when they are not as they were."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from habeas.archive import Archive


def test_files_are_kept_listed_shown_and_verified(tmp_path: Path, habeas: Any):
    (tmp_path / "a.txt").write_bytes(b"88 released\r\n")
    name = sha256(b"88 released\r\n").hexdigest()
    added = habeas("archive", "add", "a.txt", "--store", "ev", "--url", "https://example.org/88")
    assert added.stdout == f"{name}  a.txt\n"
    [entry] = json.loads(habeas("archive", "list", "--store", "ev", "--json").stdout)
    assert (entry["sha256"], entry["url"]) == (name, "https://example.org/88")
    assert habeas("archive", "show", name[:8], "--store", "ev").stdout == "88 released\r\n"
    verified = habeas("archive", "verify", "ev")
    assert verified.returncode == 0
    assert f"Head: {entry['hash']}" in verified.stdout


def test_each_document_of_a_collection_is_kept_beside_it(tmp_path: Path, habeas: Any):
    lines = '{"id": "a1", "text": "88 released"}\n{"id": "a2", "text": "99 released"}\n'
    (tmp_path / "articles.jsonl").write_text(lines)
    habeas("archive", "add", "articles.jsonl", "--store", "ev")
    entries = json.loads(habeas("archive", "list", "ev", "--json").stdout)
    assert [entry["document"] for entry in entries] == ["", "a1", "a2"]
    assert entries[1]["source"] == "articles.jsonl, line 1"


def test_a_file_that_is_no_document_is_kept_when_it_is_named(tmp_path: Path, habeas: Any):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\0")
    (tmp_path / "broken.warc").write_bytes(b"no archive")
    added = habeas("archive", "add", "photo.jpg", "broken.warc", "--store", "ev")
    assert (added.returncode, len(added.stdout.splitlines())) == (0, 2)
    assert "It was kept all the same." in added.stderr


def test_a_change_is_told_with_exit_code_1(tmp_path: Path, habeas: Any):
    (tmp_path / "a.txt").write_bytes(b"88 released")
    habeas("archive", "add", "a.txt", "--store", "ev")
    [kept] = (tmp_path / "ev" / "objects").glob("*/*")
    kept.chmod(0o644)
    kept.write_bytes(b"99 released")
    done = habeas("archive", "verify", "--store", "ev")
    assert done.returncode == 1
    assert "was changed: its bytes have another SHA-256" in done.stdout
    found = habeas("archive", "verify", "ev", "--json")
    assert (found.returncode, len(json.loads(found.stdout)["findings"])) == (1, 1)
    shown = habeas("archive", "show", kept.name, "--store", "ev")
    assert (shown.returncode, shown.stdout) == (1, "")


def test_a_head_noted_down_must_still_stand(tmp_path: Path, habeas: Any):
    (tmp_path / "a.txt").write_bytes(b"88 released")
    habeas("archive", "add", "a.txt", "--store", "ev")
    head = Archive(tmp_path / "ev").entries()[-1].hash
    habeas("archive", "add", "a.txt", "--store", "ev")
    assert habeas("archive", "verify", "ev", "--head", head).returncode == 0
    assert habeas("archive", "verify", "ev", "--head", "0" * 64).returncode == 1


def test_what_cannot_be_done_is_said_with_exit_code_2(tmp_path: Path, habeas: Any):
    (tmp_path / "docs").mkdir()
    (tmp_path / "a.txt").write_bytes(b"88 released")
    habeas("archive", "add", "a.txt", "--store", "ev")
    for words, said in (
        (("verify", "--store", "none"), "there is no archive here"),
        (("verify", "--store", "docs"), "there is no archive here"),
        (("list", "a.txt"), "is not a folder"),
        (("show", "123456", "--store", "ev"), "names no document here"),
        (("add", "none.txt", "--store", "ev"), "there is no such file"),
        (("add", "docs", "--store", "ev"), "holds no documents"),
        (("add", "a.txt", "docs", "--url", "https://example.org"), "is the address of one file"),
        (("add", "a.txt", "--store", "a.txt"), "is not a folder"),
    ):
        done = habeas("archive", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
    assert len(Archive(tmp_path / "ev").entries()) == 1


def test_an_import_that_is_killed_keeps_every_document_whose_line_was_printed(
    tmp_path: Path, habeas: Any
):
    (tmp_path / "docs").mkdir()
    for number in range(2000):
        (tmp_path / "docs" / f"{number:04}.txt").write_text(f"{number} released")
    importing = subprocess.Popen(
        [sys.executable, "-u", "-m", "habeas", "archive", "add", "docs", "--store", "ev"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3] / "src")},
    )
    assert importing.stdout
    importing.stdout.readline()
    time.sleep(0.1)
    importing.send_signal(signal.SIGKILL)
    lines = importing.stdout.read().splitlines()
    importing.wait()
    printed = [line.split()[0].decode() for line in lines if b"  " in line]
    assert habeas("archive", "verify", "--store", "ev").returncode == 0
    archive = Archive(tmp_path / "ev")
    assert all(archive.read(name) for name in printed)
    assert len(archive.entries()) < 2000
