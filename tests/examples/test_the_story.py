"""The story that the project began with, from the bulletin's words to what they prove."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.extraction import read_claims
from habeas.formats.documents.document_reading import read_documents
from habeas.formats.scopes_toml import read_scopes
from habeas.reconciliation import Bound, Question, check, reconcile
from habeas.vocabulary import Claim

CASE = Path(__file__).parents[2] / "examples" / "venezuela-2024"
BULLETIN = CASE / "documents" / "2026-01-02-wire.en.txt"


@pytest.fixture(scope="module")
def told() -> list[Claim]:
    [bulletin] = read_documents([BULLETIN])
    return read_claims(bulletin.document, aliases=read_scopes(CASE / "scopes.toml").sources)


def test_five_figures_are_read_with_number_measure_claimant_and_population(told: list[Claim]):
    read = [
        (claim.quantity.value, claim.quantity.qualifier.value, claim.measure.value,
         claim.claimant_kind, claim.population_kind)
        for claim in told
    ]  # fmt: skip
    assert read == [
        (88, "exact", "released", "government", "protest_detainees"),
        (99, "exact", "released", "government", "protest_detainees"),
        (2400, "about", "detained", "government", "protest_detainees"),
        (2000, "nearly", "released", "government", "protest_detainees"),
        (900, "about", "held", "ngo", "political_prisoners"),
    ]


def test_the_days_of_the_releases_are_new_years_day_and_christmas_day(told: list[Claim]):
    assert [str(claim.period.end) for claim in told[:2]] == ["2026-01-01", "2025-12-25"]


@pytest.mark.parametrize(
    ("ask", "low", "high"),
    [
        ("held protest_detainees 2026-01-01", 281, 620),
        ("held political_prisoners-protest_detainees 2026-01-01", 235, 664),
    ],
)
def test_what_the_five_figures_allow_is_proved(told: list[Claim], ask: str, low: int, high: int):
    scopes = read_scopes(CASE / "scopes.toml").scopes
    result = reconcile(told, scopes, questions=[Question.parse(ask)])
    bound: Bound = result.view.bounds[0]
    assert (bound.low, bound.high) == (low, high)
    for proof in (bound.low_proof, bound.high_proof):
        assert proof is not None
        check(proof)
