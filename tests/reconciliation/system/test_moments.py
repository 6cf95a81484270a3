"""The moments at which counts are compared: none may be left out that a contradiction hangs on."""

from __future__ import annotations

from datetime import date

import pytest
from case import SCOPES, claim

from habeas.reconciliation import STRICT, Question, contradictions, reconcile
from habeas.vocabulary import InputError, Partition, Scope, Scopes


def test_who_is_held_of_a_closed_scope_was_held_the_day_before_within_the_scope_around_it():
    after = claim("after", "held", 7, "2026-01-02")
    before = claim("before", "held", 5, "2026-01-01", scope="political_prisoners")
    assert [each.claims for each in contradictions([after, before], SCOPES)] == [
        ("after", "before")
    ]


def test_who_was_held_before_the_whole_scope_was_empty_has_left_whatever_else_is_asked():
    claims = [
        claim("some", "held", 1, "2024-11-01"),
        claim("none", "held", 0, "2024-11-02", scope="political_prisoners"),
    ]
    freed = Question.parse("released protest_detainees 2024-11-03")
    also = Question.parse("held protest_detainees 2024-11-02")
    for asked in ([freed], [freed, also]):
        assert reconcile(claims, SCOPES, questions=asked).view.bounds[0].low == 1


def test_who_was_held_within_two_scopes_of_which_one_is_empty_the_next_day_has_left_the_other_too():
    held = claim("held", "held", 1, "2025-01-01")
    empty = claim("empty", "held", 0, "2025-01-02", scope="case_review")
    freed = claim("freed", "released", 0, "2025-01-02", scope="political_prisoners")
    assert [each.claims for each in contradictions([held, empty, freed], SCOPES)] == [
        ("empty", "freed", "held")
    ]


def test_a_count_since_some_day_of_a_year_need_not_reach_back_to_the_opening_in_that_year():
    august = claim("august", "detained", 100, "2024-08-10", "2024-07-28")
    since = claim("since", "detained", 10, "2025-01-10", "2024")
    assert contradictions([august, since], SCOPES) == []
    since_the_day = claim("since the day", "detained", 10, "2025-01-10", "2024-07-28")
    assert len(contradictions([august, since_the_day], SCOPES)) == 1


def test_two_figures_of_some_day_of_a_year_may_be_of_two_days_though_one_document_has_both():
    few = claim("few", "held", 300, "2025", document="report")
    many = claim("many", "held", 500, "2025", document="report")
    assert contradictions([few, many], SCOPES) == []


def test_a_figure_and_its_part_are_of_the_same_day_of_a_year():
    whole = claim("whole", "held", 300, "2025", document="report")
    part = claim("part", "held", 500, "2025", scope="subgroup", population="women",
                 part_of="whole", document="report")  # fmt: skip
    assert [each.claims for each in contradictions([whole, part], SCOPES)] == [("part", "whole")]


def test_deaths_in_one_scope_are_not_forgotten_beside_another_where_nobody_counts_any():
    scopes = Scopes((Scope("here"), Scope("there")), place="Venezuela")
    claims = [
        claim("taken", "detained", 10, "2025-01-01", scope="here"),
        claim("freed", "released", 0, "2025-01-01", scope="here"),
        claim("dead", "died", 4, "2025-01-01", scope="here"),
        claim("none", "held", 0, "2025-01-01", scope="there"),
    ]
    asked = [Question.parse(f"held {scope} 2025-01-01") for scope in ("here", "there")]
    here, there = reconcile(claims, scopes, questions=asked).view.bounds
    assert (here.low, here.high) == (6, 6)
    assert (there.low, there.high) == (0, 0)


def test_who_was_not_arrested_since_was_held_before_in_every_scope_around_near_or_far():
    held = claim("held", "held", 7, "2025-01-03")
    nobody = claim("nobody", "detained", 0, "2025-01-03", "2025-01-02", cumulative=False)
    asked = [Question.parse("held all_prisoners 2025-01-02")]
    result = reconcile([held, nobody], SCOPES, questions=asked)
    assert result.view.bounds[0].low == 7


def test_a_scope_within_two_others_can_follow_neither_further_than_the_other_goes():
    held = claim("held", "held", 7, "2024-11-03")
    nobody = claim("nobody", "detained", 0, "2024-11-03", "2024-11-02", cumulative=False,
                   scope="political_prisoners")  # fmt: skip
    asked = [Question.parse("held case_review 2024-11-02")]
    result = reconcile([held, nobody], SCOPES, questions=asked)
    assert result.view.bounds[0].low == 7


def test_whoever_is_in_no_other_part_is_in_the_one_that_opens_later_and_so_was_not_held_before():
    parted = Partition("all", ("early", "late"), complete=True)
    late = Scope("late", ("all",), opens=date(2025, 1, 2))
    scopes = Scopes((Scope("all"), Scope("early", ("all",)), late), (parted,), place="Venezuela")
    nobody = claim("nobody", "held", 0, "2025-01-01", scope="early")
    asked = [Question.parse("held all 2025-01-01")]
    assert reconcile([nobody], scopes, questions=asked).view.bounds[0].high == 0


def test_the_one_part_that_is_spoken_of_lies_in_the_whole_though_no_scope_says_so():
    parts = Partition("political_prisoners", ("women", "men"), complete=True)
    scopes = Scopes(
        (Scope("political_prisoners"), Scope("women"), Scope("men")), (parts,), place="Venezuela"
    )
    women = claim("women", "held", 50, "2026-01-01", scope="women")
    few = claim("few", "held", 20, "2026-01-01", scope="political_prisoners")
    assert [each.claims for each in contradictions([women, few], scopes)] == [("few", "women")]
    asked = [Question.parse("held political_prisoners 2026-01-01")]
    assert reconcile([women], scopes, questions=asked).view.bounds[0].low == 50


def test_a_scope_less_one_that_does_not_lie_within_it_is_refused():
    claims = [
        claim("some", "held", 60, "2026-01-01", scope="protest_detainees"),
        claim("more", "held", 50, "2026-01-01", scope="case_review"),
    ]
    for asked in ("protest_detainees-political_prisoners", "case_review-political_prisoners",
                  "case_review-case_review"):  # fmt: skip
        question = Question.parse(f"held {asked} 2026-01-01")
        with pytest.raises(InputError, match="does not lie within it"):
            reconcile(claims, SCOPES, questions=[question])


@pytest.mark.parametrize("named", [{"claimant": ""}, {"document": ""}])
def test_tallies_share_an_hour_only_where_one_claimant_has_both_in_one_document(
    named: dict[str, str],
):
    both = {"claimant": "Ministry", "document": "bulletin"}
    few = claim("few", "held", 297, "2026-01-01", **both | named)
    many = claim("many", "held", 302, "2026-01-01", **both | named)
    apart = contradictions([few, many], SCOPES, STRICT)
    assert apart == []
