"""The ends of bounds, proved: by chains of differences where they reach, else by the solver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from habeas.reconciliation.chains import Chains
from habeas.reconciliation.grid import LIMIT
from habeas.reconciliation.nested import Nest, difference_ends, nest_of
from habeas.reconciliation.proof import Proof, assembled_checked, prove
from habeas.reconciliation.question import Question
from habeas.reconciliation.row import DIED, Rule, Variable, add, row
from habeas.reconciliation.rules import negative
from habeas.reconciliation.solver import Answer, Program
from habeas.reconciliation.system import LinearSystem

FEW = 12
"""So few ends, or fewer than a quarter of the moments, are left to the solver alone."""
TOGETHER = 8
"""So many ends of neighbouring days are sought in one history: most can be reached at once."""
CLOSE = 1e-6


@dataclass(frozen=True)
class End:
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
    def of(cls, question: Question, system: LinearSystem, high: bool) -> End:
        """Return an end of a question; deaths are left out where the system counts none."""
        terms = question.terms()
        uncounted = {var for var in terms if var.measure == DIED and var not in system.index}
        if len(uncounted) < len(terms):
            terms = {var: sign for var, sign in terms.items() if var not in uncounted}
        known = bool(terms) and all(variable in system.index for variable in terms)
        kind = (*question.scopes, question.measure, str(high))
        turned = negative(terms) if high else terms
        return cls(tuple(turned.items()), known, high, kind, str(question.end))


def proved_ends(
    system: LinearSystem, inside: Iterable[tuple[str, str]], ends: Sequence[End]
) -> list[Proof | None]:
    """Prove the least value of each end; None where there is none.

    Only deaths may be counted by nobody: then none are assumed.
    """
    proofs = [None if each.known else no_deaths(each) for each in ends]
    left = [place for place, each in enumerate(ends) if each.known]
    if not left:
        return proofs
    search = Search(system, ends, proofs)
    few = max(FEW, len({variable.moment for variable in system.index}) // 4)
    if len(left) > few and all(variable.measure != DIED for variable in system.index):
        left = search.by_chains(nest_of(system, inside))
    for place in sorted(left, key=lambda place: (ends[place].kind, ends[place].day)):
        search.by_solver(place)
    return proofs


def no_deaths(end: End) -> Proof:
    """Prove that deaths which no claim counts are none."""
    scope = end.terms[0][0].scope
    rule = Rule("R2", "no deaths reported", DIED, scope)
    if not end.high:
        rule = Rule("R1", "never falls", DIED, scope)
    return assembled_checked(dict(end.terms), [(Fraction(1), row(dict(end.terms), 0, rule))])


class Search:
    """Fills in the proofs of many ends of one system."""

    def __init__(
        self, system: LinearSystem, ends: Sequence[End], proofs: list[Proof | None]
    ) -> None:
        """Load the system into the solver."""
        self.system, self.ends, self.proofs = system, ends, proofs
        self.program = Program(system)

    def by_solver(self, place: int) -> None:
        """Prove one end by the solver's multipliers."""
        self.take(place, self.program.least(dict(self.ends[place].terms)))

    def take(self, place: int, answer: Answer) -> None:
        """Prove one end by what the solver answered when asked for it alone."""
        if answer.value is not None:
            terms = dict(self.ends[place].terms)
            self.proofs[place] = prove(terms, self.system.rows, list(answer.multipliers))

    def by_chains(self, nest: Nest) -> list[int]:
        """Prove the ends that chains of differences prove, and return those they do not.

        A chain gives a number that cannot be wrong but may be too weak. It is taken where some
        history, found by the solver, reaches it; one history serves for many ends.
        """
        nest.prove_all()
        chains = Chains(nest)
        differences = self._differences(nest)
        values = np.full(len(self.ends), -LIMIT)
        for place, (scope, upper, lower) in differences.items():
            values[place] = nest.proved[scope][upper, lower]
        reached = self._reached(values)
        for place in np.flatnonzero(reached).tolist():
            terms = dict(self.ends[place].terms)
            self.proofs[place] = chains.proof(*differences[place], terms)
        return [
            place for place, end in enumerate(self.ends) if end.known and self.proofs[place] is None
        ]

    def _differences(self, nest: Nest) -> dict[int, tuple[str, int, int]]:
        found: dict[int, tuple[str, int, int]] = {}
        for place, end in enumerate(self.ends):
            places = difference_ends(dict(end.terms), nest.grid) if end.known else None
            if places is not None:
                found[place] = (end.terms[0][0].scope, *places)
        return found

    def _reached(self, values: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Say which values some history reaches; the solver is asked for a few ends at a time."""
        sums = self._matrix()
        reached = np.zeros(len(values), dtype=bool)
        tried = values <= -LIMIT / 2
        for places in self._kinds():
            while len(todo := [place for place in places if not tried[place]][:TOGETHER]):
                for chosen in (todo, todo[:1]) if len(todo) > 1 else (todo,):
                    terms = add(*(dict(self.ends[place].terms) for place in chosen))
                    answer = self.program.least(terms)
                    if answer.value is not None:
                        reached |= ~tried & (sums @ answer.point <= values + CLOSE)
                        tried |= reached
                    if tried[todo[0]]:
                        break
                else:
                    self.take(todo[0], answer)
                tried[todo[0]] = True
        return reached

    def _kinds(self) -> list[list[int]]:
        kinds: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in sorted(range(len(self.ends)), key=lambda place: self.ends[place].day):
            if self.ends[place].known:
                kinds[self.ends[place].kind].append(place)
        return [places for _, places in sorted(kinds.items())]

    def _matrix(self) -> csr_matrix:
        index = self.system.index
        entries = [
            (place, index[variable], sign)
            for place, end in enumerate(self.ends)
            if end.known
            for variable, sign in end.terms
        ]
        rows, columns, signs = zip(*entries, strict=True)
        return csr_matrix((signs, (rows, columns)), shape=(len(self.ends), len(index)))
