"""Log-linear models: they find the published numbers, and know where there is none to find."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.stats import poisson
from tables import reference, shared, simulated, table

from habeas.estimation import Overlaps, named_model
from habeas.estimation.log_linear.log_linear import (
    acceleration,
    all_pairs,
    bca_quantiles,
    log_linear,
)
from habeas.estimation.log_linear.poisson_fit import fit, poisson_tail
from habeas.estimation.log_linear.stepwise import fit_pairs, stepwise
from habeas.vocabulary import InputError

TABLES = ("western", "neworl_5", "ukdat_5", "ned_5", "ukdat", "ned", "neworl")


@pytest.mark.parametrize("name", TABLES)
def test_the_estimate_is_that_of_the_reference_software(name: str):
    found = log_linear(shared(name), resamples=10)
    assert found.estimate == reference(name, "SparseMSE")["estimate"]


@pytest.mark.parametrize("name", ["western", "ukdat_5"])
def test_the_interval_is_that_of_the_reference_but_for_the_luck_of_its_resamples(name: str):
    found = log_linear(shared(name), resamples=4000)
    published = reference(name, "SparseMSE")
    assert found.low == pytest.approx(published["low95"], rel=0.12)
    assert found.high == pytest.approx(published["high95"], rel=0.12)


def test_independent_lists_need_no_pair_and_are_solved_in_closed_form():
    two = table("AB", {"A": 60, "B": 30, "AB": 15})
    cells, counts = two.cells()
    hidden, used, _ = stepwise(np.asfortranarray(cells), counts.astype(float), all_pairs(2), 0.0)
    assert hidden == pytest.approx(60 * 30 / 15)
    assert not used.any()


def test_a_pair_that_shares_far_more_than_chance_is_found():
    dependent = simulated([[0.6, 0.6, 0.3, 0.3], [0.1, 0.1, 0.3, 0.3]], [400, 1600], seed=3)
    assert log_linear(dependent, resamples=10).diagnostics["dependent_pairs"] == ["A & B"]


def test_the_interval_is_as_wide_as_chance_in_who_is_listed_makes_it():
    two = table("AB", {"A": 250, "B": 250, "AB": 250})
    found = log_linear(two, resamples=4000)
    assert found.estimate == 1000
    deviation = math.sqrt(500 * 500 * 250 * 250 / 250**3)  # Seber 1982, of the two-list estimate
    assert found.low is not None
    assert found.high is not None
    assert found.high - found.low == pytest.approx(2 * 1.96 * deviation, rel=0.08)


def test_the_published_model_of_kosovo_gives_the_published_figures():
    groups = [("EXH", "ABA", "OSCE"), ("EXH", "HRW"), ("OSCE", "HRW")]
    found, published = named_model(shared("kosovo"), groups), reference("kosovo", "log-linear")
    assert found.estimate == pytest.approx(published["estimate"], rel=0.001)
    assert found.low == pytest.approx(published["low95"], rel=0.01)
    assert found.high == pytest.approx(published["high95"], rel=0.01)
    assert found.warnings[0].kind == "model_by_hand"


def test_a_model_of_independent_lists_is_that_of_no_groups():
    two = table("AB", {"A": 60, "B": 30, "AB": 15})
    assert named_model(two, []).estimate == 105 + 60 * 30 // 15


@pytest.mark.parametrize("group", [("A", "Z"), ("A",), ("A", "B", "C")])
def test_a_group_that_no_model_can_hold_is_refused(group: tuple[str, ...]):
    with pytest.raises(InputError, match="is not a"):
        named_model(simulated([[0.3, 0.2, 0.25]], [500], seed=1), [group])


def test_lists_that_share_nobody_can_be_a_pair_of_the_model():
    apart = {"A": 200, "B": 200, "C": 200, "AC": 60, "BC": 60}
    cells, counts = table("ABC", apart).cells()
    pairs = all_pairs(3)
    exists, beta, means = fit_pairs(np.asfortranarray(cells), counts.astype(float), pairs[:1])
    assert exists
    assert means[cells[:, 0] & cells[:, 1]].sum() == 0
    # The rest is C against A or B, which are one list now: 400 alone, 200 alone, 120 in both.
    assert math.exp(beta[0]) == pytest.approx(400 * 200 / 120, rel=1e-6)


def test_the_same_seed_gives_the_same_interval_and_another_seed_another():
    made = simulated([[0.3, 0.2, 0.25]], [500], seed=1)
    assert log_linear(made, seed=4, resamples=200) == log_linear(made, seed=4, resamples=200)
    assert log_linear(made, seed=4, resamples=200) != log_linear(made, seed=5, resamples=200)


sparse = st.dictionaries(
    st.sampled_from(["".join(c for i, c in enumerate("ABCD") if n >> i & 1) for n in range(1, 16)]),
    st.integers(1, 9), min_size=5, max_size=11,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(sparse, st.lists(st.integers(0, 5), unique=True, max_size=5))
def test_a_fit_exists_exactly_where_linear_programming_says_so(
    people: dict[str, int], chosen: list[int]
):
    counted = table("ABCD", people)
    cells, counts = counted.cells()
    pairs = all_pairs(4)[sorted(chosen)]
    exists, _, _ = fit_pairs(np.asfortranarray(cells), counts.astype(float), pairs)
    assert exists == maximum_exists(counted, pairs)


def maximum_exists(counted: Overlaps, pairs: np.ndarray) -> bool:
    """Fienberg and Rinaldo (2012): some strictly positive table has the same margins, full rank."""
    cells, counts = counted.cells()
    kept, columns = np.ones(len(cells), bool), [np.ones(len(cells)), *cells.T.astype(float)]
    for i, j in pairs:
        both = cells[:, i] & cells[:, j]
        if counts[both].sum() == 0:
            kept &= ~both
        else:
            columns.append(both.astype(float))
    matrix = np.column_stack(columns)[kept]
    if np.linalg.matrix_rank(matrix) < matrix.shape[1]:
        return False
    # Most of the least mean: maximise s with A'x = A'n, x >= s.
    size = len(matrix)
    margins = np.column_stack([matrix.T, np.zeros(matrix.shape[1])])
    answer = linprog(
        np.append(np.zeros(size), -1.0),
        A_eq=margins, b_eq=matrix.T @ counts[kept],
        A_ub=np.column_stack([-np.eye(size), np.ones(size)]), b_ub=np.zeros(size),
        bounds=[(0, None)] * (size + 1),
    )  # fmt: skip
    return bool(answer.status == 0 and -answer.fun > 1e-9)


@given(st.integers(0, 400), st.floats(0.01, 500))
def test_the_poisson_tail_is_the_smaller_one(count: int, mean: float):
    law = poisson(mean)
    assert poisson_tail(count, mean) == pytest.approx(
        min(law.cdf(count), law.sf(count - 1)), rel=1e-8, abs=1e-280
    )


def test_a_fit_reproduces_the_margins_it_was_given():
    rng = np.random.default_rng(2)
    matrix = np.column_stack([np.ones(12), rng.integers(0, 3, (12, 3))]).astype(float)
    counts = rng.poisson(9, 12).astype(float)
    exists, beta = fit(matrix, counts)
    assert exists
    assert matrix.T @ np.exp(matrix @ beta) == pytest.approx(matrix.T @ counts)


def test_without_bias_and_pull_the_quantiles_are_those_of_the_replicates():
    replicates = np.arange(1.0, 1000.0)
    low, middle, high = bca_quantiles(replicates, 500.5, 0.0, np.array([0.025, 0.5, 0.975]))
    assert (low, middle, high) == pytest.approx((25.3, 500.6, 975.4), abs=1)


def test_a_jackknife_of_equal_pulls_does_not_accelerate():
    assert acceleration(np.full(4, 70.0), np.array([5.0, 4.0, 3.0, 2.0])) == 0
