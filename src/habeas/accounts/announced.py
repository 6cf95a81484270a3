"""Announced releases held against people, with what the lists are thought to catch of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from habeas.custody import (
    Back,
    Setting,
    Timeline,
    Verification,
    announcements,
    back_inside,
    never_announced,
    releases,
    verify,
)
from habeas.estimation import Method, estimates, identifiability, overlaps_of
from habeas.reconciliation import PLAIN, Policy
from habeas.vocabulary import GENERAL_SCOPES, Claim, InputError, RecordKey, Scopes

SEVERAL = (Method.DGA, Method.LOGLINEAR)
"""How the reach of three lists and more is estimated."""


@dataclass(frozen=True)
class Announced:
    """What announcements are worth.

    found: each announcement beside the people documented in its time. never_announced: people
    whose release no announcement covers. back_inside: people released as announced who are held
    again. coverage: the least and the greatest share of all releases that the lists are thought to
    catch, None where they do not tell. people: everybody's timeline.
    """

    found: Sequence[Verification]
    never_announced: Sequence[Timeline]
    back_inside: Sequence[Back]
    coverage: tuple[float, float] | None
    people: Sequence[Timeline]


def announced(
    claims: Sequence[Claim],
    people: Sequence[Timeline],
    scopes: Scopes = GENERAL_SCOPES,
    policy: Policy = PLAIN,
    *,
    by: Collection[str] = (),
    doubtful: Sequence[tuple[RecordKey, RecordKey]] = (),
) -> Announced:
    """Hold announcements of releases against people.

    by: claimants or kinds whose announcements are meant, everybody's if empty. doubtful: pairs of
    records that may be one person. Raises InputError where nothing was announced.
    """
    said = _said_by(announcements(claims), by)
    coverage = _coverage(people)
    setting = _setting(claims, scopes, policy)
    found = verify(said, people, doubtful, coverage, setting)
    unannounced, again = never_announced(said, people), back_inside(said, people)
    return Announced(found, unannounced, again, coverage, people)


def _said_by(said: list[Claim], by: Collection[str]) -> list[Claim]:
    kept = [
        claim for claim in said
        if not by or claim.claimant in by or (claim.claimant_kind or "") in by
    ]  # fmt: skip
    if not kept:
        raise InputError(
            "no claim announces releases" + (f" by {', '.join(by)}" if by else ""),
            "An announcement is a claim of measure released that is not verified, promised or "
            "denied.",
        )
    return kept


def _setting(claims: Sequence[Claim], scopes: Scopes, policy: Policy) -> Setting:
    """Return what a case knows besides its announcements.

    Its place is the one that scopes declare, else the one that most of its claims name.
    """
    ranges = {claim.id: policy.range_of(claim.quantity) for claim in claims}
    (place, count), *_ = Counter(claim.place for claim in claims).most_common(1)
    home = scopes.place or (place if len(claims) < 2 * count else "")
    return Setting(scopes, ranges, home, {claim.id: claim for claim in claims})


def _coverage(people: Sequence[Timeline]) -> tuple[float, float] | None:
    """Return the share of all releases that the lists catch, as a range, None where unknown.

    By multiple systems estimation over the lists that document each person's release; the range
    reaches from the least to the most that any method allows.
    """
    pairs = [(p.person, event.record.list_name) for p in people for event in releases(p)]
    table = overlaps_of(pairs)
    left = identifiability(table)
    if left.refusal:
        return None
    two = len(left.table.lists) == 2
    tried = estimates(table, [Method.CHAPMAN] if two else SEVERAL, sensitivity=False)
    if any(caveat.kind == "needs_extra" for each in tried for caveat in each.warnings):
        return None  # the range of the methods that are left would be too narrow
    ends = [(each.low, each.high) for each in tried if each.low and each.high]
    if not ends:
        return None
    return table.observed / max(high for _, high in ends), table.observed / min(
        low for low, _ in ends
    )
