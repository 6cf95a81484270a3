"""``habeas reconcile --suppose``: what must be true if several sources are all right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TABLE = """id,measure,value,qualifier,population_kind,period_end,cumulative,claimant,claimant_kind
a,detained,2400,about,protest_detainees,2026-01-01,true,Ministry,government
b,released,2000,nearly,protest_detainees,2026-01-01,true,Ministry,government
c,held,900,about,political_prisoners,2026-01-01,false,Group,ngo
"""
BOTH = ("--suppose", "government", "--suppose", "Group")


def test_it_is_printed_and_part_of_the_json(tmp_path: Path, habeas: Any):
    (tmp_path / "claims.csv").write_text(TABLE)
    assert "235 to 664" in habeas("reconcile", "claims.csv", *BOTH).stdout
    value = json.loads(habeas("reconcile", "claims.csv", *BOTH, "--json").stdout)
    assert value["required"]["suppose"] == ["government", "Group"]
    assert "required" not in json.loads(habeas("reconcile", "claims.csv", "--json").stdout)


def test_one_source_alone_or_an_unknown_one_is_refused(tmp_path: Path, habeas: Any):
    (tmp_path / "claims.csv").write_text(TABLE)
    done = habeas("reconcile", "claims.csv", "--suppose", "Group")
    assert done.returncode == 2
    assert "is only one source" in done.stderr
    done = habeas("reconcile", "claims.csv", "--suppose", "Group", "--suppose", "Nobody")
    assert done.returncode == 2
    assert "names nothing in the claims" in done.stderr
