"""One end of a bound: the least value of a sum of counts, or the greatest with all signs turned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from habeas.reconciliation.rows import DIED, ENTERED, Terms, Variable
from habeas.reconciliation.system import LinearSystem, Question, negative
from habeas.vocabulary import InputError, Measure


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
    def both(
        cls, question: Question, system: LinearSystem, keepers: Mapping[str, str]
    ) -> tuple[Objective, Objective]:
        """Return the ends of a question; deaths are left out where the system counts none.

        keepers: whose register each scope is, "" where it is nobody's.
        """
        index = system.index
        terms = question.terms()
        if question.measure is Measure.REGISTERED:
            terms = entered(question, terms, system, keepers.get(question.scope, ""))
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


def entered(question: Question, terms: Terms, system: LinearSystem, keeper: str) -> Terms:
    """Return a sum of entries as the one register counts them that a system speaks of.

    keeper: whose register the scope is: of several registers, that one is asked of. Raises
    InputError where the scope is nobody's and the system speaks of several.
    """
    counts = {
        variable.measure
        for variable in system.index
        if variable.scope in question.scopes and variable.measure.startswith(ENTERED)
    }
    if f"{ENTERED}{keeper}" in counts:
        counts = {f"{ENTERED}{keeper}"}
    if len(counts) > 1:
        names = ", ".join(sorted(count.removeprefix(ENTERED) for count in counts))
        raise InputError(
            f"is asked of several registers: {names}",
            "Trust one of them (--trust), or say whose the scope is (register_of).",
            value=str(question),
        )  # fmt: skip
    count = next(iter(counts), Measure.REGISTERED.value)
    return {variable._replace(measure=count): sign for variable, sign in terms.items()}
