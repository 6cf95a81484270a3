"""What the figures of a case allow and what they do not: everything that the pages show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from habeas.dossier.case.dossier_case import SEARCH_LIMIT, DossierCase
from habeas.reconciliation import (
    STRICT,
    Bound,
    Case,
    Cause,
    Contradiction,
    Kept,
    Question,
    Replaced,
    Strength,
    View,
    Viewpoint,
    breath,
    contradictions,
    days_of,
    explained,
    outlook,
    place_claims,
    replaced,
    timeline,
)
from habeas.vocabulary import Claim, Measure

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Answer:
    """What the figures that one viewpoint trusts allow."""

    viewpoint: Viewpoint
    bound: Bound


@dataclass(frozen=True)
class Tally:
    """How many of a source's figures are in contradictions: alone (hard, soft) and with others.

    Each figure counts once in each, however many contradictions it is in; one that a story repeats
    once. statements: in how many documents, pages or stories it gave figures; disputed: in how many
    of these are figures that are in contradictions. replaced: how many of its figures the case
    marks as corrected by another, which bind nothing; resting: how many contradictions would
    contain these if they stood.
    """

    hard: int = 0
    soft: int = 0
    others: int = 0
    statements: int = 0
    disputed: int = 0
    replaced: int = 0
    resting: int = 0


@dataclass(frozen=True)
class Findings:
    """The results of reconciliation for one case.

    reckoned: the claims placed in their scopes, as the engine took them.
    contradictions: hard before soft, within one source before between sources, short before long.
    views: one for each viewpoint of the case. strictly: the same under the strict policy, of the
    questions on which viewpoints' answers have nothing in common. bands: by scope, then by
    viewpoint's name, a bound for each day on which something changes. figures: the claims by id.
    """

    reckoned: Case
    contradictions: tuple[Contradiction, ...]
    views: tuple[tuple[Viewpoint, View], ...]
    bands: Mapping[str, Mapping[str, tuple[Bound, ...]]]
    strictly: tuple[tuple[Viewpoint, View], ...] = ()
    figures: Mapping[str, Claim] = field(default_factory=dict, repr=False)

    def answers(self, question: Question) -> list[Answer]:
        """Return the answers to a question, one for each viewpoint."""
        return [
            Answer(viewpoint, bound)
            for viewpoint, seen in self.views
            for bound in seen.bounds
            if bound.question == question
        ]

    def set_aside(self, viewpoint: Viewpoint) -> tuple[str, ...]:
        """Return the claims that a viewpoint sets aside since they contradict one another."""
        return next(tuple(seen.set_aside) for found, seen in self.views if found == viewpoint)

    @cached_property
    def numbered(self) -> Mapping[Contradiction, int]:
        """The contradictions' numbers, from 1."""
        return {found: place for place, found in enumerate(self.contradictions, 1)}

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """Few causes of all contradictions, those of the most first."""
        return explained(self.reckoned, self.figures, self.contradictions, limit=0).causes

    def tallies(self, case: DossierCase) -> Mapping[str, Tally]:
        """Count each source's figures in contradictions, by its name."""
        inside: dict[tuple[str, str], set[Claim]] = defaultdict(set)
        for found in self.contradictions:
            strength = Strength.HARD if found.is_impossible else Strength.SOFT
            kind = strength.value if is_within(found) else "others"
            for key in found.claims:
                inside[case.by_id[key].claimant, kind].add(case.by_id[key])
        marked: dict[str, list[Replaced]] = defaultdict(list)
        for each in self.replaced:
            marked[case.by_id[each.claim].claimant].append(each)
        return {
            name: replace(
                tally_of(own, {kind: inside[name, kind] for kind in ("hard", "soft", "others")}),
                replaced=len(marked[name]),
                resting=sum(each.contradictions for each in marked[name]),
            )
            for name, own in by_claimant(case.claims).items()
        }

    @cached_property
    def replaced(self) -> tuple[Replaced, ...]:
        """The figures that others of the case correct, and what would rest on each."""
        return tuple(replaced(self.reckoned, self.figures.values()))


