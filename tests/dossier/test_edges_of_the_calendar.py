"""Claims of the first and the last day that a calendar has are published like any other."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HEADING = (
    "id,measure,value,population_kind,period_start,period_end,cumulative,claimant,claimant_kind"
)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("0001-01-01", "0001-01-01"),
        ("0001-01-01", "9999-12-31"),
        ("9999-12-31", "9999-12-31"),
        ("0001", "9999"),
    ],
)
def test_a_claim_at_the_edge_of_the_calendar_is_published(tmp_path: Path, start: str, end: str):
    claims = tmp_path / "claims.csv"
    rows = (
        f"a,released,88,political_prisoners,{start},{end},true,Ministry,government",
        "b,held,900,political_prisoners,,2026-01-02,false,Ministry,government",
    )
    claims.write_text("\n".join((HEADING, *rows)) + "\n")
    program = "import sys; from habeas.cli import main; main(sys.argv[1:])"
    words = ["publish", str(claims), "--out", str(tmp_path / "out")]
    run = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, ""), run.stderr
    pages = (tmp_path / "out").rglob("*.html")
    assert any(re.search(r"\b88\b", page.read_text()) for page in pages)
