"""Laws of what claims do to answers: more claims, fewer, in another order, by other names.

None of these claims counts deaths. Deaths are the one thing that a claim can bring up: where nobody
counts any, none are assumed, so that a first claim of deaths takes an assumption away and may widen
what can be true.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, timedelta

from case import SCOPES, claim
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.reconciliation import (
    PLAIN,
    STRICT,
    TOGETHER,
    Case,
    Policy,
    Question,
    Reconciliation,
    Teller,
    bounds,
    contradictions,
    place_claims,
    reconcile,
)
from habeas.reconciliation.claim_effect import change_by
from habeas.reconciliation.proofs.check_proof import fault
from habeas.reconciliation.proofs.proof_files import proof_files
from habeas.vocabulary import Claim

WORDS = [
    "exact",
    "exact",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "nearly",
    "dozens",
]
CLAIMANTS = {"Ministry": "government", "President": "government", "Group": "ngo", "Paper": "press"}
QUESTIONS = [
    Question.parse(text)
    for text in (
        "held protest_detainees 2025-01-03",
        "held political_prisoners-protest_detainees 2025-01-03",
        "released political_prisoners 2025-01-02..2025-01-04",
        "detained protest_detainees 2025-01-05",
    )
]


@st.composite
def figures(draw: st.DrawFn, name: str) -> Claim:
    measure = draw(st.sampled_from(["held", "detained", "released"]))
    end = date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 4)))
    start = end - timedelta(days=draw(st.integers(0, 3)))
    since = draw(st.sampled_from(["", str(start), "2024-07-28", "2024", str(start)[:7]]))
    who = draw(st.sampled_from(list(CLAIMANTS)))
    word = draw(st.sampled_from(WORDS))
    return claim(
        name, measure, None if word == "dozens" else draw(st.integers(0, 60)),
        draw(st.sampled_from([str(end), str(end), str(end), str(end)[:7]])),
        "" if measure == "held" else since,
        scope=draw(st.sampled_from(["protest_detainees", "political_prisoners", "case_review"])),
        qualifier=word, claimant=who, kind=CLAIMANTS[who],
        modality=draw(st.sampled_from(["asserted", "asserted", "verified"])),
        document=draw(st.sampled_from(["", "bulletin"])),
    )  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> list[Claim]:
    return [draw(figures(f"c{number}")) for number in range(draw(st.integers(2, 7)))]


POLICIES = st.sampled_from([PLAIN, STRICT])


Found = tuple[frozenset[str], tuple[str, ...], str]


def found(claims: list[Claim], policy: Policy) -> set[Found]:
    return {
        (frozenset(each.claims), each.readings, each.strength.value)
        for each in contradictions(claims, SCOPES, policy)
    }


def answers(result: Reconciliation) -> list[tuple[int, int | None]]:
    return [(bound.low, bound.high) for bound in result.view.bounds]


@settings(max_examples=60, deadline=None)
@given(cases(), POLICIES)
def test_one_claim_more_never_loosens_a_bound(claims: list[Claim], policy: Policy):
    case = Case.of(claims, place_claims(claims, SCOPES), policy)
    if contradictions(claims, SCOPES, policy):
        return
    for fewer, more in zip(
        bounds(case, claims[:-1], TOGETHER, QUESTIONS),
        bounds(case, claims, TOGETHER, QUESTIONS),
        strict=True,
    ):
        assert fewer.low <= more.low
        assert fewer.high is None or (more.high is not None and more.high <= fewer.high)


@settings(max_examples=60, deadline=None)
@given(cases(), POLICIES)
def test_one_claim_fewer_never_adds_a_contradiction(claims: list[Claim], policy: Policy):
    known = {subset for subset, _, _ in found(claims, policy)}
    assert {subset for subset, _, _ in found(claims[:-1], policy)} <= known


@settings(max_examples=60, deadline=None)
@given(cases(), POLICIES, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(
    claims: list[Claim], policy: Policy, dice: random.Random
):
    shuffled = dice.sample(claims, len(claims))
    assert found(claims, policy) == found(shuffled, policy)
    one, other = (
        reconcile(each, SCOPES, policy, questions=QUESTIONS) for each in (claims, shuffled)
    )
    assert answers(one) == answers(other)
    assert one.view.set_aside == other.view.set_aside


@settings(max_examples=60, deadline=None)
@given(cases(), POLICIES)
def test_claimants_by_other_names_change_only_the_names_of_readings(
    claims: list[Claim], policy: Policy
):
    renamed = [replace(each, claimant=f"The {each.claimant}") for each in claims]
    expected = {
        (subset, tuple(name.replace("claimant:", "claimant:The ") for name in names), strength)
        for subset, names, strength in found(claims, policy)
    }
    assert found(renamed, policy) == expected


@settings(max_examples=60, deadline=None)
@given(cases())
def test_a_new_claim_brings_just_the_contradictions_that_contain_it(claims: list[Claim]):
    tellings = {each.id: each.telling for each in claims}
    case = Case.of(claims, place_claims(claims, SCOPES), PLAIN)
    brought = change_by(case, claims[:-1], claims[-1]).contradictions
    expected = {
        frozenset(tellings[claim] for claim in each.claims)
        for each in contradictions(claims, SCOPES)
        if claims[-1].telling in {tellings[claim] for claim in each.claims}
    }
    assert {frozenset(tellings[claim] for claim in each.claims) for each in brought} == expected
    assert all(claims[-1].id in each.claims for each in brought)


@settings(max_examples=60, deadline=None)
@given(cases(), POLICIES)
def test_every_proof_passes_the_check_that_shares_no_code_with_the_engine(
    claims: list[Claim], policy: Policy
):
    result = reconcile(claims, SCOPES, policy, questions=QUESTIONS)
    texts = proof_files(result, claims, Teller({each.id: each for each in claims}, SCOPES))
    assert [fault(text) for text in texts.values()] == [""] * len(texts)
    proved = [json.loads(text)["conclusion"]["proves"] for text in texts.values()]
    assert proved.count("contradiction") == len(result.contradictions)


def test_a_first_count_of_deaths_takes_away_the_assumption_that_there_were_none():
    before = claim("before", "held", 100, "2024-12-01")
    after = claim("after", "held", 90, "2024-12-31")
    arrests = claim("arrests", "detained", 0, "2024-12-31", "2024-12-02", cumulative=False)
    deaths = claim("deaths", "died", 2, "2024-12-31", "2024-12-02", cumulative=False,
                   qualifier="at_least")  # fmt: skip
    asked = [Question.parse("released protest_detainees 2024-12-02..2024-12-31")]
    claims = [before, after, arrests]
    assert answers(reconcile(claims, SCOPES, questions=asked)) == [(10, 10)]
    assert answers(reconcile([*claims, deaths], SCOPES, questions=asked)) == [(8, 8)]
