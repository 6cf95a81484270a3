"""Chains of the latent class model: sweeps and Hamiltonian moves in turn."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from habeas.estimation.compiled import compiled
from habeas.estimation.latent_class.gibbs_sweep import sweep
from habeas.estimation.latent_class.hamiltonian_move import (
    ACCEPTANCE,
    HamiltonianState,
    climb,
    learn_mass,
    move,
    still,
    take_place,
)
from habeas.estimation.latent_class.scale_move import scale
from habeas.estimation.latent_class.state import Array, State, draw_hidden, new_state

SCALE_MOVES = 1
"""How many classes a sweep tries to scale."""


class Chain(NamedTuple):
    """A chain that can be run on: its state, its room for moves, and the tuned step."""

    state: State
    phase: HamiltonianState
    step: Array


@compiled
def sow(seed: int) -> None:
    """Start the generator that the compiled loops draw from."""
    np.random.seed(seed)


@compiled
def warm_up(chain: Chain, prior: float, rounds: int, longest: int) -> None:
    """Forget the start, and learn step and masses; nothing of this is kept."""
    state, phase, step = chain
    for i in range(rounds):
        sweep(state, prior)
        if i * 5 > rounds:
            take_place(state, phase)
            climb(state, phase, prior)
            learn_mass(state, phase, i - rounds // 5)
        chance = move(state, phase, prior, step[0], np.random.randint(1, longest + 1))
        pace = 0.2 if 2 * i < rounds else 0.05
        step[0] = min(1.5, step[0] * math.exp(pace * (chance - ACCEPTANCE)))


@compiled
def draw(
    chain: Chain,
    prior: float,
    rounds: int,
    sweeps: int,
    longest: int,
    scale_moves: int = SCALE_MOVES,
) -> Array:
    """Return how many people are hidden, a draw each round.

    sweeps: in each round. longest: the most steps of its move; 0 for rounds without one.
    scale_moves: how many classes each sweep tries to rescale.
    """
    state, phase, step = chain
    hidden = np.empty(rounds, np.int64)
    for i in range(rounds):
        for _ in range(sweeps):
            sweep(state, prior)
            if scale_moves > 0:
                scale(state, scale_moves)
        if longest > 0:
            reach = step[0] * np.random.uniform(0.8, 1.2)
            move(state, phase, prior, reach, np.random.randint(1, longest + 1))
        hidden[i] = draw_hidden(state)
    return hidden


def new_chain(
    patterns: Array, counts: Array, classes: int, rng: np.random.Generator, apart: bool
) -> Chain:
    """Return a chain at a start of its kind; see ``new_state``."""
    state = new_state(patterns, counts, classes, rng, apart)
    return Chain(state, still(state), np.full(1, 0.3))
