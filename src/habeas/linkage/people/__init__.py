"""Links to people: clusters that obey decisions and resist chains, and ids that stay.

``components`` (what hangs together) → ``constraints`` (decisions, lists that name nobody twice) →
``clustering`` → ``identity`` (ids, and what changed since the last time).
"""

from habeas.linkage.people.clustering import clusters
from habeas.linkage.people.components import components, pairs_within
from habeas.linkage.people.constraints import NO_LIST, Constraints, DecisionConflict
from habeas.linkage.people.identity import Change, ChangeKind, changes, person_ids

__all__ = [
    "NO_LIST",
    "Change",
    "ChangeKind",
    "Constraints",
    "DecisionConflict",
    "changes",
    "clusters",
    "components",
    "pairs_within",
    "person_ids",
]
