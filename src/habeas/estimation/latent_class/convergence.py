"""Whether chains of draws can be trusted: R-hat and effective sample size.

Vehtari, Gelman, Simpson, Carpenter, Bürkner (2021), "Rank-normalization, folding, and
localization: an improved R-hat", Bayesian Analysis 16: 667-718.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import ndtri

Array = np.ndarray[Any, np.dtype[Any]]


def r_hat(chains: Array) -> float:
    """Return how much chains (a row each) differ: 1 where they agree; the worse of bulk and tails.

    Infinite where each chain stands still at a place of its own.
    """
    halves = split(chains)
    folded = np.abs(halves - np.median(halves))
    return max(_r_hat(normal_scores(halves)), _r_hat(normal_scores(folded)))


def effective_size(chains: Array) -> float:
    """Return how many independent draws chains (a row each) are worth in the bulk."""
    return _effective_size(normal_scores(split(chains)))


def tail_size(chains: Array, level: float = 0.95) -> float:
    """Return how many independent draws the ends of an interval of ``level`` rest on."""
    halves = split(chains)
    ends = np.quantile(halves, [(1 - level) / 2, (1 + level) / 2])
    return min(_effective_size((halves <= end).astype(float)) for end in ends)


def split(chains: Array) -> Array:
    """Cut each chain into halves, so that one that drifts disagrees with itself."""
    half = chains.shape[1] // 2
    return np.concatenate([chains[:, :half], chains[:, -half:]]).astype(float)


def normal_scores(values: Array) -> Array:
    """Replace values by the normal quantiles of their ranks."""
    from scipy.stats import rankdata  # noqa: PLC0415  (takes half a second to load)

    ranks = rankdata(values).reshape(values.shape)
    return np.asarray(ndtri((ranks - 0.375) / (values.size + 0.25)))


def _r_hat(values: Array) -> float:
    within = values.var(axis=1, ddof=1).mean()
    between = values.mean(axis=1).var(ddof=1)
    if within == 0:
        return 1.0 if between == 0 else np.inf
    length = values.shape[1]
    return float(np.sqrt((length - 1) / length + between / within))


def _effective_size(values: Array) -> float:
    """Return the size by Geyer's initial monotone sequence over all chains together."""
    length = values.shape[1]
    within = values.var(axis=1, ddof=1).mean()
    pooled = within * (length - 1) / length + values.mean(axis=1).var(ddof=1)
    if pooled == 0:
        return float(values.size)
    agreement = 1 - (within - covariances(values).mean(axis=0)) / pooled
    agreement[0] = 1.0
    sums = agreement[: 2 * (length // 2)].reshape(-1, 2).sum(axis=1)
    stop = int(np.argmax(sums < 0)) if (sums < 0).any() else len(sums)
    time = -1 + 2 * np.minimum.accumulate(sums[:stop]).sum()
    return float(values.size / max(time, 1 / np.log10(values.size)))


def covariances(values: Array) -> Array:
    """Return each chain's covariance with itself so many steps later."""
    length = values.shape[1]
    centred = values - values.mean(axis=1, keepdims=True)
    waves = np.fft.rfft(centred, 2 * length, axis=1)
    return np.asarray(np.fft.irfft(np.abs(waves) ** 2, 2 * length, axis=1)[:, :length] / length)
