"""Deaths rest on claims of deaths alone; who is unaccounted for is a question, not a finding."""

from __future__ import annotations

import json

import pytest
from case import SCOPES, claim

from habeas.reconciliation import (
    STRICT,
    Bound,
    Case,
    Question,
    Reconciliation,
    Teller,
    fault,
    heading,
    proof_files,
    reconcile,
)
from habeas.vocabulary import Claim, InputError, Scope, Scopes

DAY = "2026-01-10"


def found(claims: list[Claim], *asked: str, scopes: Scopes = SCOPES) -> Reconciliation:
    return reconcile(claims, scopes, questions=[Question.parse(each) for each in asked])


def ends(bound: Bound) -> tuple[int, int | None]:
    return bound.low, bound.high


def taken_and_left(taken: int, freed: int, held: int) -> list[Claim]:
    return [
        claim("a", "detained", taken, DAY, "2024-07-28", claimant="Mothers"),
        claim("b", "released", freed, DAY, "2024-07-28"),
        claim("c", "held", held, DAY, claimant="Mechanism"),
    ]


THREE_DEAD = claim("d", "died", 3, "2025", "2025", cumulative=False, claimant="Relatives")


def test_the_rest_of_a_balance_has_not_died():
    result = found([*taken_and_left(1600, 1250, 62), THREE_DEAD], f"died protest_detainees {DAY}")
    assert ends(result.view.bounds[0]) == (3, None)


@pytest.mark.parametrize("qualifier", ["exact", "at_least", "about"])
def test_a_claim_of_deaths_leaves_a_shortfall_of_the_others(qualifier: str):
    dead = claim("d", "died", 3, DAY, "2024-07-28", qualifier=qualifier)
    [each] = found([*taken_and_left(1600, 1250, 62), dead]).contradictions
    assert each.shortfall == {"exact": 285, "at_least": 285, "about": 284}[qualifier]


def test_deaths_within_other_deaths_are_not_counted_twice():
    march = claim("m", "died", 2, "2025-03-31", "2025-03-01", cumulative=False)
    year = claim("y", "died", 3, "2025-12-31", "2025-01-01", cumulative=False)
    [each] = found([*taken_and_left(100, 50, 20), march, year]).contradictions
    assert each.shortfall == 27


def test_deaths_of_two_months_are_added():
    dead = [
        claim(f"d{month}", "died", 2, f"2025-{month}", f"2025-{month}", cumulative=False)
        for month in ("03", "06")
    ]
    [each] = found([*taken_and_left(100, 50, 20), *dead]).contradictions
    assert each.shortfall == 26


def test_who_is_unaccounted_for_can_be_asked_and_its_proof_stands_alone():
    claims = [*taken_and_left(1600, 1250, 62), THREE_DEAD]
    result = found(claims, f"unaccounted protest_detainees {DAY}")
    assert result.view.bounds[0].low == 285
    teller = Teller({each.id: each for each in claims}, SCOPES)
    files = proof_files(result, claims, teller)
    assert fault(files["answer-001-low.json"]) == ""
    assert "285" in files["answer-001-low.json"]


def test_nobody_is_unaccounted_for_where_figures_square():
    result = found(taken_and_left(100, 80, 20), f"unaccounted protest_detainees {DAY}")
    assert result.contradictions == ()
    assert result.view.bounds[0].low == 0


def test_a_shortfall_is_told_as_an_if_and_not_as_a_finding():
    claims = taken_and_left(1600, 1250, 62)
    [each] = found(claims).contradictions
    told = Teller({one.id: one for one in claims}, SCOPES).contradiction(each.proof, each.shortfall)
    assert heading(each).startswith("shortfall")
    assert "If these figures are all right, they do not say what became of 288 people" in told
    assert "nobody died in custody, as no claim counts deaths" in told


def test_more_held_than_were_ever_taken_is_explained_by_no_missing_people():
    claims = [claim("a", "detained", 100, DAY, "2024-07-28"), claim("c", "held", 150, DAY)]
    [each] = found(claims).contradictions
    assert each.shortfall is None
    told = Teller({one.id: one for one in claims}, SCOPES).contradiction(each.proof)
    assert "No missing people explain it" in told
    assert "died" not in told


def test_people_who_come_to_light_again_explain_a_dip():
    taken = claim("a", "detained", 100, DAY, "2024-07-28")
    stocks = [
        claim(f"s{n}", "held", n, day) for n, day in ((100, "2025-05-01"), (50, "2025-06-01"))
    ]
    again = claim("again", "held", 100, "2025-07-01")
    freed = claim("freed", "released", 0, DAY, "2024-07-28")
    listed = found([taken, *stocks, again, freed]).contradictions
    assert listed
    assert all(each.shortfall == 50 for each in listed)


def test_the_low_end_of_those_held_says_that_it_supposes_nobody_missing():
    claims = taken_and_left(100, 80, 20)[:2]
    [bound] = found(claims, f"held protest_detainees {DAY}").view.bounds
    teller = Teller({one.id: one for one in claims}, SCOPES)
    assert "nobody is unaccounted for" in teller.bound(bound, "low")
    assert "nobody died" in teller.bound(bound, "low")
    assert "supposes" not in teller.bound(bound, "high")


