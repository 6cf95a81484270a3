"""Which pairs are compared, and what their agreement weighs (Fellegi and Sunter 1969).

``identical_rows`` (looked at once) → ``blocking`` (which pairs are worth comparing) → ``scoring``
by ``fellegi_sunter`` (how much each level tells) → ``patterns`` of agreement → ``learning`` (of the
weights, by expectation-maximisation on patterns) → ``holding_back`` (what no weights join).
"""

from habeas.linkage.model.blocking import candidate_pairs
from habeas.linkage.model.fellegi_sunter import Model
from habeas.linkage.model.holding_back import held_back, told_apart
from habeas.linkage.model.identical_rows import IdenticalRows
from habeas.linkage.model.learning import learned
from habeas.linkage.model.scoring import Compared, compared

__all__ = [
    "Compared",
    "IdenticalRows",
    "Model",
    "candidate_pairs",
    "compared",
    "held_back",
    "learned",
    "told_apart",
]
