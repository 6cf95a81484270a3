"""The files of a dossier: the same for the same case, safe to open, and never half-written."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.dossier import DossierCase, Findings, dossier, find, publishable, write_dossier
from habeas.formats.tables import read_claims_file
from habeas.vocabulary import (
    AlternativeReading,
    Claim,
    InputError,
    Measure,
    Quantity,
    ReadingStatus,
)


def test_the_same_case_gives_the_same_bytes(small_case: DossierCase, files: dict[str, bytes]):
    assert dossier(small_case, find(small_case)) == files


def test_the_figures_can_be_read_back_as_claims(
    small_case: DossierCase, files: dict[str, bytes], tmp_path: Path
):
    table = tmp_path / "claims.csv"
    table.write_bytes(files["data/claims.csv"])
    assert read_claims_file(table) == list(small_case.claims)


def test_no_cell_of_a_table_runs_as_a_formula(files: dict[str, bytes]):
    for path in (path for path in files if path.endswith(".csv")):
        for row in csv.reader(io.StringIO(files[path].decode())):
            assert not any(cell.startswith(("=", "+", "@")) for cell in row)
    assert "'=HYPERLINK(1)" in files["data/claims.csv"].decode()


def test_answers_and_contradictions_stand_in_the_json_with_their_proofs(
    files: dict[str, bytes], findings: Findings
):
    answers = json.loads(files["data/answers.json"])["answers"]
    asked = {(row["viewpoint"], row["ask"]): row for row in answers}
    row = asked["government", "held protest_detainees 2026-01-02"]
    assert (row["low"], row["high"]) == (50, 50)
    assert {step["claim"] for step in row["high_proof"] if "claim" in step} == {"a/1", "a3"}
    found = json.loads(files["data/contradictions.json"])["contradictions"]
    assert len(found) == len(findings.contradictions) > 0


def test_the_sums_are_those_of_every_other_file(files: dict[str, bytes]):
    lines = files["SHA256SUMS"].decode().splitlines()
    sums = {path: value for value, path in (line.split("  ") for line in lines)}
    assert set(sums) == set(files) - {"SHA256SUMS"}
    assert all(sha256(files[path]).hexdigest() == sums[path] for path in sums)


def test_the_archived_bytes_are_there_as_they_came(
    small_case: DossierCase, files: dict[str, bytes]
):
    held = next(iter(small_case.documents.values()))
    assert files[f"documents/{held.sha256}.bin"] == held.raw


def claim(key: str, **fields: object) -> Claim:
    return Claim(key, Measure.HELD, Quantity(1), "other", **fields)


def test_of_a_withheld_claim_nothing_is_told():
    claims = [
        claim("open"),
        claim("secret", extra={"withheld": "true"}),
        claim("part", part_of="secret"),
        claim("late", corrects="secret"),
        claim("free", extra={"withheld": "false"}),
    ]
    assert [each.id for each in publishable(claims)] == ["open", "free"]


def test_what_a_withheld_claim_corrects_is_withheld_too():
    claims = [claim("old"), claim("new", corrects="old", extra={"withheld": "yes"})]
    assert publishable(claims) == []


def test_a_number_that_nobody_could_read_and_other_readings_are_not_published():
    other = AlternativeReading("rules", {"claimant": "A neighbour"})
    claims = [
        claim("unread", status=ReadingStatus.UNREAD),
        claim("part", part_of="unread", alternatives=(other,)),
    ]
    [shown] = publishable(claims)
    assert (shown.id, shown.part_of, shown.alternatives) == ("part", "", ())


def test_a_dossier_replaces_an_earlier_one_and_leaves_nothing_behind(tmp_path: Path):
    folder = tmp_path / "out"
    write_dossier({"dossier.json": b"1", "SHA256SUMS": b"aa  old.html\n", "old.html": b""}, folder)
    write_dossier({"dossier.json": b"2", "en/new.html": b""}, folder)
    present = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))
    assert present == ["dossier.json", "en/new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_is_no_dossier_is_never_overwritten(tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="holds other files"):
        write_dossier({"dossier.json": b""}, tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_what_somebody_added_to_a_dossier_is_never_lost(tmp_path: Path):
    folder = tmp_path / "out"
    write_dossier({"dossier.json": b"", "SHA256SUMS": b""}, folder)
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match=r"notes\.txt"):
        write_dossier({"dossier.json": b""}, folder)
    assert (folder / "notes.txt").exists()


def test_a_dossier_that_fails_half_way_leaves_the_earlier_one(tmp_path: Path):
    folder = tmp_path / "out"
    write_dossier({"dossier.json": b"whole"}, folder)
    with pytest.raises(TypeError):
        write_dossier({"dossier.json": b"new", "broken.html": None}, folder)  # type: ignore[dict-item]
    assert (folder / "dossier.json").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_dossier_that_a_killed_run_had_moved_aside_comes_back(tmp_path: Path):
    aside = tmp_path / ".out.old.x" / "dossier"
    write_dossier({"dossier.json": b"earlier", "SHA256SUMS": b""}, aside)
    (aside / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match=r"notes\.txt"):
        write_dossier({"dossier.json": b"new"}, tmp_path / "out")
    assert (tmp_path / "out" / "dossier.json").read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_in_the_dossiers_place_is_refused(tmp_path: Path):
    (tmp_path / "out").write_text("")
    with pytest.raises(InputError, match="is a file"):
        write_dossier({}, tmp_path / "out")


def test_every_proof_can_be_checked_with_the_program_beside_it(
    files: dict[str, bytes], tmp_path: Path
):
    for path, content in files.items():
        if path.startswith("data/proofs/"):
            (tmp_path / Path(path).name).write_bytes(content)
    proofs = sorted(tmp_path.glob("*.json"))
    assert len(proofs) > 6
    done = subprocess.run(
        [sys.executable, "-I", "check_proof.py", *(proof.name for proof in proofs)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert done.stdout.count(": proved") == len(proofs)
