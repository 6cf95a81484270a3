"""The least and the greatest number of people that claims allow, each end proved.

A system of difference constraints (Bellman 1958; Cormen et al., ch. 24) where that is enough:
``objective`` (one end of a bound) → ``difference_bounds`` (greatest differences of one scope's
counts, a difference bound matrix after Dill 1989) → ``nested_scopes`` (carried between scopes) →
``shortest_paths`` (proofs read off them). Where it is not: ``elimination`` (Fourier–Motzkin) with
``back_substitution``, ``witness`` (a history that has the number), ``cut`` (a difference learned
from an answer of the solver) → ``two_sided_search`` → ``proved_optimum`` → ``bounds``.
"""

from habeas.reconciliation.bounds.bounds import (
    Bound,
    asked_sum,
    bound_of,
    bounds,
    refuse_unknown_scopes,
)

__all__ = [
    "Bound",
    "asked_sum",
    "bound_of",
    "bounds",
    "refuse_unknown_scopes",
]
