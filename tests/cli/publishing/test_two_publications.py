"""Two publications at once into one folder: readers meet one of them whole, never half of each."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

HEADINGS = "id,measure,value,population_kind,period_end,claimant,claimant_kind\n"


def begun(folder: Path, number: int) -> subprocess.Popen[str]:
    """Begin to publish the case of a figure of its own."""
    claims = folder / f"claims{number}.csv"
    claims.write_text(f"{HEADINGS}a,held,{number},all_prisoners,2026-01-01,X,ngo\n")
    words = ["publish", claims.name, "--out", "dossier", "--title", f"Number {number}"]
    return subprocess.Popen(
        [sys.executable, "-m", "habeas", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def edition(folder: Path) -> str:
    """Return which number a dossier is about; fail where it is not whole."""
    listed = dict(
        reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text().splitlines()
    )
    there = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert there == listed
    return (folder / "data" / "claims.csv").read_text().splitlines()[1]


def test_of_two_publications_at_once_each_ends_well_or_is_told_and_the_folder_is_whole(
    tmp_path: Path,
):
    running = [begun(tmp_path, number) for number in (511, 722)]
    said = [process.communicate() for process in running]
    codes = [process.returncode for process in running]
    assert 0 in codes
    for code, (_, told) in zip(codes, said, strict=True):
        assert code == 0 or len(told.strip().splitlines()) == 1, told
    figure = edition(tmp_path / "dossier")
    assert ("511" in figure) != ("722" in figure)
    left = {path.name for path in tmp_path.iterdir()} - {"claims511.csv", "claims722.csv"}
    assert left <= {"dossier", ".dossier.habeas"}
    feed = (tmp_path / "dossier" / "feed.xml").read_text()
    assert feed.count("<entry>") == codes.count(0)
