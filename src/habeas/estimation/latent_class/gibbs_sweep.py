"""One Gibbs sweep over the latent class model, on patterns and not on people.

Manrique-Vallier (2016), "Bayesian population size estimation using Dirichlet process mixtures",
Biometrics 72: 1246-1254; stick-breaking prior of Ishwaran and James (2001). The exchange of
labels is that of Papaspiliopoulos and Roberts (2008).
"""

from __future__ import annotations

import math

import numpy as np

from habeas.estimation.compiled import compiled
from habeas.estimation.latent_class.random_variates import beta_draw, binomial_draw, log_odds_draw
from habeas.estimation.latent_class.state import (
    Array,
    State,
    draw_hidden,
    joint,
    set_shares,
)

SMALLEST = 1e-200
"""Shares below this are not told from nothing."""

SMALLEST_ALPHA = 1e-200
"""A concentration below this leaves one class alone as surely as this one does. Without a floor, a
prior near nothing lets it wander to where it cannot be told from 0, and draws are no numbers."""

ONE_BY_ONE = 6
"""So many people are given their classes one by one; more, class by class."""


@compiled
def spread(people: int, chances: Array, total: float, counts: Array) -> None:
    """Divide people over the classes at random, in proportion to ``chances``."""
    last = len(chances) - 1
    if people <= ONE_BY_ONE:
        counts[:] = 0
        for _ in range(people):
            left, k = np.random.random() * total, 0
            while k < last and left >= chances[k]:
                left -= chances[k]
                k += 1
            counts[k] += 1
        return
    for k in range(last + 1):
        if people == 0:
            counts[k] = 0
            continue
        share = chances[k] / total if total > chances[k] and k < last else 1.0
        chosen = binomial_draw(people, share)
        counts[k] = chosen
        people -= chosen
        total -= chances[k]


@compiled
def sweep(state: State, prior: float) -> None:
    """Draw everything anew once, each part given the others; ``prior``: see ``draw_alpha``."""
    count_classes(state)
    draw_chances(state)
    draw_shares(state)
    exchange_labels(state)
    draw_alpha(state, prior)


@compiled
def count_classes(state: State) -> None:
    """Give everybody a class, the people on no list included."""
    on, members, chosen = state.on, state.members, state.chosen
    on[:] = 0
    members[:] = 0
    for m in range(len(state.counts)):
        people = state.counts[m] if m > 0 else draw_hidden(state)
        total = joint(state, m)
        spread(people, state.chances, total, chosen)
        for k in range(len(members)):
            members[k] += chosen[k]
        for j in range(len(on)):
            if state.patterns[m, j]:
                for k in range(len(members)):
                    on[j, k] += chosen[k]


@compiled
def draw_chances(state: State) -> None:
    """Draw each class's chances of being listed; those of an empty class come from the prior."""
    lam, off, members = state.lam, state.off, state.members
    for k in range(len(members)):
        for j in range(len(lam)):
            if members[k] == 0:
                lam[j, k] = np.random.random()
                off[j, k] = 1 - lam[j, k]
            else:
                on = state.on[j, k]
                lam[j, k], off[j, k] = beta_draw(1.0 + on, 1.0 + members[k] - on)


@compiled
def draw_shares(state: State) -> None:
    """Draw the classes' shares of the population."""
    after = state.members.sum()
    for k in range(len(state.sticks)):
        after -= state.members[k]
        state.sticks[k] = log_odds_draw(1.0 + state.members[k], state.alpha[0] + after)
    set_shares(state.sticks, state.nu)


@compiled
def exchange_labels(state: State) -> None:
    """Propose that two neighbouring classes change places, which only the prior can tell."""
    lam, off, nu, sticks = state.lam, state.off, state.nu, state.sticks
    i = np.random.randint(len(sticks))
    rest = nu[i + 2 :].sum()
    last = i + 2 == len(nu)
    if min(nu[i], nu[i + 1]) < SMALLEST or (rest < SMALLEST and not last):
        return
    if last:
        gain = (state.alpha[0] - 1) * (math.log(nu[i]) - math.log(nu[i + 1]))
    else:
        gain = math.log(rest + nu[i + 1]) - math.log(rest + nu[i])
    if math.log(np.random.random()) >= gain:
        return
    sticks[i] = math.log(nu[i + 1]) - math.log(rest + nu[i])
    if not last:
        sticks[i + 1] = math.log(nu[i]) - math.log(rest)
    for j in range(len(lam)):
        lam[j, i], lam[j, i + 1] = lam[j, i + 1], lam[j, i]
        off[j, i], off[j, i + 1] = off[j, i + 1], off[j, i]


@compiled
def draw_alpha(state: State, prior: float) -> None:
    """Draw the concentration; ``prior`` is both the shape and the rate of its gamma prior."""
    last = set_shares(state.sticks, state.nu)
    drawn = np.random.standard_gamma(prior + len(state.sticks)) / (prior - last)
    state.alpha[0] = max(drawn, SMALLEST_ALPHA)
