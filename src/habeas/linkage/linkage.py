"""Rows of lists into people: the whole way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from habeas.linkage.comparison import Comparison, Prepared, prepared
from habeas.linkage.model import (
    DOUBTED,
    Compared,
    IdenticalRows,
    Model,
    candidate_pairs,
    compared,
    held_back,
    learned,
    told_apart,
    two_people,
    undecided,
)
from habeas.linkage.names import LANGUAGES, Bits, Rows, distinct, knowledge
from habeas.linkage.people import NO_LIST, Constraints, clusters, components, pairs_within
from habeas.vocabulary import Decision, InputError, RecordKey

Compare = Callable[[tuple[Comparison, ...], Rows, Rows], Compared]

CLOSED = 100
"""In a group of up to this many rows that hang together, every pair is compared."""


@dataclass(frozen=True)
class Settings:
    """How to link.

    threshold: how probable it must be that two records are one person, for that alone to join
    them. without_duplicates: lists known to name nobody twice. languages: whose names these are;
    the sounds are those of the first.
    """

    threshold: float = 0.8
    without_duplicates: frozenset[str] = frozenset()
    languages: tuple[str, ...] = LANGUAGES

    def __post_init__(self) -> None:
        """Refuse a threshold that is not a probability."""
        if not 0 < self.threshold < 1:
            raise InputError(
                "is not between 0 and 1",
                "Write a probability such as 0.8.",
                column="threshold",
                value=str(self.threshold),
            )

    @property
    def threshold_bits(self) -> float:
        """The threshold as bits of evidence."""
        return float(np.log2(self.threshold / (1 - self.threshold)))


@dataclass(frozen=True)
class Linkage:
    """Rows linked into people, and all that led there.

    rows: the frame that was given. person: for each row the first row of its person. twins: rows
    that were looked at as one node. nodes, model, pairs, bits: what the nodes were compared by,
    what each level tells, the pairs compared and what speaks for each (log2 of the odds).
    constraints: on nodes.
    """

    rows: pl.DataFrame
    person: Rows
    twins: IdenticalRows
    nodes: Prepared
    model: Model
    pairs: Compared
    bits: Bits
    constraints: Constraints
    settings: Settings = field(default_factory=Settings)

    def keys(self) -> list[RecordKey]:
        """Return where each row stands."""
        columns = (self.rows["list"].to_list(), self.rows["row"].to_list())
        return [RecordKey(name, row) for name, row in zip(*columns, strict=True)]

    @property
    def nameless(self) -> NDArray[np.bool_]:
        """The rows that name nobody; only a national id or a decision joins one to another."""
        return self.nodes.nameless.rows[self.twins.node]


def link(
    rows: pl.DataFrame,
    decisions: Iterable[Decision] = (),
    settings: Settings | None = None,
    compare: Compare = compared,
) -> Linkage:
    """Link rows into people.

    rows: the columns ``list`` and ``row``, and as text any named by a Field. compare: what compares
    many pairs, such as ``compared`` or its like on a Spark cluster. The order of rows and lists
    changes nothing. Raises InputError for columns or lists that are not there, and
    DecisionConflict where decisions cannot all be obeyed.
    """
    settings = settings or Settings()
    _refuse_unknown(rows, settings)
    constraints = Constraints.of(
        _places(rows, decisions := list(decisions)), decisions, _exclusive(rows, settings)
    )
    twins = IdenticalRows.of(rows, constraints.decided)
    nodes = prepared(rows[twins.first], knowledge(settings.languages))
    limits = constraints.moved(twins.node, twins.first, nodes.nameless)
    left, right = _candidates(nodes, limits)
    first = compare(nodes.comparisons, left, right)
    # Pairs that nothing may join teach nothing of how people agree.
    telling = np.flatnonzero(~nodes.nameless.unheld(left, right))
    model = learned(nodes.comparisons, nodes.size, first.at(telling))
    pairs, bits = _closed(nodes, first, model, settings.threshold_bits, compare)
    return _people(
        Linkage(rows, np.arange(len(rows)), twins, nodes, model, pairs, bits, limits, settings)
    )


def _people(found: Linkage) -> Linkage:
    pairs = found.pairs
    least = found.settings.threshold_bits
    group = clusters(
        found.nodes.size, pairs.left, pairs.right, found.bits, found.constraints, least,
        told_apart(found.nodes, pairs, found.bits),
    )  # fmt: skip
    person = found.twins.people(group, identical_joined(found))
    return Linkage(**{**vars(found), "person": person})


def identical_joined(found: Linkage) -> NDArray[np.bool_]:
    """Tell the nodes whose rows, saying the same, are one person."""
    joined = np.ones(found.nodes.size, bool)
    several = np.flatnonzero(found.twins.counts() > 1)
    same = compared(found.nodes.comparisons, several, several).bits(found.model)
    alone = found.constraints.exclusive[several] != NO_LIST
    unheld = found.constraints.nameless.unheld(several, several)
    joined[several] = (same > found.settings.threshold_bits) & ~alone & ~unheld
    return joined


def _candidates(nodes: Prepared, constraints: Constraints) -> tuple[Rows, Rows]:
    left, right = candidate_pairs(nodes)
    decided = np.vstack([constraints.same, constraints.different])
    low, high = decided.min(axis=1, initial=2**62), decided.max(axis=1, initial=-1)
    if len(decided):
        pairs = distinct(np.concatenate([left * nodes.size + right, low * nodes.size + high]))
        left, right = pairs // nodes.size, pairs % nodes.size
    return left, right


def _closed(
    nodes: Prepared, first: Compared, model: Model, threshold: float, compare: Compare
) -> tuple[Compared, Bits]:
    """Compare also the pairs that hang together by others, so that each union is weighed whole."""
    bits = held_back(nodes, first, first.bits(model))
    linked = bits > min(0.0, threshold)
    group = components(nodes.size, first.left[linked], first.right[linked])
    left, right = pairs_within(group, CLOSED)
    keys = distinct(np.minimum(left, right) * nodes.size + np.maximum(left, right))
    known = first.left * nodes.size + first.right
    place = np.minimum(np.searchsorted(known, keys), max(0, len(known) - 1))
    new = keys[known[place] != keys] if len(known) else keys
    more = compare(nodes.comparisons, new // nodes.size, new % nodes.size)
    kept = np.flatnonzero(bits > UNCOUNTED)
    pairs = first.at(kept).with_more(more)
    every = np.concatenate([bits[kept], held_back(nodes, more, more.bits(model))])
    torn = undecided(
        nodes.size, pairs.left, pairs.right, every, two_people(nodes, pairs, every), threshold
    )
    return pairs, np.where(torn, np.float32(DOUBTED), every)


UNCOUNTED = -20.0
"""Pairs for which less speaks are not kept, unless others hang them together: nothing joins them,
in a sampled partition either."""


def _exclusive(rows: pl.DataFrame, settings: Settings) -> NDArray[np.int64]:
    names = sorted(settings.without_duplicates)
    numbers = rows["list"].replace_strict(
        names, range(len(names)), default=NO_LIST, return_dtype=pl.Int64
    )
    return numbers.to_numpy()


def _places(rows: pl.DataFrame, decisions: list[Decision]) -> dict[RecordKey, int]:
    """Return the place of each record that decisions name."""
    wanted = {key for decision in decisions for key in decision.pair}
    if not wanted:
        return {}
    columns = (rows["list"].to_list(), rows["row"].to_list())
    keys = (RecordKey(*key) for key in zip(*columns, strict=True))
    return {key: place for place, key in enumerate(keys) if key in wanted}


def _refuse_unknown(rows: pl.DataFrame, settings: Settings) -> None:
    for name in ("list", "row"):
        if name not in rows.columns:
            raise InputError("is missing", "Give each row its list and its number.", column=name)
    if rows.select(pl.struct("list", "row").is_duplicated().any()).item():
        raise InputError("names a row twice", "Give each row of a list a number.", column="row")
    for name in sorted(settings.without_duplicates - set(rows["list"].unique().to_list())):
        raise InputError("is none of the lists", "Name a list that is given.", value=name)
