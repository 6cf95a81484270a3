"""Claims that cannot be true together, and what would make the rest consistent.

``contradiction`` (what is found); ``negative_cycles`` (conflicts of differences alone) and
``infeasible_subsets`` (MARCO; Liffiton, Previti, Malik, Marques-Silva 2016) → ``shortfall`` (how
many would have to be unaccounted for) → ``contradictions`` → ``repairs`` (by
``hitting_sets``) → ``disputes`` (of one source with itself; ``kept`` while its claims stay).
"""

from habeas.reconciliation.contradictions.contradiction import Contradiction, Strength
from habeas.reconciliation.contradictions.contradictions import (
    Court,
    contradictions,
    contradictions_of,
    courts,
    group_of,
    rank,
    with_reading,
)
from habeas.reconciliation.contradictions.disputes import Disputes, disputes
from habeas.reconciliation.contradictions.infeasible_subsets import Subset, left_by_leaving_out
from habeas.reconciliation.contradictions.kept import Kept, rests_on
from habeas.reconciliation.contradictions.repairs import (
    Change,
    Repair,
    breath,
    lightest_repair,
    repair,
)
from habeas.reconciliation.contradictions.shortfall import (
    Left,
    assumes_nobody_died,
    assumes_nobody_unaccounted,
    left_out,
)

__all__ = [
    "Change",
    "Contradiction",
    "Court",
    "Disputes",
    "Kept",
    "Left",
    "Repair",
    "Strength",
    "Subset",
    "assumes_nobody_died",
    "assumes_nobody_unaccounted",
    "breath",
    "contradictions",
    "contradictions_of",
    "courts",
    "disputes",
    "group_of",
    "left_by_leaving_out",
    "left_out",
    "lightest_repair",
    "rank",
    "repair",
    "rests_on",
    "with_reading",
]
