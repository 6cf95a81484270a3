"""Registers as rows: what is entered was taken before; who is held in a register was entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from habeas.reconciliation.rows import (
    DETAINED,
    ENTERED,
    Calendar,
    Row,
    Rule,
    Variable,
    add,
    held,
    row,
)


def entries(laid: Iterable[Row]) -> Mapping[str, tuple[str, ...]]:
    """Return the counts of entries that claims' rows speak of, by scope."""
    found = {
        (variable.scope, variable.measure)
        for each in laid
        for variable, _ in each.terms
        if variable.measure.startswith(ENTERED)
    }
    scopes = {scope for scope, _ in found}
    return {
        scope: tuple(sorted(count for of, count in found if of == scope))
        for scope in sorted(scopes)
    }


def registers_grow(
    scope: str, counts: Iterable[str], calendar: Calendar, own: str, deaths: bool
) -> Iterator[Row]:
    """Yield that a register's entries never fall, and that all of them had been taken before.

    own: the count of the register that is read alone and exactly, "" where none is. Of it, who is
    held was entered, and what has left it never falls: who is entered when already free enters and
    leaves at once.
    """
    for count in counts:
        sums = {moment: {Variable(count, scope, moment): 1} for moment in calendar.moments}
        yield row(sums[calendar.days[0]], 0, Rule("R1", "never falls", count, scope))
        for before, after in calendar.steps():
            terms = add(sums[after], {Variable(count, scope, before): -1})
            yield row(terms, 0, Rule("R1", "never falls", count, scope))
        for moment in calendar.moments:
            taken = {Variable(DETAINED, scope, moment): 1, Variable(count, scope, moment): -1}
            yield row(taken, 0, Rule("R1", "entered", count, scope))
        if count == own:
            yield from left_the_register(scope, count, calendar, deaths)


def left_the_register(scope: str, count: str, calendar: Calendar, deaths: bool) -> Iterator[Row]:
    """Yield that those entered and no longer held are never fewer than none, nor than before."""
    rule = Rule("R2", "register", "held", scope, (count,))
    left = {
        moment: add({Variable(count, scope, moment): 1}, held(scope, moment, -1, deaths))
        for moment in calendar.moments
    }
    yield row(left[calendar.days[0]], 0, rule)
    for before, after in calendar.steps():
        fallen = {variable: -sign for variable, sign in left[before].items()}
        yield row(add(left[after], fallen), 0, rule)


def entries_contained(
    scopes: Mapping[str, tuple[str, ...]], inner: str, outer: str, calendar: Calendar
) -> Iterator[Row]:
    """Yield that a part of a register's people was entered with the whole."""
    if not inner.startswith(f"{outer}/") or not calendar.days:
        return
    for count in set(scopes.get(inner, ())) & set(scopes.get(outer, ())):
        rule = Rule("R3", "flows within", count, inner, (outer,))
        sums = {
            moment: {Variable(count, outer, moment): 1, Variable(count, inner, moment): -1}
            for moment in calendar.moments
        }
        yield row(sums[calendar.days[0]], 0, rule)
        for before, after in calendar.steps():
            fallen = {variable: -sign for variable, sign in sums[before].items()}
            yield row(add(sums[after], fallen), 0, rule)
