"""``habeas changes`` tells what new claims do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CLAIMS = """id,measure,value,qualifier,population_kind,period_end,cumulative,claimant,claimant_kind
a,detained,2400,about,protest_detainees,2026-01-01,true,Ministry,government
b,released,2000,nearly,protest_detainees,2026-01-01,true,Ministry,government
c,held,700,more_than,protest_detainees,2026-01-01,false,Group,ngo
"""


def test_each_new_claim_is_told_with_the_bounds_it_moves_and_what_it_contradicts(
    habeas_process: Any, tmp_path: Path
):
    table = tmp_path / "claims.csv"
    table.write_text(CLAIMS)
    asked = ["--ask", "held protest_detainees 2026-01-01"]
    ran = habeas_process("changes", str(table), "--new", "b,c", *asked, "--json")
    first, second = json.loads(ran.stdout)
    assert first["moved"][0]["after"] == [281, 620]
    assert {tuple(each["claims"]) for each in second["contradictions"]} == {("a", "b", "c")}


def test_a_claim_that_is_not_there_is_refused(habeas_process: Any, tmp_path: Path):
    table = tmp_path / "claims.csv"
    table.write_text(CLAIMS)
    ran = habeas_process("changes", str(table), "--new", "z")
    assert ran.returncode == 2
    assert "names no claim" in ran.stderr
