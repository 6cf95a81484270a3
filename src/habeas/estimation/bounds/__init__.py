"""From few lists or few assumptions: ``chapman`` (two lists) → ``chao`` (a lower bound)."""

from habeas.estimation.bounds.chao import chao
from habeas.estimation.bounds.chapman import chapman

__all__ = [
    "chao",
    "chapman",
]
