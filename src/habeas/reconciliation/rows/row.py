"""Rows of the linear system: a sum of counts that is at least a number, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from habeas.reconciliation.rows.moment import Moment

DETAINED, RELEASED, DIED = "detained", "released", "died"
"""The cumulative counts that every scope has."""
ENTERED = "entered by "
"""Before a claimant's name: how many it has entered in its own register."""
HELD, UNACCOUNTED = "held", "unaccounted"
"""Stocks where they are counts of their own: of people who leave a scope otherwise too, and of
people whom the figures do not show as released, dead or held."""


class Variable(NamedTuple):
    """People counted in a scope from its beginning until a moment.

    measure: detained, released, died, or "registered since DAY" (arrests since that day as far as a
    register had them by the moment, plus everything entered before); "entered by CLAIMANT";
    held or unaccounted (at the moment) where those are counts of their own.
    """

    measure: str
    scope: str
    moment: Moment

    @property
    def key(self) -> str:
        """The variable's name in proof files."""
        return f"{self.measure} {self.scope} {self.moment.key}"


@dataclass(frozen=True)
class ClaimSide:
    """Why a row holds: a claim says at least ("low") or at most ("high") so many."""

    claim: str
    side: str


@dataclass(frozen=True)
class Rule:
    """Why a row holds: a rule of counting, R1 to R4 of the methods.

    name: R1 … R4. what: which of its forms ("never falls", "opens", …). count, scope, other:
    what it speaks of; ``other`` is the scope around, or the parts.
    """

    name: str
    what: str
    count: str = ""
    scope: str = ""
    other: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """The sum of coefficient × variable is at least ``least``; ``origin`` says why.

    Every row of the system has this one form: "at most" is written with the signs turned.
    """

    terms: tuple[tuple[Variable, int], ...]
    least: int
    origin: ClaimSide | Rule


Terms = dict[Variable, int]


def held(scope: str, moment: Moment, sign: int = 1, deaths: bool = True) -> Terms:
    """Return the stock of a scope at a moment as a sum of its counts (rule R2)."""
    terms = {
        Variable(DETAINED, scope, moment): sign,
        Variable(RELEASED, scope, moment): -sign,
    }
    if deaths:
        terms[Variable(DIED, scope, moment)] = -sign
    return terms


def add(*sums: Terms) -> Terms:
    """Add sums of counts, leaving out what cancels."""
    total: Terms = {}
    for terms in sums:
        for variable, coefficient in terms.items():
            total[variable] = total.get(variable, 0) + coefficient
    return {variable: coefficient for variable, coefficient in total.items() if coefficient}


def row(terms: Terms, least: int, origin: ClaimSide | Rule) -> Row:
    """Build a row."""
    return Row(tuple(terms.items()), least, origin)
