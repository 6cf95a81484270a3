"""Viewpoints: what can be true if only some sources are trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.reconciliation.bounds import Bound, bounds
from habeas.reconciliation.contradictions import Court, Subset, repair
from habeas.reconciliation.system import TOGETHER, Case, Question, Viewpoint, binding
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
        """Answer questions."""
        used = tuple(sorted(claim.id for claim in self.claims))
        found = bounds(self.case, self.claims, self.court.reading, questions)
        return View(self.viewpoint, tuple(found), used, tuple(sorted(self.set_aside)))


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
