"""Errors planted by somebody who has not seen how causes are found are found again.

`tests/examples/planted/README.md` says what was planted and where.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from habeas.formats.scopes_toml import read_scopes
from habeas.formats.tables import read_claims_file
from habeas.reconciliation import Cause, Reconciliation, reconcile
from habeas.vocabulary import filed

PLANTED = Path(__file__).parents[2] / "examples" / "planted"
CASES = sorted(each.name for each in PLANTED.iterdir() if (each / "expected.json").exists())
EXPLAINED_AS = {
    "held published as released": {"is_held"},
    "a year off": {"other_year"},
    "one announcement dated two ways": {"one_announcement"},
    "a misprinted digit": {"digits", "mistaken"},
    "a part given as the whole": {"part_for_whole"},
    "a correction not recorded": {"corrected"},
    "a day after its own publication": {"other_month", "before_printed"},
    "a list that grew over a day": {"grew"},
    "a running total given as a day's": {"running_total"},
    "detained published as held": {"is_detained"},
    "another scope's figure": {"other_population"},
    "digits exchanged": {"digits"},
}


@cache
def reconciled(case: str, table: str = "claims.csv") -> Reconciliation:
    declared = read_scopes(PLANTED / case / "scopes.toml")
    claims = filed(read_claims_file(PLANTED / case / table), declared.sources)
    return reconcile(claims, declared.scopes)


def planted() -> list[tuple[str, set[str], str]]:
    return [
        (case, set(each["claims"]), each["kind"])
        for case in CASES
        for each in json.loads((PLANTED / case / "expected.json").read_text("utf-8"))["planted"]
    ]


def is_it(cause: Cause, claims: set[str], kind: str) -> bool:
    return not claims.isdisjoint(cause.claims) and cause.change in EXPLAINED_AS[kind]


def test_at_least_two_in_three_planted_errors_are_what_is_proposed():
    cases = planted()
    found = [
        case for case, claims, kind in cases
        if any(is_it(cause, claims, kind) for cause in reconciled(case).causes)
    ]  # fmt: skip
    assert 3 * len(found) >= 2 * len(cases)


def test_at_least_two_in_three_of_the_first_causes_are_planted_errors():
    firsts = [
        case
        for case in CASES
        if any(
            is_it(reconciled(case).causes[0], claims, kind)
            for name, claims, kind in planted()
            if name == case
        )
    ]
    assert 3 * len(firsts) >= 2 * len(CASES)


@pytest.mark.parametrize("case", CASES)
def test_without_the_planted_error_there_is_nothing_to_explain(case: str):
    assert reconciled(case, "claims-before.csv").causes == ()


@pytest.mark.parametrize("case", CASES)
def test_each_cause_names_figures_that_speak_for_it_or_what_shows_it(case: str):
    for cause in reconciled(case).causes:
        assert cause.contradictions
        assert not set(cause.speaks_for_it) & {cause.claims[0]}
