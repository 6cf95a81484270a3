"""Overlaps of lists to how many people are on none: multiple systems estimation.

The rooms in the order in which data passes through them: ``overlaps`` (the table, and whether it
can identify a number), then the methods, ``latent_class``, ``graphs``, ``log_linear`` and
``bounds``; ``estimates`` runs them all, ``partitions`` over sampled linkages; ``reporting`` says
how far they agree and tells them in plain words. ``compiled`` makes their loops fast.
"""

from habeas.estimation.estimates import EVERY, LEVEL, by_stratum, estimates
from habeas.estimation.log_linear import named_model
from habeas.estimation.overlaps import (
    Caveat,
    Estimate,
    Identifiability,
    Method,
    Overlaps,
    identifiability,
    overlaps,
    overlaps_of,
)
from habeas.estimation.partitions import over_partitions
from habeas.estimation.reporting import (
    estimate_row,
    estimate_table,
    estimate_told,
    estimates_picture,
    estimates_told,
    intervals_picture,
    overlap_rows,
    overlaps_picture,
    sentence,
    strata_told,
    way,
    words,
)

__all__ = [
    "EVERY",
    "LEVEL",
    "Caveat",
    "Estimate",
    "Identifiability",
    "Method",
    "Overlaps",
    "by_stratum",
    "estimate_row",
    "estimate_table",
    "estimate_told",
    "estimates",
    "estimates_picture",
    "estimates_told",
    "identifiability",
    "intervals_picture",
    "named_model",
    "over_partitions",
    "overlap_rows",
    "overlaps",
    "overlaps_of",
    "overlaps_picture",
    "sentence",
    "strata_told",
    "way",
    "words",
]