def by_claimant(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    """Return the claims of each claimant."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.claimant].append(claim)
    return found


def tally_of(own: Iterable[Claim], inside: Mapping[str, set[Claim]]) -> Tally:
    """Count the figures of one source, and those in each kind of contradiction."""
    told = {kind: len({claim.telling for claim in claims}) for kind, claims in inside.items()}
    disputed = {breath(claim) for claims in inside.values() for claim in claims}
    statements = {breath(claim) for claim in own}
    return Tally(statements=len(statements), disputed=len(disputed), **told)


def is_within(found: Contradiction) -> bool:
    """Whether one source alone is contradictory."""
    return any(reading.startswith("claimant:") for reading in found.readings)


def find(case: DossierCase, tell: Callable[[str], None] = lambda _: None) -> Findings:
    """Work out everything that a dossier says of a case.

    tell: is told what is being done, "contradictions" or a viewpoint's name. Raises what the
    engine raises.
    """
    tell("contradictions")
    found = contradictions(case.claims, case.scopes, case.policy, SEARCH_LIMIT)
    placed = Case.of(case.claims, place_claims(case.claims, case.scopes), case.policy)
    scopes, days, kept = _drawn(case), _days(case), Kept()
    views: list[tuple[Viewpoint, View]] = []
    bands: dict[str, dict[str, tuple[Bound, ...]]] = {scope: {} for scope in scopes}
    for viewpoint in case.viewpoints:
        tell(viewpoint.name)
        trusted = outlook(placed, case.claims, viewpoint, kept=kept)
        views.append((viewpoint, trusted.answer(case.questions)))
        for scope, band in timeline(trusted, scopes, days).items():
            bands[scope][viewpoint.name] = _changes(band)
    parts = {claim.id for claim in case.claims if claim.part_of}
    ordered = sorted(found, key=lambda each: _rank(each, parts))
    strictly = [] if case.policy is STRICT else list(strict_views(case, placed, views))
    return Findings(placed, tuple(ordered), tuple(views), bands, tuple(strictly), case.by_id)


def strict_views(
    case: DossierCase, placed: Case, views: Sequence[tuple[Viewpoint, View]]
) -> Iterator[tuple[Viewpoint, View]]:
    """Yield what each viewpoint allows under the strict policy of questions that divide them."""
    apart = [
        question
        for question in dict.fromkeys(case.questions)
        if have_nothing_in_common(
            [bound for _, seen in views[:-1] for bound in seen.bounds if bound.question == question]
        )
    ]
    for viewpoint, _ in views[:-1] if apart else ():
        yield viewpoint, outlook(placed.under(STRICT), case.claims, viewpoint).answer(apart)


def have_nothing_in_common(bounds: Sequence[Bound]) -> bool:
    """Whether no number lies in all of some ranges."""
    ends = [bound.high for bound in bounds if bound.high is not None]
    return bool(ends) and min(ends) < max(bound.low for bound in bounds)


def _rank(found: Contradiction, parts: Collection[str]) -> tuple[object, ...]:
    """Hard first; one source first; short first; whole counts before parts of them."""
    soft = not found.is_impossible
    of_parts = sum(claim in parts for claim in found.claims)
    return soft, not is_within(found), len(found.claims), of_parts, found.claims


def _drawn(case: DossierCase) -> list[str]:
    """Return the declared scopes of which questions ask or claims say who was held or taken.

    Of others, such as people known by their release alone, there is no stock to draw.
    """
    counted = (Measure.HELD, Measure.DETAINED)
    asked = [question for question in case.questions if question.measure in counted]
    named = {scope for question in asked for scope in question.scopes}
    named |= {claim.population_kind for claim in case.claims if claim.measure in counted}
    return [scope.key for scope in case.scopes if scope.key in named]


def _days(case: DossierCase) -> list[date]:
    """Return the days on which what can be true may change, and one day between each two.

    Between two days that no claim begins or ends on, every day has the same bounds, since only
    the counts around them limit it; so a line drawn from these days is right on all of them.
    """
    ends = days_of(case.claims)
    begun = {claim.period.start.earliest for claim in case.claims if claim.period.start}
    # Before the first day of the calendar there is none on which a count could change.
    starts = {day - ONE_DAY for day in begun if day > date.min}
    edges = sorted({*ends, *(day for day in starts if ends and day > ends[0])})
    between = {day + ONE_DAY for day in edges[:-1]}
    return sorted({*edges, *between})


def _changes(band: Sequence[Bound]) -> tuple[Bound, ...]:
    """Leave out the days on which nothing is other than on the day before."""
    return tuple(
        bound
        for place, bound in enumerate(band)
        if place in (0, len(band) - 1)
        or (bound.low, bound.high) != (band[place - 1].low, band[place - 1].high)
    )
