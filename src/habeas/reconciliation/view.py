"""Viewpoints: what can be true if only some sources are trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from habeas.reconciliation.bounds import Bound, bounds
from habeas.reconciliation.contradictions import (
    Court,
    Disputes,
    Kept,
    Subset,
    disputes,
    lightest_repair,
    rests_on,
)
from habeas.reconciliation.disputed_bounds import disputed_bounds
from habeas.reconciliation.system import (
    Basis,
    Case,
    Derived,
    Question,
    Viewpoint,
    binding,
)
from habeas.vocabulary import Claim, Measure


@dataclass(frozen=True)
class View:
    """The bounds that one viewpoint leaves.

    used: the claims they were drawn from. set_aside: claims of trusted sources that had to be left
    out, as lightly as possible, because the trusted claims contradict one another. disputed: by
    claimant, sets of its claims that contradict one another and are in dispute: used is what
    holds in every least repair of it.
    """

    viewpoint: Viewpoint
    bounds: tuple[Bound, ...]
    used: tuple[str, ...]
    set_aside: tuple[str, ...]
    disputed: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


@dataclass
class Outlook:
    """A viewpoint made ready for questions.

    weights: what setting claims aside costs.
    set_aside: what is left out in any case, since sources contradict one another. disputes: what
    is in dispute within sources. kept: what was found of claims before, which is not found again.
    """

    case: Case
    viewpoint: Viewpoint
    court: Court
    set_aside: Subset
    disputes: Disputes
    weights: Mapping[str, float] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)

    @property
    def claims(self) -> list[Claim]:
        """The claims that are trusted and not set aside."""
        return self.without(frozenset())

    def without(self, claims: Subset) -> list[Claim]:
        """Return the claims that are trusted and not set aside, but for some in dispute."""
        left = self.set_aside | claims
        return [claim for key, claim in self.court.claims.items() if key not in left]

    def answer(self, questions: Sequence[Question]) -> View:
        """Answer questions.

        Those on deaths from claims of deaths alone; those on people unaccounted for from all
        claims, without the assumption that there are none.
        """
        found: dict[Question, Bound] = {}
        for basis in dict.fromkeys(basis_of(question) for question in questions):
            mine = [question for question in questions if basis_of(question) is basis]
            found |= zip(mine, self.on(basis).bounds(mine), strict=True)
        told = tuple(found[question] for question in questions)
        used = tuple(sorted(claim.id for claim in self.claims))
        disputed = {
            name: tuple(sorted({tuple(sorted(each)) for each in conflicts}))
            for name, conflicts in self.disputes.by_source.items()
        }
        return View(self.viewpoint, told, used, tuple(sorted(self.set_aside)), disputed)

    def bounds(self, questions: Sequence[Question]) -> list[Bound]:
        """Answer questions that rest on this outlook's own basis."""
        if not self.disputes.conflicts:
            return bounds(self.case, self.claims, self.court.reading, questions)
        while True:
            before = self.set_aside
            found = disputed_bounds(questions, self.disputes, self._answer)
            if self.set_aside == before:
                return found

    def _answer(self, repair: Subset, questions: Sequence[Question]) -> list[Bound]:
        """Answer questions without some claims in dispute.

        What of the others conflicts with other sources then is set aside in any case.
        """
        while (conflict := self.court.conflict_in(self._ids(repair))) is not None:
            reinstated = conflict & self.disputes.claims
            self.set_aside |= {min(reinstated or conflict)}
        return bounds(self.case, self.without(repair), self.court.reading, questions)

    def _ids(self, repair: Subset) -> Subset:
        return frozenset(claim.id for claim in self.without(repair))

    def on(self, basis: Basis) -> Outlook:
        """Return the same viewpoint with something else assumed of people unaccounted for."""
        if basis is self.case.basis:
            return self
        case, claims = self.case.on(basis), list(self.court.claims.values())
        if basis is Basis.DEATHS:
            claims = [claim for claim in claims if claim.measure is Measure.DIED]
        court = Court(case, {claim.id: claim for claim in claims}, self.court.reading)
        return outlook_of(court, self.viewpoint, self.weights, self.kept)


def basis_of(question: Question) -> Basis:
    """Return what an answer to a question rests on."""
    if question.measure is Measure.DIED:
        return Basis.DEATHS
    return Basis.UNACCOUNTED if question.measure is Derived.UNACCOUNTED else Basis.BALANCE


def outlook(
    case: Case,
    claims: Iterable[Claim],
    viewpoint: Viewpoint,
    weights: Mapping[str, float] | None = None,
    kept: Kept | None = None,
) -> Outlook:
    """Make a viewpoint ready: set aside the least weight of claims that contradict the others.

    weights: what setting a claim aside costs, by claim, claimant or kind. kept: what was found of
    claims when they were asked about before.
    """
    trusted = [claim for claim in binding(claims) if viewpoint.trusts(claim)]
    reading = viewpoint.reading(trusted)
    court = Court(case, {claim.id: claim for claim in trusted}, reading)
    return outlook_of(court, viewpoint, weights or {}, kept or Kept())


def outlook_of(
    court: Court,
    viewpoint: Viewpoint,
    weights: Mapping[str, float],
    kept: Kept,
) -> Outlook:
    """Find what is in dispute within sources, and then what sources contradict one another by."""
    within = disputes(court.case, court.claims.values(), weights, kept)
    gone = within.first | within.certain
    left = {key: claim for key, claim in court.claims.items() if key not in gone}
    between = Court(court.case, left, court.reading)
    key = ("aside", rests_on(between), tuple(sorted(weights.items())))
    aside = within.certain | kept.get(key, lambda: lightest_repair(between, weights))
    return Outlook(court.case, viewpoint, court, aside, within, weights, kept)


def days_of(claims: Iterable[Claim]) -> list[date]:
    """Return the days on which some claim's period ends, in order: the days worth asking about."""
    ends = (claim.period.end for claim in claims)
    return sorted({end.latest for end in ends if end is not None})


def timeline(
    found: Outlook, scopes: Iterable[str], days: Sequence[date], measure: Measure = Measure.HELD
) -> Mapping[str, list[Bound]]:
    """Bound a measure in each scope at the end of each day."""
    asked = [Question(measure, scope, day) for scope in scopes for day in days]
    answers: dict[str, list[Bound]] = {question.scope: [] for question in asked}
    for answered in found.answer(asked).bounds:
        answers[answered.question.scope].append(answered)
    return answers
