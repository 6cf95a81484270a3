"""People are counted by the lists they are on, and what cannot identify a number is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import table

from habeas.estimation import Method, estimates, identifiability, overlaps, overlaps_of
from habeas.vocabulary import InputError

memberships = st.lists(st.tuples(st.integers(0, 30).map(str), st.sampled_from("ABCD")), max_size=80)


@given(memberships)
def test_everybody_on_a_list_is_counted_once(pairs: list[tuple[str, str]]):
    counted = overlaps_of(pairs, "ABCD")
    assert counted.observed == len({person for person, _ in pairs})
    for name, size in counted.sizes.items():
        assert size == len({person for person, on in pairs if on == name})


@given(memberships)
def test_leaving_a_list_out_leaves_the_others_as_they_were(pairs: list[tuple[str, str]]):
    fewer = overlaps_of(pairs, "ABCD").without("C")
    kept = [(person, name) for person, name in pairs if name != "C"]
    assert fewer.sizes == overlaps_of(kept, "ABD").sizes
    assert fewer.observed == len({person for person, _ in kept})


@given(memberships)
def test_the_full_table_holds_every_pattern_once(pairs: list[tuple[str, str]]):
    counted = overlaps_of(pairs, "ABCD")
    cells, people = counted.cells()
    assert len(np.unique(cells, axis=0)) == 15
    assert people.sum() == counted.observed
    assert (overlaps(counted.lists, cells, people).counts == counted.counts).all()


def test_a_person_on_a_list_that_was_not_named_is_refused():
    with pytest.raises(InputError, match="not among the lists"):
        overlaps_of([("p1", "X")], "AB")


def test_one_list_has_no_grounds():
    refusal = identifiability(table("A", {"A": 90})).refusal
    assert refusal
    assert refusal.kind == "one_list"


def test_lists_that_share_nobody_have_no_grounds():
    refusal = identifiability(table("ABC", {"A": 90, "B": 20, "C": 7})).refusal
    assert refusal
    assert refusal.kind == "no_overlap"


def test_groups_of_lists_that_share_nobody_have_no_grounds_together():
    apart = {"A": 9, "B": 9, "AB": 4, "C": 9, "D": 9, "CD": 4}
    refusal = identifiability(table("ABCD", apart)).refusal
    assert refusal
    assert refusal.values == {"groups": "A, B; C, D"}


def test_a_list_contained_in_another_is_set_aside_and_said_so():
    copied = {"A": 50, "B": 40, "AB": 12, "AC": 9, "ABC": 3}
    found = identifiability(table("ABC", copied))
    assert found.table.lists == ("A", "B")
    assert [caveat.values for caveat in found.caveats] == [{"list": "C", "other": "A"}]


def test_of_two_equal_lists_one_stays():
    found = identifiability(table("ABC", {"AB": 30, "C": 20, "ABC": 8}))
    assert found.table.lists == ("B", "C")


def test_a_list_within_the_only_other_leaves_no_grounds():
    refusal = identifiability(table("AB", {"A": 50, "AB": 9})).refusal
    assert refusal
    assert refusal.kind == "one_list_left"


def test_an_empty_list_is_set_aside():
    found = identifiability(table("ABC", {"A": 50, "B": 30, "AB": 9}))
    assert found.table.lists == ("A", "B")
    assert found.caveats[0].kind == "list_empty"


def test_without_grounds_no_method_gives_a_number():
    results = estimates(table("ABC", {"A": 90, "B": 20, "C": 7}))
    assert {result.method for result in results} == set(Method) - {Method.CHAPMAN}
    for result in results:
        assert (result.estimate, result.low, result.high) == (None, None, None)
        assert result.warnings[0].kind == "no_overlap"
