"""The whole of a case at once: its contradictions, its repairs, and the answers to questions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from habeas.reconciliation.bounds import refuse_unknown_scopes
from habeas.reconciliation.causes import Cause, Doubt, Explained, doubts, explained
from habeas.reconciliation.contradictions import (
    Contradiction,
    Kept,
    Repair,
    Subset,
    contradictions_of,
    courts,
    group_of,
    repair,
)
from habeas.reconciliation.replaced import Replaced, replaced
from habeas.reconciliation.system import (
    EVERYBODY,
    PLAIN,
    Case,
    Policy,
    Question,
    Viewpoint,
    place_claims,
)
from habeas.reconciliation.view import View, outlook
from habeas.vocabulary import GENERAL_SCOPES, Claim, Scopes


@dataclass(frozen=True)
class Reconciliation:
    """What can be true of a case.

    contradictions: within one source first. repairs: one a reading that contradicts itself.
    view: the answers to the questions asked, from the viewpoint asked for. trusted: the claims
    looked at, by id. limit: how many contradictions were asked for at
    most of each group of touching scopes.
    """

    case: Case
    policy: Policy
    contradictions: tuple[Contradiction, ...]
    repairs: tuple[Repair, ...]
    view: View
    trusted: Mapping[str, Claim] = field(default_factory=dict)
    limit: int = 0

    @cached_property
    def explained(self) -> Explained:
        """The causes of the contradictions, found when they are asked for."""
        return explained(self.case, self.trusted, self.contradictions, self.limit)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Few statements behind all contradictions, those behind the most first."""
        return self.explained.causes

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Figures to ask about before anything is concluded from them."""
        return doubts(self.case, self.trusted)

    @cached_property
    def replaced(self) -> tuple[Replaced, ...]:
        """The trusted figures that others correct, and what would rest on each if it stood."""
        return tuple(replaced(self.case, self.trusted.values()))

    @property
    def listed(self) -> tuple[Contradiction, ...]:
        """The contradictions, and those that come to light when their causes are looked for."""
        return self.contradictions + self.explained.beyond

    @property
    def may_be_more(self) -> bool:
        """Whether so many were found of one group of touching scopes that there may be more."""
        of_group = Counter(group_of(self.case, each) for each in self.listed)
        return max(of_group.values(), default=0) >= self.limit

    @property
    def complete(self) -> Reconciliation:
        """The same with all contradictions that came to light."""
        return replace(self, contradictions=self.listed)


def reconcile(  # noqa: PLR0913  (what a case is, and what is asked of it)
    claims: Sequence[Claim],
    scopes: Scopes = GENERAL_SCOPES,
    policy: Policy = PLAIN,
    viewpoint: Viewpoint = EVERYBODY,
    questions: Sequence[Question] = (),
    *,
    limit: int = 500,
    weights: Mapping[str, float] | None = None,
    kept: Kept | None = None,
) -> Reconciliation:
    """Find the contradictions and repairs among the trusted claims, and answer questions.

    limit: how many contradictions at most of each group of touching scopes. weights: what setting
    a claim aside costs, by claim, claimant or kind. kept: what was found of claims when they were
    asked about before; what is found now is added. Raises InputError on a question about an unknown
    scope.
    """
    answered = answers(claims, scopes, policy, viewpoint, questions, weights=weights, kept=kept)
    return with_contradictions(answered, limit, weights)


def answers(
    claims: Sequence[Claim],
    scopes: Scopes = GENERAL_SCOPES,
    policy: Policy = PLAIN,
    viewpoint: Viewpoint = EVERYBODY,
    questions: Sequence[Question] = (),
    *,
    weights: Mapping[str, float] | None = None,
    kept: Kept | None = None,
) -> Reconciliation:
    """Answer questions as `reconcile` does, without looking for all contradictions.

    They are the same whether contradictions are looked for or not.
    """
    case = Case.of(claims, place_claims(claims, scopes), policy)
    refuse_unknown_scopes(case, questions)
    chosen = [claim for claim in claims if viewpoint.trusts(claim)]
    view = outlook(case, chosen, viewpoint, weights, kept).answer(questions)
    return Reconciliation(case, policy, (), (), view, {claim.id: claim for claim in chosen})


def with_contradictions(
    answered: Reconciliation, limit: int, weights: Mapping[str, float] | None = None
) -> Reconciliation:
    """Return answers with the contradictions among the trusted claims, and their repairs.

    limit, weights: as of `reconcile`.
    """
    case, chosen = answered.case, list(answered.trusted.values())
    found = contradictions_of(case, chosen, limit)
    known: dict[str, list[Subset]] = defaultdict(list)
    for each in found:
        for name in each.readings:
            known[name].append(frozenset(each.claims))
    repairs = tuple(
        repair(court, known[court.reading.name], weights)
        for court in courts(case, chosen)
        if court.reading.name in known
    )
    return replace(answered, contradictions=tuple(found), repairs=repairs, limit=limit)
