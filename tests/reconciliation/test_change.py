"""A new claim changes what it touches, and what it changes is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from case import SCOPES, claim

from habeas.reconciliation import PLAIN, Case, Question, place_claims
from habeas.reconciliation.claim_effect import ClaimEffect, change_by, watched
from habeas.vocabulary import Claim, InputError

ARRESTED = claim("arrested", "detained", 2400, "2026-01-01", qualifier="about")
FREED = claim("freed", "released", 2000, "2026-01-01", qualifier="nearly")
QUESTIONS = [
    Question.parse("held protest_detainees 2026-01-01"),
    Question.parse("detained protest_detainees 2026-01-01"),
]


def changed(before: list[Claim], new: Claim) -> ClaimEffect:
    every = [*before, new]
    return change_by(Case.of(every, place_claims(every, SCOPES), PLAIN), before, new, QUESTIONS)


def test_a_claim_that_narrows_a_bound_is_told_with_the_bound_before_and_after():
    told = changed([ARRESTED], FREED)
    assert [(each.before.high, each.after.high) for each in told.moved] == [(2520, 620)]
    assert told.contradictions == ()


def test_a_claim_that_says_nothing_new_changes_nothing():
    again = claim("again", "detained", 2400, "2026-01-01", qualifier="about", claimant="Agency")
    told = changed([ARRESTED, FREED], again)
    assert (told.moved, told.contradictions, told.set_aside) == ((), (), ())


def test_a_claim_that_contradicts_others_brings_the_sets_that_contain_it():
    counted = claim("counted", "held", 700, "2026-01-01", qualifier="at_least", claimant="Group")
    told = changed([ARRESTED, FREED], counted)
    assert [each.claims for each in told.contradictions] == [("arrested", "counted", "freed")]
    assert len(told.set_aside) == 1


def test_an_old_contradiction_is_not_reported_again():
    early = claim("early", "detained", 2900, "2024-09-01")
    held = claim("held", "held", 500, "2026-01-01")
    told = changed([ARRESTED, FREED, early], held)
    assert all("held" in each.claims for each in told.contradictions)


def test_a_first_count_of_deaths_moves_both_ends_of_those_held():
    taken = claim("taken", "detained", 100, "2026-01-05")
    freed = claim("freed", "released", 40, "2026-01-05")
    dead = claim("dead", "died", 3, "2026-01-05", qualifier="at_least")
    every = [taken, freed, dead]
    case = Case.of(every, place_claims(every, SCOPES), PLAIN)
    asked = [Question.parse("held protest_detainees 2026-01-05")]
    [moved] = change_by(case, every[:2], dead, asked).moved
    assert (moved.before.low, moved.before.high) == (60, 60)
    assert (moved.after.low, moved.after.high) == (57, 57)


def test_a_correction_resolves_what_the_corrected_figure_contradicted():
    first = claim("first", "held", 100, "2026-01-01")
    wrong = claim("wrong", "held", 50, "2026-01-01")
    right = replace(claim("right", "held", 100, "2026-01-01"), corrects="wrong")
    told = changed([first, wrong], right)
    assert [each.claims for each in told.resolved] == [("first", "wrong")]
    assert told.contradictions == ()


def test_a_claim_that_was_set_aside_and_no_longer_is_is_told():
    few = [claim(f"few{n}", "held", 50, "2026-01-01", claimant=f"Source {n}") for n in (1, 2)]
    many = claim("many", "held", 100, "2026-01-01")
    right = replace(claim("right", "held", 100, "2026-01-01"), corrects="few1")
    told = changed([*few, many], right)
    assert (told.set_aside, told.taken_back) == (("few2",), ("many",))


def test_an_unknown_scope_is_refused():
    every = [ARRESTED, FREED]
    case = Case.of(every, place_claims(every, SCOPES), PLAIN)
    with pytest.raises(InputError, match="not a scope of this case"):
        change_by(case, [ARRESTED], FREED, [Question.parse("held nobody 2026-01-01")])


def test_where_nothing_is_asked_everybody_held_is_watched():
    every = [ARRESTED, FREED]
    case = Case.of(every, place_claims(every, SCOPES), PLAIN)
    assert [str(each) for each in watched(case, every)] == ["held protest_detainees 2026-01-01"]
