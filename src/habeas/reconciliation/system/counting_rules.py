"""The rules of counting as rows: R1 counts never fall, R2 stocks, R3 containment, R4 parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.reconciliation.rows import (
    DETAINED,
    DIED,
    UNACCOUNTED,
    Calendar,
    Moment,
    Row,
    Rule,
    Terms,
    Variable,
    add,
    held,
    row,
)
from habeas.reconciliation.system.balance import Balance, Basis
from habeas.reconciliation.system.deaths import CountedDeaths, spells
from habeas.reconciliation.system.register_rules import entries_contained, registers_grow
from habeas.vocabulary import Partition, Scope


@dataclass(frozen=True)
class Frame:
    """What the rules are about: the scopes of one group, the moments of each, and their ties.

    counts: detained and released; died too where some claim counts deaths.
    deaths: by scope, the spans of days in which claims count deaths, and how many; more are not
    assumed, and elsewhere none.
    balance: how stocks follow from flows. entries: by scope, the counts of entries in registers.
    own: the one of the register that is read alone, "" where none is.
    registers: (scope, start) of registers' own counts of arrests since a day, with their moments.
    """

    scopes: tuple[str, ...]
    declared: Mapping[str, Scope]
    calendars: Mapping[str, Calendar]
    inside: tuple[tuple[str, str], ...]
    partitions: tuple[Partition, ...]
    counts: tuple[str, ...]
    deaths: Mapping[str, tuple[CountedDeaths, ...]]
    registers: Mapping[tuple[str, str], tuple[Moment, ...]]
    balance: Balance
    entries: Mapping[str, tuple[str, ...]]
    own: str

    @property
    def used_scopes(self) -> Iterator[str]:
        """The scopes that have moments at all."""
        return (scope for scope in self.scopes if self.calendars[scope].days)

    @property
    def counts_deaths(self) -> bool:
        """Whether deaths are counted at all."""
        return DIED in self.counts


def rule_rows(frame: Frame) -> Iterator[Row]:
    """Yield every row that the rules lay on the counts of a frame."""
    if frame.balance.basis is Basis.DEATHS:
        yield from rules_of_deaths(frame)
        return
    for scope in frame.used_scopes:
        yield from counts_never_fall(frame, scope)
        yield from stock_is_never_negative(frame, scope)
        yield from opening_and_closing(frame, scope)
        counts, calendar = frame.entries.get(scope, ()), frame.calendars[scope]
        yield from registers_grow(scope, counts, calendar, frame.own, frame.counts_deaths)
    if frame.counts_deaths:
        yield from no_unreported_deaths(frame)
    yield from registers_lag_behind(frame)
    for inner, outer in frame.inside:
        yield from contained(frame, inner, outer)
    for partition in frame.partitions:
        yield from parts_add_up(frame, partition)


def grows(calendar: Calendar, sums: Mapping[Moment, Terms], rule: Rule) -> Iterator[Row]:
    """Yield that a sum starts at zero or more, and never falls from one moment to the next."""
    yield row(sums[calendar.days[0]], 0, rule)
    for before, after in calendar.steps():
        yield row(add(sums[after], negative(sums[before])), 0, rule)


def counts_never_fall(frame: Frame, scope: str) -> Iterator[Row]:
    """Yield R1: what is counted from the beginning on never falls."""
    calendar = frame.calendars[scope]
    for count in frame.counts:
        sums = {moment: {Variable(count, scope, moment): 1} for moment in calendar.moments}
        yield from grows(calendar, sums, Rule("R1", "never falls", count, scope))


def stock_is_never_negative(frame: Frame, scope: str) -> Iterator[Row]:
    """Yield R2: nobody leaves who has not come."""
    rule = Rule("R2", "never negative", "held", scope)
    for moment in frame.calendars[scope].moments:
        yield row(held(scope, moment, deaths=frame.counts_deaths), 0, rule)
    if frame.balance.basis.opens and scope not in frame.balance.apart:
        yield from stock_of_unaccounted(frame, scope)


def opening_and_closing(frame: Frame, scope: str) -> Iterator[Row]:
    """Yield R1's ends: nobody before a scope opens, no arrest into it after it closes."""
    declared = frame.declared.get(scope)
    last = frame.calendars[scope].days[-1]
    if declared and declared.opens:
        eve = Moment.end_of(declared.opens.toordinal() - 1)
        rule = Rule("R1", "opens", DETAINED, scope, (str(declared.opens),))
        yield row({Variable(DETAINED, scope, eve): -1}, 0, rule)
    if declared and declared.closes:
        close = Moment.end_of(declared.closes)
        if close < last:
            rule = Rule("R1", "closes", DETAINED, scope, (str(declared.closes),))
            terms = {Variable(DETAINED, scope, close): 1, Variable(DETAINED, scope, last): -1}
            yield row(terms, 0, rule)


def rules_of_deaths(frame: Frame) -> Iterator[Row]:
    """Yield what holds of deaths alone: their counts never fall, nor those of scopes within."""
    for scope in frame.used_scopes:
        yield from counts_never_fall(frame, scope)
    for inner, outer in frame.inside:
        yield from flows_contained(frame, inner, outer)
    for partition in frame.partitions:
        yield from flows_of_parts(frame, partition)


