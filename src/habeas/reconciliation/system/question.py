"""Questions to the system: how many people, in which scope, on which day or over which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from habeas.reconciliation.rows import UNACCOUNTED, Moment, Terms, Variable, add, held
from habeas.vocabulary import InputError, Measure

EARLIEST_YEAR = 1000
FORM = (
    'Ask like "held protest_detainees 2026-01-01" or '
    '"released political_prisoners 2026-01-08..2026-01-26".'
)


class Derived(StrEnum):
    """What can be asked though nobody counts it: it follows from figures alone."""

    UNACCOUNTED = "unaccounted"

    @property
    def is_flow(self) -> bool:
        """Whether people are counted over a period: they are not, but on a day."""
        return False


ASKED: dict[str, Measure | Derived] = {each.value: each for each in (*Measure, *Derived)}


@dataclass(frozen=True)
class Question:
    """How many people a measure counts.

    measure: one that claims count, or those unaccounted for. scope, minus: people in ``scope`` and
    not in ``minus`` ("" for nobody to leave out).
    end: the day of a stock, the last day of a flow. start: a flow's first day; None for all since
    the scope began.
    """

    measure: Measure | Derived
    scope: str
    end: date
    start: date | None = None
    minus: str = ""

    @classmethod
    def parse(cls, text: str) -> Question:
        """Read "MEASURE SCOPE DAY", "MEASURE SCOPE FIRST..LAST" or with "SCOPE-SCOPE".

        A scope's key may hold spaces. Raises InputError where the text is not such a question.
        """
        measure, _, rest = text.strip().partition(" ")
        scope, _, days = rest.strip().rpartition(" ")
        if measure not in ASKED or not scope:
            raise InputError("is not a question", FORM, value=text)
        first, dots, last = days.partition("..")
        end = day(last if dots else first, text)
        start = day(first, text) if dots else None
        if start and (start > end or not ASKED[measure].is_flow):
            problem = "asks for a stock over a period" if start <= end else "ends before it starts"
            raise InputError(problem, FORM, value=text)
        whole, _, minus = scope.strip().partition("-")
        if minus.strip() and ASKED[measure] is Derived.UNACCOUNTED:
            raise InputError(
                "asks who is unaccounted for in one scope without another",
                "Ask for each scope by itself.", value=text,
            )  # fmt: skip
        return cls(ASKED[measure], whole.strip(), end, start, minus.strip())

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes it speaks of."""
        return (self.scope, self.minus) if self.minus else (self.scope,)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The moments it speaks of."""
        ends = (Moment.end_of(self.end),)
        return (Moment.end_of(self.start - timedelta(days=1)), *ends) if self.start else ends

    def terms(self, deaths: bool = True) -> Terms:
        """Return what is asked as a sum of counts."""
        parts = [self._in_scope(self.scope, 1, deaths)]
        if self.minus:
            parts.append(self._in_scope(self.minus, -1, deaths))
        return add(*parts)

    def _in_scope(self, scope: str, sign: int, deaths: bool) -> Terms:
        end = self.moments[-1]
        if self.measure is Measure.HELD:
            return held(scope, end, sign, deaths)
        if self.measure is Derived.UNACCOUNTED:
            return {Variable(UNACCOUNTED, scope, end): sign}
        counted = {Variable(self.measure.value, scope, end): sign}
        if self.start is None:
            return counted
        return add(counted, {Variable(self.measure.value, scope, self.moments[0]): -sign})

    def __str__(self) -> str:
        """Return the question as `parse` reads it."""
        scope = f"{self.scope}-{self.minus}" if self.minus else self.scope
        days = f"{self.start}..{self.end}" if self.start else str(self.end)
        return f"{self.measure} {scope} {days}"


def day(text: str, question: str) -> date:
    """Read an ISO day. Raises InputError, showing the whole question."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise InputError("holds no day that could be read", FORM, value=question) from None
    if found.year < EARLIEST_YEAR:
        raise InputError("lies too far back", FORM, value=text)
    return found
