"""``habeas changes`` tells what new claims do."""

from __future__ import annotations

import json
import math
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from habeas.cli.figures.changes import people_moved
from habeas.reconciliation import Bound, Moved, Proof, Question

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


def test_where_nothing_is_asked_the_bounds_that_move_are_told(habeas_process: Any, tmp_path: Path):
    table = tmp_path / "claims.csv"
    table.write_text("".join(CLAIMS.splitlines(keepends=True)[:3]))
    ran = habeas_process("changes", str(table), "--new", "b")
    assert "held protest_detainees 2026-01-01: 0 to 2520, now 281 to 620" in ran.stdout


def test_of_many_bounds_that_move_a_dozen_are_told_and_the_rest_counted(
    habeas_process: Any, tmp_path: Path
):
    lines = "".join(
        f"h{day},held,{100 + day},at_most,protest_detainees,2026-01-{day:02},false,G,ngo\n"
        for day in range(1, 20)
    )
    table = tmp_path / "claims.csv"
    table.write_text(
        CLAIMS.splitlines()[0]
        + "\n"
        + lines
        + "n,detained,9,at_most,protest_detainees,2026-02-01,true,M,government\n"
    )
    ran = habeas_process("changes", str(table), "--new", "n")
    assert ran.stdout.count(", now ") == 12
    assert "8 more bounds move" in ran.stdout


@pytest.mark.parametrize(
    ("before", "after", "people"),
    [
        ((0, 10), (2, 9), 3),
        ((0, None), (2, None), 2),
        ((0, None), (0, 9), math.inf),
        ((0, 9), (0, None), math.inf),
    ],
)
def test_a_bound_that_gets_an_end_where_it_had_none_moves_more_than_any_other(
    before: tuple[int, int | None], after: tuple[int, int | None], people: float
):
    proof, question = Proof((), Fraction(0), ()), Question.parse("held x 2026-01-01")
    ends = (Bound(question, *each, proof, None) for each in (before, after))
    assert people_moved(Moved(*ends)) == people


def test_a_correction_tells_what_it_resolves(habeas_process: Any, tmp_path: Path):
    table = tmp_path / "claims.csv"
    table.write_text(
        "id,measure,value,population_kind,period_end,claimant,claimant_kind,corrects\n"
        "a,held,100,protest_detainees,2026-01-01,Ministry,government,\n"
        "b,held,50,protest_detainees,2026-01-01,Ministry,government,\n"
        "c,held,100,protest_detainees,2026-01-01,Ministry,government,b\n"
    )
    assert (
        "resolved contradiction: a, b" in habeas_process("changes", str(table), "--new", "c").stdout
    )


@pytest.mark.parametrize("empty", ["", " ", ","])
def test_no_new_claim_at_all_is_refused(habeas: Any, tmp_path: Path, empty: str):
    (tmp_path / "claims.csv").write_text(CLAIMS)
    ran = habeas("changes", "claims.csv", "--new", empty)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "names no claim. Give one id or more." in ran.stderr


def test_a_question_about_a_scope_that_is_none_is_refused(habeas: Any, tmp_path: Path):
    (tmp_path / "claims.csv").write_text(CLAIMS)
    ran = habeas("changes", "claims.csv", "--new", "c", "--ask", "held protesters 2026-01-01")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert '"protesters" is not a scope of this case' in ran.stderr
