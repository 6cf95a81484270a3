"""Moves that make one class harder or easier to list, and larger or smaller with it.

How seldom a class is listed and how many of it are hidden hold one another fast, so that sweeps
creep along the very line that matters: fewer chances, more people, the same lists. These moves
propose steps along it, with everybody's class and the hidden summed out (Metropolis's rule; the
map is a translation of the log-odds of the chances and of the log-ratios of the shares, so that
it keeps volumes there).
"""

from __future__ import annotations

import math

import numpy as np

from habeas.estimation.compiled import compiled
from habeas.estimation.latent_class.state import Array, State, log_likelihood, set_shares

SMALLEST = 1e-200
"""A class of less share than this is left as it is."""

WIDEST, NARROWEST = 1.5, 0.05
"""Steps of all lengths between these are proposed, since classes differ in how far they can go."""


@compiled
def scale(state: State, moves: int) -> None:
    """Propose so many moves, one class each, the first classes more often (they are larger)."""
    reached = log_likelihood(state)
    for _ in range(moves):
        k = int(len(state.nu) * np.random.random() ** 3)
        length = NARROWEST * (WIDEST / NARROWEST) ** np.random.random()
        if state.nu[k] >= SMALLEST:
            reached = scale_class(state, k, length * np.random.normal(), reached)


@compiled
def scale_class(state: State, k: int, step: float, before: float) -> float:
    """Shift a class's log-odds of being listed by ``step``, or stay; return the log-likelihood."""
    lam, off = state.lam[:, k].copy(), state.off[:, k].copy()
    sticks = state.sticks.copy()
    gain = shift_chances(state, k, step)
    growth = math.log(listed(lam, off)) - math.log(listed(state.lam[:, k], state.off[:, k]))
    gain += grow(state, k, growth)
    after = log_likelihood(state)
    counted = state.weights.sum() / state.counts.sum()
    if math.log(1 - np.random.random()) < gain + counted * (after - before):
        return after
    state.lam[:, k] = lam
    state.off[:, k] = off
    state.sticks[:] = sticks
    set_shares(state.sticks, state.nu)
    return before


@compiled
def shift_chances(state: State, k: int, step: float) -> float:
    """Shift the log-odds of all lists in a class; return the gain of the uniform prior there."""
    factor = math.exp(step)
    product = 1.0
    for j in range(len(state.lam)):
        lam, off = state.lam[j, k], state.off[j, k]
        whole = lam * factor + off
        state.lam[j, k] = lam * factor / whole
        state.off[j, k] = off / whole
        product *= factor / (whole * whole)
    return math.log(product)


@compiled
def listed(lam: Array, off: Array) -> float:
    """Return the chance to be on any list."""
    missed, total = 1.0, 1e-300
    for j in range(len(lam)):
        total += missed * lam[j]
        missed *= off[j]
    return total


@compiled
def grow(state: State, k: int, growth: float) -> float:
    """Let the share of a class grow by a factor, the others' ratios kept.

    growth: the factor's log. Return the gain of the prior of the shares, as a density of their
    log-ratios: with sticks of chances beta(1, alpha) its log is alpha times that of the last
    share, and those of the others, minus those of the rests that each stick is taken from.
    """
    last = len(state.nu) - 1
    added = state.nu[k] * math.expm1(growth)
    gain: float = growth + (state.alpha[0] - 1) * (growth if k == last else 0.0)
    gain -= state.alpha[0] * math.log1p(added)
    for j in range(min(k + 1, last)):
        wider = math.log1p(added / state.nu[j:].sum())
        gain -= wider
        if j > 0:
            state.sticks[j - 1] -= wider
    if k < last:
        state.sticks[k] += growth
    else:
        state.sticks[last - 1] -= growth
    set_shares(state.sticks, state.nu)
    return gain
