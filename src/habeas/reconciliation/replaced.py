"""Figures that the case itself has marked as replaced: what would rest on them if they stood.

They bind nothing. That a source gave them says something of it, or of the outlet that printed
them, and is told apart from the contradictions that stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from habeas.reconciliation.claim_effect import new_contradictions
from habeas.reconciliation.system import Case
from habeas.vocabulary import Claim


@dataclass(frozen=True)
class Replaced:
    """A figure that another one of the case corrects.

    contradictions: how many there would be that contain it, if both bound.
    """

    claim: str
    by: str
    contradictions: int


def replaced(case: Case, claims: Iterable[Claim]) -> list[Replaced]:
    """Return the figures that others correct, with what would rest on each if it stood."""
    own = {claim.id: claim for claim in claims}
    marked = [(claim.corrects, claim.id) for claim in own.values() if claim.corrects in own]
    standing = {key: replace(claim, corrects="") for key, claim in own.items()}
    told = []
    for first, later in sorted(marked):
        others = {claim.corrects for claim in own.values()} - {first, ""}
        beside = [claim for key, claim in standing.items() if key not in others]
        full = Case.of(beside, case.placement, case.policy)
        brought = new_contradictions(full, beside, standing[first])
        told.append(Replaced(first, later, len(brought)))
    return told
