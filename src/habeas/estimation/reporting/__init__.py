"""How to take estimates: ``agreement`` and ``sensitivity``, ``sentences`` in plain words."""

from habeas.estimation.reporting.agreement import told_first
from habeas.estimation.reporting.sensitivity import without_each_list
from habeas.estimation.reporting.sentences import estimate_told, estimates_told, sentence

__all__ = [
    "estimate_told",
    "estimates_told",
    "sentence",
    "told_first",
    "without_each_list",
]
