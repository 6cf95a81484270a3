"""Which moments each scope's counts are compared at: few enough to be fast, enough to be exact.

A scope needs the ends of its own claims' windows, and those of the scopes within it. Between two
of them its counts may follow whatever the scope around it does, so that nothing is lost by leaving
a moment out, unless something limits the scope's own flow across that moment (a claim, that the
scope has closed, a question how few): then people could not leave and return unseen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from habeas.reconciliation.rows import DETAINED, Calendar, Moment, Row

Span = tuple[float, float]
ALWAYS, FOREVER = float("-inf"), float("inf")


def calendars(
    scopes: Sequence[str],
    links: Iterable[tuple[str, str]],
    parts: frozenset[str],
    rows: Sequence[Row],
    asked: Mapping[str, Iterable[Moment]],
    limited: Mapping[str, Iterable[Span]],
) -> Mapping[str, Calendar]:
    """Return each scope's moments.

    links: (inner, outer) pairs. parts: scopes that share a whole with others, whose flows are
    limited by the others' too. asked: moments that questions and the scopes' own dates add.
    limited: days (ordinals) over which something besides claims limits a scope's flows.
    """
    outer_of: dict[str, list[str]] = defaultdict(list)
    for inner, outer in links:
        outer_of[inner].append(outer)
    moments = {scope: set(asked.get(scope, ())) for scope in scopes}
    spans = {scope: list(limited.get(scope, ())) for scope in scopes}
    for row in rows:
        scope = row.terms[0][0].scope
        moments[scope] |= around(variable.moment for variable, _ in row.terms)
        span = flow_span(row, scope in parts)
        if span:
            spans[scope].append(span)
    settle(moments, outer_of, handed_on(spans, outer_of, parts))
    return {scope: Calendar.of(found) for scope, found in moments.items()}


def around(moments: Iterable[Moment]) -> set[Moment]:
    """Return moments and the ends of the days around them."""
    return {
        each
        for moment in moments
        for each in (moment, Moment.end_of(moment.earliest), Moment.end_of(moment.latest))
    }


def flow_span(row: Row, is_part: bool) -> Span | None:
    """Return the days over which a row limits a flow from above (of a part: in any way)."""
    counts = {variable.measure for variable, _ in row.terms}
    if len(counts) > 1 and not any(count.startswith("registered") for count in counts):
        return None
    if row.least > 0 and not is_part and counts <= {DETAINED, "released", "died"}:
        return None
    ends = sorted(variable.moment for variable, _ in row.terms)
    return (ends[0].earliest if len(ends) > 1 else ALWAYS), ends[-1].latest


def handed_on(
    spans: Mapping[str, Iterable[Span]],
    outer_of: Mapping[str, Sequence[str]],
    parts: frozenset[str],
) -> Mapping[str, set[Span]]:
    """Return the spans over which the flows of each scope, or of others through it, are limited.

    A limited scope needs the moments of all scopes around it, and they reach it only through those
    that lie between. A scope within two others follows one only as far as the other lets it.
    """
    found = {scope: set(own) for scope, own in spans.items()}
    growing = True
    while growing:
        growing = False
        for inner, outers in outer_of.items():
            for outer in outers:
                joint = found[inner] | found[outer]
                growing = growing or found[outer] != joint
                found[outer] |= joint
                if outer not in parts and len(set(outers) - parts) > 1:
                    growing = growing or found[inner] != joint
                    found[inner] |= joint
    return found


@dataclass(frozen=True)
class Stretches:
    """The days over which a flow is limited, those that overlap put together.

    At the ends of those days a scope within one other is what that one lets it be; within two, one
    may limit the flow until a day on which the other limits who is held.
    """

    firsts: tuple[float, ...]
    lasts: tuple[float, ...]
    ends: frozenset[float]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Stretches:
        """Put spans together where they overlap; those that only meet leave the day between."""
        ordered = sorted(spans)
        joined: list[list[float]] = []
        for first, last in ordered:
            if joined and first < joined[-1][1]:
                joined[-1][1] = max(joined[-1][1], last)
            else:
                joined.append([first, last])
        firsts, lasts = (tuple(each[side] for each in joined) for side in (0, 1))
        return cls(firsts, lasts, frozenset(chain(*ordered)))

    def reach(self, day: float, *, with_their_ends: bool) -> bool:
        """Whether a day lies within one of them."""
        if with_their_ends and day in self.ends:
            return True
        place = bisect_left(self.firsts, day) - 1
        return place >= 0 and day < self.lasts[place]


def settle(
    moments: dict[str, set[Moment]],
    outer_of: Mapping[str, Sequence[str]],
    spans: Mapping[str, Iterable[Span]],
) -> None:
    """Hand moments to the scopes around, and those within a limited flow's days to those inside."""
    limited = {inner: Stretches.of(own) for inner, own in spans.items()}
    growing = True
    while growing:
        growing = False
        for inner, own in moments.items():
            for outer in outer_of.get(inner, ()):
                several = len(outer_of[inner]) > 1
                needed = {
                    moment
                    for moment in moments[outer] - own
                    if limited[inner].reach(moment.latest, with_their_ends=several)
                }
                missing = own - moments[outer]
                growing = growing or bool(needed or missing)
                own.update(needed)
                moments[outer] |= missing
