"""How fast a whole timeline is bounded and proved, beside one linear program a question.

``python benchmarks/reconciliation.py [small] [medium] [large]`` writes its section of RESULTS.md.
The plain way asks scipy's linprog (HiGHS) each question anew on the same rows, without any proof;
it is timed on a sample of questions and multiplied up.
"""

from __future__ import annotations

import math
import os
import random
import resource
import sys
import time
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from habeas.reconciliation import PLAIN, TOGETHER, Bound, Case, Question, bounds, place_claims
from habeas.reconciliation.rows.row import Terms
from habeas.reconciliation.system.counting_rules import negative
from habeas.reconciliation.system.linear_system import LinearSystem, linear_system
from habeas.vocabulary import Measure
from results import markdown_table, write_section
from simulated_case import SimulatedCase, simulated_case

SIZES = {"small": (100, 50, 4), "medium": (300, 200, 8), "large": (2000, 500, 12)}
TARGETS = {"small": (0.3, 20), "medium": (5, 50), "large": (120, 100)}
SAMPLE = {"small": 20, "medium": 4, "large": 1}
STOPPED = 1
"""What linprog says of a program that took too long."""
PATIENCE = 90.0
"""Seconds after which one linear program of the plain way is given up, and counted as so long."""
MEASURES = (Measure.HELD, Measure.DETAINED, Measure.RELEASED)


@dataclass(frozen=True)
class Timed:
    """What one size gave: seconds of ours, of the plain way (multiplied up), and the memory.

    ours: seconds by the clock. ours_busy, plain: seconds of processor time, which other work on the
    machine does not stretch as it stretches the clock's.
    """

    questions: int
    ours: float
    ours_busy: float
    plain: float
    sampled: int
    given_up: int
    peak: float
    differing: int


def questions_of(case: SimulatedCase) -> list[Question]:
    """Return the whole timeline: every scope, day and measure."""
    return [
        Question(measure, scope.key, day)
        for scope in case.scopes
        for day in case.days
        for measure in MEASURES
    ]


def timed(size: str) -> Timed:
    """Time one size, ours first, then the plain way on a sample of the same questions."""
    case = simulated_case(*SIZES[size])
    asked = questions_of(case)
    began, busy = time.perf_counter(), time.process_time()
    placed = Case.of(case.claims, place_claims(case.claims, case.scopes), PLAIN)
    found = bounds(placed, case.claims, TOGETHER, asked)
    ours, ours_busy = time.perf_counter() - began, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    moments = {moment for question in asked for moment in question.moments}
    scopes = {question.scope for question in asked}
    system = linear_system(placed, case.claims, TOGETHER, scopes, moments)
    dice = random.Random(1)  # noqa: S311  (a sample, not a secret)
    sample = dice.sample(range(len(asked)), SAMPLE[size])
    peer = Plain.of(system)
    busy = time.process_time()
    differing = sum(differs(found[place], peer.bound(asked[place])) for place in sample)
    plain = (time.process_time() - busy) / len(sample) * len(asked)
    given_up = peer.given_up
    return Timed(len(asked), ours, ours_busy, plain, len(sample), given_up, peak, differing)


@dataclass
class Plain:
    """The plain way: the rows as linprog takes them, laid out once, and a call for each end."""

    system: LinearSystem
    matrix: csr_matrix
    least: np.ndarray
    given_up: int = 0

    @classmethod
    def of(cls, system: LinearSystem) -> Plain:
        """Lay a system out."""
        entries = [
            (number, system.index[variable], -sign)
            for number, row in enumerate(system.rows)
            for variable, sign in row.terms
        ]
        rows, columns, signs = zip(*entries, strict=True)
        shape = (len(system.rows), len(system.index))
        matrix = csr_matrix((signs, (rows, columns)), shape=shape)
        return cls(system, matrix, -np.array([row.least for row in system.rows], dtype=float))

    def bound(self, question: Question) -> tuple[float | None, float | None]:
        """Ask both ends of one question."""
        terms = question.terms(deaths=False)
        low, high = self._least(terms), self._least(negative(terms))
        return low, None if high is None else -high

    def _least(self, terms: Terms) -> float | None:
        """Return the least value; None where there is none, and NaN where it was given up."""
        costs = np.zeros(len(self.system.index))
        for variable, sign in terms.items():
            costs[self.system.index[variable]] = sign
        answer = linprog(
            costs, self.matrix, self.least, bounds=(None, None), method="highs",
            options={"time_limit": PATIENCE},
        )  # fmt: skip
        if answer.status == STOPPED:
            self.given_up += 1
            return math.nan
        return float(answer.fun) if answer.status == 0 else None


def differs(bound: Bound, plain: tuple[float | None, float | None]) -> bool:
    """Say whether two answers differ by more than rounding inward explains.

    What was given up differs from nothing.
    """
    both = ((bound.low, plain[0]), (bound.high, plain[1]))
    pairs = [(one, other) for one, other in both if other is None or not math.isnan(other)]
    return any(
        (one is None) != (other is None)
        or (one is not None and other is not None and abs(one - other) >= 1)
        for one, other in pairs
    )


def load_told() -> str:
    """Tell how many processes wanted the processors meanwhile."""
    wanting = os.getloadavg()[2]
    return f"Meanwhile {wanting:.0f} processes on average wanted the {os.cpu_count()} processors."


def main(sizes: list[str]) -> None:
    """Time the sizes named, or all, and write the table."""
    rows: list[list[object]] = []
    for size in sizes or list(SIZES):
        print(f"{size}: bounding the whole timeline", flush=True)
        one = timed(size)
        claims, days, scopes = SIZES[size]
        than = "more than " if one.given_up else ""
        left_out = f" ({one.given_up} ends given up)" if one.given_up else ""
        seconds, times = TARGETS[size]
        rows.append([
            f"{claims} × {days} × {scopes}", one.questions, f"{one.ours:.2f} (target {seconds})",
            f"{one.ours_busy:.2f}", f"{than}{one.plain:,.0f}",
            f"{than}{one.plain / one.ours_busy:,.0f} (target {times})",
            f"{one.peak:.0f}", f"{one.differing} of {one.sampled}{left_out}",
        ])  # fmt: skip
        print(rows[-1], flush=True)
    columns = ["claims × days × scopes", "questions, two ends each", "ours, s, with proofs"]
    columns += ["ours, processor s", "plain way, processor s (extrapolated)", "times as fast"]
    columns += ["peak MiB", "answers that differ"]
    told = "The plain way is one scipy linprog (HiGHS) call an end, timed on a random sample of "
    told += "questions in the same process and multiplied up; it proves nothing. Times as fast is "
    told += "told in processor time. One program of the plain way is given up after "
    told += f"{PATIENCE:.0f} s and counted as that. {load_told()}"
    write_section(
        "Reconciliation", f"{markdown_table(columns, rows)}\n\n{told}",
        ("habeas", "highspy", "numpy", "scipy"),
    )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
