"""A system without the moments at which nothing is claimed, from which nothing is lost.

Between two moments that claims speak of, a scope's counts may be anything that the rules allow.
Whether they can be anything at all depends on the scope around it: the people whom the inner scope
must hold then, the outer one must hold too. Those demands are laid on the outer scope in place of
the inner one's counts (Fourier–Motzkin elimination). Given the outer scope's counts, the inner
one's are bound by differences only, so that each demand follows from one chain: a count carried
from one side or the other to the moment, and from there to the other side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from habeas.reconciliation.rows import (
    DETAINED,
    RELEASED,
    Moment,
    MomentRule,
    Row,
    Rule,
    Terms,
    Variable,
    add,
    flow_row,
    flows_within,
    held,
    never_falls,
    never_negative,
    row,
    stays_within,
    stock_row,
    stock_within,
)
from habeas.reconciliation.system import LinearSystem, negative

WORTH = 0.8
"""A projection that keeps more of the moments than this share spares too little."""

EVERYWHERE = (
    ("R1", "never falls"),
    ("R2", "never negative"),
    ("R3", "flows within"),
    ("R3", "stock within"),
)
"""Rules that hold at every moment of every scope, and need none to be kept."""

Days = tuple[int, ...]


@dataclass(frozen=True)
class Demand:
    """At least so many people a scope must hold at a moment.

    least: a sum of counts at moments that are kept. links: held − least ≥ 0 is their rows' sum.
    """

    least: Terms
    links: tuple[MomentRule, ...]


@dataclass(frozen=True)
class ProjectedSystem:
    """A smaller system whose counts can be what they can be in the whole system.

    days, kept: by scope, the days of the whole system and those that are kept, rising. outer: the
    one scope around a scope from which days were left out. demands: by scope and day left out, what
    the scopes within demand of it then. made_of: rows of the smaller system that are sums of rows
    of rules.
    """

    system: LinearSystem
    days: Mapping[str, Days]
    kept: Mapping[str, Days]
    outer: Mapping[str, str]
    demands: Mapping[tuple[str, int], Sequence[Demand]]
    made_of: Mapping[Row, tuple[MomentRule, ...]]

    def in_full(self, each: Row) -> tuple[Row, ...]:
        """Return the rows of the whole system whose sum a row is."""
        links = self.made_of.get(each)
        return (each,) if links is None else tuple(link.row() for link in links)

    @cached_property
    def outermost_first(self) -> tuple[str, ...]:
        """The scopes, each after the one around it."""
        return tuple(sorted(self.days, key=lambda scope: (depth(scope, self.outer), scope)))


def projection_of(
    system: LinearSystem, inside: Iterable[tuple[str, str]], wanted: Iterable[Variable] = ()
) -> ProjectedSystem | None:
    """Leave out the moments at which nothing is claimed; None where that spares too little.

    inside: direct (inner, outer) pairs. wanted: counts to keep besides. Nothing is left out of
    scopes within two others, nor of those whose flows other rules tie to each other's. A system
    that counts more than detained and released at ends of days is left alone.
    """
    for variable in system.index:
        if variable.measure not in (DETAINED, RELEASED) or not variable.moment.is_day_end:
            return None
    days = days_of(system.index)
    pairs = [pair for pair in sorted(inside) if pair[0] in days and pair[1] in days]
    kept = kept_days(system, days, pairs, wanted)
    if sum(map(len, kept.values())) > WORTH * sum(map(len, days.values())):
        return None
    return Eliminator(system, days, kept, pairs).projection()


def days_of(variables: Iterable[Variable]) -> dict[str, Days]:
    """Return the days of each scope's counts, rising."""
    found: dict[str, set[int]] = defaultdict(set)
    for variable in variables:
        found[variable.scope].add(variable.moment.latest)
    return {scope: tuple(sorted(mine)) for scope, mine in sorted(found.items())}


def kept_days(
    system: LinearSystem,
    days: Mapping[str, Days],
    pairs: Sequence[tuple[str, str]],
    wanted: Iterable[Variable],
) -> dict[str, Days]:
    """Return the days that must be kept: claims', special rules', and those of scopes within."""
    special = (each for each in system.rules if not holds_everywhere(each))
    kept: dict[str, set[int]] = {scope: set() for scope in days}
    for each in (*special, *system.claims):
        for variable, _ in each.terms:
            kept[variable.scope].add(variable.moment.latest)
    for variable in wanted:
        kept[variable.scope].add(variable.moment.latest)
    outers: dict[str, set[str]] = defaultdict(set)
    for inner, outer in pairs:
        outers[inner].add(outer)
    for scope in days:
        if len(outers[scope]) > 1:
            kept[scope].update(days[scope])
    for _ in days:
        for inner, outer in pairs:
            kept[outer] |= kept[inner]
    return {scope: tuple(sorted(mine)) for scope, mine in kept.items()}


def holds_everywhere(each: Row) -> bool:
    """Whether a row is of a rule that holds at every moment of every scope."""
    rule = each.origin
    return isinstance(rule, Rule) and (rule.name, rule.what) in EVERYWHERE


