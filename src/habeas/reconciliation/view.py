"""Viewpoints: what can be true if only some sources are trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.reconciliation.bounds import Bound, bounds
from habeas.reconciliation.contradictions import Court, Subset, repair
from habeas.reconciliation.system import (
    TOGETHER,
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
    out, as lightly as possible, because the trusted claims contradict one another.
    """

    viewpoint: Viewpoint
    bounds: tuple[Bound, ...]
    used: tuple[str, ...]
    set_aside: tuple[str, ...]


@dataclass(frozen=True)
class Outlook:
    """A viewpoint made ready for questions: its consistent claims."""

    case: Case
    viewpoint: Viewpoint
    court: Court
    set_aside: Subset

    @property
    def claims(self) -> list[Claim]:
        """The claims that are trusted and consistent."""
        return [claim for key, claim in self.court.claims.items() if key not in self.set_aside]

    def answer(self, questions: Sequence[Question]) -> View:
        """Answer questions.

        Those on deaths from claims of deaths alone; those on people unaccounted for from all
        claims, without the assumption that there are none.
        """
        used = tuple(sorted(claim.id for claim in self.claims))
        found: dict[Question, Bound] = {}
        for basis in dict.fromkeys(basis_of(question) for question in questions):
            mine = [question for question in questions if basis_of(question) is basis]
            on = self.on(basis)
            found |= zip(mine, bounds(on.case, on.claims, on.court.reading, mine), strict=True)
        told = tuple(found[question] for question in questions)
        return View(self.viewpoint, told, used, tuple(sorted(self.set_aside)))

    def on(self, basis: Basis) -> Outlook:
        """Return the same viewpoint with something else assumed of people unaccounted for."""
        if basis is self.case.basis:
            return self
        case, claims = self.case.on(basis), list(self.court.claims.values())
        if basis is Basis.DEATHS:
            claims = [claim for claim in claims if claim.measure is Measure.DIED]
        court = Court(case, {claim.id: claim for claim in claims}, self.court.reading)
        return Outlook(case, self.viewpoint, court, frozenset(repair(court).claims))


def basis_of(question: Question) -> Basis:
    """Return what an answer to a question rests on."""
    if question.measure is Measure.DIED:
        return Basis.DEATHS
    return Basis.UNACCOUNTED if question.measure is Derived.UNACCOUNTED else Basis.BALANCE


def outlook(
    case: Case,
    claims: Iterable[Claim],
    viewpoint: Viewpoint,
    known: Mapping[str, Sequence[Subset]] | None = None,
    weights: Mapping[str, float] | None = None,
) -> Outlook:
    """Make a viewpoint ready: set aside the least weight of claims that contradict the others.

    known: contradictions found before, by reading, which save work.
    """
    trusted = [claim for claim in binding(claims) if viewpoint.trusts(claim)]
    reading = viewpoint.reading(trusted)
    court = Court(case, {claim.id: claim for claim in trusted}, reading)
    name = reading.name if reading.exact else TOGETHER.name
    aside = repair(court, (known or {}).get(name, ()), weights).claims
    return Outlook(case, viewpoint, court, frozenset(aside))


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
