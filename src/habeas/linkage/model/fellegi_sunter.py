"""How much each level of agreement tells: Fellegi and Sunter's model.

Method: I. P. Fellegi and A. B. Sunter, "A theory for record linkage" (1969).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST = 1e-12
"""No probability is taken to be less than this."""


@dataclass(frozen=True)
class Model:
    """What each level of each comparison tells, in bits (log2 of how many times more probable).

    Pairs of records are of one person, or of two who share much (relatives, people taken
    together: "kin"), or of two who meet by chance. chances, matches, kin: for each comparison, for
    each level its probability between records of two people by chance (rarity taken out), of one
    person, of kin. shared: the comparisons in which kin agree. prior, kin_prior: the shares of all
    pairs.
    """

    chances: tuple[Floats, ...]
    matches: tuple[Floats, ...]
    kin: tuple[Floats, ...]
    shared: tuple[bool, ...]
    prior: float
    kin_prior: float

    def weights(self, comparison: int) -> Floats:
        """Return the bits of each level of a comparison; nothing compared tells nothing."""
        return _bits(self.matches[comparison], self.chances[comparison])

    def kin_weights(self, comparison: int) -> Floats:
        """Return the bits of each level that speak for kin rather than for chance."""
        return _bits(self.kin[comparison], self.chances[comparison])

    @property
    def prior_bits(self) -> float:
        """The bits that speak for one person before anything is compared."""
        return float(np.log2(self.prior) - np.log2(1 - self.prior - self.kin_prior))

    @property
    def kin_bits(self) -> float:
        """The bits that speak for kin before anything is compared."""
        return float(np.log2(self.kin_prior) - np.log2(1 - self.prior - self.kin_prior))


def _bits(likely: Floats, chance: Floats) -> Floats:
    bits = np.log2(np.maximum(likely, LEAST)) - np.log2(np.maximum(chance, LEAST))
    bits[0] = 0
    return np.asarray(bits)
