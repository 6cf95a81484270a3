"""Who decides what is meant where evidence is added up: the fitted weights, and what they say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from habeas.extraction.decisions.log_linear import LogLinear
from habeas.extraction.decisions.number_features import number_features
from habeas.vocabulary import Measure

if TYPE_CHECKING:
    from habeas.extraction.counts import Count
    from habeas.extraction.draft import Draft
    from habeas.extraction.ellipsis import Place

WEIGHTS = resources.files("habeas.extraction.decisions") / "weights.json"

NONE = "none"
"""The class of numbers that count no people."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a number measures: nothing (None), or a measure that may be too unsure to be told.

    probability: that number and measure are right. why: the features that speak most for it.
    """

    measure: Measure | None
    unread: bool = False
    probability: float = 0.0
    why: str = ""


@dataclass
class Judge:
    """Fitted weights by what they decide, and the thresholds from which something is said."""

    models: Mapping[str, LogLinear] = field(default_factory=dict)
    thresholds: Mapping[str, float] = field(default_factory=dict)

    def number(self, here: Place, count: Count, ruled: Draft | None) -> Verdict:
        """Return what a number measures. ruled: the draft that the rules make of it, if any."""
        features = number_features(here, count, ruled, count.aside)
        return self.measured(features, ruled)

    def measured(self, features: list[str], ruled: Draft | None) -> Verdict:
        """Return the verdict on a number with these features."""
        model = self.models.get("number")
        if model is None:
            return Verdict(ruled.reading.measure if ruled else None, probability=0.5)
        chances = model.probabilities(features)
        people = 1.0 - chances.pop(NONE)
        best = max(chances, key=lambda name: chances[name])
        if people < self.thresholds.get("people", 0.5):
            return Verdict(None)
        unread = chances[best] < self.thresholds.get("measure", 0.4)
        why = ", ".join(model.reasons(features, best))
        return Verdict(Measure(best), unread, chances[best], why)


@cache
def judge() -> Judge:
    """Return the judge whose weights come with the package."""
    if not WEIGHTS.is_file():
        return Judge()
    return judge_from(json.loads(WEIGHTS.read_text("utf-8")))


def judge_from(data: Mapping[str, Any]) -> Judge:
    """Return the judge whose models and thresholds a file of weights holds."""
    models = {
        name: LogLinear(
            tuple(model["classes"]),
            {feature: tuple(weights) for feature, weights in model["weights"].items()},
        )
        for name, model in data["models"].items()
    }
    return Judge(models, data["thresholds"])
