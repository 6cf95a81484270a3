"""The contradictions known to lie in the bundled figures, each proved from its own figures alone.

What is found among all 240 figures together is tested on the shared table (tests/reconciliation).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from habeas.formats.scopes_toml import read_scopes
from habeas.formats.tables import read_claims_file
from habeas.reconciliation import PLAIN, Question, Teller, check, contradictions, reconcile
from habeas.vocabulary import Claim, Scopes

CASE = Path(__file__).parents[2] / "examples" / "venezuela-2024"

FORO = "claimant:Foro Penal"
KNOWN = [
    ("ve034 ve005", FORO, "hard", "1,416 > 1,305"),
    ("ve201 ve216", FORO, "hard", "711 > 344"),
    ("ve201 ve226", FORO, "hard", "711 > 350"),
    ("ve201 ve227", FORO, "hard", "711 > 426"),
    ("ve201 ve230", FORO, "hard", "711 > "),
    ("ve144 ve152 ve154", "together", "hard", "198 > 187"),
    ("ve165 ve170 ve144", "kind:government", "hard", "259 > 187"),
    ("ve165 ve170 ve152", "kind:government", "hard", "259 > 187"),
    ("ve228 ve229", "claimant:Diosdado Cabello", "hard", "897 > 896"),
    ("ve033 ve063", "together", "soft", "2,400 > 2,310"),
    ("ve057 ve063", "together", "soft", "2,401 > 2,310"),
    ("ve146 ve147 ve161", "together", "soft", "2,601 > 2,520"),
    ("ve156 ve147 ve161", "together", "soft", "2,601 > 2,520"),
    ("ve146 ve105 ve161", "together", "soft", "2,597 > 2,520"),
    ("ve146 ve157 ve161", "together", "soft", "2,702 > 2,520"),
    ("ve186 ve199", FORO, "soft", "302 > 297"),
    ("ve216 ve220 ve226", FORO, "soft", "366 > 350"),
]


@pytest.fixture(scope="module")
def figures() -> dict[str, Claim]:
    return {claim.id: claim for claim in read_claims_file(CASE / "claims.csv")}


@pytest.fixture(scope="module")
def scopes() -> Scopes:
    return read_scopes(CASE / "scopes.toml").scopes


@pytest.mark.parametrize(("ids", "reading", "strength", "arithmetic"), KNOWN)
def test_a_known_set_is_contradictory_and_none_of_its_figures_is_idle(
    figures: dict[str, Claim],
    scopes: Scopes,
    ids: str,
    reading: str,
    strength: str,
    arithmetic: str,
):
    # One of the two figures of Diosdado Cabello corrects the other, and then binds alone.
    claims = [replace(figures[key], corrects="") for key in ids.split()]
    found = [
        each
        for each in contradictions(claims, scopes, PLAIN)
        if set(each.claims) == set(ids.split()) and reading in each.readings
    ]
    assert [each.strength.value for each in found] == [strength]
    check(found[0].proof)
    told = Teller({claim.id: claim for claim in claims}, scopes).contradiction(found[0].proof)
    assert arithmetic in told
    for idle in claims:
        rest = [claim for claim in claims if claim is not idle]
        assert contradictions(rest, scopes, PLAIN) == []


def test_a_figure_and_its_correction_do_not_contradict_each_other(
    figures: dict[str, Claim], scopes: Scopes
):
    assert figures["ve229"].corrects == "ve228"
    assert contradictions([figures["ve228"], figures["ve229"]], scopes, PLAIN) == []


@pytest.mark.parametrize(
    ("ask", "low", "high"),
    [
        ("held protest_detainees 2026-01-01", 281, 620),
        ("held political_prisoners-protest_detainees 2026-01-01", 235, 664),
    ],
)
def test_three_figures_of_the_table_prove_what_the_bulletin_proves(
    figures: dict[str, Claim], scopes: Scopes, ask: str, low: int, high: int
):
    claims = [figures[key] for key in ("ve146", "ve147", "ve148")]
    bound = reconcile(claims, scopes, questions=[Question.parse(ask)]).view.bounds[0]
    assert (bound.low, bound.high) == (low, high)


def test_of_the_first_count_eleven_people_are_placed_in_no_state(figures: dict[str, Claim]):
    parts = [claim for claim in figures.values() if claim.part_of == "ve005" and claim.place]
    placed = sum(
        claim.quantity.value or 0 for claim in parts if claim.place != figures["ve005"].place
    )
    assert (figures["ve005"].quantity.value or 0) - placed == 11
