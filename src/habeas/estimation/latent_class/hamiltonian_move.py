"""One Hamiltonian move over the latent class model, everybody's class and the hidden summed out.

A Gibbs sweep creeps where most people are hidden: the number of the hidden and the chances of
being listed hold one another fast. This move follows the slope of the posterior with both summed
out (Neal 2011, "MCMC using Hamiltonian dynamics"), over the log-odds of the chances, the
log-odds of the sticks and the log of the concentration.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from habeas.estimation.compiled import compiled
from habeas.estimation.latent_class.state import Array, State, joint, set_shares, softplus

ACCEPTANCE = 0.75
"""The share of moves to accept, towards which the step is tuned."""


class HamiltonianState(NamedTuple):
    """Place, slope and momentum: each a flat array (chances a list after the other, sticks, alpha).

    mass: how heavy each coordinate is, learnt while warming up. learnt: the sum it is the mean of.
    """

    place: Array
    slope: Array
    momentum: Array
    mass: Array
    learnt: Array
    expected: Array


def still(state: State) -> HamiltonianState:
    """Return the room for moves of a chain."""
    size = state.lam.size + len(state.sticks) + 1
    place, slope, momentum, learnt = (np.zeros(size) for _ in range(4))
    return HamiltonianState(place, slope, momentum, np.ones(size), learnt, np.zeros(len(state.nu)))


@compiled
def take_place(state: State, phase: HamiltonianState) -> None:
    """Write the chain's parameters into ``place``."""
    lists, classes = state.lam.shape
    for j in range(lists):
        for k in range(classes):
            odds = max(state.lam[j, k], 1e-300) / max(state.off[j, k], 1e-300)
            phase.place[j * classes + k] = math.log(odds)
    for k in range(classes - 1):
        phase.place[lists * classes + k] = state.sticks[k]
    phase.place[-1] = math.log(state.alpha[0])


@compiled
def put_place(state: State, phase: HamiltonianState) -> None:
    """Write ``place`` into the chain's parameters."""
    lists, classes = state.lam.shape
    for j in range(lists):
        for k in range(classes):
            value = phase.place[j * classes + k]
            small = math.exp(-abs(value))
            large = 1 / (1 + small)
            state.lam[j, k] = large if value > 0 else small * large
            state.off[j, k] = small * large if value > 0 else large
    for k in range(classes - 1):
        state.sticks[k] = phase.place[lists * classes + k]
    state.alpha[0] = math.exp(phase.place[-1])
    set_shares(state.sticks, state.nu)


@compiled
def add_listings(state: State, phase: HamiltonianState) -> float:
    """Add to ``slope`` who is expected on which list by class; return the log-likelihood.

    Fills ``expected``: people of each class, the hidden included.
    """
    classes = len(state.nu)
    observed: float = state.weights.sum()
    unseen = joint(state, 0)
    likelihood: float = -observed * math.log1p(-unseen)
    for k in range(classes):
        phase.expected[k] = state.chances[k] * observed / (1 - unseen)
    for m in range(1, len(state.counts)):
        total = joint(state, m)
        likelihood += state.weights[m] * math.log(total)
        weight = state.weights[m] / total
        for k in range(classes):
            state.chances[k] *= weight
            phase.expected[k] += state.chances[k]
        for j in range(len(state.lam)):
            if state.patterns[m, j]:
                for k in range(classes):
                    phase.slope[j * classes + k] += state.chances[k]
    return likelihood


@compiled
def climb(state: State, phase: HamiltonianState, prior: float) -> float:
    """Fill ``slope`` at ``place``; return the log of the posterior density there."""
    put_place(state, phase)
    lists, classes = state.lam.shape
    density = 0.0
    for j in range(lists):
        product = 1.0
        for k in range(classes):
            product *= state.lam[j, k] * state.off[j, k]
            phase.slope[j * classes + k] = 1 - 2 * state.lam[j, k]
        density += math.log(product)
    density += add_listings(state, phase)
    for j in range(lists):
        for k in range(classes):
            phase.slope[j * classes + k] -= state.lam[j, k] * phase.expected[k]
    return density + climb_sticks(state, phase, prior)


@compiled
def climb_sticks(state: State, phase: HamiltonianState, prior: float) -> float:
    """Fill the slope of sticks and concentration; return their part of the log density."""
    lists, classes = state.lam.shape
    alpha: float = state.alpha[0]
    density: float = 0.0
    left = 0.0
    after = phase.expected[classes - 1]
    for k in range(classes - 2, -1, -1):
        stick = state.sticks[k]
        passed = softplus(stick)
        density += stick - passed
        left -= passed
        share = math.exp(stick - passed)
        here = phase.expected[k] + 1
        phase.slope[lists * classes + k] = here * (1 - share) - share * (after + alpha)
        after += phase.expected[k]
    shape: float = prior + classes - 1
    height: float = phase.place[-1]
    phase.slope[-1] = shape + alpha * (left - prior)
    return density + shape * height + alpha * (left - prior)


@compiled
def move(state: State, phase: HamiltonianState, prior: float, step: float, steps: int) -> float:
    """Go ``steps`` steps along the posterior, or stay; return the chance with which it went."""
    take_place(state, phase)
    density = climb(state, phase, prior)
    start = phase.place.copy()
    size = len(start)
    energy = density
    for i in range(size):
        kick = np.random.normal()
        energy -= kick * kick / 2
        phase.momentum[i] = kick * math.sqrt(phase.mass[i])
    for _ in range(steps):
        for i in range(size):
            phase.momentum[i] += step / 2 * phase.slope[i]
            phase.place[i] += step * phase.momentum[i] / phase.mass[i]
        density = climb(state, phase, prior)
        for i in range(size):
            phase.momentum[i] += step / 2 * phase.slope[i]
    for i in range(size):
        density -= phase.momentum[i] ** 2 / phase.mass[i] / 2
    gain = density - energy
    chance = math.exp(min(gain, 0.0)) if math.isfinite(density) else 0.0
    if not np.random.random() < chance:
        phase.place[:] = start
        put_place(state, phase)
    return chance


@compiled
def learn_mass(state: State, phase: HamiltonianState, seen: int) -> None:
    """Take in the curvature expected here; ``seen``: how many places were taken in before."""
    lists, classes = state.lam.shape
    after = 0.0
    for k in range(classes - 1, -1, -1):
        for j in range(lists):
            curve = (phase.expected[k] + 2) * state.lam[j, k] * state.off[j, k]
            phase.learnt[j * classes + k] += curve
        if k < classes - 1:
            share = 1 / (1 + math.exp(-state.sticks[k]))
            curve = (phase.expected[k] + 1 + after + state.alpha[0]) * share * (1 - share)
            phase.learnt[lists * classes + k] += curve
        after += phase.expected[k]
    phase.learnt[-1] += 2.0
    for i in range(len(phase.mass)):
        phase.mass[i] = phase.learnt[i] / (seen + 1) + 0.02
