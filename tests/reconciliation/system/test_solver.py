"""The solver: it tells how it ended, and an answer that is needed is never taken for granted."""

from __future__ import annotations

import highspy
import pytest

from habeas.reconciliation.rows import DETAINED, ClaimSide, Moment, Variable, row
from habeas.reconciliation.system import Ending, LinearSystem, Program, SolverError

COUNT = Variable(DETAINED, "protest_detainees", Moment.end_of(1))
AT_LEAST_SEVEN = LinearSystem((), (row({COUNT: 1}, 7, ClaimSide("a", "low")),))


def test_a_least_value_is_told_as_one_that_was_reached() -> None:
    answer = Program(AT_LEAST_SEVEN).attempt({COUNT: 1})
    assert (answer.ended, answer.value) == (Ending.OPTIMAL, 7)


def test_a_sum_that_nothing_limits_is_told_as_that() -> None:
    answer = Program(AT_LEAST_SEVEN).attempt({COUNT: -1})
    assert (answer.ended, answer.value) == (Ending.NO_LIMIT, None)


def test_a_solver_that_comes_to_no_end_says_so_and_is_never_taken_for_no_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Program, "_run", lambda _: highspy.HighsModelStatus.kUnknown)
    assert Program(AT_LEAST_SEVEN).attempt({COUNT: 1}).ended is Ending.NO_ANSWER
    with pytest.raises(SolverError, match="stopped without an answer"):
        Program(AT_LEAST_SEVEN).least({COUNT: 1})


def test_claims_of_which_some_cannot_hold_have_no_answer_but_one_that_says_so() -> None:
    low, high = ClaimSide("a", "low"), ClaimSide("b", "high")
    both = LinearSystem((), (row({COUNT: 1}, 7, low), row({COUNT: -1}, -5, high)))
    assert Program(both).attempt({COUNT: 1}).ended is Ending.NO_ANSWER
