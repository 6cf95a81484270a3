"""An account of a scope on a day, from four sides, and where they cannot all hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.accounts.placing import UNPLACED
from habeas.custody import Documented, Timeline, as_claims, documented, last_day
from habeas.estimation import Caveat, Estimate, Method, estimates, identifiability, overlaps_of
from habeas.reconciliation import (
    EVERYBODY,
    PLAIN,
    TOGETHER,
    Bound,
    Contradiction,
    Policy,
    Question,
    Reconciliation,
    binding,
    place_claims,
    reconcile,
)
from habeas.vocabulary import GENERAL_SCOPES, Claim, Measure, Scopes

QUICK = (Method.DGA, Method.LOGLINEAR, Method.CHAPMAN)
"""How the people on no list are estimated here; the engine of estimation does more."""


@dataclass(frozen=True)
class Account:
    """One scope on one day, from four sides, and where they cannot all hold.

    says: the latest claim of each source and measure. bounds: what can be true, without what is
    only assumed. named: what is documented, None without people. estimated: of everybody ever
    listed in the scope; not_estimated: why nobody is, None where it was. set_aside: claims left
    out of the bounds so that the others can be true together. people: who may be of the scope.
    claims: the case's claims and those that count the documented, by id, as proofs name them.
    """

    scope: str
    day: date
    says: Sequence[Claim]
    bounds: Sequence[Bound]
    named: Documented | None
    estimated: Sequence[Estimate]
    not_estimated: Caveat | None
    contradictions: Sequence[Contradiction]
    set_aside: Sequence[str]
    people: Sequence[Timeline]
    policy: Policy
    claims: Mapping[str, Claim]


def accounts(  # noqa: PLR0913  (what a case holds, each once)
    claims: Sequence[Claim],
    scopes: Scopes = GENERAL_SCOPES,
    people: Sequence[Timeline] | None = None,
    policy: Policy = PLAIN,
    *,
    asked: Sequence[str],
    days: Sequence[date],
    by_name: str = "by name",
    limit: int = 200,
) -> list[Account]:
    """Give account of each scope asked for on each of some days.

    people: timelines, each in a scope; None where nobody is documented. by_name: who is said to
    claim what is documented. limit: contradictions at most of a group of touching scopes.
    """
    named = {
        (each.scope, each.day): each
        for key in asked
        for each in documented(people or (), days, key, by_list=False, scopes=scopes)
    }
    counted = [replace(claim, claimant=by_name) for claim in as_claims(named.values())]
    every = [*claims, *counted]
    scope_of = place_claims(claims, scopes).scope_of
    spoken = set(scope_of.values())
    questions = [
        Question(measure, key, when)
        for key in asked for when in days for measure in Measure if key in spoken
    ]  # fmt: skip
    found = reconcile(every, scopes, policy, EVERYBODY, questions, limit=limit)
    by_id = {claim.id: claim for claim in every}
    side = _Sides(claims, scope_of, scopes, people, found, by_id)
    return [side.account(key, when, named.get((key, when))) for key in asked for when in days]


@dataclass(frozen=True)
class _Sides:
    """All that is known of a case, before it is parted by scope and day."""

    said: Sequence[Claim]
    scope_of: Mapping[str, str]
    scopes: Scopes
    people: Sequence[Timeline] | None
    found: Reconciliation
    by_id: Mapping[str, Claim]

    def account(self, scope: str, day: date, named: Documented | None) -> Account:
        """Put the four sides of one scope and day together."""
        answers = self.found.view.bounds
        bounds = [b for b in answers if (b.question.scope, b.question.end) == (scope, day)]
        told = [claim for claim in self.said if self.scope_of[claim.id] == scope]
        about = {claim.id for claim in told}
        clashes = [
            each for each in self.found.contradictions
            if any(key in about or key.startswith(f"named-{scope}-") for key in each.claims)
            and TOGETHER.name in each.readings
        ]  # fmt: skip
        people = self.people or ()
        return Account(
            scope, day, latest(told, day), list(filter(None, map(_known, bounds))),
            named if people else None, *_estimated(people, scope, self.scopes), clashes,
            self.found.view.set_aside,
            [person for person in people if _of_scope(person, scope, self.scopes)],
            self.found.policy, self.by_id,
        )  # fmt: skip


def _of_scope(person: Timeline, scope: str, scopes: Scopes) -> bool:
    """Whether what a person's records leave open is told of a scope: of theirs, or of any."""
    return person.surely_in(scope, scopes) or person.scopes == (UNPLACED,)


def _known(bound: Bound) -> Bound | None:
    """Return a bound, None where it is of deaths and nobody counts any: that is no knowledge."""
    nobody = bound.question.measure is Measure.DIED and not bound.low and bound.high is None
    return None if nobody else bound


def latest(told: Sequence[Claim], day: date) -> list[Claim]:
    """Return the last thing that each source says of each measure by a day.

    Of totals and of what happened over a period each the last; a claim that promises, denies or is
    replaced by a correction says nothing.
    """
    last: dict[tuple[str, Measure, bool], Claim] = {}
    dated = [(end.latest, claim) for claim in binding(told) if (end := last_day(claim))]
    for end_day, claim in sorted(dated, key=lambda pair: pair[0]):
        if end_day <= day:
            last[claim.claimant, claim.measure, claim.cumulative] = claim
    return sorted(last.values(), key=lambda claim: (claim.measure, claim.claimant, claim.id))


def _estimated(
    people: Sequence[Timeline], scope: str, scopes: Scopes
) -> tuple[list[Estimate], Caveat | None]:
    """Estimate how many people there ever were in a scope, those on no list included.

    Where nothing can be estimated, return also why; nothing is said where nobody is listed.
    """
    pairs = [
        (person.person, name) for person in people for name in person.lists
        if person.surely_in(scope, scopes)
    ]  # fmt: skip
    table = overlaps_of(pairs)
    found = identifiability(table)
    if found.refusal or not pairs:
        return [], found.refusal if pairs else None
    width = len(found.table.lists)
    fitting = [m for m in QUICK if (m is Method.CHAPMAN) == (width == 2)]
    return estimates(table, fitting, sensitivity=False), None
