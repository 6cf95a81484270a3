"""Claims that must not be published, and everything that would give them away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.vocabulary import Claim, ReadingStatus

COLUMN = "withheld"
"""The column of a table of claims that keeps a claim from every public page."""


def publishable(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that may be public.

    A part or a correction of a withheld claim, and what a withheld claim corrects, would tell of
    it, and is left out too. So is a number that nobody could read; other readings of a number are
    the desk's own papers.
    """
    hidden = {claim.id for claim in claims if _withheld(claim)}
    unread = {claim.id for claim in claims if claim.status is ReadingStatus.UNREAD}
    size = -1
    while len(hidden) > size:
        size = len(hidden)
        hidden |= {claim.id for claim in claims if hidden & {claim.part_of, claim.corrects}}
        hidden |= {claim.corrects for claim in claims if claim.id in hidden and claim.corrects}
    return [
        replace(claim, alternatives=(), part_of="" if claim.part_of in unread else claim.part_of,
                corrects="" if claim.corrects in unread else claim.corrects)
        for claim in claims if claim.id not in hidden | unread
    ]  # fmt: skip


def _withheld(claim: Claim) -> bool:
    return claim.extra.get(COLUMN, "").strip().lower() not in ("", "0", "no", "false")
