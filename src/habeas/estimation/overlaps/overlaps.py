"""How the lists of a case overlap: how many people are on exactly which lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from habeas.vocabulary import InputError

Patterns = np.ndarray[Any, np.dtype[np.bool_]]
Counts = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, eq=False)
class Overlaps:
    """People counted by the set of lists that they are on.

    lists: the names. patterns: patterns x lists, True where people of the pattern are on the
    list, each pattern once, none of them empty of lists. counts: people of each pattern, above 0.
    """

    lists: tuple[str, ...]
    patterns: Patterns
    counts: Counts

    @property
    def observed(self) -> int:
        """How many people are on any list."""
        return int(self.counts.sum())

    @cached_property
    def shared(self) -> Counts:
        """Lists x lists: how many people two lists share; on the diagonal the lists' sizes."""
        members = self.patterns.astype(np.int64)
        return np.asarray(members.T @ (members * self.counts[:, None]))

    @property
    def sizes(self) -> Mapping[str, int]:
        """How many people each list holds."""
        return dict(zip(self.lists, map(int, np.diag(self.shared)), strict=True))

    def keep(self, lists: Sequence[str]) -> Overlaps:
        """Return the table of these lists alone; people on none of them drop out."""
        columns = [self.lists.index(name) for name in lists]
        return overlaps(tuple(lists), self.patterns[:, columns], self.counts)

    def without(self, name: str) -> Overlaps:
        """Return the table without one list."""
        return self.keep([other for other in self.lists if other != name])

    def cells(self) -> tuple[Patterns, Counts]:
        """Return all 2^lists - 1 patterns, also those of nobody, and the people of each."""
        width = len(self.lists)
        codes = np.arange(1, 2**width)
        every = (codes[:, None] >> np.arange(width) & 1).astype(bool)
        counts = np.zeros(len(codes), np.int64)
        counts[(self.patterns @ (1 << np.arange(width))) - 1] = self.counts
        return every, counts


def overlaps(lists: tuple[str, ...], patterns: Any, counts: Any) -> Overlaps:  # noqa: ANN401 (whatever numpy reads)
    """Build a table: equal patterns are added up, patterns of nobody and on no list left out."""
    people = np.asarray(counts, np.int64)
    rows = np.asarray(patterns, bool).reshape(len(people), len(lists))
    used = (people > 0) & rows.any(axis=1)
    if not used.any():
        return Overlaps(lists, rows[:0], people[:0])
    unique, which = np.unique(rows[used], axis=0, return_inverse=True)
    added = np.bincount(which.ravel(), people[used], len(unique)).astype(np.int64)
    return Overlaps(lists, unique, added)


def overlaps_of(memberships: Iterable[tuple[str, str]], lists: Sequence[str] = ()) -> Overlaps:
    """Count (person, list) pairs; a person who is twice on a list counts once.

    lists: the lists in their order; where empty, in the order met. Raises InputError on a list
    that is not among them.
    """
    names = list(lists)
    people: dict[str, set[str]] = {}
    for person, name in memberships:
        if name not in names:
            if lists:
                raise InputError("is not among the lists", "Name every list.", value=name)
            names.append(name)
        people.setdefault(person, set()).add(name)
    rows = [[name in on for name in names] for on in people.values()]
    return overlaps(tuple(names), rows or np.empty((0, len(names))), np.ones(len(rows)))
