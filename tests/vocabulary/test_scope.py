"""Scopes lie in one another and never in themselves."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.vocabulary import GENERAL_SCOPES, InputError, PartialDate, Scope, ScopeCycle, Scopes


def test_containment_reaches_through_the_scopes_between():
    assert GENERAL_SCOPES.contains("all_prisoners", "protest_detainees")
    assert not GENERAL_SCOPES.contains("protest_detainees", "all_prisoners")


def test_a_scope_that_contains_itself_is_refused_and_the_circle_shown():
    with pytest.raises(ScopeCycle, match="a within b within a"):
        Scopes((Scope("a", within=("b",)), Scope("b", within=("a",))))


def test_a_scope_within_an_undeclared_one_is_refused():
    with pytest.raises(InputError, match="not a declared scope"):
        Scopes((Scope("a", within=("b",)),))


def test_a_scope_cannot_close_before_it_opens():
    with pytest.raises(InputError, match="column closes"):
        Scope("a", opens=date(2025, 1, 1), closes=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_date_of_reduced_precision_may_be_any_day_of_it(text: str, earliest: date, latest: date):
    assert (PartialDate(text).earliest, PartialDate(text).latest) == (earliest, latest)
