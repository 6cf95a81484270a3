"""Chains that can leave a mode: a ladder of tempered posteriors that exchange places.

Where two explanations of a table are both good and nothing between them is, a chain stays with the
one that it met first. On the lower rungs the likelihood counts for less, so that the chains there
wander; an exchange with the rung above is accepted as Metropolis's rule says (Geyer 1991,
"Markov chain Monte Carlo maximum likelihood").
"""

from __future__ import annotations

import math

import numpy as np
from numba.typed import List

from habeas.estimation.compiled import compiled
from habeas.estimation.latent_class_chain import STRETCHES, Chain, new_chain
from habeas.estimation.latent_class_glide import ACCEPTANCE, climb, learn_mass, move, take_place
from habeas.estimation.latent_class_state import (
    Array,
    State,
    draw_hidden,
    log_likelihood,
    set_shares,
)
from habeas.estimation.latent_class_stretch import stretch
from habeas.estimation.latent_class_sweep import exchange_labels, sweep

RUNGS = 14
LOWEST = 0.005
"""How much the likelihood counts on the lowest rung."""


def new_ladder(
    patterns: Array, counts: Array, classes: int, rng: np.random.Generator, apart: bool
) -> list[Chain]:
    """Return a chain a rung, the untempered first."""
    chains = [new_chain(patterns, counts, classes, rng, apart) for _ in range(RUNGS)]
    for chain, share in zip(chains, np.geomspace(1, LOWEST, RUNGS), strict=True):
        chain.state.weights[:] *= share
    ladder: list[Chain] = List(chains)
    return ladder


@compiled
def trade_places(one: State, other: State) -> None:
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
def step_rung(chain: Chain, prior: float, longest: int, learning: int) -> None:
    """Move one rung's chain; ``learning``: how many rounds it has warmed up, -1 when warm."""
    state, glide, step = chain
    if state.weights.sum() > state.counts.sum() - 0.5:
        sweep(state, prior)
    else:
        exchange_labels(state)
    stretch(state, STRETCHES)
    if learning > 200:
        take_place(state, glide)
        climb(state, glide, prior)
        learn_mass(state, glide, learning - 201)
    reach = step[0] * np.random.uniform(0.8, 1.2)
    chance = move(state, glide, prior, reach, np.random.randint(1, longest + 1))
    if learning >= 0:
        pace = 0.2 if learning < 600 else 0.05
        step[0] = min(1.5, step[0] * math.exp(pace * (chance - ACCEPTANCE)))


@compiled
def run_ladder(ladder: list[Chain], prior: float, rounds: int, longest: int, warm: bool) -> Array:
    """Return how many people are hidden, a draw each round of the untempered rung.

    warm: whether the rungs have learnt their steps; else they do so in these rounds.
    """
    hidden = np.empty(rounds, np.int64)
    for i in range(rounds):
        for chain in ladder:
            step_rung(chain, prior, longest, -1 if warm else i)
        for low in range(i % 2, len(ladder) - 1, 2):
            one, other = ladder[low].state, ladder[low + 1].state
            colder = (one.weights.sum() - other.weights.sum()) / one.counts.sum()
            gain = colder * (log_likelihood(other) - log_likelihood(one))
            if math.log(np.random.random()) < gain:
                trade_places(one, other)
        hidden[i] = draw_hidden(ladder[0].state)
    return hidden