def depth(scope: str, outer: Mapping[str, str]) -> int:
    """Return how many scopes lie around one."""
    steps = 0
    while scope in outer and steps < len(outer):
        scope, steps = outer[scope], steps + 1
    return steps


@dataclass
class Eliminator:
    """Builds the rows of a projection."""

    system: LinearSystem
    days: Mapping[str, Days]
    kept: Mapping[str, Days]
    pairs: Sequence[tuple[str, str]]
    demands: dict[tuple[str, int], list[Demand]] = field(default_factory=dict)
    made_of: dict[Row, tuple[MomentRule, ...]] = field(default_factory=dict)

    def projection(self) -> ProjectedSystem:
        """Build it."""
        outer = {
            inner: around for inner, around in self.pairs if self.kept[inner] != self.days[inner]
        }
        for scope in sorted(self.days, key=lambda scope: (-depth(scope, outer), scope)):
            if scope in outer:
                self._hand_out(scope, outer[scope])
        rules = [each for each in self.system.rules if not holds_everywhere(each)]
        for scope in self.days:
            rules += own_rows(scope, self.kept[scope])
        for inner, around in self.pairs:
            rules += rows_within(inner, around, self.kept[inner])
        small = LinearSystem((*rules, *self.made_of), self.system.claims)
        return ProjectedSystem(small, self.days, self.kept, outer, self.demands, self.made_of)

    def _hand_out(self, scope: str, outer: str) -> None:
        """Lay on the scope around what a scope demands of it at the moments left out."""
        kept, around = self.kept[scope], set(self.kept[outer])
        for day in sorted(set(self.days[scope]) - set(kept)):
            place = bisect_left(kept, day)
            if place == len(kept):
                break  # after the last day kept whoever enters or leaves outside may do so inside
            gap = Gap(scope, outer, kept[place - 1] if place else 0, day, kept[place])
            for demand in gap.demands(self.demands.get((scope, day), ())):
                if day in around:
                    terms = add(
                        held(outer, Moment.end_of(day), deaths=False), negative(demand.least)
                    )
                    self.made_of[row(terms, 0, stays_within(scope, outer))] = demand.links
                else:
                    self.demands.setdefault((outer, day), []).append(demand)


@dataclass(frozen=True)
class Gap:
    """A day left out of a scope between two that are kept (0: the beginning)."""

    scope: str
    outer: str
    before: int
    day: int
    after: int

    def demands(self, inner: Sequence[Demand]) -> Iterator[Demand]:
        """Yield what must be held of the scope around, given what must be of this one."""
        own = Demand({}, (MomentRule(never_negative(self.scope), self.day),))
        within = MomentRule(stays_within(self.scope, self.outer), self.day)
        for demand in (own, *inner):
            yield self._with_all_others(demand)
        for demand in inner:
            yield Demand(demand.least, (*demand.links, within))
        stay = add(self._count(DETAINED, self.scope, self.before),
                   negative(self._count(RELEASED, self.scope, self.after)))  # fmt: skip
        entered = MomentRule(never_falls(DETAINED, self.scope), self.day, self.before)
        left = MomentRule(never_falls(RELEASED, self.scope), self.after, self.day)
        yield Demand(stay, (within, entered, left))

    def _with_all_others(self, demand: Demand) -> Demand:
        """Return that those must be held too who came before, outside, and have yet to leave."""
        came = add(self._count(DETAINED, self.outer, self.before),
                   negative(self._count(DETAINED, self.scope, self.before)))  # fmt: skip
        left = add(self._count(RELEASED, self.outer, self.after),
                   negative(self._count(RELEASED, self.scope, self.after)))  # fmt: skip
        entering = MomentRule(flows_within(DETAINED, self.scope, self.outer), self.day, self.before)
        leaving = MomentRule(flows_within(RELEASED, self.scope, self.outer), self.after, self.day)
        least = add(demand.least, came, negative(left))
        return Demand(least, (*demand.links, entering, leaving))

    def _count(self, measure: str, scope: str, day: int) -> Terms:
        return {Variable(measure, scope, Moment.end_of(day)): 1} if day else {}


def own_rows(scope: str, days: Days) -> Iterator[Row]:
    """Yield R1 and R2 of one scope at some days."""
    for measure in (DETAINED, RELEASED):
        rule = never_falls(measure, scope)
        yield from (flow_row(rule, late, early) for early, late in steps(days))
    yield from (stock_row(scope, day) for day in days)


def rows_within(inner: str, outer: str, days: Days) -> Iterator[Row]:
    """Yield R3 of one scope in another at some days."""
    for measure in (DETAINED, RELEASED):
        rule = flows_within(measure, inner, outer)
        yield from (flow_row(rule, late, early) for early, late in steps(days))
    yield from (stock_within(inner, outer, day) for day in days)


def steps(days: Days) -> Iterator[tuple[int, int]]:
    """Yield each day with the one before it, 0 before the first."""
    return zip((0, *days), days, strict=False)
