"""Intervals that never end below the people observed: the log of the hidden taken as normal.

Chao (1987), "Estimating the population size for capture-recapture data with unequal catchability".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.special import ndtri

Array = np.ndarray[Any, np.dtype[Any]]


def log_normal(
    total: float, variance: float, observed: int, shares: Sequence[float] | Array
) -> Array:
    """Return the people at shares of a distribution: the observed, and a log-normal hidden."""
    hidden = max(total - observed, 0.0)
    spread = math.sqrt(math.log1p(variance / hidden**2)) if hidden > 0 else 0.0
    return np.asarray(observed + hidden * np.exp(ndtri(np.asarray(shares)) * spread))