@pytest.mark.parametrize(
    ("place", "kind", "part"),
    [
        ("Aragua", "protest_detainees", ""),
        ("El Rodeo I", "protest_detainees", ""),
        ("Venezuela", "subgroup", "minors"),
        ("Venezuela", "subgroup", "menores de edad"),
        ("Venezuela", "subgroup", "awaiting trial"),
        ("Venezuela", "other", "inmates of Tocorón prison"),
    ],
)
def test_where_people_leave_otherwise_fewer_held_later_is_no_contradiction(
    place: str, kind: str, part: str
):
    assert not contradictions_of(place, kind, part)


@pytest.mark.parametrize(
    ("place", "kind", "part"),
    [
        ("Venezuela", "protest_detainees", ""),
        ("Nicaragua", "protest_detainees", ""),
        ("Venezuela", "subgroup", "women"),
        ("Venezuela", "subgroup", "foreign journalists"),
    ],
)
def test_where_people_leave_by_release_alone_it_is(place: str, kind: str, part: str):
    [each] = contradictions_of(place, kind, part)
    assert each.shortfall == 40


def contradictions_of(place: str, kind: str, part: str):
    whole = claim("whole", "held", 5000, "2024-12-31", scope="political_prisoners",
                  qualifier="at_least")  # fmt: skip
    more = {"scope": kind, "population": part, "part_of": "whole" if kind == "subgroup" else ""}
    rows = [
        claim("many", "held", 50, "2024-12-31", **more),
        claim("few", "held", 10, "2025-12-31", **more),
        claim("freed", "released", 0, "2025-12-31", "2025-01-01", cumulative=False, **more),
    ]
    moved = [type(each)(**{**each.__dict__, "place": place}) for each in rows]
    return found([whole, *moved]).contradictions


def test_a_case_can_say_that_people_leave_a_scope_otherwise():
    apart = Scopes((Scope("transit", balanced=False), Scope("kept", balanced=True)), place="X")
    for key, number in (("transit", 0), ("kept", 1)):
        rows = [
            claim("many", "held", 50, "2024-12-31", scope=key),
            claim("few", "held", 10, "2025-12-31", scope=key),
            claim("freed", "released", 0, "2025-12-31", "2025-01-01", cumulative=False, scope=key),
        ]
        assert len(found(rows, scopes=apart).contradictions) == number


def test_a_part_that_people_leave_otherwise_still_fits_into_its_whole():
    whole = claim("whole", "held", 30, DAY)
    minors = claim("minors", "held", 40, DAY, scope="subgroup", part_of="whole",
                   population="minors")  # fmt: skip
    [each] = found([whole, minors]).contradictions
    assert each.claims == ("minors", "whole")


def test_who_is_unaccounted_for_is_not_asked_of_one_scope_without_another():
    with pytest.raises(InputError, match="without another"):
        Question.parse("unaccounted political_prisoners-protest_detainees 2026-01-01")


def test_a_proof_of_deaths_from_a_balance_is_refused():
    claims = [*taken_and_left(1600, 1250, 62), THREE_DEAD]
    result = found(claims, f"unaccounted protest_detainees {DAY}")
    files = proof_files(result, claims, Teller({each.id: each for each in claims}, SCOPES))
    forged = json.loads(files["answer-001-low.json"])
    text = json.dumps(forged).replace('"unaccounted"', '"died"')
    assert fault(text)
    forged["conclusion"]["measure"] = "died"
    assert fault(json.dumps(forged))


def test_the_strict_strength_knows_the_deaths_that_other_claims_count():
    dead = claim("d", "died", 50, DAY, "2024-07-28", claimant="Relatives")
    claims = [*taken_and_left(100, 50, 0), dead]
    assert reconcile(claims, SCOPES, STRICT).contradictions == ()
    assert Case.of(claims, found(claims).case.placement, STRICT).dead == (dead,)


@pytest.mark.parametrize("counted_in", ["political_prisoners", "case_review"])
def test_whoever_died_in_two_scopes_may_be_counted_in_either(counted_in: str):
    """Of the other, "nobody died in it" would be said of people whom a claim counts among them."""
    claims = [
        claim("a", "detained", 5, "2024-08-10", scope=counted_in),
        claim("b", "detained", 4, "2024-08-10", claimant="Mothers"),
        claim("c", "held", 0, "2024-08-10", claimant="Mechanism"),
        claim("d", "died", 4, "2024-08-10", scope=counted_in, claimant="Relatives"),
    ]
    result = found(claims, "unaccounted protest_detainees 2024-08-10")
    assert result.contradictions == ()
    assert ends(result.view.bounds[0]) == (0, 4)


def test_where_nobody_counts_deaths_nobody_has_died_and_it_is_said():
    claims = [*taken_and_left(100, 50, 20),
              claim("d", "died", 4, "2023-01-10", "2023-01-01", scope="political_prisoners",
                    cumulative=False)]  # fmt: skip
    [each] = found(claims).contradictions
    assert each.shortfall == 30
