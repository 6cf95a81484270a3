"""A case: what stays the same while questions are asked of some of its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from habeas.reconciliation.rows import Row
from habeas.reconciliation.system.balance import Balance, Basis
from habeas.reconciliation.system.deaths import Count, CountedDeaths, by_scope, counts_of
from habeas.reconciliation.system.placement import Placement
from habeas.reconciliation.system.policy import STRICT, Policy
from habeas.reconciliation.system.viewpoint import binding
from habeas.vocabulary import Claim, Measure


@dataclass(frozen=True)
class Case:
    """What stays the same while questions are asked: where claims belong, and how words are read.

    dead: the claims of deaths of the case that bind; more deaths than they count are not assumed.
    basis: what is assumed of people of whom the figures do not show what became of them.
    """

    placement: Placement
    policy: Policy
    dead: tuple[Claim, ...] = ()
    basis: Basis = Basis.BALANCE

    @classmethod
    def of(cls, claims: Sequence[Claim], placement: Placement, policy: Policy) -> Case:
        """Collect what all claims of a case settle for every question about it."""
        dead = (claim for claim in binding(claims) if claim.measure is Measure.DIED)
        return cls(placement, policy, tuple(dead))

    def on(self, basis: Basis) -> Case:
        """Return the case with something else assumed of those unaccounted for."""
        return self if basis is self.basis else replace(self, basis=basis)

    def under(self, policy: Policy) -> Case:
        """Return the case with words taken otherwise."""
        return replace(self, policy=policy)

    @cached_property
    def strictly(self) -> Case:
        """The case with words taken for what they exclude and no more."""
        return self.under(STRICT)

    @cached_property
    def laid(self) -> dict[tuple[str, str, bool], tuple[Claim, list[Row]]]:
        """The rows that claims lay, by id, scope, and whether a source is read alone.

        Each with the claim that laid them: a changed claim of the same id lays its own.
        """
        return {}

    @cached_property
    def counts(self) -> Mapping[str, tuple[Count, ...]]:
        """What claims count of deaths, by group of scopes."""
        found: dict[str, list[Count]] = defaultdict(list)
        for count in counts_of(self.dead, self.placement, self.policy):
            found[self.placement.component_of[count.scope]].append(count)
        return {group: tuple(counts) for group, counts in found.items()}

    def deaths(self, scopes: Iterable[str]) -> Mapping[str, tuple[CountedDeaths, ...]]:
        """Return the days in which claims count deaths, and how many, of each of some scopes."""
        group_of = self.placement.component_of
        return {
            key: found
            for scope in scopes
            for key, found in by_scope(
                [scope], self.counts.get(group_of[scope], ()), self.placement
            ).items()
        }

    @cached_property
    def balance(self) -> Balance:
        """How stocks follow from flows in this case."""
        return Balance(self.placement.left_otherwise, self.basis)
