"""Chains that can leave a mode: a chains of tempered posteriors that exchange places.

Where two explanations of a table are both good and nothing between them is, a chain stays with the
one that it met first. On the lower temperatures the likelihood counts for less, so that chains
wander there; an exchange with the temperature above is accepted as Metropolis's rule says (Geyer
1991, "Markov chain Monte Carlo maximum likelihood").
"""

from __future__ import annotations

import math

import numpy as np

from habeas.estimation.compiled import compiled
from habeas.estimation.latent_class.chain import SCALE_MOVES, Chain, new_chain
from habeas.estimation.latent_class.gibbs_sweep import exchange_labels, sweep
from habeas.estimation.latent_class.hamiltonian_move import (
    ACCEPTANCE,
    climb,
    learn_mass,
    move,
    take_place,
)
from habeas.estimation.latent_class.scale_move import scale
from habeas.estimation.latent_class.state import (
    Array,
    State,
    draw_hidden,
    log_likelihood,
    set_shares,
)

TEMPERATURES = 14
LOWEST = 0.005
"""How much the likelihood counts on the lowest temperature."""


def tempered_chains(
    patterns: Array, counts: Array, classes: int, rng: np.random.Generator, apart: bool
) -> list[Chain]:
    """Return a chain a temperature, the untempered first."""
    from numba.typed import List  # noqa: PLC0415  (an extra)

    begun = [new_chain(patterns, counts, classes, rng, apart) for _ in range(TEMPERATURES)]
    for chain, share in zip(begun, np.geomspace(1, LOWEST, TEMPERATURES), strict=True):
        chain.state.weights[:] *= share
    chains: list[Chain] = List(begun)
    return chains


@compiled
def exchange_states(one: State, other: State) -> None:
    """Let two chains exchange their parameters."""
    for mine, theirs in ((one.lam, other.lam), (one.off, other.off)):
        kept = mine.copy()
        mine[:] = theirs
        theirs[:] = kept
    for flat, theirs_flat in ((one.sticks, other.sticks), (one.alpha, other.alpha)):
        kept_flat = flat.copy()
        flat[:] = theirs_flat
        theirs_flat[:] = kept_flat
    set_shares(one.sticks, one.nu)
    set_shares(other.sticks, other.nu)


@compiled
def step_tempered(chain: Chain, prior: float, longest: int, learning: int) -> None:
    """Move one chain; ``learning``: how many rounds it has warmed up, -1 when warm."""
    state, phase, step = chain
    if state.weights.sum() > state.counts.sum() - 0.5:
        sweep(state, prior)
    else:
        exchange_labels(state)
    scale(state, SCALE_MOVES)
    if learning > 200:
        take_place(state, phase)
        climb(state, phase, prior)
        learn_mass(state, phase, learning - 201)
    reach = step[0] * np.random.uniform(0.8, 1.2)
    chance = move(state, phase, prior, reach, np.random.randint(1, longest + 1))
    if learning >= 0:
        pace = 0.2 if learning < 600 else 0.05
        step[0] = min(1.5, step[0] * math.exp(pace * (chance - ACCEPTANCE)))


@compiled
def run_tempered(chains: list[Chain], prior: float, rounds: int, longest: int, warm: bool) -> Array:
    """Return how many people are hidden, a draw each round of the untempered temperature.

    warm: whether the temperatures have learnt their steps; else they do so in these rounds.
    """
    hidden = np.empty(rounds, np.int64)
    for i in range(rounds):
        for chain in chains:
            step_tempered(chain, prior, longest, -1 if warm else i)
        for low in range(i % 2, len(chains) - 1, 2):
            one, other = chains[low].state, chains[low + 1].state
            colder = (one.weights.sum() - other.weights.sum()) / one.counts.sum()
            gain = colder * (log_likelihood(other) - log_likelihood(one))
            if math.log(np.random.random()) < gain:
                exchange_states(one, other)
        hidden[i] = draw_hidden(chains[0].state)
    return hidden
