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
