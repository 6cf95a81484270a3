"""The latent class estimate (LCMCR): people differ, lists do not talk to one another.

Manrique-Vallier (2016), "Bayesian population size estimation using Dirichlet process mixtures",
Biometrics 72: 1246-1254. Within a class lists are independent; classes differ in how likely each
list is to hold them; how many classes matter is learnt. Priors as published: at most 10 classes,
stick-breaking shares with a gamma(0.25, 0.25) concentration, uniform chances, 1/N.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from habeas.estimation.latent_class.chain import Chain, draw, new_chain, sow, warm_up
from habeas.estimation.latent_class.convergence import Array, effective_size, r_hat, tail_size
from habeas.estimation.latent_class.parallel_tempering import run_tempered, tempered_chains
from habeas.estimation.overlaps import (
    SHARES,
    Caveat,
    Estimate,
    Method,
    Overlaps,
    ends,
    refused,
    whole,
)

CLASSES = 10
PRIOR = 0.25
CHAINS = 4
WARM_UP = 1500
BATCH = 2000
MOST_BATCHES = 10
LONGEST = 50
"""The most steps of one Hamiltonian move."""

PILOTS = (2000, 6000)
"""How many plain sweeps the pilot of each chain has, and how many more if those decide nothing."""

NIMBLE = 150
"""Where plain sweeps forget within so many of them (as the pilot tells), a round is SWEEPS of them;
elsewhere it is one and a Hamiltonian move, which costs about as much. Counted in sweeps and not by
the clock, so that a seed gives the same draws on every machine."""

SLUGGISH = 4 * NIMBLE
"""Where the first pilot needs more than so many, the second is not run. Between the two it may
have had bad luck: chains that have not met yet look slower than they are."""

SWEEPS = 8

TEMPERED_ROUNDS = 6000
MOST_TEMPERED_BATCHES = 4
LONGEST_TEMPERED = 20

ENOUGH = 1000.0
"""Effective draws after which chains that agree may stop."""

AGREED = 1.01
"""R-hat below which chains are taken to agree (Vehtari et al. 2021)."""

STUCK = 1.05
"""R-hat above which chains that have had three batches are taken to sit in different modes."""

APART = 1.1
"""R-hat above which no number is printed."""


def lcmcr(
    table: Overlaps, seed: int = 1, level: float = 0.95, classes: int = CLASSES,
    prior: float = PRIOR,
) -> Estimate:  # fmt: skip
    """Estimate how many people there are by classes of people that nobody sees.

    Four chains run from starts of two kinds until they agree; where they sit in different modes,
    four groups of tempered chains weigh the modes. Where those disagree too, it refuses.
    """
    hidden, chains = hidden_draws(table, seed, classes, prior)
    apart = r_hat(hidden)
    diagnostics: Mapping[str, object] = {
        "r_hat": round(apart, 4),
        "effective_draws": round(effective_size(hidden)),
        "effective_draws_at_ends": round(tail_size(hidden, level)),
        "chains": len(hidden),
        "draws": hidden.size,
        "tempered": chains,
        "classes": classes,
        "prior": prior,
    }
    if apart > APART:
        middles = ", ".join(f"{table.observed + np.median(chain):,.0f}" for chain in hidden)
        caveat = Caveat("chains_apart", {"r_hat": f"{apart:.2f}", "middles": middles})
        return refused(Method.LCMCR, table.observed, level, caveat, diagnostics)
    low, middle, high = (whole(table.observed + end) for end in np.quantile(hidden, ends(level)))
    caveats = [Caveat("several_modes")] if chains else []
    if apart > AGREED:
        caveats.append(Caveat("chains_rough", {"r_hat": f"{apart:.3f}"}))
    return Estimate(
        Method.LCMCR, middle, low, high, level, table.observed, diagnostics, tuple(caveats),
        spread=tuple(table.observed + np.quantile(hidden, SHARES)),
    )  # fmt: skip


def middle_of_few_draws(table: Overlaps, seed: int = 1) -> int | None:
    """Return the median from one batch of draws, None where its chains disagree."""
    hidden, _ = hidden_draws(table, seed, most_batches=1)
    return whole(table.observed + np.median(hidden)) if r_hat(hidden) < APART else None


def hidden_draws(
    table: Overlaps, seed: int = 1, classes: int = CLASSES, prior: float = PRIOR,
    most_batches: int = MOST_BATCHES,
) -> tuple[Array, bool]:  # fmt: skip
    """Return draws of how many people are hidden, a row each chain, and whether tempered."""
    rng = np.random.default_rng(seed)
    sow(int(rng.integers(2**31)))
    chains = [
        new_chain(table.patterns, table.counts, classes, rng, bool(i % 2)) for i in range(CHAINS)
    ]
    sweeps, longest = pace(chains, prior)
    for chain in chains if longest else ():
        warm_up(chain, prior, WARM_UP, longest)
    hidden = np.empty((CHAINS, 0), np.int64)
    for batch in range(most_batches):
        more = [draw(chain, prior, BATCH, sweeps, longest) for chain in chains]
        hidden = np.concatenate([hidden, more], axis=1)
        apart = r_hat(hidden)
        if apart < AGREED and effective_size(hidden) > ENOUGH:
            break
        if batch >= 2 and apart > STUCK:
            return tempered_draws(table, rng, classes, prior), True
    return hidden, False


def pace(chains: Sequence[Chain], prior: float) -> tuple[int, int]:
    """Return (sweeps, longest move) of a round, from how soon plain sweeps forget."""
    for chain in chains:
        draw(chain, prior, PILOTS[0] // 2, 1, 0, 0)
    for rounds in PILOTS:
        pilot = np.array([draw(chain, prior, rounds, 1, 0, 0) for chain in chains])
        forgets_in = pilot.size / effective_size(pilot)
        if forgets_in < NIMBLE:
            return SWEEPS, 0
        if forgets_in > SLUGGISH:
            break
    return 1, LONGEST


def tempered_draws(table: Overlaps, rng: np.random.Generator, classes: int, prior: float) -> Array:
    """Return draws of how many people are hidden, a row a group of tempered chains."""
    groups = [
        tempered_chains(table.patterns, table.counts, classes, rng, bool(i % 2))
        for i in range(CHAINS)
    ]
    for chains in groups:
        run_tempered(chains, prior, TEMPERED_ROUNDS // 2, LONGEST_TEMPERED, False)
    hidden = np.empty((CHAINS, 0), np.int64)
    for _ in range(MOST_TEMPERED_BATCHES):
        more = [run_tempered(chains, prior, TEMPERED_ROUNDS, LONGEST_TEMPERED, True)
                for chains in groups]  # fmt: skip
        hidden = np.concatenate([hidden, more], axis=1)
        if r_hat(hidden) < AGREED:
            break
    return hidden
