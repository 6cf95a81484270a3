"""What is known to contradict what in a second real table is found in it, and why.

The table lies outside the project; without it these tests are skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("HABEAS_SHARED") or ROOT.parent / "shared")
TABLE = SHARED / "data" / "belarus_claims.csv"
SCOPES = SHARED / "data" / "belarus_scopes.toml"

pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the shared table is not here")

KNOWN = [
    ({"by124", "by125", "by126"}, "hard"),
    ({"by050", "by055", "by059"}, "soft"),
    ({"by062", "by196"}, "hard"),
    ({"by063", "by197"}, "hard"),
    ({"by082", "by084", "by085", "by086", "by088"}, "soft"),
    ({"by173", "by174"}, "hard"),
    ({"by013", "by149"}, "hard"),
    ({"by134", "by135"}, "hard"),
]
COMPATIBLE = [
    {"by093", "by094"},
    {"by014", "by154"},
    {"by075", "by076"},
    {"by156", "by157"},
    {"by105", "by107"},
]
LIKELY = [
    ({"by124", "by125", "by126"}, {"by124"}, {"digits", "mistaken"}),
    ({"by050", "by055", "by059"}, {"by050"}, {"rounded"}),
    ({"by062", "by196"}, {"by196"}, {"older"}),
    ({"by063", "by197"}, {"by196"}, {"older"}),
    ({"by082", "by084", "by085", "by086", "by088"}, {"by088"}, {"eve"}),
    ({"by013", "by149"}, {"by013"}, {"known_then"}),
    ({"by134", "by135"}, {"by135"}, {"whole_for_part"}),
    ({"by085", "by088", "by097", "by195"}, {"by085", "by097"}, {"one_announcement"}),
]


@lru_cache(maxsize=1)
def found() -> dict[str, list[dict[str, object]]]:
    command = [sys.executable, "-m", "habeas", "reconcile", str(TABLE), "--scopes", str(SCOPES)]
    ran = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


@pytest.mark.parametrize(("claims", "strength"), KNOWN)
def test_a_known_contradiction_is_found_with_its_strength(claims: set[str], strength: str):
    entries = found()["contradictions"]
    assert {each["strength"] for each in entries if set(each["claims"]) == claims} == {strength}


@pytest.mark.parametrize("claims", COMPATIBLE)
def test_figures_that_only_look_contradictory_are_not_found(claims: set[str]):
    assert not [each for each in found()["contradictions"] if set(each["claims"]) == claims]


@pytest.mark.parametrize(("claims", "figures", "changes"), LIKELY)
def test_a_known_cause_is_the_one_proposed(claims: set[str], figures: set[str], changes: set[str]):
    [cause] = [each for each in found()["causes"] if sorted(claims) in each["contradictions"]]
    assert set(cause["claims"]) & figures
    assert cause["change"] in changes


def test_the_figure_in_most_contradictions_and_the_decree_told_twice_come_first():
    first, second = (set(each["claims"]) for each in found()["causes"][:2])
    assert (first, second) == ({"by088"}, {"by085", "by097"})


def test_of_equal_repairs_the_figure_in_most_contradictions_is_set_aside():
    [repair] = [each for each in found()["repairs"] if each["reading"] == "together"]
    assert "by088" in repair["claims"]
    assert "by084" not in repair["claims"]


def test_what_should_be_asked_is_asked():
    asked = {(each["ask"], *each["claims"]) for each in found()["questions"]}
    assert {
        ("not_yet", "by219"),
        ("one_announcement", "by085", "by097"),
        ("grew", "by156", "by157"),
    } <= asked
