"""Which pairs are compared, and what their agreement weighs (Fellegi and Sunter 1969).

``identical_rows`` (looked at once) → ``blocking`` (which pairs are worth comparing) → ``scoring``
by ``fellegi_sunter`` (how much each level tells) → ``patterns`` of agreement → ``learning`` (of the
weights, by expectation-maximisation on patterns) → ``holding_back`` (what no weights join) ·
``undecided`` (who goes as well with one person as with another).
"""

from habeas.linkage.model.blocking import candidate_pairs
from habeas.linkage.model.fellegi_sunter import Model
from habeas.linkage.model.holding_back import DOUBTED, held_back, told_apart, two_people
from habeas.linkage.model.identical_rows import IdenticalRows
from habeas.linkage.model.learning import learned
from habeas.linkage.model.scoring import Compared, compared
from habeas.linkage.model.undecided import undecided

__all__ = [
    "DOUBTED",
    "Compared",
    "IdenticalRows",
    "Model",
    "candidate_pairs",
    "compared",
    "held_back",
    "learned",
    "told_apart",
    "two_people",
    "undecided",
]
