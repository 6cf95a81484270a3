"""The rules that hold at every moment of every scope, and their rows at the ends of days."""

from __future__ import annotations

from typing import NamedTuple

from habeas.reconciliation.rows.integer_proofs import flow_row
from habeas.reconciliation.rows.moment import Moment
from habeas.reconciliation.rows.row import Row, Rule, add, held, row


class MomentRule(NamedTuple):
    """A rule between two days (ordinals, ``first`` 0 for the beginning), or on ``last`` alone."""

    rule: Rule
    last: int
    first: int | None = None

    def row(self) -> Row:
        """Return the rule's row."""
        if self.first is not None:
            return flow_row(self.rule, self.last, self.first)
        if self.rule.other:
            return stock_within(self.rule.scope, self.rule.other[0], self.last)
        return stock_row(self.rule.scope, self.last)


def never_falls(measure: str, scope: str) -> Rule:
    """Return R1 of a count."""
    return Rule("R1", "never falls", measure, scope)


def never_negative(scope: str) -> Rule:
    """Return R2 of a scope."""
    return Rule("R2", "never negative", "held", scope)


def flows_within(measure: str, inner: str, outer: str) -> Rule:
    """Return R3 of a count."""
    return Rule("R3", "flows within", measure, inner, (outer,))


def stays_within(inner: str, outer: str) -> Rule:
    """Return R3 of those held."""
    return Rule("R3", "stock within", "held", inner, (outer,))


def stock_row(scope: str, day: int) -> Row:
    """Return that nobody leaves who has not come."""
    return row(held(scope, Moment.end_of(day), deaths=False), 0, never_negative(scope))


def stock_within(inner: str, outer: str, day: int) -> Row:
    """Return that whoever is held in one scope is held in the one around it."""
    moment = Moment.end_of(day)
    terms = add(held(outer, moment, 1, deaths=False), held(inner, moment, -1, deaths=False))
    return row(terms, 0, stays_within(inner, outer))
