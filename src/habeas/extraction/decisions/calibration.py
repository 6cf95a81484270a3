"""How often a reading with a given score is right, measured on articles it was not fitted on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Calibration:
    """Shares of right readings by score, straight lines between the points (score, share)."""

    points: Sequence[Sequence[float]] = ()

    def confidence(self, score: float) -> float:
        """Return the share of readings with a score that are right; the score itself untold."""
        if not self.points:
            return score
        place = bisect_right([point[0] for point in self.points], score)
        if place == 0 or place == len(self.points):
            return self.points[min(place, len(self.points) - 1)][1]
        (low, at_low), (high, at_high) = self.points[place - 1], self.points[place]
        return at_low + (at_high - at_low) * (score - low) / (high - low)
