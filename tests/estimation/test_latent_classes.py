"""The latent class estimate: right where the truth is known, honest about its own chains."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.special import betaln, gammaln
from tables import reference, shared, simulated, table

from habeas.estimation.bounds.chao import chao
from habeas.estimation.latent_class.chain import new_chain, sow
from habeas.estimation.latent_class.convergence import effective_size, r_hat, tail_size
from habeas.estimation.latent_class.gibbs_sweep import sweep
from habeas.estimation.latent_class.hamiltonian_move import climb, move, take_place
from habeas.estimation.latent_class.latent_class import (
    SWEEPS,
    hidden_draws,
    lcmcr,
    pace,
    tempered_draws,
)


def test_kosovo_is_that_of_the_reference_software():
    found, published = lcmcr(shared("kosovo")), reference("kosovo", "LCMCR")
    assert found.estimate == pytest.approx(published["estimate"], rel=0.03)
    assert found.low == pytest.approx(published["low95"], rel=0.08)
    assert found.high == pytest.approx(published["high95"], rel=0.08)
    assert found.diagnostics["r_hat"] < 1.01


def test_one_class_is_the_posterior_written_out():
    made = table("ABC", {"A": 40, "B": 30, "C": 25, "AB": 9, "AC": 8, "BC": 6, "ABC": 2})
    hidden = np.arange(4000.0)
    sizes = np.array(list(made.sizes.values()))
    total = made.observed + hidden
    logs = gammaln(total + 1) - gammaln(hidden + 1) - np.log(total)
    logs = logs + betaln(sizes[:, None] + 1, total - sizes[:, None] + 1).sum(axis=0)
    weights = np.exp(logs - logs.max())
    exact = np.interp([0.025, 0.5, 0.975], np.cumsum(weights) / weights.sum(), hidden)
    # Two classes at least; with so small a concentration prior the second stays all but empty.
    drawn, _ = hidden_draws(made, seed=3, classes=2, prior=1e-4)
    assert np.quantile(drawn, [0.025, 0.5, 0.975]) == pytest.approx(exact, rel=0.12)


def test_a_prior_near_nothing_leaves_numbers():
    made = table("ABC", {"A": 40, "B": 30, "C": 25, "AB": 9, "AC": 8, "BC": 6, "ABC": 2})
    sow(3)
    state, _, _ = new_chain(made.patterns, made.counts, 2, np.random.default_rng(3), apart=False)
    state.alpha[0] = 1e-290
    for _ in range(1000):
        sweep(state, 1e-4)
        assert np.isfinite(state.alpha).all()
        assert np.isfinite(state.sticks).all()


def test_chains_that_have_not_met_yet_get_a_second_pilot(monkeypatch: pytest.MonkeyPatch):
    sizes = iter([200.0, 50.0])
    monkeypatch.setattr(
        "habeas.estimation.latent_class.latent_class.effective_size",
        lambda pilot: pilot.size / next(sizes),
    )
    made = simulated([[0.3, 0.2, 0.25]], [500], seed=1)
    rng = np.random.default_rng(1)
    chains = [new_chain(made.patterns, made.counts, 10, rng, apart) for apart in (True, False)]
    assert pace(chains, 0.25) == (SWEEPS, 0)


def test_the_slope_that_moves_follow_is_that_of_the_density():
    made = simulated([[0.5, 0.2, 0.3], [0.1, 0.4, 0.2]], [80, 120], seed=1)
    rng = np.random.default_rng(5)
    state, phase, _ = new_chain(made.patterns, made.counts, 4, rng, apart=True)
    take_place(state, phase)
    climb(state, phase, 0.25)
    start, slope = phase.place.copy(), phase.slope.copy()
    for i in range(len(start)):
        ends = []
        for nudge in (1e-5, -1e-5):
            phase.place[:] = start
            phase.place[i] += nudge
            ends.append(climb(state, phase, 0.25))
        assert slope[i] == pytest.approx((ends[0] - ends[1]) / 2e-5, rel=1e-4, abs=1e-4)


def test_tempered_chains_draw_from_the_same_posterior(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("habeas.estimation.latent_class.latent_class.TEMPERED_ROUNDS", 3000)
    made = simulated([[0.3, 0.25, 0.2]], [400], seed=8)
    plain, _ = hidden_draws(made, seed=1, classes=4)
    tempered = tempered_draws(made, np.random.default_rng(2), 4, 0.25)
    middle = np.log(np.median(plain)) - np.log(np.median(tempered))
    assert abs(middle) < 0.1


def test_hidden_classes_of_people_are_found_where_independence_would_miss_them():
    # Half of the people are seldom on the lists that hold the others.
    made = simulated([[0.6, 0.5, 0.1, 0.5], [0.1, 0.15, 0.45, 0.1]], [1000, 1000], seed=4)
    found = lcmcr(made)
    independent = chao(made).diagnostics["independent_lists"]
    assert not 1950 < independent < 2050
    assert found.low is not None
    assert found.high is not None
    assert found.low <= 2000 <= found.high


def test_the_same_seed_gives_the_same_number():
    made = simulated([[0.3, 0.2, 0.25]], [500], seed=1)
    assert lcmcr(made, seed=9) == lcmcr(made, seed=9)


def test_where_arrays_lie_in_memory_changes_no_digit():
    made = simulated([[0.3, 0.2, 0.25]], [500], seed=1)
    places, litter, noise = set(), [], np.random.default_rng(1)
    for _ in range(200):
        sow(7)
        state, phase, _ = new_chain(
            made.patterns, made.counts, 10, np.random.default_rng(9), apart=True
        )
        sweep(state, 0.25)
        move(state, phase, 0.25, 0.2, 10)
        places.add(state.lam.tobytes())
        litter.append([np.full(noise.integers(1, 60), np.nan) for _ in range(noise.integers(6))])
    assert len(places) == 1


def test_chains_that_sit_apart_give_no_number(monkeypatch: pytest.MonkeyPatch):
    apart = np.array([[500, 510, 505] * 50, [9000, 9010, 9005] * 50])
    monkeypatch.setattr(
        "habeas.estimation.latent_class.latent_class.hidden_draws", lambda *_, **__: (apart, True)
    )
    refused = lcmcr(table("ABC", {"A": 5, "AB": 3, "BC": 2, "C": 4}))
    assert (refused.estimate, refused.low, refused.high) == (None, None, None)
    assert refused.warnings[0].kind == "chains_apart"


def test_r_hat_tells_chains_that_agree_from_chains_that_do_not():
    rng = np.random.default_rng(1)
    agreeing = rng.normal(size=(4, 1000))
    assert r_hat(agreeing) == pytest.approx(1, abs=0.01)
    assert r_hat(agreeing + np.array([[0], [0], [0], [3]])) > 1.4
    assert r_hat(agreeing * np.array([[1], [1], [1], [6]])) > 1.05
    assert r_hat(np.repeat([[1.0], [2.0]], 10, axis=1)) == math.inf


def test_independent_draws_count_in_full_and_dependent_ones_less():
    rng = np.random.default_rng(2)
    fresh = rng.normal(size=(4, 4000))
    assert effective_size(fresh) == pytest.approx(fresh.size, rel=0.1)
    assert tail_size(fresh) == pytest.approx(fresh.size, rel=0.25)
    walk = fresh.copy()
    for i in range(1, walk.shape[1]):
        walk[:, i] = 0.9 * walk[:, i - 1] + fresh[:, i]
    # An autoregression of 0.9 is worth (1 - 0.9) / (1 + 0.9) of its length.
    assert effective_size(walk) == pytest.approx(fresh.size / 19, rel=0.25)


def test_scores_are_normal_whatever_the_values():
    rng = np.random.default_rng(3)
    heavy = rng.standard_cauchy((4, 2000))
    assert r_hat(heavy) < 1.01


@pytest.mark.parametrize("sign", [1, -1])
def test_an_interval_of_which_one_end_was_visited_once_rests_on_few_draws(sign: int):
    fresh = np.random.default_rng(5).normal(size=(4, 1000))
    stuck = fresh.copy()
    far = np.argsort(sign * fresh[0])[-100:]
    rest = np.setdiff1d(np.arange(1000), far)
    stuck[0] = np.r_[fresh[0][far], fresh[0][rest]]
    assert tail_size(stuck) < tail_size(fresh) / 4
