"""Overlaps of lists to how many people are on none: multiple systems estimation.

In the order in which data passes through them: ``overlaps`` (the table), ``grounds`` (what it can
identify), then the methods: ``latent_classes`` on ``chance_draws``, ``latent_class_state``,
``latent_class_sweep``, ``latent_class_stretch``, ``latent_class_glide``, ``latent_class_chain``,
``latent_class_ladder`` and ``convergence``; ``graph_averaging`` on ``decomposable``;
``log_linear`` on ``log_linear_fit`` and ``log_linear_stepwise``; ``named_model``; ``two_lists``;
``chao``. Their results are each an ``estimate`` with its ``caution``; ``sensitivity`` and
``agreement`` add to them; ``estimates`` runs them all, ``partitions`` over sampled linkages;
``reading`` tells them in plain words.
"""

from habeas.estimation.caution import Caution
from habeas.estimation.estimate import Estimate, Method
from habeas.estimation.estimates import EVERY, LEVEL, by_stratum, estimates
from habeas.estimation.grounds import Grounds, grounds
from habeas.estimation.named_model import named_model
from habeas.estimation.overlaps import Overlaps, overlaps, overlaps_of
from habeas.estimation.partitions import over_partitions
from habeas.estimation.reading import reading, readings, sentence

__all__ = [
    "EVERY",
    "LEVEL",
    "Caution",
    "Estimate",
    "Grounds",
    "Method",
    "Overlaps",
    "by_stratum",
    "estimates",
    "grounds",
    "named_model",
    "over_partitions",
    "overlaps",
    "overlaps_of",
    "reading",
    "readings",
    "sentence",
]
