"""How `habeas reconcile` tells what it found: places, registers, limits, languages, odd signs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

FIELDS = {"measure": "held", "population_kind": "political_prisoners", "period_end": "2026-01-01"}
Told = Callable[..., Any]


@pytest.fixture
def told(tmp_path: Path, habeas: Any) -> Told:
    def reconcile(claims: list[Mapping[str, Any]], *words: str) -> Any:
        rows = [
            {"id": f"c{n}", "claimant": f"S{n}"} | FIELDS | each for n, each in enumerate(claims)
        ]
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / "claims.jsonl").write_text(text)
        return habeas("reconcile", "claims.jsonl", *words)

    return reconcile


ASK = ("--ask", "held political_prisoners 2026-01-01")


def test_as_many_contradictions_as_the_limit_may_not_be_all(told: Told):
    claims = [{"value": 100 + number} for number in range(5)]
    assert "\n10 contradictions.\n" in told(claims).stdout
    shown = told(claims, "--limit", "3").stdout
    assert "\n3 contradictions shown; there may be more (--limit).\n" in shown
    assert "0 contradictions" not in told(claims, *ASK, "--limit", "0").stdout


def test_answers_are_the_same_whether_contradictions_are_looked_for_or_not(told: Told):
    claims = [{"value": 100 + number} for number in range(5)]
    answered, _, _ = told(claims, *ASK, "--limit", "0").stdout.partition("\n\nContradictions")
    assert told(claims, *ASK).stdout.startswith(f"{answered}\n\n")


def test_where_claims_are_of_several_places_an_answer_names_its_own(told: Told):
    claims = [
        {"value": 900, "place": "Venezuela"},
        {"value": 20, "place": "Zulia"},
        {"value": 20, "place": "Zulia"},
    ]
    done = told(claims, *ASK)
    assert "held political_prisoners 2026-01-01 (Zulia): at least 20, at most 20\n" in done.stdout
    assert "Held on 1 January 2026, political prisoners (Zulia): at least 20" in done.stdout
    other = told(claims, "--ask", "held political_prisoners@Venezuela 2026-01-01").stdout
    assert "political prisoners (Venezuela): at least 900" in other
    assert "(Zulia)" not in other
    assert "(Zulia)" not in told(claims[1:], *ASK).stdout


def test_what_came_into_a_register_is_not_told_as_arrests(told: Told):
    total = {"measure": "detained", "cumulative": True, "modality": "verified", "claimant": "Group"}
    month = total | {"cumulative": False, "period_start": "2026-01-01", "period_end": "2026-01-10"}
    claims = [
        total | {"value": 2000, "period_end": "2025-12-31"},
        total | {"value": 2010, "period_end": "2026-01-10"},
        month | {"value": 3},
    ]
    ask = ("--ask", "detained political_prisoners 2026-01-01..2026-01-10")
    register = told(claims, "--trust", "Group", *ask).stdout
    assert "Entered in the register 1 January 2026 to 10 January 2026" in register
    assert "2026-01-10 (entered in the register): at least 10, at most 10\n" in register
    assert "Detained" not in register
    assert "Detained 1 January 2026 to 10 January 2026" in told(claims, *ask).stdout


def test_no_sign_of_a_file_steers_the_terminal_or_begins_a_line(told: Told):
    claims = [
        {"value": 5, "claimant": "A\x1b]0;x\x07\u202e\r\n9 contradictions.", "id": "a\x1b[2J"},
        {"value": 9},
    ]
    out = told(claims, *ASK).stdout
    assert all(line.isprintable() for line in out.split("\n"))
    assert "\n9 contradictions." not in out
    assert "\n1 contradiction.\n" in out


def test_spanish_is_spanish_throughout(told: Told):
    out = told([{"value": 5}, {"value": 9}], *ASK, "--lang", "es").stdout
    assert "al menos" in out
    assert "presos políticos" in out
    assert "no concuerdan" in out
    assert "(juntas)" in out
    assert "apartar" in out
    english = ("at least", "at most", "Policy", "political prisoners", "contradiction", "Repair")
    assert [word for word in english if word in out] == []


@pytest.mark.parametrize(("word", "advice"), [("12.5", "1306"), ("1.306", "1306"), ("1,5", "1306")])
def test_advice_on_a_number_does_not_change_it(habeas: Any, tmp_path: Path, word: str, advice: str):
    table = "id,measure,value,population_kind,period_end\n"
    row = f'a,held,"{word}",political_prisoners,2026-01-01\n'
    (tmp_path / "claims.csv").write_text(table + row)
    done = habeas("reconcile", "claims.csv")
    assert done.returncode == 2
    assert advice in done.stderr
    assert "125" not in done.stderr.replace("12.5", "")
