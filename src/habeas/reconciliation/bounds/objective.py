"""One end of a bound: the least value of a sum of counts, or the greatest with all signs turned."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.reconciliation.rows import DIED, Variable
from habeas.reconciliation.system import LinearSystem, Question, negative
from habeas.vocabulary import Measure


@dataclass(frozen=True)
class Objective:
    """One end of one bound: the least value of ``terms`` (of the turned sum for the high end).

    known: whether the system speaks of these counts at all. kind, day: ends of one kind on days
    that follow one another are asked in that order, since little changes between them.
    """

    terms: tuple[tuple[Variable, int], ...]
    known: bool
    high: bool
    kind: tuple[str, ...]
    day: str

    @classmethod
    def both(cls, question: Question, system: LinearSystem) -> tuple[Objective, Objective]:
        """Return the ends of a question; deaths are left out where the system counts none."""
        index = system.index
        terms = question.terms()
        uncounted = {var for var in terms if var.measure == DIED and var not in index}
        if uncounted and len(uncounted) < len(terms):
            terms = {var: sign for var, sign in terms.items() if var not in uncounted}
        if question.measure is Measure.HELD:
            terms = system.balance.stock(terms)
        known = bool(terms) and all(variable in index for variable in terms)
        kind, day = (*question.scopes, question.measure.value), str(question.end)
        low = cls(tuple(terms.items()), known, False, (*kind, "low"), day)
        high = cls(tuple(negative(terms).items()), known, True, (*kind, "high"), day)
        return low, high
