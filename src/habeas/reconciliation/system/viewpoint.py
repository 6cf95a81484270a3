"""How claims are read: whose claims count, and whether what is verified binds from above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.vocabulary import Claim, Modality


@dataclass(frozen=True)
class Reading:
    """One way to read a set of claims.

    name: "claimant:NAME", "kind:KIND" or "together".
    exact: whether verified claims bind from above too. Read alone, a source's verified claims are
    exact statements about its register; of the truth they are lower bounds (rule R5).
    """

    name: str
    exact: bool = False


TOGETHER = Reading("together")


def alone(claimant: str) -> Reading:
    """Return the reading of one source by itself."""
    return Reading(f"claimant:{claimant}", exact=True)


def of_kind(kind: str) -> Reading:
    """Return the reading of all sources of one kind."""
    return Reading(f"kind:{kind}")


@dataclass(frozen=True)
class Viewpoint:
    """Whose claims are trusted.

    trust: claimant kinds or claimants' names; everybody's where empty. only: ids of the claims to
    use; all where empty.
    """

    name: str = "all"
    trust: frozenset[str] = field(default_factory=frozenset)
    only: frozenset[str] = field(default_factory=frozenset)

    def trusts(self, claim: Claim) -> bool:
        """Whether the claim's kind of claimant or its claimant is among those trusted."""
        kind = claim.claimant_kind.value if claim.claimant_kind else ""
        trusted = not self.trust or not self.trust.isdisjoint((claim.claimant, kind))
        return trusted and (not self.only or claim.id in self.only)

    def reading(self, claims: Iterable[Claim]) -> Reading:
        """Return how its claims are read: exactly, where one named source alone is trusted."""
        names = {claim.claimant for claim in claims}
        only = next(iter(names)) if len(names) == 1 else ""
        return alone(only) if only and self.trust == {only} else Reading(self.name)


EVERYBODY = Viewpoint()


def binding(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that bind: read, not promised, denied, or replaced by a correction."""
    kept = list(claims)
    replaced = {claim.corrects for claim in kept if claim.corrects}
    return [claim for claim in kept if claim.binds and claim.id not in replaced]


def binds_from_above(claim: Claim, reading: Reading) -> bool:
    """Whether a claim's greatest number limits the truth, or only its least does (rule R5)."""
    return reading.exact or claim.modality is not Modality.VERIFIED
