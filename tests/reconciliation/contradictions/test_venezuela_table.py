"""The contradictions known to lie in a real table of published figures are found in it.

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
TABLE = SHARED / "data" / "venezuela_claims.csv"
SCOPES = ROOT / "examples" / "venezuela-2024" / "scopes.toml"

pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the shared table is not here")

KNOWN = [
    ({"ve034", "ve005"}, "claimant:Foro Penal", "hard"),
    ({"ve201", "ve216"}, "claimant:Foro Penal", "hard"),
    ({"ve201", "ve226"}, "claimant:Foro Penal", "hard"),
    ({"ve201", "ve227"}, "claimant:Foro Penal", "hard"),
    ({"ve201", "ve230"}, "claimant:Foro Penal", "hard"),
    ({"ve144", "ve152", "ve154"}, "together", "hard"),
    ({"ve165", "ve170", "ve144"}, "kind:government", "hard"),
    ({"ve165", "ve170", "ve152"}, "kind:government", "hard"),
    ({"ve228", "ve229"}, "claimant:Diosdado Cabello", "hard"),
    ({"ve033", "ve063"}, "together", "soft"),
    ({"ve057", "ve063"}, "together", "soft"),
    ({"ve146", "ve147", "ve161"}, "together", "soft"),
    ({"ve156", "ve147", "ve161"}, "together", "soft"),
    ({"ve146", "ve105", "ve161"}, "together", "soft"),
    ({"ve146", "ve157", "ve161"}, "together", "soft"),
    ({"ve186", "ve199"}, "claimant:Foro Penal", "soft"),
    ({"ve216", "ve220", "ve226"}, "claimant:Foro Penal", "soft"),
]


@lru_cache(maxsize=1)
def found() -> dict[str, list[dict[str, object]]]:
    command = [sys.executable, "-m", "habeas", "reconcile", str(TABLE), "--scopes", str(SCOPES)]
    ran = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


@pytest.mark.parametrize(("claims", "reading", "strength"), KNOWN)
def test_a_known_contradiction_is_found_with_its_reading_and_strength(
    claims: set[str], reading: str, strength: str
):
    entries = found()["contradictions"]
    same = [each for each in entries if set(each["claims"]) == claims]
    assert {(each["reading"], each["strength"]) for each in same} >= {(reading, strength)}


def test_no_reported_set_contains_another_of_the_same_reading():
    by_reading: dict[str, list[set[str]]] = {}
    for each in found()["contradictions"]:
        by_reading.setdefault(each["reading"], []).append(set(each["claims"]))
    for sets in by_reading.values():
        assert not [(one, other) for one in sets for other in sets if one < other]


LIKELY = [
    ({"ve005", "ve034"}, {"ve034"}, {"other_day", "when_printed"}),
    ({"ve201", "ve216"}, {"ve201"}, {"is_held"}),
    ({"ve201", "ve226"}, {"ve201"}, {"is_held"}),
    ({"ve144", "ve152", "ve154"}, {"ve144", "ve152"}, {"one_announcement"}),
    ({"ve228", "ve229"}, {"ve228", "ve229"}, {"corrected"}),
    ({"ve186", "ve199"}, {"ve186", "ve199"}, {"grew", "corrected"}),
    ({"ve216", "ve220", "ve226"}, {"ve226"}, {"eve"}),
]


@pytest.mark.parametrize(("claims", "figures", "changes"), LIKELY)
def test_a_known_cause_is_the_one_proposed(claims: set[str], figures: set[str], changes: set[str]):
    [cause] = [each for each in found()["causes"] if sorted(claims) in each["contradictions"]]
    assert set(cause["claims"]) & figures
    assert cause["change"] in changes


def test_each_contradiction_has_one_cause_and_few_causes_are_enough():
    told = [tuple(claims) for cause in found()["causes"] for claims in cause["contradictions"]]
    listed = {tuple(each["claims"]) for each in found()["contradictions"]}
    assert len(told) == len(set(told))
    assert set(told) == listed
    assert len(found()["causes"]) <= len(listed) / 10
