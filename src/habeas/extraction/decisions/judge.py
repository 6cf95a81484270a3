"""Who decides what is meant where evidence is added up: the fitted weights, and what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from habeas.extraction.decisions.calibration import Calibration
from habeas.extraction.decisions.log_linear import LogLinear, Ranking
from habeas.extraction.decisions.number_features import number_features
from habeas.vocabulary import Measure

if TYPE_CHECKING:
    from habeas.extraction.candidates import Count
    from habeas.extraction.decisions.claimant_setting import Candidate
    from habeas.extraction.decisions.day_features import Option
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
    why: tuple[str, ...] = ()


@dataclass
class Judge:
    """Fitted weights by what they decide, and the thresholds from which something is said.

    classes: models that tell classes apart. rankings: models that choose one of some candidates.
    """

    classes: Mapping[str, LogLinear] = field(default_factory=dict)
    rankings: Mapping[str, Ranking] = field(default_factory=dict)
    thresholds: Mapping[str, float] = field(default_factory=dict)
    calibration: Calibration = field(default_factory=Calibration)

    def number(self, here: Place, count: Count, ruled: Draft | None) -> Verdict:
        """Return what a number measures. ruled: the draft that the rules make of it, if any."""
        features = number_features(here, count, ruled, count.aside)
        return self.measured(features, ruled)

    def measured(self, features: list[str], ruled: Draft | None) -> Verdict:
        """Return the verdict on a number with these features."""
        model = self.classes.get("number")
        if model is None:
            return Verdict(ruled.reading.measure if ruled else None, probability=0.5)
        chances = model.probabilities(features)
        people = 1.0 - chances.pop(NONE)
        best = max(chances, key=lambda name: chances[name])
        if people < self.thresholds["people" if ruled is None else "ruled"]:
            return Verdict(None)
        if ruled is not None and ruled.parent is not None:
            best = ruled.reading.measure.value  # a part measures what its whole does
        agreed = ruled is not None and ruled.reading.measure == best
        unread = chances[best] < self.thresholds["agreed" if agreed else "measure"]
        return Verdict(Measure(best), unread, chances[best], tuple(model.reasons(features, best)))

    def weigh(
        self, draft: Draft, options: Sequence[tuple[Candidate, Sequence[str]]]
    ) -> list[float]:
        """Return how probably each candidate answers for a draft; nothing if no weights are known.

        options: the candidates, each with its features.
        """
        del draft  # a judge who notes what was before it asks for it
        model = self.rankings.get("claimant")
        return model.probabilities([features for _, features in options]) if model else []

    def weigh_days(
        self, draft: Draft, options: Sequence[tuple[Option, Sequence[str]]]
    ) -> list[float]:
        """Return how probably each day is the last of a draft; nothing if no weights are known."""
        del draft
        model = self.rankings.get("day")
        return model.probabilities([features for _, features in options]) if model else []

    def decide(self, name: str, draft: Draft, features: Sequence[str]) -> str:
        """Return the likeliest value of a field; "" if no weights are known."""
        del draft
        model = self.classes.get(name)
        if model is None:
            return ""
        chances = model.probabilities(features)
        return max(chances, key=chances.__getitem__)


@cache
def reader_name() -> str:
    """Return the name of this reader, with the digest of its weights."""
    held = WEIGHTS.read_bytes() if WEIGHTS.is_file() else b""
    return f"rules {hashlib.sha256(held).hexdigest()[:12]}"


@cache
def judge() -> Judge:
    """Return the judge whose weights come with the package."""
    if not WEIGHTS.is_file():
        return Judge()
    return judge_from(json.loads(WEIGHTS.read_text("utf-8")))


def judge_from(data: Mapping[str, Any]) -> Judge:
    """Return the judge whose models and thresholds a file of weights holds."""
    classes = {
        name: LogLinear(
            tuple(model["classes"]),
            {feature: tuple(weights) for feature, weights in model["weights"].items()},
        )
        for name, model in data["classes"].items()
    }
    rankings = {name: Ranking(weights) for name, weights in data["rankings"].items()}
    return Judge(classes, rankings, data["thresholds"], Calibration(data["calibration"]))
