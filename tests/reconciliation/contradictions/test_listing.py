"""What is listed of a group of touching scopes depends on nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from case import SCOPES, claim
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.reconciliation import Reconciliation, reconcile
from habeas.vocabulary import Claim


@st.composite
def figures(draw: st.DrawFn, name: str, scope: str, population: str = "") -> Claim:
    end = date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 4)))
    measure = draw(st.sampled_from(["held", "detained", "released"]))
    found = claim(
        name, measure, draw(st.integers(1, 40)), str(end), scope=scope, population=population,
        claimant=draw(st.sampled_from(["Ministry", "President"])),
    )  # fmt: skip
    return replace(found, id=name)


@st.composite
def tables(draw: st.DrawFn, scope: str, population: str = "") -> list[Claim]:
    count = draw(st.integers(2, 6))
    names = [f"{'x' if population else 'c'}{number}" for number in range(count)]
    return [draw(figures(name, scope, population)) for name in names]


def listed(result: Reconciliation, ids: set[str]) -> tuple[list[object], list[object]]:
    sets = [each.claims for each in result.listed]
    found = [
        (each.claims, each.strength, each.readings, each.shortfall)
        for each in result.listed
        if ids.issuperset(each.claims)
    ]
    why = [
        (each.claims, each.change, sorted(sets[place] for place in each.contradictions))
        for each in result.causes
        if ids.issuperset(each.claims)
    ]
    return found, why


@settings(deadline=None, max_examples=40)
@given(tables("protest_detainees"), tables("other", "people of another matter"),
       st.sampled_from([2, 500]))  # fmt: skip
def test_claims_of_an_untouched_scope_change_nothing_that_is_listed(
    claims: list[Claim], others: list[Claim], limit: int
):
    ids = {each.id for each in claims}
    alone = reconcile(claims, SCOPES, limit=limit)
    beside = reconcile([*others, *claims], SCOPES, limit=limit)
    assert listed(alone, ids) == listed(beside, ids)


def test_the_limit_is_of_each_group():
    claims = [
        claim(f"{scope}{place}{number}", "held", number, "2025-01-01", scope="other",
              population=scope, claimant=f"S{number}")
        for scope in ("these", "those") for place in "a" for number in (1, 2, 3)
    ]  # fmt: skip
    assert len(reconcile(claims, SCOPES, limit=1).contradictions) == 2
    assert len(reconcile(claims, SCOPES, limit=500).contradictions) == 6
