"""How to take estimates.

``agreement``, ``sensitivity``, ``sentences`` in words, ``rows``, ``strata``, ``pictures``.
"""

from habeas.estimation.reporting.agreement import told_first
from habeas.estimation.reporting.pictures import (
    estimates_picture,
    intervals_picture,
    overlaps_picture,
)
from habeas.estimation.reporting.rows import estimate_row, estimate_table, overlap_rows
from habeas.estimation.reporting.sensitivity import without_each_list
from habeas.estimation.reporting.sentences import (
    estimate_told,
    estimates_told,
    sentence,
    way,
    words,
)
from habeas.estimation.reporting.strata import strata_told

__all__ = [
    "estimate_row",
    "estimate_table",
    "estimate_told",
    "estimates_picture",
    "estimates_told",
    "intervals_picture",
    "overlap_rows",
    "overlaps_picture",
    "sentence",
    "strata_told",
    "told_first",
    "way",
    "without_each_list",
    "words",
]
