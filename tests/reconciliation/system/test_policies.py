"""What words are taken for: no limit that nobody said, ends rounded outward."""

from __future__ import annotations

import pytest
from case import SCOPES, claim
from hypothesis import given
from hypothesis import strategies as st

from habeas.reconciliation import (
    PLAIN,
    POLICIES,
    STRICT,
    Question,
    Teller,
    reconcile,
    why_empty,
)
from habeas.vocabulary import Qualifier, Quantity


@pytest.mark.parametrize(
    ("qualifier", "value", "wanted"),
    [
        ("more_than", 130, (131, None)),
        ("at_least", 130, (130, None)),
        ("thousands", None, (2000, None)),
        ("about", 2400, (2280, 2520)),
        ("about", 12, (10, 14)),
        ("about", 9, (8, 10)),
        ("about", 10, (8, 12)),
        ("about", 1, (0, 2)),
        ("about", 50, (47, 53)),
        ("nearly", 2000, (1900, 1999)),
        ("nearly", 10, (9, 9)),
        ("nearly", 30, (28, 29)),
    ],
)
def test_plain_takes_no_number_for_excluded_that_the_word_allows(
    qualifier: str, value: int | None, wanted: tuple[int, int | None]
):
    assert PLAIN.range_of(Quantity(value, Qualifier(qualifier))) == wanted


@given(
    st.integers(0, 100_000), st.sampled_from([each for each in Qualifier if each.names_a_number])
)
def test_what_strict_excludes_plain_excludes_too(value: int, qualifier: Qualifier):
    strict, plain = (each.range_of(Quantity(value, qualifier)) for each in (STRICT, PLAIN))
    assert plain[0] >= strict[0]
    assert strict[1] is None or (plain[1] is not None and plain[1] <= strict[1])


@pytest.mark.parametrize("other", [10, 11, 13, 14])
def test_about_a_dozen_beside_another_small_number_is_no_contradiction(other: int):
    some = claim("some", "held", 12, "2026-01-01", qualifier="about")
    exact = claim("exact", "held", other, "2026-01-01", claimant="Mothers")
    assert reconcile([some, exact], SCOPES).contradictions == ()


def test_a_limit_of_the_policy_is_not_put_into_the_mouth_of_the_source():
    some = claim("some", "held", 2400, "2026-01-01", qualifier="about")
    asked = Question.parse("held protest_detainees 2026-01-01")
    [bound] = reconcile([some], SCOPES, questions=[asked]).view.bounds
    told = Teller({"some": some}, SCOPES).bound(bound, "high")
    assert "about 2,400, taken as at most 2,520" in told


def test_a_limit_that_was_said_is_told_as_said():
    some = claim("some", "held", 2400, "2026-01-01", qualifier="at_least")
    asked = Question.parse("held protest_detainees 2026-01-01")
    [bound] = reconcile([some], SCOPES, questions=[asked]).view.bounds
    assert "taken as" not in Teller({"some": some}, SCOPES).bound(bound, "low")


def test_a_number_outside_its_limits_is_told_with_them():
    odd = claim("odd", "held", 126, "2026-01-01", low=116, high=116)
    asked = Question.parse("held protest_detainees 2026-01-01")
    [bound] = reconcile([odd], SCOPES, questions=[asked]).view.bounds
    assert "126, taken as at most 116" in Teller({"odd": odd}, SCOPES).bound(bound, "high")


@pytest.mark.parametrize(("policy", "empty"), [("strict", True), ("plain", False)])
def test_an_answer_that_the_policy_alone_makes_empty_says_why(policy: str, empty: bool):
    held = claim("held", "held", 62, "2026-01-10")
    asked = Question.parse("held protest_detainees 2026-01-10")
    result = reconcile([held], SCOPES, POLICIES[policy], questions=[asked])
    note = why_empty(result.view.bounds[0], result.case, result.view.used,
                     Teller({"held": held}, SCOPES))  # fmt: skip
    assert ("some moment of that day" in note and "62 held" in note) == empty
    assert bool(note) == empty


def test_an_answer_on_another_day_owes_no_explanation():
    held = claim("held", "held", 62, "2026-01-10")
    asked = Question.parse("held protest_detainees 2026-01-12")
    result = reconcile([held], SCOPES, STRICT, questions=[asked])
    teller = Teller({"held": held}, SCOPES)
    assert why_empty(result.view.bounds[0], result.case, result.view.used, teller) == ""
