"""Why two records are held to be one person, or not: the weight of each comparison."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from habeas.linkage.linkage import Linkage
from habeas.linkage.model import compared, held_back
from habeas.vocabulary import InputError, RecordKey

NO_NAME = (
    "no name",
    "one of the two names nobody; only the same national id or a decision joins them",
)
CONTRADICTS = (
    "names that contradict",
    "each has a word that the other has not; only the same number, the same date of birth or a "
    "decision joins them",
)


@dataclass(frozen=True)
class Weight:
    """What one comparison says: in which respect, at which level, and with how many bits.

    bits: log2 of how many times more often two records of one person agree so than two records
    that meet by chance; below 0 it speaks against one person.
    """

    respect: str
    level: str
    bits: float


@dataclass(frozen=True)
class Explanation:
    """The weights of the comparisons of two records, and what they add up to.

    start: the bits before anything is compared (how rarely two records are one person). kin: the
    bits taken off because two relatives, or people taken together, may agree in the same way.
    total: start, weights and kin together; the logarithm (base 2) of the odds of one person.
    """

    left: RecordKey
    right: RecordKey
    start: float
    weights: tuple[Weight, ...]
    kin: float

    @property
    def total(self) -> float:
        """The bits that speak for one person, all taken together."""
        return self.start + sum(weight.bits for weight in self.weights) + self.kin

    @property
    def probability(self) -> float:
        """How probable it is that the two records are of one person."""
        return probability(self.total)

    def told(self) -> str:
        """Tell the weights in lines of text, the last being the probability."""
        lines = [f"{self.start:+7.1f}  two records taken at random"]
        lines += [f"{one.bits:+7.1f}  {one.respect}: {one.level}" for one in self.weights]
        if self.kin < -0.05:
            lines.append(f"{self.kin:+7.1f}  relatives, or people taken together, may agree so too")
        lines.append(
            f"{self.total:+7.1f}  bits: one person with probability {self.probability:.4f}"
        )
        return "\n".join(lines)


def probability(bits: float) -> float:
    """Return the probability that bits of evidence amount to."""
    return float(1 / (1 + np.exp2(-np.clip(bits, -1000, 1000))))


def explain(found: Linkage, left: RecordKey, right: RecordKey) -> Explanation:
    """Return why two records are one person or not.

    The model's reasons only: a decision overrules them. Raises InputError for a record in no list.
    """
    return explain_rows(found, row_of(found, left), row_of(found, right))


def explain_rows(found: Linkage, left: int, right: int) -> Explanation:
    """Return why two rows, given by their places, are one person or not."""
    nodes = np.sort(found.twins.node[[left, right]])
    one, other = nodes[:1], nodes[1:]
    weights = []
    for at, comparison in enumerate(found.nodes.comparisons):
        levels, rarity = comparison.compare(one, other)
        level = int(levels[0])
        if level:
            bits = float(found.model.weights(at)[level] + rarity[0])
            weights.append(Weight(comparison.name, comparison.levels[level].name, bits))
    pair = compared(found.nodes.comparisons, one, other)
    free = pair.bits(found.model)
    start = found.model.prior_bits
    kin = float(free[0]) - start - sum(weight.bits for weight in weights)
    back = float(held_back(found.nodes, pair, free)[0] - free[0])
    if back < 0:
        nameless = bool(found.nodes.nameless.unheld(one, other)[0])
        weights.append(Weight(*(NO_NAME if nameless else CONTRADICTS), back))
    keys = [key_of(found, row) for row in (left, right)]
    return Explanation(keys[0], keys[1], start, tuple(weights), kin)


def row_of(found: Linkage, key: RecordKey) -> int:
    """Return the place of a record. Raises InputError where no list has it."""
    here = (found.rows["list"] == key.list_name) & (found.rows["row"] == key.row)
    places = here.arg_true()
    if not len(places):
        raise InputError(
            f"{key.list_name} row {key.row} is in no list", "Name a list and a row that are given."
        )
    return int(places[0])


def key_of(found: Linkage, row: int) -> RecordKey:
    """Return where the row at a place stands."""
    return RecordKey(str(found.rows["list"][row]), int(found.rows["row"][row]))
