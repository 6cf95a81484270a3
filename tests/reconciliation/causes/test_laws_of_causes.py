"""Laws of causes: a change dissolves what it says, and every contradiction has its cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from case import SCOPES, claim
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.reconciliation import Cause, Reconciliation, contradictions_of, reconcile
from habeas.vocabulary import Claim

CLAIMANTS = {"Ministry": "government", "Group": "ngo", "Paper": "press"}


@st.composite
def figures(draw: st.DrawFn, name: str) -> Claim:
    end = date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 5)))
    who = draw(st.sampled_from(list(CLAIMANTS)))
    measure = draw(st.sampled_from(["held", "detained", "released"]))
    since = draw(st.sampled_from(["", str(end), str(end - timedelta(2))]))
    return claim(
        name, measure, draw(st.sampled_from([12, 21, 120, 130, 210, 300, 310])), str(end),
        "" if measure == "held" else since,
        scope=draw(st.sampled_from(["protest_detainees", "political_prisoners"])),
        qualifier=draw(st.sampled_from(["exact", "exact", "about", "at_least"])),
        claimant=who, kind=CLAIMANTS[who],
        modality=draw(st.sampled_from(["asserted", "asserted", "verified"])),
    )  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> list[Claim]:
    return [draw(figures(f"c{n}")) for n in range(draw(st.integers(2, 7)))]


def left_of(result: Reconciliation, cause: Cause, place: int) -> int:
    """How many contradictions there are among a contradiction's figures with a cause's change."""
    case, found = result.case, result.listed[place]
    moved = dict.fromkeys(cause.changed, cause.scope) if cause.scope else {}
    placement = replace(case.placement, scope_of={**case.placement.scope_of, **moved})
    ids = dict.fromkeys((*found.claims, *cause.claims[1:]))
    now = [cause.changed.get(key, result.trusted[key]) for key in ids]
    kept = [each for each in now if each is not None]
    names = {each.claimant for each in kept}
    readings = [
        reading
        for each in contradictions_of(replace(case, placement=placement), kept, 50)
        for reading in each.readings
        if reading in found.readings or len(names) > 1
    ]
    return len({*readings} & {found.readings[-1]})


@settings(deadline=None, max_examples=40)
@given(tables())
def test_a_change_dissolves_what_it_says(claims: list[Claim]):
    result = reconcile(claims, SCOPES)
    for cause in result.causes:
        for place in cause.contradictions:
            assert left_of(result, cause, place) == 0


@settings(deadline=None, max_examples=40)
@given(tables())
def test_every_contradiction_has_exactly_one_cause(claims: list[Claim]):
    result = reconcile(claims, SCOPES)
    told = sorted(place for cause in result.causes for place in cause.contradictions)
    assert told == list(range(len(result.listed)))


@settings(deadline=None, max_examples=40)
@given(tables())
def test_with_all_causes_set_aside_the_rest_can_all_be_true(claims: list[Claim]):
    result = reconcile(claims, SCOPES)
    blamed = {key for cause in result.causes for key in cause.changed}
    rest = [each for each in claims if each.id not in blamed]
    assert contradictions_of(result.case, rest, 50) == []


@settings(deadline=None, max_examples=40)
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_cause(claims: list[Claim], dice: Random):
    shuffled = dice.sample(claims, len(claims))
    first, second = reconcile(claims, SCOPES), reconcile(shuffled, SCOPES)
    assert [(each.claims, each.change) for each in first.causes] == [
        (each.claims, each.change) for each in second.causes
    ]
