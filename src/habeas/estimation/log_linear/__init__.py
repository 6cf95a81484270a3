"""Log-linear estimates: which pairs of lists depend on one another.

``poisson_fit`` → ``stepwise`` (pairs chosen one at a time) → ``log_linear``; ``named_model`` is one
whose pairs somebody names.
"""

from habeas.estimation.log_linear.log_linear import log_linear, point
from habeas.estimation.log_linear.named_model import named_model
from habeas.estimation.log_linear.poisson_fit import fit

__all__ = [
    "fit",
    "log_linear",
    "named_model",
    "point",
]
