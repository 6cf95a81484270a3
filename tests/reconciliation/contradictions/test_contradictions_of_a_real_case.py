"""The kinds of contradiction met in published figures, each in the smallest example of our own.

The figures follow those of a real case; the words are ours.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case import SCOPES, claim

from habeas.reconciliation import (
    PLAIN,
    STRICT,
    Contradiction,
    Policy,
    Question,
    Strength,
    Viewpoint,
    check,
    contradictions,
    reconcile,
)
from habeas.vocabulary import Claim, Scopes

POLITICAL = {"scope": "political_prisoners"}
REGISTER = {"claimant": "Group", "kind": "ngo", "modality": "verified", **POLITICAL}


def only_one(claims: list[Claim], policy: Policy = PLAIN, scopes: Scopes = SCOPES) -> Contradiction:
    [found] = contradictions(claims, scopes, policy)
    check(found.proof)
    return found


def test_an_outlet_that_prints_a_wrong_cut_off_day_makes_a_source_contradict_itself():
    group = {"claimant": "Group", "kind": "ngo", "modality": "verified"}
    tenth = claim("tenth", "detained", 1416, "2024-08-10", "2024-07-29", **group)
    eleventh = claim("eleventh", "detained", 1305, "2024-08-11", "2024-07-29", **group)
    found = only_one([tenth, eleventh])
    assert (found.claims, found.strength) == (("eleventh", "tenth"), Strength.HARD)
    assert found.readings == ("claimant:Group",)


def test_the_number_still_held_printed_as_the_number_released():
    still_held = claim("printed", "released", 711, "2026-01-29", "2026-01-08", **REGISTER)
    released = claim("counted", "released", 344, "2026-02-01", "2026-01-08", **REGISTER)
    found = only_one([still_held, released])
    assert (found.strength, found.readings) == (Strength.HARD, ("claimant:Group",))
    assert {str(step.row.least) for step in found.proof.steps[:2]} == {"711", "-344"}


def test_one_announcement_dated_two_ways_is_more_than_the_fortnight_around_both():
    claims = [
        claim("the 25th", "released", 99, "2025-12-25", "2025-12-25"),
        claim("the 26th", "released", 99, "2025-12-26", "2025-12-26"),
        claim("fortnight", "released", 187, "2026-01-01", "2025-12-18", claimant="Agency",
              kind="press"),
    ]  # fmt: skip
    found = only_one(claims)
    assert (found.strength, found.readings) == (Strength.HARD, ("together",))
    assert found.proof.least == 11


@pytest.mark.parametrize("day", ["2025-12-25", "2025-12-26"])
def test_a_minister_and_a_bulletin_of_one_government_exceed_its_total_of_the_month(day: str):
    claims = [
        claim("month", "released", 187, "2025-12-31", "2025-12-01", scope="case_review"),
        claim("minister", "released", 160, "2025-12-23", "2025-12-23", scope="case_review",
              claimant="Minister"),
        claim("christmas", "released", 99, day, day),
    ]  # fmt: skip
    found = only_one(claims)
    assert (found.strength, found.readings) == (Strength.HARD, ("kind:government", "together"))
    assert found.proof.least == 72


def test_two_totals_in_one_breath_are_hard_until_one_is_recorded_as_the_correction():
    said = {"claimant": "Minister", "document": "speech"}
    first = claim("first", "released", 897, "2026-02-09", "2025-11-01", **said)
    second = claim("second", "released", 896, "2026-02-09", "2025-11-01", **said)
    found = only_one([first, second])
    assert (found.strength, found.readings[0]) == (Strength.HARD, "claimant:Minister")
    assert contradictions([first, replace(second, corrects="first")], SCOPES) == []


def test_fewer_arrests_in_november_than_in_august_do_not_square_though_both_are_round():
    august = claim("august", "detained", 2400, "2024-08-11", "2024-07-28", qualifier="at_least")
    november = claim("november", "detained", 2200, "2024-11-17", "2024-07-28", qualifier="about")
    assert only_one([august, november]).strength is Strength.SOFT
    assert contradictions([august, november], SCOPES, STRICT) == []


@pytest.mark.parametrize("counted", [701, 770])
def test_arrests_less_releases_leave_fewer_than_a_group_counts(counted: int):
    claims = [
        claim("arrested", "detained", 2400, "2026-01-01", qualifier="about"),
        claim("freed", "released", 2000, "2026-01-01", qualifier="nearly"),
        claim("counted", "held", None, "2026-01-02", low=counted, claimant="Group", kind="ngo"),
    ]
    found = only_one(claims)
    assert (found.strength, found.readings) == (Strength.SOFT, ("together",))
    assert found.proof.least == counted - 620


def test_two_counts_of_one_day_by_one_register_are_of_two_hours():
    morning = claim("morning", "released", 297, "2026-01-31", "2026-01-08", **REGISTER)
    evening = claim("evening", "released", 302, "2026-01-31", "2026-01-08", **REGISTER)
    found = only_one([morning, evening])
    assert (found.strength, found.readings) == (Strength.SOFT, ("claimant:Group",))


def test_a_count_taken_in_the_morning_lacks_those_of_the_day():
    claims = [
        claim("first", "released", 344, "2026-02-01", "2026-01-08", **REGISTER),
        claim("that day", "released", 22, "2026-02-04", "2026-02-04", **REGISTER),
        claim("ten o'clock", "released", 350, "2026-02-04", "2026-01-08", **REGISTER),
    ]
    found = only_one(claims)
    assert (found.strength, found.readings) == (Strength.SOFT, ("claimant:Group",))
    assert found.proof.least == 16


def test_the_states_of_a_breakdown_may_add_up_to_less_and_the_rest_are_placed_nowhere():
    whole = claim("whole", "detained", 1305, "2024-08-11", "2024-07-29")
    states = [
        replace(claim(state, "detained", count, "2024-08-11", "2024-07-29", scope="subgroup",
                      part_of="whole", population="by state"), place=state)
        for state, count in (("Lara", 700), ("Zulia", 594))
    ]  # fmt: skip
    assert contradictions([whole, *states], SCOPES) == []
    more = replace(states[1], id="more", quantity=replace(states[1].quantity, value=606))
    assert only_one([whole, states[0], more]).proof.least == 1


def test_what_left_a_register_follows_from_two_stocks_and_what_it_took_in():
    counted = [
        replace(scope, counted_since=date(2014, 1, 1))
        if scope.key == "political_prisoners"
        else scope
        for scope in SCOPES
    ]
    scopes = Scopes(tuple(counted), place=SCOPES.place)
    claims = [
        claim("held before", "held", 884, "2025-11-03", **REGISTER),
        claim("entered before", "detained", 18579, "2025-11-03", "2014-01-01", **REGISTER),
        claim("held after", "held", 711, "2026-01-28", **REGISTER),
        claim("entered after", "detained", 18824, "2026-01-28", "2014-01-01", **REGISTER),
        claim("verified", "released", 383, "2026-01-26", "2025-12-01", **REGISTER),
    ]
    asked = [
        Question.parse("detained political_prisoners 2025-11-04..2026-01-28"),
        Question.parse("released political_prisoners 2025-11-04..2026-01-28"),
    ]
    alone = Viewpoint("Group", frozenset({"Group"}))
    entered, left = reconcile(claims, scopes, viewpoint=alone, questions=asked).view.bounds
    assert (entered.low, entered.high) == (245, 245)
    assert (left.low, left.high) == (418, 418)
    [_, truly] = reconcile(claims, scopes, questions=asked).view.bounds
    assert (truly.low, truly.high) == (383, None)
