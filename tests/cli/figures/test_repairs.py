"""``habeas reconcile`` tells two ways of making claims consistent, and what is dear decides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

TABLE = """id,measure,value,population_kind,period_end,claimant,claimant_kind
counted,held,900,political_prisoners,2026-01-01,Group,ngo
said,held,700,political_prisoners,2026-01-01,Ministry,government
"""


@pytest.fixture
def repair(tmp_path: Path, habeas: Any) -> Any:
    (tmp_path / "claims.csv").write_text(TABLE)

    def told(*words: str) -> Any:
        return habeas("reconcile", "claims.csv", *words)

    return told


def test_figures_can_move_instead_of_claims_being_set_aside(repair: Any):
    assert "Or move figures by 200 people in all" in repair().stdout


@pytest.mark.parametrize("dear", ["ngo=9", "Group=9", "counted=9", "government=0.1", "said=0"])
def test_the_cheaper_claim_is_set_aside(repair: Any, dear: str):
    assert "Repair (together): set aside said." in repair("--weight", dear).stdout
    assert "Repair (together): set aside counted." in repair("--weight", "Ministry=9").stdout


@pytest.mark.parametrize("wrong", ["ngo", "ngo=", "=1", "ngo=-1", "ngo=nan", "ngo=inf", "nobody=2"])
def test_what_is_no_weight_is_refused_in_a_sentence(repair: Any, wrong: str):
    done = repair("--weight", wrong)
    assert done.returncode == 2
    assert "--weight" in done.stderr
    assert "Traceback" not in done.stderr
