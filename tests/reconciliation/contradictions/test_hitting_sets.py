"""The lightest claims of which every conflict has one, found by branching or by a program."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.reconciliation.contradictions.hitting_sets import (
    CENT,
    Branching,
    by_integer_program,
    lightest_hitting_set,
)

NAMES = st.sampled_from("abcdefg")
CONFLICTS = st.lists(st.frozensets(NAMES, min_size=1, max_size=4), min_size=1, max_size=6)
TOLD_IN = st.fixed_dictionaries(
    {name: st.dictionaries(st.sampled_from("xyz"), st.sampled_from([1.0, 2.0]), min_size=1)
     for name in "abcdefg"}
)  # fmt: skip


@given(CONFLICTS, TOLD_IN)
def test_branching_pays_no_more_than_the_integer_program(
    conflicts: list[frozenset[str]], told_in: dict[str, dict[str, float]]
):
    claims = sorted(set().union(*conflicts))
    dear = {name: 1.0 + place / 100 for place, name in enumerate(claims)}
    search = Branching(told_in, dear, apart=False)
    found = search.lightest(conflicts)
    chosen = by_integer_program(conflicts, told_in, dear)
    assert found is not None
    assert all(found & conflict for conflict in conflicts)
    assert search.cost(found) <= search.cost(chosen) + CENT


def test_where_there_is_too_much_to_look_at_the_integer_program_is_asked():
    pairs = [frozenset((f"a{n}", f"b{n}")) for n in range(30)]
    prices = {name: 1.0 + place / 50 for place, name in enumerate(sorted(set().union(*pairs)))}
    search = Branching({name: {"": 1.0} for name in prices}, prices, apart=False, nodes=20)
    assert search.lightest(pairs) is None
    found = lightest_hitting_set(pairs, prices)
    assert found == {f"a{n}" for n in range(30)}
