"""What one wire story repeats is said once, however many outlets print it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from case import SCOPES, claim

from habeas.reconciliation import PLAIN, STRICT, Policy, contradictions, reconcile
from habeas.reconciliation.contradictions.repairs import Repair
from habeas.vocabulary import Claim

MORE = claim("more", "released", 90, "2026-01-05", document="d1")
LESS = claim("less", "released", 60, "2026-01-06", document="d2")
HELD = claim("h1", "held", 900, "2026-01-05", document="d1")


def together(*claims: Claim, policy: Policy = STRICT) -> Repair:
    """Return the repair of all claims read together."""
    repairs = reconcile(claims, SCOPES, policy).repairs
    return next(found for found in repairs if found.reading == "together")


def again(said: Claim, name: str, document: str, story: str) -> Claim:
    """Return a claim as another document prints it."""
    evidence = replace(said.evidence, document=document)
    return replace(said, id=name, evidence=evidence, story=story)


def test_a_repair_does_not_become_dearer_by_repetition():
    alone = together(MORE, LESS, again(LESS, "less2", "d3", ""), again(LESS, "less3", "d4", ""))
    assert alone.claims == ("more",), "three that stand alone outweigh one"
    retold = [again(MORE, f"more{n}", f"e{n}", "d1") for n in range(4)]
    both = together(MORE, *retold, LESS, again(LESS, "less2", "d3", ""))
    assert both.weight == 1
    assert set(both.claims) == {"more", *(each.id for each in retold)}


def test_a_figure_that_one_document_says_twice_counts_once():
    both = together(MORE, again(MORE, "more2", "d1", ""), again(MORE, "more3", "d1", ""), LESS)
    assert both.weight == 1


@pytest.mark.parametrize("policy", [PLAIN, STRICT])
def test_a_tally_of_a_day_that_is_told_again_is_set_aside_as_one(policy: Policy):
    retold = [again(HELD, f"g{n}", f"e{n}", "d1") for n in range(3)]
    later = claim("h2", "held", 700, "2026-01-08", document="d2")
    freed = claim("r", "released", 50, "2026-01-20", document="d2")
    died = claim("d", "died", 0, "2026-01-20", document="d2")
    against = [later, freed, died]
    firm = [again(each, f"{each.id}-2", "d9", "") for each in against]
    found = together(HELD, *retold, *against, *firm, policy=policy)
    assert found.weight == 1
    assert set(found.claims) == {"h1", "g0", "g1", "g2"}


def test_other_figures_of_the_same_story_count_each():
    later = claim("more2", "released", 95, "2026-01-05", document="d3")
    told = together(MORE, replace(later, story="d1"), LESS, again(LESS, "less2", "d4", "d2"))
    assert told.weight == 1
    assert set(told.claims) == {"less", "less2"}


def test_a_contradiction_is_listed_once_and_names_the_copies_of_its_figures():
    retold = [again(MORE, f"more{n}", f"e{n}", "d1") for n in range(3)]
    (found,) = contradictions([MORE, *retold, LESS, again(LESS, "less2", "d5", "d2")], SCOPES)
    assert set(found.claims) == {"more", "less"}
    assert found.copies == ("less2", "more0", "more1", "more2")


def test_the_same_figure_from_stories_of_their_own_contradicts_each_in_its_turn():
    found = contradictions([MORE, again(MORE, "more2", "d3", ""), LESS], SCOPES)
    assert [(each.claims, each.copies) for each in found] == [
        (("less", "more"), ()),
        (("less", "more2"), ()),
    ]


def test_copies_of_a_tally_whose_hour_is_unknown_are_listed_once_too():
    retold = [again(HELD, f"g{n}", f"e{n}", "d1") for n in range(3)]
    later = claim("h2", "held", 700, "2026-01-08", document="d2")
    freed = claim("r", "released", 50, "2026-01-20", document="d2")
    died = claim("d", "died", 0, "2026-01-20", document="d2")
    (found,) = contradictions([HELD, *retold, later, freed, died], SCOPES, STRICT)
    told = {"h1", "g0", "g1", "g2"}
    assert len(told.intersection(found.claims)) == 1
    assert set(found.copies) == told.difference(found.claims)


def test_which_copy_is_named_does_not_hang_on_the_order_of_the_claims():
    twice = again(MORE, "another", "d1", "")
    for order in ([MORE, twice, LESS], [twice, MORE, LESS], [LESS, MORE, twice]):
        [found] = contradictions(order, SCOPES)
        assert found.claims == ("another", "less")
        assert found.copies == ("more",)
