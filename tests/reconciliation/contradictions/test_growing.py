"""A set that holds is grown to a larger one that holds, whatever was asked before."""

from __future__ import annotations

import random
from datetime import date, timedelta

from case import SCOPES, claim
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.reconciliation import PLAIN, TOGETHER, Case, binding, place_claims
from habeas.reconciliation.contradictions.contradictions import Court
from habeas.vocabulary import Claim


@st.composite
def figures(draw: st.DrawFn, name: str) -> Claim:
    end = date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 9)))
    measure = draw(st.sampled_from(["held", "detained", "released"]))
    value = draw(st.one_of(st.integers(0, 9), st.integers(10**5, 10**9)))
    return claim(
        name, measure, value, str(end), qualifier=draw(st.sampled_from(["exact", "at_least"])),
        scope=draw(st.sampled_from(["protest_detainees", "political_prisoners"])),
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(15, 20))
def test_what_holds_is_grown_to_what_holds(data: st.DataObject, count: int):
    claims = binding([data.draw(figures(f"c{number:02}")) for number in range(count)])
    case = Case.of(claims, place_claims(claims, SCOPES), PLAIN)
    court = Court(case, {each.id: each for each in claims}, TOGETHER)
    dice = random.Random(1)  # noqa: S311  (a sample, not a secret)
    for group in court.groups():
        seed: frozenset[str] = frozenset()
        for name in group.claims:
            if court.conflict_in(seed | {name}) is None:
                seed |= {name}
            grown = group.grow(seed, dice)
            assert seed <= grown
            assert court.conflict_in(grown) is None
