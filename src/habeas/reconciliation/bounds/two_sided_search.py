"""Numbers squeezed from both sides: what chains of differences prove, and what histories have.

A chain gives a number that cannot be wrong but may be too weak. Where some history has that very
number, nothing tighter can be true. Where the solver shows that none has it, what its proof rests
on is taken in as a new difference, and the chains grow stronger by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from habeas.reconciliation.bounds.cut import cut_of
from habeas.reconciliation.bounds.difference_bounds import LIMIT
from habeas.reconciliation.bounds.elimination import projection_of
from habeas.reconciliation.bounds.nested_scopes import NestedScopes, difference_ends
from habeas.reconciliation.bounds.objective import Objective
from habeas.reconciliation.bounds.witness import Witness
from habeas.reconciliation.rows import Proof, Variable, add
from habeas.reconciliation.system import LinearSystem

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Vector = NDArray[np.float64]
CLOSE = 1e-6
SMALL = 2_000
"""A system of fewer counts is asked about as a whole: several small ones would take longer."""
SHARE = 0.2
"""So many more counts, as a share of all, are added to a projection at a time."""
RESUMED = 4
"""So many ends are sought together again after one was settled alone."""


class TwoSidedSearch:
    """What is proved and what is possible, for many ends of one system.

    differences: by the place of an end, the scope and the two rows of the grid whose difference it
    is. proofs: by place, of ends for which the solver's own proof is the best that there is.
    """

    def __init__(
        self,
        system: LinearSystem,
        nest: NestedScopes,
        ends: Sequence[Objective],
        among: Iterable[int],
    ) -> None:
        """Lay some of the ends out. Those that are no difference of two counts are left alone.

        nest: what its chains prove is known already.
        """
        self.system, self.nest, self.ends = system, nest, ends
        self.differences: dict[int, tuple[str, int, int]] = {}
        for place in among:
            end = ends[place]
            if end.known and (places := difference_ends(dict(end.terms), nest.grid)):
                self.differences[place] = (end.terms[0][0].scope, *places)
        self.proofs: dict[int, Proof] = {}
        self.unlimited: set[int] = set()
        self._sums = self._matrix()
        self._possible = np.full(len(ends), np.inf)
        self._proved = np.full(len(ends), -LIMIT)

    def settle(self) -> list[int]:
        """Find out the truth about every end that has a limit; return those that chains prove.

        First about what can be asked of the fewest moments, then about the days left, some at a
        time: the solver's work grows faster than what it is given.
        """
        self._look_up()
        wanted: set[Variable] = set()
        while left := self._left():
            witness = self._witness(wanted)
            known = [place for place in left if witness.knows(dict(self.ends[place].terms))]
            for places in self._kinds(known):
                self._settle_kind(witness, places)
            for place in known:
                self._settle_unlimited(witness, place)
            wanted = self._next_wanted()
        chained = set(self.differences) - self.unlimited - self.proofs.keys()
        return sorted(chained)

    def _left(self) -> list[int]:
        """Return the ends that are not settled."""
        undecided = [
            place
            for place in self._without_limit(self.differences)
            if place not in self.unlimited and place not in self.proofs
        ]
        return self._open(list(self.differences)) + undecided

    def _witness(self, wanted: Iterable[Variable]) -> Witness:
        """Return what can be asked about some counts, of as few moments as there may be."""
        if len(self.system.index) < SMALL:
            return Witness(self.system)
        return Witness(self.system, projection_of(self.system, self.nest.inside, wanted))

    def _next_wanted(self) -> set[Variable]:
        """Return the counts of some of the ends that are left, those of the first days."""
        found: set[Variable] = set()
        for place in sorted(self._left(), key=lambda place: self.ends[place].day):
            found.update(variable for variable, _ in self.ends[place].terms)
            if len(found) > SHARE * len(self.system.index):
                break
        return found

    def _settle_unlimited(self, witness: Witness, place: int) -> None:
        """Find out whether an end for which there is no chain has a limit all the same."""
        if self._proved[place] > -LIMIT / 2:
            return
        terms = dict(self.ends[place].terms)
        answer = witness.least(terms)
        if answer.value is None:
            self.unlimited.add(place)
        else:
            self.proofs[place] = witness.proof(terms, answer)

    def _settle_kind(self, witness: Witness, places: Sequence[int]) -> None:
        """Seek one history for as many ends as it can serve, and fewer where it served few."""
        size = len(places)
        while left := self._open(places):
            todo = self._compatible(left[: 4 * size])[:size]
            terms = add(*(dict(self.ends[place].terms) for place in todo))
            answer = witness.least(terms)
            history = witness.history(terms, answer)
            if history is not None:
                self.see(history)
            missed = len(self._open(todo))
            if missed and len(todo) == 1:
                self._learn(todo[0], witness.proof(dict(self.ends[todo[0]].terms), answer))
                size = RESUMED
            elif missed == len(todo) or 2 * missed > len(todo):
                size = max(1, len(todo) // RESUMED)
            elif not missed:
                size = max(size * RESUMED, RESUMED**2)

    def _compatible(self, places: Sequence[int]) -> list[int]:
        """Return ends of one scope of which, as far as it alone can tell, one history has all.

        Two differences can both be as small as is proved unless the chains from the upper count of
        each to the lower count of the other, taken together, forbid it.
        """
        proved = self.nest.proved[self.differences[places[0]][0]]
        ends = np.array([self.differences[place][1:] for place in places])
        across = proved[np.ix_(ends[:, 0], ends[:, 1])]
        least = np.diagonal(across)
        fits = across + across.T <= least[:, None] + least[None, :]
        can = np.ones(len(places), dtype=bool)
        chosen: list[int] = []
        for number, place in enumerate(places):
            if can[number]:
                chosen.append(place)
                can &= fits[number]
        return chosen

    def see(self, point: Vector) -> None:
        """Take note of a history: what it has is possible."""
        np.minimum(self._possible, self._sums @ point, out=self._possible)

    def _open(self, places: Sequence[int]) -> list[int]:
        """Return the ends, among some, of which more may be proved than is."""
        chosen = np.asarray(places, dtype=np.int64)
        proved = self._proved[chosen]
        is_open = (self._possible[chosen] > proved + CLOSE) & (proved > -LIMIT / 2)
        return [place for place in chosen[is_open].tolist() if place not in self.proofs]

    def _learn(self, place: int, proof: Proof) -> None:
        """Take in what the solver knows of one end: a difference for the chains, or its proof."""
        scope, upper, lower = self.differences[place]
        lesson = cut_of(proof, scope, upper, lower, self.nest.grid)
        if lesson is not None and proof.least > self._proved[place]:
            self.nest.learn(scope, lesson.upper, lesson.lower, lesson.weight, lesson.origin)
            self._look_up()
        if self._open([place]):
            self.proofs[place] = proof

    def _look_up(self) -> None:
        """Look up what the chains prove by now."""
        by_scope: dict[str, list[int]] = defaultdict(list)
        for place, (scope, _, _) in self.differences.items():
            by_scope[scope].append(place)
        for scope, places in by_scope.items():
            uppers, lowers = zip(*(self.differences[place][1:] for place in places), strict=True)
            self._proved[places] = self.nest.proved[scope][list(uppers), list(lowers)]

    def _without_limit(self, places: Iterable[int]) -> list[int]:
        """Return the ends that no chain limits."""
        return [place for place in places if self._proved[place] <= -LIMIT / 2]

    def _kinds(self, among: Iterable[int]) -> Iterator[list[int]]:
        """Yield the ends of each kind, such first as others follow from.

        What is at most so many on a day is so before; what is at least so many, after.
        """
        kinds: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in sorted(among, key=lambda place: self.ends[place].day):
            kinds[self.ends[place].kind].append(place)
        for _, places in sorted(kinds.items()):
            yield places[::-1] if self.ends[places[0]].high else places

    def _matrix(self) -> csr_matrix:
        from scipy.sparse import csr_matrix  # noqa: PLC0415  (takes a fifth of a second to load)

        index = self.system.index
        entries = [
            (place, index[variable], sign)
            for place in self.differences
            for variable, sign in self.ends[place].terms
        ]
        rows, columns, signs = zip(*entries, strict=True) if entries else ((), (), ())
        return csr_matrix((signs, (rows, columns)), shape=(len(self.ends), len(index)))
