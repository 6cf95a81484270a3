"""HiGHS behind one face: least values, and least violations, with the multipliers that prove them.

Nothing it answers is trusted: `proof` checks each multiplier in exact arithmetic.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import highspy
import numpy as np
from numpy.typing import NDArray

from habeas.reconciliation.rows import Proof, Terms, prove
from habeas.reconciliation.system.linear_system import LinearSystem, claim_of
from habeas.vocabulary import HabeasError

FREE = highspy.kHighsInf
TOLERANCE = 1e-7
LARGE = 4_000
"""From so many rows on the first answer comes from an interior point; the simplex goes on from
there. To begin at nothing takes the simplex many times as long as to follow a change."""
Vector = NDArray[np.float64]


NO_LIMIT = (
    highspy.HighsModelStatus.kUnbounded,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)


class SolverError(HabeasError):
    """Raised when the linear solver gives no answer where one is needed."""


class Ending(StrEnum):
    """How the solver ended.

    OPTIMAL: it reached the least value. NO_LIMIT: there is none below. NO_ANSWER: it came to no
    end, as it may over numbers that lie far apart (hundreds of millions beside a few).
    """

    OPTIMAL = "optimal"
    NO_LIMIT = "no limit"
    NO_ANSWER = "no answer"


def nothing() -> Vector:
    """Return no numbers: none were found."""
    return np.zeros(0)


@dataclass(frozen=True)
class Answer:
    """What the solver found, and how it ended.

    value: the least value of what was asked; None where it has no lower limit, or none was found.
    multipliers: one a row of the system, zero or more (rows are "at least").
    point: one number a variable of the system, at which the value is reached.
    """

    system: LinearSystem
    ended: Ending
    value: float | None = None
    multipliers: Vector = field(default_factory=nothing)
    point: Vector = field(default_factory=nothing)

    @cached_property
    def violation(self) -> Mapping[str, float]:
        """By claim, by how many people its rows are missed at ``point``; what holds is left out."""
        table = self.system.table
        reached = np.bincount(
            table.rows, table.numbers * self.point[table.columns], len(self.system.rows)
        )
        first = len(self.system.rules)
        missing = (table.least - reached)[first:]
        missed: dict[str, float] = {}
        for place in np.flatnonzero(missing > TOLERANCE).tolist():
            claim = claim_of(self.system.claims[place])
            missed[claim] = max(missed.get(claim, 0.0), float(missing[place]))
        return missed


class Program:
    """A linear system loaded into the solver once and asked many times.

    What is solved is the dual: one multiplier a row, zero or more, whose weighted rows add up to
    the sum that is asked about. A claim's weight is the price of missing it by one person and the
    greatest multiplier it may have; a claim without a weight is held exactly, one of weight 0 is
    switched off. Between questions only right-hand sides and limits change, so that the solver
    starts each time from the last answer and stays dual feasible.
    """

    def __init__(self, system: LinearSystem, most: float = FREE) -> None:
        """Hold a system ready; every claim is held exactly at first.

        most: what the multipliers of all claims together may be.
        """
        self.system = system
        self._most = most
        self._claims = np.arange(len(system.rules), len(system.rows), dtype=np.int32)
        self._upper = np.full(len(self._claims), FREE)
        self._asked: dict[int, float] = {}
        self._begun = False

    @cached_property
    def _highs(self) -> highspy.Highs:
        """The solver, loaded when it is first asked: many systems are asked in one way only."""
        highs = silent_solver()
        if len(self.system.rows) < LARGE:
            highs.setOptionValue("presolve", "off")
        highs.passModel(self._dual())
        return highs

    @cached_property
    def _searcher(self) -> Program:
        """The same system, in which the multipliers of all claims together are limited to one."""
        return Program(self.system, most=1.0)

    def _dual(self) -> highspy.HighsLp:
        table, rows, counts = self.system.table, len(self.system.rows), len(self.system.index)
        # The last row adds the multipliers of all claims up.
        one = np.ones(len(self._claims), dtype=np.int32)
        number = np.r_[table.rows, self._claims]
        place = np.r_[table.columns, one * counts]
        order = np.lexsort((place, number))
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = rows, counts + 1
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_ = table.least
        model.col_lower_, model.col_upper_ = np.zeros(rows), np.full(rows, FREE)
        model.row_lower_ = np.r_[np.zeros(counts), -FREE]
        model.row_upper_ = np.r_[np.zeros(counts), self._most]
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        starts = np.searchsorted(number[order], np.arange(rows + 1))
        model.a_matrix_.start_ = starts.astype(np.int32)
        model.a_matrix_.index_ = place[order].astype(np.int32)
        model.a_matrix_.value_ = np.r_[table.numbers, one][order].astype(float)
        return model

    def weigh(self, weights: Mapping[str, float]) -> None:
        """Set the price of missing each claim by one person; claims not named are held exactly."""
        upper = np.array([weights.get(claim, FREE) for claim in self.system.claim_of_row])
        changed = np.flatnonzero(upper != self._upper)
        if len(changed):
            zeros = np.zeros(len(changed))
            self._highs.changeColsBounds(len(changed), self._claims[changed], zeros, upper[changed])
        self._upper = upper

    def conflict_in(self, among: Collection[str]) -> frozenset[str] | None:
        """Return claims that cannot all hold, few of them, or None where all of ``among`` can.

        The multipliers of all claims together are limited to one, so that the solver looks for
        the one derivation that gains most instead of adding up many.
        """
        weights = {claim: FREE if claim in among else 0.0 for claim in self.system.claim_ids}
        self._searcher.weigh(weights)
        answer = self._searcher.least({})
        if not answer.value or answer.value <= TOLERANCE:
            return None
        used = answer.multipliers[self._claims] > TOLERANCE
        pairs = zip(self.system.claim_of_row, used, strict=True)
        return frozenset(claim for claim, taken in pairs if taken)

    def conflict_proof(self, claims: Collection[str]) -> Proof | None:
        """Return the proof, checked, that some claims cannot all hold, or None where they can."""
        self.weigh({claim: 1.0 if claim in claims else 0.0 for claim in self.system.claim_ids})
        answer = self.least({})
        if not answer.value or answer.value <= TOLERANCE:
            return None
        return prove({}, self.system.rows, list(answer.multipliers))

    def is_proved(self, claims: Collection[str]) -> bool:
        """Whether it is proved that some claims cannot all hold."""
        return self.conflict_proof(claims) is not None

    def least(self, terms: Terms) -> Answer:
        """Find the least value of a sum of counts, less the price of what is missed.

        Raises SolverError where the solver comes to no end.
        """
        answer = self.attempt(terms)
        if answer.ended is Ending.NO_ANSWER:
            raise SolverError(
                "The linear solver stopped without an answer. "
                "Do the trusted claims contradict one another?"
            )
        return answer

    def attempt(self, terms: Terms) -> Answer:
        """Find the least value as `least` does, and tell how the solver ended in any case."""
        wanted = {self.system.index[variable]: float(sign) for variable, sign in terms.items()}
        if not self.system.rows:
            # Nothing is claimed of any day: every count is free, and the solver knows no such case.
            somewhere = np.zeros(len(self.system.index))
            if wanted:
                return Answer(self.system, Ending.NO_LIMIT, point=somewhere)
            return Answer(self.system, Ending.OPTIMAL, 0.0, point=somewhere)
        for place in self._asked.keys() | wanted.keys():
            times = wanted.get(place, 0.0)
            self._highs.changeRowBounds(place, times, times)
        self._asked = wanted
        status = self._run()
        if status == highspy.HighsModelStatus.kOptimal:
            return self._answer()
        unlimited = status == highspy.HighsModelStatus.kInfeasible
        return Answer(self.system, Ending.NO_LIMIT if unlimited else Ending.NO_ANSWER)

    def _run(self) -> highspy.HighsModelStatus:
        """Solve; the first time, if there is much to solve, from within."""
        if not self._begun and len(self.system.rows) >= LARGE:
            self._highs.setOptionValue("solver", "ipx")
            self._highs.run()
            self._highs.setOptionValue("solver", "choose")
            if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                self._highs.clearSolver()
                self._highs.run()
        else:
            self._highs.run()
        self._begun = True
        status = self._highs.getModelStatus()
        return self._without_limit() if status in NO_LIMIT else status

    def _without_limit(self) -> highspy.HighsModelStatus:
        """Solve from nothing where an answer seems to have no limit.

        What is simplified beforehand may leave open on which side; and a basis that was left by
        another question may be so near to singular that a direction without end is seen in it
        where there is none.
        """
        self._highs.clearSolver()
        self._highs.setOptionValue("presolve", "off")
        self._highs.run()
        self._highs.setOptionValue("presolve", "choose")
        return self._highs.getModelStatus()

    def _answer(self) -> Answer:
        solution = self._highs.getSolution()
        point = np.asarray(solution.row_dual)[:-1]
        value = float(self._highs.getInfo().objective_function_value)
        return Answer(self.system, Ending.OPTIMAL, value, np.asarray(solution.col_value), point)


def silent_solver() -> highspy.Highs:
    """Return a solver that prints nothing and uses one thread."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy leaves it untyped
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    return solver
