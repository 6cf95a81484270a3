"""An account leaves nothing out in silence: what is said, set aside, unreadable, not estimated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

HEAD = (
    "id,measure,value,qualifier,population_kind,period_start,period_end,claimant,cumulative,"
    "corrects,published\n"
)
TOTAL = "c1,released,88,more_than,political_prisoners,2025-12-01,,Ministry,true,,2026-01-14\n"
FLOW = "c2,released,20,exact,political_prisoners,2026-01-02,2026-01-05,Ministry,false,,\n"
OLD = "c3,held,9,exact,political_prisoners,,2026-01-13,Watch,false,,\n"
NEW = "c4,held,3,exact,political_prisoners,,2026-01-13,Watch,false,c3,\n"
OTHER = "c5,held,30,exact,political_prisoners,,2026-01-13,Ministry,false,,\n"


@pytest.fixture
def account(habeas: Any, tmp_path: Path) -> Any:
    """Give account of a case; return what is printed, or with --json what it holds, and notes."""

    def run(claims: str, people: str, *words: str) -> Any:
        (tmp_path / "claims.csv").write_text(HEAD + claims, encoding="utf-8")
        (tmp_path / "people.csv").write_text(people, encoding="utf-8")
        done = habeas("account", ".", *words)
        assert done.returncode == 0, done.stderr
        return (json.loads(done.stdout)[0] if "--json" in words else done.stdout), done.stderr

    return run


NOBODY = "list,row,person_id\na,1,p1\n"


def test_a_total_without_an_end_stands_on_the_day_of_its_publication(account: Any):
    found, _ = account(TOTAL, NOBODY, "--json")
    assert found["day"] == "2026-01-14"
    (said,) = found["says"]
    assert (said["low"], said["high"], said["to"]) == (89, None, "2026-01-14")


def test_the_last_total_and_the_last_flow_of_a_source_are_both_told(account: Any):
    found, _ = account(TOTAL + FLOW, NOBODY, "--json")
    assert [said["claim"] for said in found["says"]] == ["c1", "c2"]
    assert found["says"][1]["from"] == "2026-01-02"


@pytest.mark.parametrize("order", [OLD + NEW, NEW + OLD])
def test_a_corrected_figure_is_not_the_last_word(account: Any, order: str):
    found, _ = account(order, NOBODY, "--json")
    assert [said["claim"] for said in found["says"]] == ["c4"]


def test_claims_that_are_set_aside_are_named(account: Any):
    new = NEW.replace("c3", "")
    found, _ = account(new + OTHER, NOBODY, "--json")
    (aside,) = found["set_aside"]
    assert aside in {"c4", "c5"}
    printed, _ = account(new + OTHER, NOBODY)
    assert f"Set aside, so that the others can be true together: {aside}." in printed


PEOPLE = (
    "list,row,person_id,Fecha de captura,Fecha de libertad,situacion\n"
    "a,1,p1,01-jun-2025,2026-01-08 o 2026-03-08,\n"
    "a,2,p2,01/06/25,8 de enero de 2026,en trámite\n"
    "a,3,p2,01/06/25,20 de enero de 2026,\n"
)


def test_what_the_records_leave_open_is_told(account: Any):
    found, _ = account(TOTAL, PEOPLE, "--json")
    clashes = [(each["person"], each["clash"]) for each in found["record_contradictions"]]
    assert clashes == [("p1", "unreadable_day"), ("p2", "days_differ")]
    assert [each["said"] for each in found["unclear"]] == ["en trámite"]
    assert "only one list (a)" in found["not_estimated"]
    printed, _ = account(TOTAL, PEOPLE)
    assert "p1: a day that cannot be read: released 2026-01-08 o 2026-03-08" in printed
    assert "Nothing is estimated. There is only one list (a)" in printed


@pytest.mark.parametrize(("people", "more"), [(20, ""), (22, "2 more")])
def test_of_many_contradictions_of_records_the_first_are_told_and_how_many_more_there_are(
    account: Any, people: int, more: str
):
    head, row, *_ = PEOPLE.splitlines()
    rows = [row.replace("a,1,p1", f"a,{each},p{each}") for each in range(1, people + 1)]
    printed, _ = account(TOTAL, "\n".join([head, *rows, ""]))
    assert printed.count("a day that cannot be read") == 20
    assert ("more" in printed, more in printed) == (bool(more), True)


def test_an_account_in_spanish_is_spanish_throughout(account: Any):
    part = OTHER.replace("c5", "c6").replace("political_prisoners", "protest_detainees")
    printed, said = account(OLD + part, PEOPLE, "--lang", "es")
    assert "presos políticos, 13 de enero de 2026" in printed
    assert "political prisoners" not in printed
    assert "Personas cuyas filas no nombran ninguna población: 2" in said
