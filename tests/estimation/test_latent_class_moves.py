"""The moves of the latent class chains: variates of the right laws, and steps that keep them."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from tables import simulated

from habeas.estimation import Overlaps
from habeas.estimation.latent_class.chain import new_chain, sow
from habeas.estimation.latent_class.hamiltonian_move import HamiltonianState, climb, take_place
from habeas.estimation.latent_class.random_variates import beta_draw, binomial_draw, log_odds_draw
from habeas.estimation.latent_class.scale_move import grow, listed, shift_chances
from habeas.estimation.latent_class.state import State, log_likelihood, set_shares

DRAWS = 4000
RARE = 1e-4
"""A law that is met fails this seldom; the draws are sown, so that the tests never waver."""


@pytest.mark.parametrize(
    ("a", "b"), [(1, 1), (1, 6), (7, 1), (2, 2), (2, 3000), (400, 9000), (3000, 2), (5, 2)]
)
def test_beta_variates_have_their_law(a: float, b: float):
    sow(5)
    drawn = [beta_draw(float(a), float(b)) for _ in range(DRAWS)]
    assert stats.kstest([x for x, _ in drawn], stats.beta(a, b).cdf).pvalue > RARE
    assert all(x + rest == pytest.approx(1) for x, rest in drawn)


@pytest.mark.parametrize(("a", "b"), [(1, 0.3), (1, 20), (4, 0.3), (30, 200)])
def test_log_odds_are_those_of_beta_variates(a: float, b: float):
    sow(6)
    drawn = np.array([log_odds_draw(float(a), float(b)) for _ in range(DRAWS)])
    # x / (1 - x) is beta prime: compared on the scale of 1 - x, which small shapes crowd at 0.
    assert stats.kstest(1 / (1 + np.exp(drawn)), stats.beta(b, a).cdf).pvalue > RARE


@pytest.mark.parametrize(
    ("people", "share"),
    [(1, 0.3), (5, 0.01), (30, 0.8), (60, 0.4), (200, 0.5), (4000, 0.004), (5000, 0.9)],
)
def test_binomial_variates_have_their_law(people: int, share: float):
    sow(7)
    drawn = np.array([binomial_draw(people, share) for _ in range(DRAWS)])
    law = stats.binom(people, share)
    edges = np.unique(np.concatenate([[-1], law.ppf(np.linspace(0.02, 0.98, 20)), [people]]))
    expected = np.diff(law.cdf(edges)) * DRAWS
    seen = np.histogram(drawn, edges + 0.5)[0]
    assert stats.chisquare(seen, expected * seen.sum() / expected.sum()).pvalue > RARE


def test_of_nobody_and_with_no_chance_nobody_is_taken_and_with_certainty_everybody():
    assert (binomial_draw(0, 0.5), binomial_draw(9, 0.0), binomial_draw(9, 1.0)) == (0, 0, 9)


@pytest.mark.parametrize("k", [0, 1, 2, 3])
def test_a_change_of_scale_is_accepted_by_the_density_and_the_volume_of_its_map(k: int):
    state, phase, _ = new_chain(
        *counted(simulated([[0.5, 0.2, 0.3], [0.1, 0.4, 0.2]], [80, 120], seed=1)),
        4, np.random.default_rng(3), apart=True,
    )  # fmt: skip
    before = density_and_place(state, phase)
    image, gain = rescaled(state, k, 0.4)
    after = density_and_place(state, phase)
    # Of the density that the sampler's other moves climb, and the map's volume by differences.
    columns = []
    for i in range(len(before[1]) - 1):
        ends = []
        for nudge in (1e-6, -1e-6):
            place = before[1].copy()
            place[i] += nudge
            put(state, place)
            ends.append(rescaled(state, k, 0.4)[0])
        columns.append((ends[0] - ends[1]) / 2e-6)
    volume = np.linalg.slogdet(np.array(columns))[1]
    prior = after[0] - before[0] - (after[2] - before[2])
    assert gain == pytest.approx(prior + volume, abs=1e-5)
    assert image == pytest.approx(after[1][:-1])


def counted(made: Overlaps) -> tuple[np.ndarray, np.ndarray]:
    return made.patterns, made.counts


def density_and_place(state: State, phase: HamiltonianState) -> tuple[float, np.ndarray, float]:
    """Return the log density, the place it is at, and the likelihood's part of it."""

    take_place(state, phase)
    return climb(state, phase, 0.25), phase.place.copy(), log_likelihood(state)


def put(state: State, place: np.ndarray) -> None:

    lists, classes = state.lam.shape
    odds = np.exp(place[: lists * classes]).reshape(lists, classes)
    state.lam[:] = odds / (1 + odds)
    state.off[:] = 1 / (1 + odds)
    state.sticks[:] = place[lists * classes : -1]
    set_shares(state.sticks, state.nu)


def rescaled(state: State, k: int, step: float) -> tuple[np.ndarray, float]:
    """Stretch a class; return the place reached and the gain of the prior, volume included."""
    before = listed(state.lam[:, k], state.off[:, k])
    gain = shift_chances(state, k, step)
    growth = np.log(before) - np.log(listed(state.lam[:, k], state.off[:, k]))
    gain += grow(state, k, growth)
    odds = np.log(state.lam / state.off).ravel()
    return np.concatenate([odds, state.sticks]), gain
