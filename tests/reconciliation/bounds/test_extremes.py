"""Very large, very small, very many: right answers or clear errors."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from case import SCOPES, claim

from habeas.reconciliation import Question, Teller, check, contradictions, reconcile
from habeas.vocabulary import InputError, Partition, Scope, Scopes


def test_an_empty_case_has_no_contradictions_and_no_limits():
    result = reconcile([], SCOPES, questions=[Question.parse("held protest_detainees 2026-01-01")])
    assert result.contradictions == ()
    assert (result.view.bounds[0].low, result.view.bounds[0].high) == (0, None)


def test_a_claim_of_nobody_is_a_claim():
    nobody = claim("nobody", "held", 0, "2026-01-01")
    result = reconcile([nobody], SCOPES, questions=[Question.parse(
        "held protest_detainees 2026-01-01")])  # fmt: skip
    assert (result.view.bounds[0].low, result.view.bounds[0].high) == (0, 0)


def test_numbers_of_a_thousand_million_are_added_exactly():
    taken = claim("taken", "detained", 10**9, "2026-01-01")
    freed = claim("freed", "released", 10**9 - 1, "2026-01-01")
    asked = Question.parse("held protest_detainees 2026-01-01")
    bound = reconcile([taken, freed], SCOPES, questions=[asked]).view.bounds[0]
    assert (bound.low, bound.high) == (1, 1)


def test_one_claim_repeated_a_thousand_times_is_searched_as_one():
    copies = [claim(f"copy {n}", "detained", 100, "2026-01-01") for n in range(1000)]
    other = claim("other", "detained", 90, "2026-01-01")
    found = contradictions([*copies, other], SCOPES, limit=50)
    assert len(found) == 50
    assert all("other" in each.claims and len(each.claims) == 2 for each in found)
    result = reconcile([*copies, other], SCOPES, limit=5)
    assert result.view.set_aside == ("other",)


def test_where_every_claim_contradicts_every_other_all_pairs_are_found():
    every = [claim(f"c{n}", "held", 100 + n, "2026-01-01", claimant=f"S{n}") for n in range(8)]
    assert len(contradictions(every, SCOPES)) == 8 * 7 // 2


def test_twenty_years_of_daily_counts_are_answered():
    days = [date(2005, 1, 1) + timedelta(days=n) for n in range(0, 7300, 10)]
    counts = [
        claim(f"d{n}", "held", 500 + n % 7, str(day), scope="political_prisoners")
        for n, day in enumerate(days)
    ]
    asked = [Question.parse(f"held political_prisoners {day}") for day in days[::100]]
    bounds = reconcile(counts, SCOPES, questions=asked).view.bounds
    assert all(bound.low == bound.high for bound in bounds)


def test_of_deaths_that_no_claim_counts_neither_end_is_known():
    held = claim("held", "held", 10, "2026-01-01")
    asked = Question.parse("died protest_detainees 2026-01-01")
    bound = reconcile([held], SCOPES, questions=[asked]).view.bounds[0]
    assert (bound.low, bound.high) == (0, None)
    assert bound.high_proof is None
    check(bound.low_proof)
    teller = Teller({"held": held}, SCOPES)
    assert "nobody counts them" in teller.bound(bound, "low")


def test_a_date_of_the_year_1_is_refused_in_a_sentence():
    with pytest.raises(InputError, match="too far back"):
        Question.parse("released protest_detainees 0001-01-01..2026-01-01")


def test_every_total_that_parts_do_not_reach_is_listed_among_many_claims():
    scopes = Scopes(
        (Scope("all"), Scope("women", ("all",)), Scope("men", ("all",))),
        partitions=(Partition("all", ("women", "men"), complete=True),),
        place="Venezuela",
    )
    parts = [claim(key, "held", 5, "2026-01-01", scope=key) for key in ("women", "men")]
    totals = [
        claim(f"total{more}", "held", 10 + more, "2026-01-01", scope="all", qualifier="at_least")
        for more in range(1, 4)
    ]
    others = [
        claim(f"other{n:02}", "held", 4, f"2025-{n:02}-01", scope="men") for n in range(1, 13)
    ]
    found = {each.claims for each in contradictions([*parts, *totals, *others], scopes)}
    assert {("men", total.id, "women") for total in totals} <= found


def test_of_many_figures_of_one_stock_all_but_one_are_set_aside():
    claims = [
        claim(f"c{number:02}", "held", 100 + number, "2026-01-01", claimant=f"Source {number}")
        for number in range(40)
    ]
    result = reconcile(claims, SCOPES, limit=20)
    assert len(result.contradictions) == 20
    [together] = [each for each in result.repairs if each.reading == "together"]
    assert len(together.claims) == 39
