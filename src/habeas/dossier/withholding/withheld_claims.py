"""Claims that must not be published, and everything that would give them away."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.vocabulary import Claim

COLUMN = "withheld"
"""The column of a table of claims that keeps a claim from every public page."""


def publishable(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that may be public.

    A part or a correction of a withheld claim, and what a withheld claim corrects, would tell of
    it, and is left out too.
    """
    hidden = {claim.id for claim in claims if _withheld(claim)}
    size = -1
    while len(hidden) > size:
        size = len(hidden)
        hidden |= {claim.id for claim in claims if hidden & {claim.part_of, claim.corrects}}
        hidden |= {claim.corrects for claim in claims if claim.id in hidden and claim.corrects}
    return [claim for claim in claims if claim.id not in hidden]


def _withheld(claim: Claim) -> bool:
    return claim.extra.get(COLUMN, "").strip().lower() not in ("", "0", "no", "false")
