"""Claims that cannot be true together, and what would make the rest consistent.

``negative_cycles`` (conflicts of differences alone) and ``infeasible_subsets`` (MARCO; Liffiton,
Previti, Malik, Marques-Silva 2016) → ``contradictions`` → ``repairs``.
"""

from habeas.reconciliation.contradictions.contradictions import (
    Contradiction,
    Court,
    Strength,
    contradictions,
    contradictions_of,
    courts,
    rank,
    with_reading,
)
from habeas.reconciliation.contradictions.infeasible_subsets import Subset
from habeas.reconciliation.contradictions.repairs import Change, Repair, repair

__all__ = [
    "Change",
    "Contradiction",
    "Court",
    "Repair",
    "Strength",
    "Subset",
    "contradictions",
    "contradictions_of",
    "courts",
    "rank",
    "repair",
    "with_reading",
]
