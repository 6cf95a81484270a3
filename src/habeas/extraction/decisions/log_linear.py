"""Log-linear models: named features whose weights add up to the probability of each class."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

CERTAIN = 1e-6
"""Least probability of a class, so that nothing is ever told for impossible."""


@dataclass(frozen=True)
class LogLinear:
    """A multinomial logistic model, as it was fitted.

    classes: what is told apart. weights: by the name of a feature, its weight for each class, in
    nats; features that it lacks weigh nothing.
    """

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Return the probability of each class given the features that hold."""
        scores = list(map(sum, zip(*self.found(features), strict=True)))
        if not scores:
            return dict.fromkeys(self.classes, 1 / len(self.classes))
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        total = sum(shares)
        return {
            name: max(share / total, CERTAIN)
            for name, share in zip(self.classes, shares, strict=True)
        }

    def found(self, features: Iterable[str]) -> list[tuple[float, ...]]:
        """Return the weights of the features that have any."""
        return list(filter(None, map(self.weights.get, features)))

    def reasons(self, features: Iterable[str], chosen: str, most: int = 3) -> list[str]:
        """Return the features that speak most for a class against the mean of the others."""
        place = self.classes.index(chosen)
        others = max(len(self.classes) - 1, 1)
        told: list[tuple[float, str]] = []
        for feature in features:
            found = self.weights.get(feature)
            if found is not None:
                lead = found[place] - (sum(found) - found[place]) / others
                told.append((lead, feature))
        return [feature for lead, feature in sorted(told, reverse=True)[:most] if lead > 0]


@dataclass(frozen=True)
class Ranking:
    """A conditional logistic model: it chooses one of some candidates by their features."""

    weights: Mapping[str, float]

    def probabilities(self, options: Sequence[Iterable[str]]) -> list[float]:
        """Return the probability of each candidate given the features of all."""
        weights = self.weights
        scores = [sum(map(weights.get, one, repeat(0.0))) for one in options]
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        total = sum(shares)
        return [share / total for share in shares]
