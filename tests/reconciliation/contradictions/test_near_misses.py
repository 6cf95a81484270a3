"""Pairs that only look contradictory are none; beside each stands the nearest that is one."""

from __future__ import annotations

from typing import Any

import pytest
from case import SCOPES, claim

from habeas.reconciliation import PLAIN, Strength, contradictions
from habeas.vocabulary import Claim

HARD, SOFT = Strength.HARD, Strength.SOFT


def found(*claims: Claim) -> list[tuple[tuple[str, ...], Strength]]:
    return [(each.claims, each.strength) for each in contradictions(claims, SCOPES, PLAIN)]


def released(name: str, value: int, end: str, start: str = "", **more: Any) -> Claim:
    return claim(name, "released", value, end, start, **more)


def held(name: str, value: int, day: str, **more: Any) -> Claim:
    return claim(name, "held", value, day, **more)


def arrested(name: str, value: int, end: str, start: str = "", **more: Any) -> Claim:
    return claim(name, "detained", value, end, start, **more)


def test_more_of_a_wider_group_are_no_contradiction_and_more_of_a_narrower_one_are():
    wide = held("wide", 900, "2026-01-01", scope="political_prisoners")
    narrow = held("narrow", 700, "2026-01-01")
    assert found(wide, narrow) == []
    # Soft: two counts of one day, in two documents, may be of two hours.
    assert found(wide, held("narrow", 901, "2026-01-01")) == [(("narrow", "wide"), SOFT)]


def test_more_on_a_day_outside_of_a_period_are_none_and_within_it_are():
    month = released("month", 187, "2025-12-31", "2025-12-01")
    assert found(month, released("day", 200, "2026-01-01", "2026-01-01")) == []
    assert found(month, released("day", 200, "2025-12-26", "2025-12-26")) == [
        (("day", "month"), HARD)
    ]


def test_two_groups_that_only_touch_may_each_have_more_than_the_other():
    review = released("review", 99, "2025-12-25", "2025-12-25", scope="case_review")
    political = released("political", 88, "2025-12-25", "2025-12-25", scope="political_prisoners")
    assert found(review, political) == []


@pytest.mark.parametrize("value", [143, 20_000])
def test_more_than_is_met_by_any_greater_number_and_by_no_smaller_one(value: int):
    days: dict[str, Any] = {"start": "2026-01-08", "cumulative": False}
    more = released("more", 130, "2026-01-14", qualifier="more_than", **days)
    exact = released("exact", value, "2026-01-14", **days)
    assert found(more, exact) == []
    smaller = released("exact", 130, "2026-01-14", **days)
    assert found(more, smaller) == [(("exact", "more"), HARD)]


def test_what_somebody_has_verified_may_be_fewer_than_was_announced_and_not_more():
    told = released("told", 99, "2025-12-25", "2025-12-25")
    verified: dict[str, Any] = {"claimant": "Foro", "kind": "ngo", "modality": "verified"}
    fewer = released("known", 60, "2025-12-25", "2025-12-25", **verified)
    more = released("known", 100, "2025-12-25", "2025-12-25", **verified)
    assert found(told, fewer) == []
    assert found(told, more) == [(("known", "told"), HARD)]


def test_a_register_may_take_in_more_in_a_month_than_were_arrested_in_it():
    entered = claim("entered", "registered", 100, "2026-03-31", "2026-03-01",
                    scope="political_prisoners", claimant="Foro", kind="ngo",
                    modality="verified")  # fmt: skip
    taken = arrested("taken", 20, "2026-03-31", "2026-03-01", scope="political_prisoners")
    assert found(entered, taken) == []


def test_a_round_number_is_met_by_its_neighbour_and_not_by_one_far_off():
    about = held("about", 12, "2026-01-01", qualifier="about")
    assert found(about, held("exact", 14, "2026-01-01")) == []
    assert found(about, held("exact", 15, "2026-01-01")) == [(("about", "exact"), SOFT)]


def test_a_running_total_that_falls_is_one_until_the_later_corrects_the_earlier():
    first = arrested("first", 1416, "2024-08-10", "2024-07-29")
    later = arrested("later", 1305, "2024-08-11", "2024-07-29")
    assert found(first, later) == [(("first", "later"), HARD)]
    mended = arrested("later", 1305, "2024-08-11", "2024-07-29", corrects="first")
    assert found(first, mended) == []


def test_a_count_of_one_day_may_be_less_than_a_running_total_before_it():
    total = released("total", 808, "2026-01-27", "2025-12-01")
    day = released("day", 20, "2026-01-28", "2026-01-28")
    assert found(total, day) == []


def test_minors_come_of_age_so_that_fewer_later_with_nobody_freed_are_none():
    earlier = held("earlier", 50, "2024-12-01", scope="minors")
    later = held("later", 10, "2025-12-01", scope="minors")
    freed = released("freed", 0, "2025-12-01", "2024-12-01", scope="minors")
    assert found(earlier, later, freed) == []


def test_what_is_promised_or_denied_contradicts_nothing():
    told = released("told", 88, "2026-01-01", "2026-01-01")
    promised = released("promised", 500, "2026-01-01", "2026-01-01", modality="promised")
    denied = released("denied", 0, "2026-01-01", "2026-01-01", modality="denied")
    assert found(told, promised, denied) == []


def test_more_held_than_were_ever_taken_is_one_that_no_missing_people_explain():
    taken = arrested("taken", 2400, "2026-01-01", "2024-07-28")
    still = held("still", 2500, "2026-01-01")
    (one,) = contradictions((taken, still), SCOPES, PLAIN)
    assert (one.claims, one.strength, one.shortfall) == (("still", "taken"), HARD, None)


def test_fewer_held_than_the_balance_leaves_is_a_shortfall_and_says_how_many():
    taken = arrested("taken", 1600, "2026-01-01", "2024-07-28")
    freed = released("freed", 1250, "2026-01-01", "2024-07-28")
    still = held("still", 62, "2026-01-01")
    (one,) = contradictions((taken, freed, still), SCOPES, PLAIN)
    assert one.claims == ("freed", "still", "taken")
    assert one.shortfall == 288
