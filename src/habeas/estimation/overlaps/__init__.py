"""How lists overlap, what that can identify, and what an estimate of it is.

``overlaps`` (people by exactly which lists) → ``caveat`` (what a reader must be told) →
``identifiability`` (whether the table can say anything of those on no list) → ``log_normal``
(intervals) → ``estimate``.
"""

from habeas.estimation.overlaps.caveat import Caveat
from habeas.estimation.overlaps.estimate import SHARES, Estimate, Method, ends, refused, whole
from habeas.estimation.overlaps.identifiability import Identifiability, identifiability
from habeas.estimation.overlaps.log_normal import log_normal
from habeas.estimation.overlaps.overlaps import Overlaps, overlaps, overlaps_of

__all__ = [
    "SHARES",
    "Caveat",
    "Estimate",
    "Identifiability",
    "Method",
    "Overlaps",
    "ends",
    "identifiability",
    "log_normal",
    "overlaps",
    "overlaps_of",
    "refused",
    "whole",
]
