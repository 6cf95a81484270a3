"""The latent class model of list membership, at one point of its parameters.

``lam[j, k]``: the chance that a person of class k is on list j; ``off`` is 1 - lam, kept apart
because the difference would lose its digits. ``sticks[k]``: the log-odds of the share that class k
takes of what the classes before it leave; ``nu``: the shares of the classes.
Compiled, since a profile shows that these loops are all the time an estimate takes.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from habeas.estimation.compiled import compiled

Array = np.ndarray[Any, np.dtype[Any]]


class State(NamedTuple):
    """Where a chain stands, and the room it works in; the arrays are written over.

    patterns: bool, patterns x lists, the first that of no list. counts: people, a pattern each.
    weights: the counts as the likelihood takes them, less where it is tempered.
    alpha: one number, the concentration. on[j, k], members[k]: the last draw of how many people
    of class k are on list j, and in all. chances, chosen: a number each class.
    """

    patterns: Array
    counts: Array
    weights: Array
    lam: Array
    off: Array
    nu: Array
    sticks: Array
    alpha: Array
    on: Array
    members: Array
    chances: Array
    chosen: Array


def new_state(
    patterns: Array, counts: Array, classes: int, rng: np.random.Generator, apart: bool
) -> State:
    """Return a start. Chains from both kinds that agree have forgotten where they began.

    apart: whether the classes begin at random, rather than all near the lists' own shares.
    """
    lists = patterns.shape[1]
    share = np.clip(counts @ patterns / counts.sum(), 0.001, 0.999)[:, None]
    blurred = share ** np.exp(rng.normal(0, 0.1, (lists, classes)))
    lam = rng.uniform(0.02, 0.98, (lists, classes)) if apart else blurred
    sticks = rng.normal(0, 1, classes - 1)
    nothing = np.zeros((lists, classes))
    state = State(
        np.vstack([np.zeros((1, lists), bool), patterns]),
        np.concatenate([[0], counts]).astype(np.int64),
        np.concatenate([[0], counts]).astype(float),
        lam, 1 - lam, np.empty(classes), sticks, np.ones(1),
        nothing, np.zeros(classes), np.empty(classes), np.zeros(classes, np.int64),
    )  # fmt: skip
    set_shares(state.sticks, state.nu)
    return state


@compiled
def softplus(value: float) -> float:
    """Return log(1 + exp(value)) without overflow."""
    if value > 0:
        return value + math.log1p(math.exp(-value))
    return math.log1p(math.exp(value))


@compiled
def set_shares(sticks: Array, nu: Array) -> float:
    """Write the classes' shares into ``nu``; return the log of the last one."""
    left = 0.0
    for k in range(len(sticks)):
        passed = softplus(sticks[k])
        nu[k] = math.exp(left + sticks[k] - passed)
        left -= passed
    nu[len(sticks)] = math.exp(left)
    return left


@compiled
def joint(state: State, m: int) -> float:
    """Write the chance of (pattern m, class) into ``chances``; return their sum."""
    out, lam, off, nu = state.chances, state.lam, state.off, state.nu
    for k in range(len(nu)):
        out[k] = nu[k]
    for j in range(len(lam)):
        if state.patterns[m, j]:
            for k in range(len(nu)):
                out[k] *= lam[j, k]
        else:
            for k in range(len(nu)):
                out[k] *= off[j, k]
    total = 0.0
    for k in range(len(nu)):
        total += out[k]
    return total


@compiled
def log_likelihood(state: State) -> float:
    """Return the untempered log-likelihood of the counts."""
    total: float = -state.counts.sum() * math.log1p(-joint(state, 0))
    for m in range(1, len(state.counts)):
        total += state.counts[m] * math.log(joint(state, m))
    return total


@compiled
def draw_hidden(state: State) -> int:
    """Draw how many people are on no list: negative binomial, as the prior 1/N leads to."""
    unseen = joint(state, 0)
    observed = state.counts.sum()
    return np.random.poisson(np.random.standard_gamma(float(observed)) * unseen / (1 - unseen))
