"""Hitting sets of least weight: claims of which every conflict has one.

Few conflicts are settled by branching, which loads no solver; many as an integer program.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

import highspy
import numpy as np
from numpy.typing import NDArray

from habeas.reconciliation.contradictions.infeasible_subsets import Subset
from habeas.reconciliation.system import silent_solver

CENT = 1e-6
"""Costs that differ by less are equal."""
NODES = 2_000
"""So many choices are looked at one by one before the integer program is asked."""


def lightest_hitting_set(
    conflicts: Sequence[Subset],
    prices: Mapping[str, float],
    told_in: Mapping[str, Mapping[object, float]] | None = None,
) -> Subset:
    """Choose claims of least total price of which every conflict contains one.

    told_in: what is paid for each claim, by breath; a breath is paid for once, at its dearest.
    Of equal prices the choice of the most contested claims is taken, then of the first by id.
    """
    if not conflicts:
        return frozenset()
    times = Counter(chain(*conflicts))
    claims = sorted(times)
    most = max(times.values())
    dear = {
        claim: 1 + most - times[claim] + place / (2 * len(claims)) / len(claims)
        for place, claim in enumerate(claims)
    }
    paid = told_in or {claim: {claim: prices[claim]} for claim in claims}
    found = Branching(paid, dear, apart=told_in is None).lightest(conflicts)
    return by_integer_program(conflicts, paid, dear) if found is None else found


def by_integer_program(
    conflicts: Sequence[Subset],
    told_in: Mapping[str, Mapping[object, float]],
    dear: Mapping[str, float],
) -> Subset:
    """Choose by HiGHS. dear: what each claim adds among choices of equal price."""
    claims = list(dear)
    table = HittingTable(claims, told_in)
    solver = silent_solver()
    solver.passModel(table.model(conflicts))
    solver.run()
    least = float(solver.getInfo().objective_function_value)
    costs = table.costs
    solver.addRow(
        -highspy.kHighsInf, least + CENT, len(costs), np.arange(len(costs), dtype=np.int32), costs
    )
    second = np.array([*dear.values(), *[0.0] * (len(costs) - len(claims))])
    solver.changeColsCost(len(second), np.arange(len(second), dtype=np.int32), second)
    solver.run()
    chosen = np.asarray(solver.getSolution().col_value) > 0.5
    return frozenset(claim for claim, taken in zip(claims, chosen, strict=False) if taken)


@dataclass
class Branching:
    """A search for the lightest hitting set, claim by claim of a conflict that is not hit.

    told_in: what is paid for each claim, by breath. dear: what each adds among choices of equal
    price. apart: whether no two claims share a breath. nodes: how many choices may still be looked
    at.
    """

    told_in: Mapping[str, Mapping[object, float]]
    dear: Mapping[str, float]
    apart: bool
    nodes: int = NODES
    best: Subset | None = None
    price: float = math.inf
    second: float = math.inf

    def lightest(self, conflicts: Sequence[Subset]) -> Subset | None:
        """Return the lightest hitting set; None where there is too much to look at."""
        self._choose(sorted(conflicts, key=len), frozenset(), frozenset())
        return self.best if self.nodes > 0 else None

    def _choose(self, conflicts: Sequence[Subset], chosen: Subset, barred: Subset) -> None:
        self.nodes -= 1
        paid = self.cost(chosen)
        if self.nodes <= 0 or paid + self._still(conflicts, barred) > self.price + CENT:
            return
        if not conflicts:
            self._keep(chosen, paid)
            return
        open_to = min((conflict - barred for conflict in conflicts), key=len)
        for claim in sorted(
            open_to, key=lambda each: (self.cost(chosen | {each}), self.dear[each])
        ):
            left = [conflict for conflict in conflicts if claim not in conflict]
            self._choose(left, chosen | {claim}, barred)
            barred |= {claim}

    def _keep(self, chosen: Subset, paid: float) -> None:
        """Take a choice if it is lighter than the best, or as light and better among equals."""
        second = sum(self.dear[claim] for claim in chosen)
        if paid < self.price - CENT or second < self.second:
            self.best, self.second = chosen, second
            self.price = min(paid, self.price)

    def _still(self, conflicts: Sequence[Subset], barred: Subset) -> float:
        """Return what must still be paid at least: of conflicts that share no claim, for each."""
        if not self.apart:
            return 0.0
        hit: set[str] = set()
        least = 0.0
        for conflict in conflicts:
            if hit.isdisjoint(conflict):
                hit |= conflict
                least += min((self.cost([each]) for each in conflict - barred), default=math.inf)
        return least

    def cost(self, claims: Iterable[str]) -> float:
        """Return what some claims cost: each breath once, at its dearest."""
        dearest: dict[object, float] = {}
        for claim in claims:
            for breath, price in self.told_in[claim].items():
                dearest[breath] = max(dearest.get(breath, 0.0), price)
        return sum(dearest.values())


@dataclass(frozen=True)
class HittingTable:
    """Claims, and what is paid when they are set aside, as columns of an integer program.

    A breath with claims of several prices has a column for each: what it costs more than the one
    before.
    """

    claims: Sequence[str]
    told_in: Mapping[str, Mapping[object, float]]

    @cached_property
    def levels(self) -> Sequence[tuple[object, float, float]]:
        """For each breath its prices, lowest first, and how much each is more than the last."""
        found: dict[object, set[float]] = defaultdict(set)
        for claim in self.claims:
            for breath, price in self.told_in[claim].items():
                found[breath].add(price)
        return [
            (breath, price, price - before)
            for breath, prices in found.items()
            for before, price in pairwise((0.0, *sorted(prices)))
        ]

    @property
    def costs(self) -> NDArray[np.float64]:
        """What each column costs: claims nothing by themselves."""
        return np.array([0.0] * len(self.claims) + [more for _, _, more in self.levels])

    def model(self, conflicts: Sequence[Subset]) -> highspy.HighsLp:
        """Return the program: a claim of every conflict, and every breath that it is told in."""
        place = {claim: number for number, claim in enumerate(self.claims)}
        rows = [([place[claim] for claim in sorted(each)], [1.0] * len(each), 1.0)
                for each in conflicts]  # fmt: skip
        rows += [
            ([place[claim], len(place) + number], [-1.0, 1.0], 0.0)
            for number, (breath, price, _) in enumerate(self.levels)
            for claim in self.claims
            if self.told_in[claim].get(breath, -1.0) >= price
        ]
        model = highspy.HighsLp()
        columns = len(place) + len(self.levels)
        model.num_col_, model.num_row_ = columns, len(rows)
        model.col_cost_ = self.costs
        model.col_lower_, model.col_upper_ = np.zeros(columns), np.ones(columns)
        model.row_lower_ = np.array([least for _, _, least in rows])
        model.row_upper_ = np.full(len(rows), highspy.kHighsInf)
        whole, part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        model.integrality_ = [whole] * len(place) + [part] * len(self.levels)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.cumsum([0, *(len(ids) for ids, _, _ in rows)], dtype=np.int32)
        model.a_matrix_.index_ = np.array(list(chain(*(ids for ids, _, _ in rows))), dtype=np.int32)
        model.a_matrix_.value_ = np.array(list(chain(*(values for _, values, _ in rows))))
        return model
