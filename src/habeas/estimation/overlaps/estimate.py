"""What a method says of how many people there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from habeas.estimation.overlaps.caveat import Caveat

SHARES = np.arange(0.5, 400) / 400
"""The shares of a distribution at which ``Estimate.spread`` gives the people."""


class Method(StrEnum):
    """The ways to estimate, in the order in which results are shown."""

    LCMCR = "lcmcr"
    DGA = "dga"
    LOGLINEAR = "loglinear"
    CHAPMAN = "chapman"
    CHAO = "chao"


@dataclass(frozen=True)
class Estimate:
    """How many people there are, listed or not, as one method sees it.

    estimate, low, high: people; all None where the method refuses, and ``high`` alone None where
    nothing bounds it from above (Chao's lower bound). level: of the interval from low to high.
    observed: people on any list. warnings: what must be read beside the number, the reason of a
    refusal first. stratum: the part of the table, "" for all. spread: the whole distribution, as
    the people at SHARES of it, from which several tables can be taken together.
    """

    method: Method
    estimate: int | None
    low: int | None
    high: int | None
    level: float
    observed: int
    diagnostics: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[Caveat, ...] = ()
    stratum: str = ""
    spread: tuple[float, ...] = field(default=(), repr=False, compare=False)

    @property
    def is_lower_bound(self) -> bool:
        """Whether the number says no more than "at least"."""
        return self.method is Method.CHAO


def refused(
    method: Method,
    observed: int,
    level: float,
    reason: Caveat,
    diagnostics: Mapping[str, object] | None = None,
) -> Estimate:
    """Return the result of a method that cannot defend a number."""
    return Estimate(method, None, None, None, level, observed, diagnostics or {}, (reason,))


def ends(level: float) -> tuple[float, float, float]:
    """Return the shares of a distribution at its interval's ends and in its middle."""
    return (1 - level) / 2, 0.5, (1 + level) / 2


def whole(people: float) -> int:
    """Round to whole people."""
    return round(people)
