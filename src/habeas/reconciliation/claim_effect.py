"""What a new claim changes: the bounds it moves, and the contradictions it brings.

A claim can touch only its own group of scopes, and a new minimal contradiction must contain it;
everything else stays as it was and is not asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.reconciliation.bounds import Bound, refuse_unknown_scopes
from habeas.reconciliation.contradictions import (
    Contradiction,
    Kept,
    courts,
    rank,
    with_reading,
)
from habeas.reconciliation.system import EVERYBODY, Case, Question, Viewpoint, binding
from habeas.reconciliation.view import days_of, outlook
from habeas.vocabulary import Claim, Measure


@dataclass(frozen=True)
class Moved:
    """A bound that a new claim moved."""

    before: Bound
    after: Bound


@dataclass(frozen=True)
class ClaimEffect:
    """What one new claim does to a case.

    moved: bounds that are no longer what they were. contradictions: those that it brings, each of
    which contains it. resolved: those that are no more, since it corrects a claim of theirs.
    set_aside: claims left out of the answers now that were not before; taken_back: the reverse.
    """

    claim: str
    moved: tuple[Moved, ...]
    contradictions: tuple[Contradiction, ...]
    set_aside: tuple[str, ...]
    resolved: tuple[Contradiction, ...] = ()
    taken_back: tuple[str, ...] = ()


def change_by(
    case: Case,
    claims: Sequence[Claim],
    new: Claim,
    questions: Sequence[Question] = (),
    viewpoint: Viewpoint = EVERYBODY,
    kept: Kept | None = None,
) -> ClaimEffect:
    """Find what ``new``, added to ``claims``, changes.

    case: the case of all claims, the new one among them. claims: those held before. kept: what was
    found of claims when they were asked about before.
    Raises InputError for a question about an unknown scope.
    """
    refuse_unknown_scopes(case, questions)
    wider = [*claims, new]
    brought = new_contradictions(case, wider, new)
    # Deaths that the new claim is the first to count were not known of before it.
    earlier = Case.of(claims, case.placement, case.policy)
    resolved = resolved_by(earlier, claims, new)
    group = case.placement.component_of[case.placement.scope_of[new.id]]
    touched = [question for question in questions if speaks_of(case, question, group)]
    kept = kept or Kept()
    before = outlook(earlier, claims, viewpoint, kept=kept).answer(touched)
    after = outlook(case, wider, viewpoint, kept=kept).answer(touched)
    moved = tuple(
        Moved(old, now)
        for old, now in zip(before.bounds, after.bounds, strict=True)
        if (old.low, old.high) != (now.low, now.high)
    )
    aside = tuple(claim for claim in after.set_aside if claim not in before.set_aside)
    gone = {new.corrects, new.id}
    back = tuple(each for each in before.set_aside if each not in {*after.set_aside, *gone})
    return ClaimEffect(new.id, moved, brought, aside, resolved, back)


def resolved_by(case: Case, claims: Sequence[Claim], new: Claim) -> tuple[Contradiction, ...]:
    """Find the contradictions that held before and rest on the claim that a new one corrects."""
    corrected = next((claim for claim in claims if claim.id == new.corrects), None)
    return new_contradictions(case, claims, corrected) if corrected else ()


def watched(case: Case, claims: Sequence[Claim]) -> list[Question]:
    """Return what is worth watching where nothing is asked: who is held, in each scope and day.

    Of scopes that claims speak of, but not of parts of a claim; on days on which a period ends.
    """
    spoken = {case.placement.scope_of[claim.id] for claim in binding(claims)}
    keys = sorted(key for key in spoken if "/" not in key)
    return [Question(Measure.HELD, key, day) for key in keys for day in days_of(claims)]


def speaks_of(case: Case, question: Question, group: str) -> bool:
    """Whether a question is about a scope of a group."""
    return group in {case.placement.component_of.get(scope) for scope in question.scopes}


def new_contradictions(
    case: Case, claims: Sequence[Claim], new: Claim
) -> tuple[Contradiction, ...]:
    """Find the contradictions that contain the new claim, in the readings that it is part of."""
    found: dict[frozenset[str], Contradiction] = {}
    if not binding([new]):
        return ()
    for court in courts(case, claims):
        if new.id not in court.claims:
            continue
        for group in court.groups():
            if new.id not in group.first_of:
                continue
            for subset in group.conflicts(new.id):
                found[subset] = with_reading(court, subset, found.get(subset))
    return tuple(sorted(found.values(), key=rank))
