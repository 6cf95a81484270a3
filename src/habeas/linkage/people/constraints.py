"""What linkage must obey: decisions, lists that name nobody twice, rows that name nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.linkage.names import Nameless, Rows
from habeas.linkage.people.components import components
from habeas.vocabulary import Decision, InputError, Judgement, RecordKey, in_force

NO_LIST = -1


class DecisionConflict(InputError):
    """Raised when decisions, or decisions and a list without duplicates, contradict one another."""


@dataclass(frozen=True)
class Constraints:
    """Pairs that must be one person, pairs that must not, and the lists that name nobody twice.

    same, different: shape (pairs, 2), rows. exclusive: for each row the number of its list if that
    list names nobody twice, else NO_LIST. nameless: the rows that name nobody, and national ids.
    """

    same: NDArray[np.int64]
    different: NDArray[np.int64]
    exclusive: NDArray[np.int64]
    nameless: Nameless

    @classmethod
    def of(
        cls,
        places: Mapping[RecordKey, int],
        decisions: Iterable[Decision],
        exclusive: NDArray[np.int64],
    ) -> Constraints:
        """Take the decisions in force about records at ``places``.

        Raises InputError where a decision names a record that is not there, and DecisionConflict
        where not all can be obeyed.
        """
        valid = in_force(decisions)
        rows = {one: _pairs(places, valid, one) for one in (Judgement.SAME, Judgement.DIFFERENT)}
        named = Nameless.none(len(exclusive))
        found = cls(rows[Judgement.SAME], rows[Judgement.DIFFERENT], exclusive, named)
        found.refuse_conflicts({place: key for key, place in places.items()})
        return found

    @property
    def decided(self) -> Rows:
        """The rows that decisions name."""
        return np.unique(np.concatenate([self.same.ravel(), self.different.ravel()]))

    def moved(self, node: NDArray[np.int64], first: Rows, nameless: Nameless) -> Constraints:
        """Return the constraints on nodes instead of rows; nameless: of the nodes."""
        return Constraints(node[self.same], node[self.different], self.exclusive[first], nameless)

    def refuse_conflicts(self, keys: Mapping[int, RecordKey]) -> None:
        """Raise DecisionConflict where "same" decisions lead to what another rule forbids."""
        group = components(len(self.exclusive), self.same[:, 0], self.same[:, 1])
        for left, right in self.different.tolist():
            if group[left] == group[right]:
                raise DecisionConflict(
                    f"{_told(keys[left])} and {_told(keys[right])} are decided to be different "
                    f"people, but other decisions make them one: {self._chain(left, right, keys)}",
                    "Withdraw one of these decisions.",
                )
        for row in np.flatnonzero(
            (self.exclusive >= 0) & (group != np.arange(len(group)))
        ).tolist():
            others = np.flatnonzero((group == group[row]) & (self.exclusive == self.exclusive[row]))
            if len(others) > 1:
                one, other = others[:2].tolist()
                raise DecisionConflict(
                    f"{_told(keys[one])} and {_told(keys[other])} are decided to be one person, "
                    f"but their list names nobody twice: {self._chain(one, other, keys)}",
                    "Withdraw a decision, or do not call the list free of duplicates.",
                )

    def _chain(self, start: int, end: int, keys: Mapping[int, RecordKey]) -> str:
        """Tell the decisions that lead from one record to another."""
        near: dict[int, list[int]] = {}
        for left, right in self.same.tolist():
            near.setdefault(left, []).append(right)
            near.setdefault(right, []).append(left)
        before = {start: start}
        queue = [start]
        for row in queue:
            for other in near.get(row, ()):
                if other not in before:
                    before[other] = row
                    queue.append(other)
        path = [end]
        while path[-1] != start:
            path.append(before[path[-1]])
        return " = ".join(_told(keys[row]) for row in reversed(path))


def _pairs(
    places: Mapping[RecordKey, int], decisions: Sequence[Decision], judgement: Judgement
) -> NDArray[np.int64]:
    found = []
    for decision in decisions:
        for key in decision.pair:
            if key not in places:
                raise InputError(
                    f"names {_told(key)}, which is in no list",
                    "Give the lists that the decisions speak of, with the names they had.",
                    file="decisions",
                )
        if decision.judgement is judgement:
            found.append([places[key] for key in decision.pair])
    return np.array(found, np.int64).reshape(-1, 2)


def _told(key: RecordKey) -> str:
    return f"{key.list_name} row {key.row}"
