"""Minimal infeasible subsets: smallest sets of claims that cannot all hold, smallest first."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

Subset = frozenset[str]

EFFORT = 120
"""How many sets that hold are looked for before the search for all conflicts is cut short."""


@dataclass
class Map:
    """What is known of the subsets of a set of claims.

    conflicts: minimal sets that cannot hold. omissions: for each set known to hold, the claims
    that it leaves out; every conflict contains one of each. within: what every set looked for
    contains.
    """

    claims: Subset
    within: Subset = frozenset()
    conflicts: list[Subset] = field(default_factory=list)
    omissions: list[Subset] = field(default_factory=list)

    def contradicts(self, claims: Subset) -> bool:
        """Whether a known conflict lies within some claims."""
        return any(conflict <= claims for conflict in self.conflicts)

    def set_aside(self) -> Subset:
        """Return claims of which every known conflict contains one, the most contested first.

        What all sets looked for contain is not set aside, unless it cannot hold by itself.
        """
        chosen: set[str] = set()
        open_conflicts = list(self.conflicts)
        while open_conflicts:
            times = Counter(
                claim for known in open_conflicts for claim in known - self.within or known
            )
            chosen.add(min(times, key=lambda claim: (-times[claim], claim)))
            open_conflicts = [known for known in open_conflicts if chosen.isdisjoint(known)]
        return frozenset(chosen)

    def exhausted(self, size: int) -> bool:
        """Whether no larger set is left either, since all that hold are known."""
        return size >= len(self.claims) or self.unexplored(len(self.claims)) is None

    def unexplored(self, size: int) -> Subset | None:
        """Return a set of at most ``size`` claims that is not known to hold or to conflict.

        It contains a claim of every omission and no conflict: a hitting set, found by depth-first
        search on the smallest omission not yet hit. None where there is no such set.
        """
        if self.contradicts(self.within):
            return None
        known = Bits.of(self)
        start = known.bits(self.within)
        found = known.hit(start, size - len(self.within), 0)
        return None if found is None else known.claims(found)


@dataclass(frozen=True)
class Bits:
    """A map whose sets are whole numbers, a bit a claim, in the order of their ids."""

    order: tuple[str, ...]
    conflicts: tuple[int, ...]
    omissions: tuple[int, ...]

    @classmethod
    def of(cls, known: Map) -> Bits:
        """Write down what is known."""
        order = tuple(sorted(known.claims))
        empty = cls(order, (), ())
        conflicts = tuple(map(empty.bits, known.conflicts))
        return cls(order, conflicts, tuple(map(empty.bits, known.omissions)))

    @cached_property
    def bit_of(self) -> Mapping[str, int]:
        """The bit of each claim."""
        return {claim: 1 << number for number, claim in enumerate(self.order)}

    def bits(self, claims: Subset) -> int:
        """Return claims as a number."""
        return sum(self.bit_of[claim] for claim in claims)

    def claims(self, bits: int) -> Subset:
        """Return a number as claims."""
        return frozenset(claim for claim, bit in self.bit_of.items() if bits & bit)

    def hit(self, chosen: int, room: int, barred: int) -> int | None:
        """Add at most ``room`` claims to those chosen so that each omission has one of them."""
        return self.hit_each(self.omissions, chosen, room, barred)

    def hit_each(self, omissions: Sequence[int], chosen: int, room: int, barred: int) -> int | None:
        """Add claims so that each of some omissions has one of them."""
        missed = [omission for omission in omissions if not omission & chosen]
        if not missed:
            return chosen
        if room == 0:
            return None
        may = ~barred
        open_to = min((omission & may for omission in missed), key=int.bit_count)
        while open_to:
            claim = open_to & -open_to
            open_to ^= claim
            wider = chosen | claim
            if not any(conflict & ~wider == 0 for conflict in self.conflicts if conflict & claim):
                found = self.hit_each(missed, wider, room - 1, barred)
                if found is not None:
                    return found
            barred |= claim
        return None


class Asked(Protocol):
    """Who knows which claims cannot hold together."""

    def conflict_in(self, claims: Subset) -> Subset | None:
        """Return claims among the given ones that cannot all hold, or None where all can."""


class Proving(Asked, Protocol):
    """Who can also prove that claims cannot hold together."""

    def is_proved(self, claims: Subset) -> bool:
        """Whether it is proved that claims cannot all hold."""


class Weighing(Asked, Protocol):
    """Who knows of all claims which cannot hold together, and can look at a few by themselves."""

    def among(self, claims: Subset) -> Proving:
        """Return who knows it of some claims alone, sooner."""


class Court(Weighing, Protocol):
    """Who decides which claims can hold together."""

    def grow(self, seed: Subset, dice: random.Random) -> Subset:
        """Extend a set that can hold to a larger one that can, a different one each time."""


def infeasible_subsets(
    claims: Collection[str],
    court: Court,
    suspects: Iterable[Subset] = (),
    effort: int = EFFORT,
    within: Subset = frozenset(),
) -> Iterator[Subset]:
    """Yield the minimal sets of claims that cannot hold together, smallest first.

    within: only sets that contain these claims.

    suspects: sets that are thought to conflict; each is tried and made minimal before anything is
    searched for. effort: how many sets that hold may be looked for. Within it every conflict is
    found, in order of size; beyond it, enough that none is left when one of each is set aside.
    Method: the subsets not yet explored are taken in order of size, as in the smallest-first form
    of MARCO (Liffiton, Previti, Malik, Marques-Silva 2016); each set that holds rules out all its
    subsets at once.
    """
    known = Map(frozenset(claims), within)
    for found in everything(known, court, suspects, effort):
        if within <= found:
            yield found


def everything(
    known: Map, court: Court, suspects: Iterable[Subset], effort: int
) -> Iterator[Subset]:
    """Yield the conflicts that are looked for, and others that are met on the way."""
    for suspect in sorted(set(suspects), key=lambda subset: (len(subset), sorted(subset))):
        if not known.contradicts(suspect) and (found := court.conflict_in(suspect)):
            known.conflicts.append(shrunk(found, court))
            yield known.conflicts[-1]
    yield from searched(known, court, effort)


def searched(known: Map, court: Court, effort: int) -> Iterator[Subset]:
    """Yield the conflicts that are not known yet, smallest first, as far as the effort reaches."""
    if effort == 0:
        yield from remaining(known, court)
        return
    dice = random.Random(20260101)  # noqa: S311  (for variety, not for secrets)
    if alone := court.conflict_in(known.within):
        known.conflicts.append(shrunk(alone, court))
        yield known.conflicts[-1]
        return
    known.omissions.append(known.claims - court.grow(known.within, dice))
    for size in range(1, len(known.claims) + 1 if known.omissions[0] else 0):
        while (candidate := known.unexplored(size)) is not None:
            if (found := court.conflict_in(candidate)) is not None:
                # Without what all sets looked for contain, some of it may conflict by itself.
                known.conflicts.append(shrunk(found, court))
                yield known.conflicts[-1]
            elif len(known.omissions) >= effort:
                yield from remaining(known, court)
                return
            else:
                known.omissions.append(known.claims - court.grow(candidate, dice))
        if known.exhausted(size):
            return


def remaining(known: Map, court: Court) -> Iterator[Subset]:
    """Yield conflicts until the claims left by setting one of each aside can all hold."""
    while (found := court.conflict_in(known.claims - known.set_aside())) is not None:
        conflict = shrunk(found, court)
        known.conflicts.append(conflict)
        yield conflict


def shrunk(claims: Subset, court: Weighing) -> Subset:
    """Leave out claims that cannot hold one by one; what stays is minimal.

    They are loaded by themselves once, and what is left must be proved in exact numbers.
    """
    few = court.among(claims)
    left = left_by_leaving_out(sorted(claims), few)
    return left if few.is_proved(left) else left_by_leaving_out(sorted(claims), court)


def left_by_leaving_out(claims: Sequence[str], court: Asked) -> Subset:
    """Leave out claims one by one while the rest still cannot hold; what stays is minimal."""
    kept = frozenset(claims)
    for claim in claims:
        if claim in kept:
            kept = court.conflict_in(kept - {claim}) or kept
    return kept
