"""Which case of a store a verb is about: the one named, or the only one, and never a guess."""

from __future__ import annotations

import pytest

from habeas.cli.stores.store import case_of_store
from habeas.vocabulary import InputError


def test_the_only_case_need_not_be_named(case):
    assert case_of_store("") == case_of_store("norte") == case


def test_of_several_cases_one_is_named_and_none_is_taken_for_it(case, actor):
    from habeas.desk.cases.declarations import begin_case

    other = begin_case(actor, "sur", "Sur")
    assert case_of_store("sur") == other
    with pytest.raises(InputError, match="several cases"):
        case_of_store("")


def test_a_name_that_is_no_case_is_refused_though_there_is_only_one(case):
    with pytest.raises(InputError, match="not a case here"):
        case_of_store("oeste")


def test_where_there_is_none_it_says_how_to_begin_one(store):
    with pytest.raises(InputError, match="holds no case"):
        case_of_store("")