def no_unreported_deaths(frame: Frame) -> Iterator[Row]:
    """Yield the assumption that nobody died in custody but those whom some claim counts."""
    for scope in frame.used_scopes:
        days = [None, *frame.calendars[scope].days]
        rule = Rule("R2", "no deaths reported", DIED, scope)
        for before, after, people in spells(days, frame.deaths.get(scope, ())):
            terms = {Variable(DIED, scope, after): -1}
            if before is not None:
                terms[Variable(DIED, scope, before)] = 1
            yield row(terms, -people, rule)


def stock_of_unaccounted(frame: Frame, scope: str) -> Iterator[Row]:
    """Yield that those unaccounted for are never fewer than none, nor (R2) fewer than before."""
    calendar = frame.calendars[scope]
    sums = {moment: {Variable(UNACCOUNTED, scope, moment): 1} for moment in calendar.moments}
    if frame.balance.basis is Basis.UNACCOUNTED:
        yield from grows(calendar, sums, Rule("R1", "never falls", UNACCOUNTED, scope))
    else:
        rule = Rule("R2", "never negative", UNACCOUNTED, scope)
        for terms in sums.values():
            yield row(terms, 0, rule)


def registers_lag_behind(frame: Frame) -> Iterator[Row]:
    """Yield that a register's arrests since a day grow, within all that it has entered."""
    for (scope, count), moments in sorted(frame.registers.items()):
        rule = Rule("R1", "registered", count, scope)
        start = moments[0]
        for moment in moments[1:]:
            entered = {Variable(DETAINED, scope, moment): 1}
            since = {Variable(count, scope, moment): 1}
            yield row(add(entered, negative(since)), 0, rule)
            if start.latest <= moment.earliest:
                yield row(add(since, {Variable(DETAINED, scope, start): -1}), 0, rule)
        for before, after in ordered_pairs(moments[1:]):
            terms = {Variable(count, scope, after): 1, Variable(count, scope, before): -1}
            yield row(terms, 0, rule)


def ordered_pairs(moments: Sequence[Moment]) -> Iterator[tuple[Moment, Moment]]:
    """Yield the pairs (earlier, later) among a few moments that are surely in that order."""
    for before in moments:
        for after in moments:
            if before != after and before.latest <= after.earliest:
                yield before, after


def contained(frame: Frame, inner: str, outer: str) -> Iterator[Row]:
    """Yield R3: a contained scope's flows and stock never exceed those of the scope around it."""
    yield from flows_contained(frame, inner, outer)
    calendar = frame.calendars[inner]
    yield from entries_contained(frame.entries, inner, outer, calendar)
    rule = Rule("R3", "stock within", "held", inner, (outer,))
    deaths = frame.counts_deaths
    for moment in calendar.moments:
        yield row(add(held(outer, moment, 1, deaths), held(inner, moment, -1, deaths)), 0, rule)


def flows_contained(frame: Frame, inner: str, outer: str) -> Iterator[Row]:
    """Yield R3 of flows: what of a count lies outside a contained scope never falls."""
    calendar = frame.calendars[inner]
    if not calendar.days:
        return
    for count in frame.counts:
        sums = {
            moment: {Variable(count, outer, moment): 1, Variable(count, inner, moment): -1}
            for moment in calendar.moments
        }
        yield from grows(calendar, sums, Rule("R3", "flows within", count, inner, (outer,)))


def parts_add_up(frame: Frame, partition: Partition) -> Iterator[Row]:
    """Yield R4: disjoint parts never exceed the whole, and equal it where nobody is in none."""
    yield from flows_of_parts(frame, partition)
    deaths = frame.counts_deaths
    rule = Rule("R4", "parts", "held", partition.whole, partition.parts)
    whole = Rule("R4", "whole", "held", partition.whole, partition.parts)
    apart = not frame.balance.apart.isdisjoint((partition.whole, *partition.parts))
    for moment in frame.calendars[partition.parts[0]].moments:
        parts = (held(part, moment, -1, deaths) for part in partition.parts)
        rest = add(held(partition.whole, moment, 1, deaths), *parts)
        yield row(rest, 0, rule)
        if apart and partition.complete:
            yield row(negative(rest), 0, whole)


def flows_of_parts(frame: Frame, partition: Partition) -> Iterator[Row]:
    """Yield R4 of flows."""
    calendar = frame.calendars[partition.parts[0]]
    if not calendar.days:
        return
    for count in frame.counts:
        rule = Rule("R4", "parts", count, partition.whole, partition.parts)
        sums = {
            moment: add(
                {Variable(count, partition.whole, moment): 1},
                *({Variable(count, part, moment): -1} for part in partition.parts),
            )
            for moment in calendar.moments
        }
        yield from grows(calendar, sums, rule)
        if partition.complete:
            whole = Rule("R4", "whole", count, partition.whole, partition.parts)
            for rest in sums.values():
                yield row(negative(rest), 0, whole)


def negative(terms: Terms) -> Terms:
    """Return a sum with all its signs turned."""
    return {variable: -coefficient for variable, coefficient in terms.items()}
