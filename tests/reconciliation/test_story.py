"""The story that the project began with: five figures, what they allow, and what they exclude."""

from __future__ import annotations

import pytest
from case import SCOPES, claim

from habeas.reconciliation import (
    PLAIN,
    STRICT,
    Bound,
    Contradiction,
    Question,
    Strength,
    Teller,
    check,
    contradictions,
    reconcile,
)
from habeas.vocabulary import Claim

ARRESTED = claim("arrested", "detained", 2400, "2026-01-01", qualifier="about")
FREED = claim("freed", "released", 2000, "2026-01-01", qualifier="nearly")
GROUPS = claim(
    "groups",
    "held",
    900,
    "2026-01-01",
    scope="political_prisoners",
    qualifier="about",
    claimant="Rights groups",
    kind="ngo",
    modality="estimated",
)
STORY = [ARRESTED, FREED, GROUPS]


def answer(claims: list[Claim], question: str) -> Bound:
    result = reconcile(claims, SCOPES, questions=[Question.parse(question)])
    bound = result.view.bounds[0]
    check(bound.low_proof)
    if bound.high_proof:
        check(bound.high_proof)
    return bound


def test_if_the_official_figures_hold_281_to_620_protest_detainees_are_still_held():
    bound = answer(STORY, "held protest_detainees 2026-01-01")
    assert (bound.low, bound.high) == (281, 620)
    assert bound.high_proof is not None
    assert set(bound.high_proof.claims) == {"arrested", "freed"}


def test_so_235_to_664_of_the_roughly_900_were_arrested_outside_the_protests():
    bound = answer(STORY, "held political_prisoners-protest_detainees 2026-01-01")
    assert (bound.low, bound.high) == (235, 664)
    assert set(bound.low_proof.claims) == {"arrested", "freed", "groups"}


def test_the_arithmetic_can_be_followed_on_paper_in_both_languages():
    bound = answer(STORY, "held protest_detainees 2026-01-01")
    claims = {each.id: each for each in STORY}
    english = Teller(claims, SCOPES).bound(bound, "high")
    assert "620 = 2,520 (" in english
    assert "− 1,900 (" in english
    spanish = Teller(claims, SCOPES, "es").bound(bound, "high")
    assert "620 = 2.520 (" in spanish
    assert "1 de enero de 2026" in spanish


def test_a_total_dated_from_the_month_of_the_opening_counts_from_the_opening():
    arrested = claim("arrested", "detained", 2400, "2026-01-01", "2024-07", qualifier="about")
    freed = claim("freed", "released", 2000, "2026-01-01", "2024-07", qualifier="nearly")
    bound = answer([arrested, freed, GROUPS], "held protest_detainees 2026-01-01")
    assert (bound.low, bound.high) == (281, 620)


def test_more_than_700_counted_by_a_group_do_not_square_with_the_official_figures():
    counted = claim(
        "counted", "held", 700, "2026-01-02", qualifier="more_than",
        claimant="Group", kind="ngo", modality="verified",
    )  # fmt: skip
    found = contradictions([*STORY, counted], SCOPES)
    assert [(each.claims, each.strength, each.readings) for each in found] == [
        (("arrested", "counted", "freed"), Strength.SOFT, ("together",))
    ]
    check(found[0].proof)
    assert contradictions([*STORY, counted], SCOPES, STRICT) == []


def test_a_running_total_cannot_fall():
    earlier = claim("earlier", "detained", 1416, "2024-08-10", "2024-07-29")
    later = claim("later", "detained", 1305, "2024-08-11", "2024-07-29")
    for policy in (PLAIN, STRICT):
        found = contradictions([earlier, later], SCOPES, policy)
        assert [each.claims for each in found] == [("earlier", "later")]
        assert found[0].strength is Strength.HARD
        assert "claimant:Ministry" in found[0].readings


def test_one_announcement_dated_two_ways_exceeds_the_total_that_holds_it():
    christmas = claim("christmas", "released", 99, "2025-12-25", "2025-12-25")
    day_after = claim("day after", "released", 99, "2025-12-26", "2025-12-26")
    fortnight = claim("fortnight", "released", 187, "2026-01-01", "2025-12-18", claimant="Agency")
    found = contradictions([christmas, day_after, fortnight], SCOPES)
    assert found[0].claims == ("christmas", "day after", "fortnight")
    assert found[0].strength is Strength.HARD


def test_what_is_released_of_a_part_counts_for_the_scope_around_it():
    whole = claim("whole", "released", 187, "2025-12-31", "2025-12-01", scope="case_review")
    minister = claim("minister", "released", 160, "2025-12-23", "2025-12-23", scope="case_review")
    christmas = claim("christmas", "released", 99, "2025-12-25", "2025-12-25")
    found = contradictions([whole, minister, christmas], SCOPES)
    assert found[0].claims == ("christmas", "minister", "whole")
    assert found[0].strength is Strength.HARD


@pytest.mark.parametrize(("shared", "strength"), [("one", Strength.HARD), ("", Strength.SOFT)])
def test_two_tallies_of_one_day_may_be_of_two_hours_unless_one_document_gives_both(
    shared: str, strength: Strength
):
    first = claim("first", "released", 897, "2026-02-09", "2025-11-01", document=shared)
    second = claim("second", "released", 896, "2026-02-09", "2025-11-01", document=shared)
    found = contradictions([first, second], SCOPES)
    assert [each.strength for each in found] == [strength]


def test_a_correction_binds_and_what_it_corrects_does_not():
    first = claim("first", "released", 897, "2026-02-09", "2025-11-01")
    second = claim("second", "released", 896, "2026-02-09", "2025-11-01", corrects="first")
    assert contradictions([first, second], SCOPES) == []


def test_verified_counts_bind_the_truth_from_below_only():
    group = claim(
        "group", "released", 61, "2025-12-27", "2025-12-25",
        claimant="Group", kind="ngo", modality="verified",
    )  # fmt: skip
    ministry = claim("ministry", "released", 99, "2025-12-27", "2025-12-25")
    assert contradictions([group, ministry], SCOPES) == []
    boast = claim("boast", "released", 50, "2025-12-27", "2025-12-25")
    assert [each.claims for each in contradictions([group, boast], SCOPES)] == [("boast", "group")]


def test_a_register_that_enters_old_cases_late_does_not_contradict_itself():
    register = {"claimant": "Group", "kind": "ngo", "modality": "verified"}
    before = claim("before", "held", 800, "2026-01-01", scope="political_prisoners", **register)
    arrests = claim("arrests", "detained", 9, "2026-01-10", "2026-01-02",
                    scope="political_prisoners", **register)  # fmt: skip
    after = claim("after", "held", 900, "2026-01-10", scope="political_prisoners", **register)
    assert contradictions([before, arrests, after], SCOPES) == []


def test_promises_and_denials_bind_nothing():
    held = claim("held", "held", 900, "2026-01-01")
    denial = claim("denial", "held", 0, "2026-01-01", modality="denied")
    promise = claim("promise", "released", 2000, "2025-12-31", "2025-12-31", modality="promised")
    assert contradictions([held, denial, promise], SCOPES) == []


def test_nobody_is_held_before_the_scope_opens():
    early = claim("early", "held", 3, "2024-07-01")
    found: list[Contradiction] = contradictions([early], SCOPES)
    assert found[0].claims == ("early",)
    assert "cannot" not in Teller({"early": early}, SCOPES).contradiction(found[0].proof)
