"""Bad tables and bad cases: a clear error, exit code 2, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

HEADING = "id,measure,low,high,value,population_kind,period_start,period_end"
GOOD = "a1,held,,,900,political_prisoners,,2026-01-02"


@pytest.mark.parametrize(
    ("table", "place", "said"),
    [
        ("name,amount\nx,1", "claims.csv, line 1", "the heading lacks id, measure"),
        (
            f"{HEADING}\n{GOOD}\na2,held,,,-5,other,,",
            "line 3, column value",
            "not a number of people",
        ),
        (f"{HEADING}\na1,held,9,3,,other,,", "line 2, column low", '"9" is above high (3)'),
        (
            f"{HEADING}\na1,released,,,9,other,2026-02-01,2026-01-01",
            "line 2, column period_end",
            "ends before it starts",
        ),
        (f"{HEADING}\n{GOOD}\n{GOOD}", "line 3, column id", "is the id of two claims"),
        ("", "claims.csv", "is empty"),
        (f"{HEADING}\na1,held,,,1.306,other,,", "line 2, column value", "Write 1306"),
        (f"{HEADING}\n{'x' * 9_000_000}", "line 2", "is longer than 8,000,000 bytes"),
    ],
)
def test_a_bad_table_is_refused(tmp_path: Path, habeas: Any, table: str, place: str, said: str):
    (tmp_path / "claims.csv").write_text(table)
    done = habeas("reconcile", "claims.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert place in done.stderr
    assert said in done.stderr
    assert (tmp_path / "claims.csv").read_text() == table


def test_a_table_in_latin_1_is_refused_with_the_words_around_the_byte(tmp_path: Path, habeas: Any):
    (tmp_path / "claims.csv").write_bytes(f"{HEADING},note\n{GOOD},peñón\n".encode("latin-1"))
    done = habeas("reconcile", "claims.csv")
    assert done.returncode == 2
    assert "peñón" in done.stderr
    assert "is not UTF-8" in done.stderr


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ('[scope.a]\nwithin = ["b"]\n[scope.b]\nwithin = ["a"]', "line 1: a scope contains itself"),
        ("[scope.a]\nopens = 2025-01-01\ncloses = 2024-01-01", "line 3, column closes"),
        ("[scope.a]\nopen = 2025-01-01", "line 2, column scope.a.open"),
        ("[scope.a", "is not TOML"),
    ],
)
def test_a_bad_case_is_refused(tmp_path: Path, habeas: Any, case: str, said: str):
    (tmp_path / "claims.csv").write_text(f"{HEADING}\n{GOOD}\n")
    (tmp_path / "scopes.toml").write_text(case)
    done = habeas("reconcile", "claims.csv", "--scopes", "scopes.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_claims_are_taken_from_a_pipe_and_refused_there_too(habeas: Any):
    assert habeas("reconcile", "-", given=f"{HEADING}\n{GOOD}\n".encode()).returncode == 0
    done = habeas("reconcile", "-", given=b'{"id": "a1"}')
    assert done.returncode == 2
    assert "standard input, line 1" in done.stderr


def test_claims_of_no_known_day_contradict_nothing(tmp_path: Path, habeas: Any):
    (tmp_path / "claims.csv").write_text(f"{HEADING}\na1,held,,,900,political_prisoners,,\n")
    done = habeas("reconcile", "claims.csv", "--json")
    assert (done.returncode, json.loads(done.stdout)["contradictions"]) == (0, [])
    (tmp_path / "claims.csv").write_text(f"{HEADING}\n")
    assert habeas("reconcile", "claims.csv").returncode == 0
