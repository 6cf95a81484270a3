"""What was found of claims that have not changed since, kept by all that it rests on.

A figure that is changed on the desk touches its own source's claims and those of all together; the
other sources' are what they were, and are not searched again. What is kept belongs to whoever asks:
it is handed in with a question, and comes back fuller.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

from habeas.reconciliation.contradictions.contradictions import Court
from habeas.vocabulary import Scope

Found = TypeVar("Found")
MOST = 2_000
"""So many findings are kept; the one that was not asked for longest goes first."""


@dataclass(eq=False)
class Kept:
    """Findings by what they rest on. Finding the same again is asking what is kept.

    A fresh one knows nothing. Several threads may share one; what is found never depends on it.
    """

    found: OrderedDict[Hashable, object] = field(default_factory=OrderedDict, repr=False)
    lock: Lock = field(default_factory=Lock, repr=False)

    def get(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """Return what is kept under a key, or find and keep it.

        key: what is found, and all that it rests on.
        """
        with self.lock:
            if key in self.found:
                self.found.move_to_end(key)
                return cast("Found", self.found[key])
        found = find()
        with self.lock:
            self.found[key] = found
            while len(self.found) > MOST:
                self.found.popitem(last=False)
        return found


def rests_on(court: Court) -> Hashable:
    """Return everything that what is found of a court's claims rests on.

    Its claims and where they belong; of their groups of scopes how these lie in one another, and
    how many deaths are counted; how words are read, and what is assumed.
    """
    case, placement = court.case, court.case.placement
    claims = tuple((key, claim, placement.scope_of[key]) for key, claim in court.claims.items())
    groups = {placement.component_of[scope] for _, _, scope in claims}
    scopes = tuple(key for key in placement.keys if placement.component_of[key] in groups)
    ties = tuple(sorted(pair for pair in placement.inside if pair[0] in scopes))
    parts = tuple(
        (each.whole, each.parts, each.complete)
        for each in placement.partitions
        if each.whole in scopes
    )
    limits = tuple(limits_of(placement.scopes[key]) for key in scopes)
    apart = tuple(key for key in scopes if key in placement.left_otherwise)
    deaths = tuple(case.counts.get(group, ()) for group in sorted(groups))
    policy = case.policy
    words = (
        policy.name,
        tuple(policy.shares.items()),
        tuple(policy.crowds.items()),
        policy.day_end,
    )
    return (court.reading, case.basis, words, claims, scopes, ties, parts, limits, apart, deaths)


def limits_of(scope: Scope) -> Hashable:
    """Return what of a scope limits its counts."""
    return (scope.key, scope.opens, scope.closes, scope.counted_since, scope.register_of)
