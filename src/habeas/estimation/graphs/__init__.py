"""Bayesian averaging over decomposable graphs of dependence (dga; Madigan and York 1997).

``decomposable`` (the graphs) → ``graph_averaging``.
"""

from habeas.estimation.graphs.graph_averaging import dga

__all__ = [
    "dga",
]
