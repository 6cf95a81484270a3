"""Laws of sources that contradict themselves, of deaths, and of people unaccounted for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from case import SCOPES, claim
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.reconciliation import (
    PLAIN,
    TOGETHER,
    Basis,
    Case,
    Kept,
    Question,
    Reconciliation,
    Viewpoint,
    bounds,
    contradictions,
    place_claims,
    reconcile,
)
from habeas.vocabulary import (
    Claim,
    ClaimantKind,
    HabeasError,
    Modality,
    Source,
    Sources,
    filed,
)

DAYS = [f"2025-01-0{day}" for day in range(1, 5)]
ASKED = [
    Question.parse(text)
    for text in (
        "held protest_detainees 2025-01-03",
        "held political_prisoners 2025-01-02",
        "released protest_detainees 2025-01-04",
        "detained political_prisoners 2025-01-04",
    )
]
SCOPED = ("protest_detainees", "political_prisoners")
DIED = [Question.parse(f"died {scope} 2025-01-04") for scope in SCOPED]
ALL = ("protest_detainees", "political_prisoners", "case_review", "all_prisoners")
MISSING = [Question.parse(f"unaccounted {scope} {day}") for scope in ALL for day in DAYS]


@st.composite
def figures(draw: st.DrawFn, name: str, who: list[str], measures: list[str]) -> Claim:
    measure = draw(st.sampled_from(measures))
    end = draw(st.sampled_from(DAYS))
    return claim(
        name, measure, draw(st.integers(0, 9)), end,
        "" if measure == "held" else draw(st.sampled_from(["", end])),
        scope=draw(st.sampled_from(SCOPED)),
        qualifier=draw(st.sampled_from(["exact", "exact", "at_least", "at_most"])),
        claimant=draw(st.sampled_from(who)), kind="ngo",
        modality=draw(st.sampled_from(["asserted", "verified"])),
    )  # fmt: skip


@st.composite
def cases(
    draw: st.DrawFn,
    who: tuple[str, ...] = ("Group", "Ministry"),
    measures: tuple[str, ...] = ("held", "detained", "released"),
) -> list[Claim]:
    number = draw(st.integers(2, 6))
    return [draw(figures(f"c{each}", list(who), list(measures))) for each in range(number)]


def prices(claims: Iterable[Claim]) -> float:
    return sum(2.0 if each.modality.value == "verified" else 1.0 for each in claims)


def least_repairs(claims: list[Claim]) -> list[set[str]]:
    """Try every set of claims: the cheapest of which each contradiction has one."""
    against = [frozenset(each.claims) for each in contradictions(claims, SCOPES)]
    sets = [
        chosen
        for size in range(len(claims) + 1)
        for chosen in combinations(claims, size)
        if all(not one.isdisjoint({each.id for each in chosen}) for one in against)
    ]
    least = min(map(prices, sets))
    return [{each.id for each in chosen} for chosen in sets if prices(chosen) == least]


def ends(result: Reconciliation) -> list[tuple[int, int | None]]:
    return [(each.low, each.high) for each in result.view.bounds]


@settings(max_examples=80, deadline=None)
@given(cases(who=("Group",)))
def test_of_one_source_is_told_just_what_holds_in_every_least_repair(claims: list[Claim]):
    case = Case.of(claims, place_claims(claims, SCOPES), PLAIN)
    alone = Viewpoint("Group", frozenset({"Group"}))
    found = reconcile(claims, SCOPES, viewpoint=alone, questions=ASKED).view.bounds
    reading = alone.reading(claims)
    each = [
        bounds(case, [one for one in claims if one.id not in aside], reading, ASKED)
        for aside in least_repairs(claims)
    ]
    for place, bound in enumerate(found):
        highs = [repaired[place].high for repaired in each]
        assert bound.low == min(repaired[place].low for repaired in each)
        known = [high for high in highs if high is not None]
        assert bound.high == (max(known) if len(known) == len(highs) else None)


@settings(max_examples=80, deadline=None)
@given(cases())
def test_whichever_figure_is_wrong_one_proof_of_each_end_stands(claims: list[Claim]):
    view = reconcile(claims, SCOPES, questions=ASKED).view
    for name in {each.claimant for each in claims}:
        own = [each for each in claims if each.claimant == name]
        for aside in least_repairs(own) if name in view.disputed else []:
            for bound in view.bounds:
                for first, others in (
                    (bound.low_proof, bound.low_otherwise),
                    (bound.high_proof, bound.high_otherwise),
                ):
                    proofs = [first, *others] if first else []
                    assert not proofs or any(aside.isdisjoint(each.claims) for each in proofs)


@settings(max_examples=80, deadline=None)
@given(cases())
def test_a_claim_that_contradicts_nothing_never_loosens_a_bound(claims: list[Claim]):
    new = claims[-1]
    if any(new.id in each.claims for each in contradictions(claims, SCOPES)):
        return
    before = ends(reconcile(claims[:-1], SCOPES, questions=ASKED))
    after = ends(reconcile(claims, SCOPES, questions=ASKED))
    for (low, high), (lower, higher) in zip(before, after, strict=True):
        assert low <= lower
        assert high is None or (higher is not None and higher <= high)


@settings(max_examples=80, deadline=None)
@given(cases(measures=("held", "detained", "released", "died")))
def test_what_is_told_of_deaths_is_what_claims_of_deaths_say(claims: list[Claim]):
    deaths = [each for each in claims if each.measure.value == "died"]
    everything = reconcile(claims, SCOPES, questions=DIED)
    alone = reconcile(deaths, SCOPES, questions=DIED) if deaths else None
    assert ends(everything) == (ends(alone) if alone else [(0, None)] * len(DIED))
    for bound in everything.view.bounds:
        assert {*bound.low_proof.claims} <= {each.id for each in deaths}


@settings(max_examples=60, deadline=None)
@given(cases(measures=("held", "detained", "released", "died")))
def test_people_are_unaccounted_for_just_where_a_contradiction_is_a_shortfall(claims: list[Claim]):
    spoken = [replace(each, claimant=f"{each.id}'s", modality=Modality.ASSERTED) for each in claims]
    case = Case.of(spoken, place_claims(spoken, SCOPES), PLAIN)
    found = contradictions(spoken, SCOPES)
    if not found:
        told = bounds(case.on(Basis.UNACCOUNTED), spoken, TOGETHER, MISSING)
        assert [bound.low for bound in told] == [0] * len(MISSING)
    for each in found:
        only = [one for one in spoken if one.id in each.claims]
        missing = least_missing(case, only)
        assert (each.shortfall is not None) == (missing is not None)
        if each.shortfall is not None:
            assert each.shortfall > 0
            assert (missing or 0) > 0


def least_missing(case: Case, claims: list[Claim]) -> int | None:
    """How many are missing at least, in some scope on some day; None if that is no help."""
    on = case.on(Basis.REAPPEARING)
    try:
        return max(bound.low for bound in bounds(on, claims, TOGETHER, MISSING))
    except HabeasError:
        return None


@settings(max_examples=80, deadline=None)
@given(cases(who=("Group", "The Group", "Grp", "Ministry")), st.data())
def test_an_alias_before_reading_or_after_gives_the_same(claims: list[Claim], data: st.DataObject):
    sources = Sources(
        (
            Source("Group", ClaimantKind.NGO, ("The Group", "Grp")),
            Source("Ministry", ClaimantKind.NGO),
        )
    )
    own = filed(claims, sources)
    some = [data.draw(st.sampled_from(pair)) for pair in zip(claims, own, strict=True)]
    before, after, between = (
        reconcile(filed(each, sources), SCOPES, questions=ASKED) for each in (claims, own, some)
    )
    assert before == after == between


@settings(max_examples=40, deadline=None)
@given(cases(), st.data())
def test_what_is_kept_of_claims_that_have_not_changed_changes_no_answer(
    claims: list[Claim], data: st.DataObject
):
    changed = list(claims)
    place = data.draw(st.integers(0, len(claims) - 1))
    more = replace(claims[place].quantity, value=(claims[place].quantity.value or 0) + 3)
    changed[place] = replace(claims[place], quantity=more)
    kept = Kept()
    reconcile(claims, SCOPES, questions=ASKED, kept=kept)
    known = reconcile(changed, SCOPES, questions=ASKED, kept=kept).view
    assert known == reconcile(changed, SCOPES, questions=ASKED).view
