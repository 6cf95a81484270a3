"""What ``verify`` and ``account`` take from a table of people, and what they say they do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CLAIM = """id,measure,value,population_kind,period_start,period_end,claimant,claimant_kind
c,released,2,political_prisoners,2026-01-05,2026-01-10,Ministry,government
"""


@pytest.fixture
def verified(habeas: Any, tmp_path: Path) -> Any:
    """Hold the claim against people; return the announcement, all that is told, and the notes."""

    def run(people: str, *words: str, claims: str = CLAIM) -> Any:
        (tmp_path / "claims.csv").write_text(claims, encoding="utf-8")
        (tmp_path / "people.csv").write_text(people, encoding="utf-8")
        done = habeas("verify", "claims.csv", "people.csv", "--json", *words)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        return found["announcements"][0], found, done.stderr

    return run


def test_a_freed_person_is_not_held_whatever_the_row_is_dated(habeas: Any, tmp_path: Path):
    (tmp_path / "claims.csv").write_text(CLAIM, encoding="utf-8")
    (tmp_path / "people.csv").write_text(
        "list,row,person_id,fecha_detencion,situacion,al_dia\n"
        "a,1,p1,2025-06-01,Excarcelado con medidas,2026-02-01\n",
        encoding="utf-8",
    )
    done = habeas("account", ".", "--day", "2026-01-31", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["documented"]["held"] == 0


def test_headings_and_days_are_those_that_linkage_reads(verified: Any):
    found, _, notes = verified(
        "list,row,person_id,Nombre,Fecha de captura,Fecha de libertad\n"
        "a,1,p1,Ana,01-jun-2025,8 de enero de 2026\n"
    )
    assert found["people"] == ["p1"]
    assert not notes


def test_columns_that_a_file_maps_for_linkage_are_mapped_here_too(verified: Any, tmp_path: Path):
    (tmp_path / "columns.toml").write_text('[columns]\nreleased_on = "Hito 3"\n', "utf-8")
    people = "list,row,person_id,Hito 3\na,1,p1,2026-01-08\n"
    found, _, notes = verified(people)
    assert found["people"] == []
    assert "not understood, and nothing is taken from them: Hito 3" in notes
    found, _, notes = verified(people, "--columns", "columns.toml")
    assert found["people"] == ["p1"]
    assert not notes


def test_a_status_that_is_not_understood_is_told(verified: Any):
    _, found, _ = verified("list,row,person_id,situacion\na,1,p1,en trámite\n")
    assert [each["said"] for each in found["unclear"]] == ["en trámite"]


def test_a_row_number_of_thousands_of_digits_is_refused(habeas: Any, tmp_path: Path):
    (tmp_path / "claims.csv").write_text(CLAIM, encoding="utf-8")
    (tmp_path / "people.csv").write_text(
        f"list,row,person_id\na,{'9' * 5000},p1\n", encoding="utf-8"
    )
    done = habeas("verify", "claims.csv", "people.csv")
    assert done.returncode == 2
    assert "line 2, column row" in done.stderr


def test_a_data_file_is_no_language(habeas: Any, tmp_path: Path):
    (tmp_path / "claims.csv").write_text(CLAIM, encoding="utf-8")
    (tmp_path / "people.csv").write_text("list,row,person_id\na,1,p1\n", encoding="utf-8")
    done = habeas("verify", "claims.csv", "people.csv", "--lang", "columns")
    assert done.returncode == 2
    assert "is not a language" in done.stderr


def test_words_become_numbers_by_the_policy_of_reconciliation(verified: Any):
    head = "id,measure,value,qualifier,population_kind,period_start,period_end,claimant\n"
    people = "list,row,person_id,released_on\na,1,p1,2026-01-08\n"
    line = "c,released,,dozens,political_prisoners,2026-01-05,2026-01-10,Ministry\n"
    found, _, _ = verified(people, claims=head + line)
    assert found["announced"] == {"low": 24, "high": 99}
    found, _, _ = verified(people, "--policy", "strict", claims=head + line)
    assert found["announced"] == {"low": 24, "high": None}


def test_nobody_announced_is_not_confirmed(verified: Any):
    head = "id,measure,low,high,population_kind,period_start,period_end,claimant\n"
    line = "c,released,0,0,political_prisoners,2026-01-05,2026-01-10,Ministry\n"
    found, _, _ = verified("list,row,person_id\na,1,p1\n", claims=head + line)
    assert (found["finding"], found["share"]) == ("nobody_named", None)


def test_a_place_that_no_row_says_is_not_compared(verified: Any):
    claims = CLAIM.replace("claimant_kind", "claimant_kind,place").replace(
        "government", "government,Aragua"
    )
    claims += "d,released,3,political_prisoners,2026-01-05,2026-01-10,Ministry,government,Zulia\n"
    found, _, _ = verified("list,row,person_id,released_on\na,1,p1,2026-01-08\n", claims=claims)
    assert (found["finding"], found["share"]) == ("not_compared", None)


def test_what_files_hold_cannot_steer_a_terminal(habeas: Any, tmp_path: Path):
    (tmp_path / "claims.csv").write_text(
        CLAIM.replace("Ministry", "Min\x1b[31mistry"), encoding="utf-8"
    )
    (tmp_path / "people.csv").write_text(
        "list,row,person_id,released_on,Od\x1b[2Jd\na\x1b[31m,1,p1,2026-01-44\x1b[31m,x\n",
        encoding="utf-8",
    )
    done = habeas("verify", "claims.csv", "people.csv")
    assert done.returncode == 0, done.stderr
    assert "a day that cannot be read" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_one_release_and_one_person_stand_in_the_singular(habeas: Any, tmp_path: Path):
    (tmp_path / "claims.csv").write_text(CLAIM.replace("released,2", "released,1"), "utf-8")
    (tmp_path / "people.csv").write_text(
        "list,row,person_id,released_on\na,1,p1,2026-03-08\n", encoding="utf-8"
    )
    done = habeas("verify", "claims.csv", "people.csv")
    assert "announced 1 release from" in done.stdout
    assert "1 person was released" in done.stdout
