"""Rows of one list that say exactly the same: looked at once, however many there are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from habeas.linkage.names import Rows, distinct_places
from habeas.vocabulary import Field

COMPARED = frozenset(field.value for field in Field if not field.tells_custody)
"""What two rows must say alike to be looked at once."""


@dataclass(frozen=True)
class IdenticalRows:
    """Which rows are one node: the same list, the same texts, and no decision about either.

    node: of each row. first: the first row of each node. Nodes are in an order that depends on
    what the rows say and not on where they stand, so that the order of rows changes nothing.
    """

    node: NDArray[np.int64]
    first: Rows

    @classmethod
    def of(cls, rows: pl.DataFrame, alone: Rows) -> IdenticalRows:
        """Find the twins; the rows ``alone`` have none, because a decision names them."""
        said = rows.select(sorted(set(rows.columns) & {"list", *COMPARED}))
        salt = np.zeros(len(rows), np.int64)
        salt[alone] = np.arange(1, len(alone) + 1)
        hashes = said.hash_rows(1).to_numpy() >> np.uint64(1)
        order = np.lexsort((np.arange(len(rows)), salt, hashes))
        starts = np.ones(len(rows), bool)
        ordered, salts = hashes[order], salt[order]
        starts[1:] = (ordered[1:] != ordered[:-1]) | (salts[1:] != salts[:-1])
        node = np.empty(len(rows), np.int64)
        node[order] = np.cumsum(starts) - 1
        return cls(node, order[starts])

    def counts(self) -> NDArray[np.int64]:
        """Return how many rows each node has."""
        return np.bincount(self.node, minlength=len(self.first))

    def people(self, clusters: NDArray[np.int64], joined: NDArray[np.bool_]) -> Rows:
        """Return for each row the first row of its person.

        clusters: of nodes. joined: whether the rows of a node are one person; where they are not,
        only the first stands for it, and the others stay alone.
        """
        rows = np.arange(len(self.node))
        stays = joined[self.node] | (self.first[self.node] == rows)
        _, group = distinct_places(clusters)
        label = np.where(stays, group[self.node], len(self.first) + rows)
        _, place = distinct_places(label)
        least = np.full(int(place.max(initial=-1)) + 1, len(rows))
        np.minimum.at(least, place, rows)
        return least[place]
