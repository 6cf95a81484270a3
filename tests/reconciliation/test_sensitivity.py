"""How answers move: with what about means, and without one claim; the system for other solvers."""

from __future__ import annotations

from pathlib import Path

import highspy
import pytest
from case import SCOPES, claim

from habeas.reconciliation import (
    Question,
    Reconciliation,
    Viewpoint,
    lp_file,
    movers,
    reconcile,
    sensitivity,
)
from habeas.vocabulary import Claim

STORY = [
    claim("arrested", "detained", 2400, "2026-01-01", qualifier="about"),
    claim("freed", "released", 2000, "2026-01-01", qualifier="nearly"),
    claim("groups", "held", 900, "2026-01-01", scope="political_prisoners", qualifier="about",
          claimant="Rights groups", kind="ngo"),
    claim("other", "released", 40, "2025-06-01", "2025-05-01", claimant="Paper", kind="press"),
]  # fmt: skip
HELD = "held protest_detainees 2026-01-01"


def found(claims: list[Claim], *asked: str, by: Viewpoint | None = None) -> Reconciliation:
    more = {"viewpoint": by} if by else {}
    return reconcile(claims, SCOPES, questions=[Question.parse(each) for each in asked], **more)


def moved(claims: list[Claim]) -> dict[str, tuple[int, int | None]]:
    return {
        str(shift.about or shift.without): (shift.answers[0].low, shift.answers[0].high)
        for shift in sensitivity(found(claims, HELD), claims)
    }


def test_an_answer_moves_with_what_about_is_taken_to_mean():
    shifts = moved(STORY)
    assert shifts["2"] == (353, 548)
    assert shifts["5"] == (281, 620)
    assert shifts["10"] == (161, 740)


def test_an_answer_moves_without_each_figure_that_it_rests_on():
    shifts = moved(STORY)
    assert shifts["arrested"] == (0, 945)
    assert shifts["freed"] == (0, 945)
    assert "other" not in shifts


def test_without_a_figure_of_a_contradiction_what_was_set_aside_comes_back():
    more = [*STORY, claim("counted", "held", 700, "2026-01-01", claimant="Counter", kind="ngo")]
    assert {"arrested", "freed", "counted"} <= {*movers(found(more, HELD))}
    assert moved(more)["counted"] == (281, 620)


def test_where_nobody_says_about_the_policy_moves_nothing():
    exact = [claim("a", "held", 10, "2026-01-01")]
    assert list(moved(exact)) == ["a"]


@pytest.mark.parametrize(
    "asked",
    [HELD, "held political_prisoners-protest_detainees 2026-01-01",
     "released protest_detainees 2025-05-01..2025-06-30",
     "unaccounted protest_detainees 2026-01-01"],
)  # fmt: skip
def test_another_solver_finds_the_same_in_the_file(tmp_path: Path, asked: str):
    result = found(STORY, asked)
    file = tmp_path / "system.lp"
    file.write_text(lp_file(result, STORY))
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    assert solver.readModel(str(file)) == highspy.HighsStatus.kOk
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    assert round(solver.getInfo().objective_function_value) == result.view.bounds[0].low
    text = file.read_text()
    assert "arrested_low" in text
    assert max(map(len, text.splitlines())) <= 510


def test_figures_that_cannot_all_be_true_have_no_solution_in_the_file(tmp_path: Path):
    pair = [claim("a", "held", 5, "2026-01-01"), claim("b", "held", 6, "2026-01-01")]
    file = tmp_path / "system.lp"
    file.write_text(lp_file(found(pair, by=Viewpoint("Ministry", frozenset({"Ministry"}))), pair))
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.readModel(str(file))
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible
