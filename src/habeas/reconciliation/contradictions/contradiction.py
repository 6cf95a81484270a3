"""A contradiction: a smallest set of claims that cannot be true together, and its proof."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.reconciliation.rows import Proof


class Strength(StrEnum):
    """Whether figures cannot both be true, or do not square as a careful reader takes them."""

    HARD = "hard"
    SOFT = "soft"


@dataclass(frozen=True)
class Contradiction:
    """A minimal set of claims that cannot be true together.

    claims: ids, sorted. strength: hard where it holds under the strict policy. readings: the ways
    of reading in which it holds, the narrowest first ("claimant:NAME", "kind:KIND", "together").
    copies: the claims, sorted, that repeat one of these: the same story told the same figure.
    shortfall: how many people at least would have to be unaccounted for if all the claims are
    right; None where no missing people explain them.
    """

    claims: tuple[str, ...]
    strength: Strength
    readings: tuple[str, ...]
    proof: Proof
    copies: tuple[str, ...] = ()
    shortfall: int | None = None

    @property
    def is_impossible(self) -> bool:
        """Whether no history has it, whatever the words mean and whoever is unaccounted for."""
        return self.strength is Strength.HARD and self.shortfall is None
