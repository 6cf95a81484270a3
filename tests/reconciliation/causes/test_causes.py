"""Few causes behind many contradictions, proposed with the figures that speak for them."""

from __future__ import annotations

from case import SCOPES, claim

from habeas.reconciliation import Teller, cause_told, reconcile
from habeas.vocabulary import Claim


def told_of(claims: list[Claim]) -> str:
    result = reconcile(claims, SCOPES)
    teller = Teller({each.id: each for each in claims}, SCOPES)
    return cause_told(result.causes[0], teller, result.listed)


def test_a_number_held_printed_as_released_is_proposed_with_the_figure_that_says_so():
    claims = [
        claim("right", "held", 711, "2026-01-29"),
        claim("wrong", "released", 711, "2026-01-29", "2024-07-28"),
        *(
            claim(f"later{n}", "released", 340 + n, f"2026-02-0{n}", "2024-07-28")
            for n in (1, 2, 3)
        ),
    ]
    [cause] = reconcile(claims, SCOPES).causes
    assert (cause.claims, cause.change) == (("wrong",), "is_held")
    assert cause.speaks_for_it == ("right",)
    assert len(cause.contradictions) == 3


def test_one_announcement_dated_two_ways_is_asked_about():
    claims = [
        claim("one", "released", 99, "2025-12-25", "2025-12-25"),
        claim("two", "released", 99, "2025-12-26", "2025-12-26"),
        claim("all", "released", 187, "2025-12-31", "2025-12-18", cumulative=False),
    ]
    [cause] = reconcile(claims, SCOPES).causes
    assert (set(cause.claims), cause.change) == ({"one", "two"}, "one_announcement")
    told = told_of(claims)
    assert "perhaps one announcement" in told


def test_where_no_figure_speaks_for_a_cause_that_is_said():
    claims = [claim("a", "held", 10, "2026-01-01"), claim("b", "held", 20, "2026-01-01",
                                                         claimant="Mothers")]  # fmt: skip
    [cause] = reconcile(claims, SCOPES).causes
    assert cause.change == "mistaken"
    told = told_of(claims)
    assert "No other figure speaks for it" in told


def test_every_contradiction_has_a_cause():
    claims = [claim(f"s{n}", "held", 10 * n, "2026-01-01", claimant=f"S{n}") for n in range(1, 6)]
    result = reconcile(claims, SCOPES)
    covered = {place for cause in result.causes for place in cause.contradictions}
    assert covered == set(range(len(result.contradictions)))


def test_two_figures_of_one_page_count_other_people_and_correct_nothing():
    page = {"document": "page"}
    claims = [
        claim("ten", "released", 10, "2025-01-11", "2025-01-11", **page),
        claim("twelve", "released", 12, "2025-01-11", "2025-01-11", **page),
    ]
    [cause] = reconcile(claims, SCOPES).causes
    assert cause.change in {"of_fewer", "of_more"}
    assert "of its page" in told_of(claims)


def test_a_page_that_takes_one_person_back_corrects_itself():
    page = {"document": "page"}
    claims = [
        claim("first", "released", 897, "2025-01-11", **page),
        claim("second", "released", 896, "2025-01-11", **page),
    ]
    [cause] = reconcile(claims, SCOPES).causes
    assert cause.change == "corrected"


def test_an_equal_number_of_another_stretch_says_nothing_of_a_running_total():
    claims = [
        claim("grown", "released", 26, "2024-09-14", "2024-09-14", claimant="Group"),
        claim("before", "released", 23, "2024-09-14", "2024-09-14", claimant="Group"),
        claim("after", "released", 26, "2024-09-26", "2024-09-18", claimant="Group",
              cumulative=False),
    ]  # fmt: skip
    [cause] = reconcile(claims, SCOPES).causes
    assert "after" not in cause.speaks_for_it


def test_an_equal_number_of_an_earlier_stretch_is_no_older_total():
    claims = [
        claim("earlier", "released", 44, "2024-09-12", "2024-09-01", claimant="Group"),
        claim("later", "released", 44, "2024-12-12", "2024-12-01", claimant="Group"),
        claim("day", "released", 60, "2024-12-05", "2024-12-05", claimant="Group"),
    ]
    [cause] = reconcile(claims, SCOPES).causes
    assert "earlier" not in cause.speaks_for_it
