"""An invented prison whose truth is known: people, lists that catch some, announcements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from habeas.vocabulary import (
    Claim,
    ClaimantKind,
    Measure,
    Modality,
    PartialDate,
    Period,
    Quantity,
)

OPENED = date(2025, 1, 1)
SCOPE = "political_prisoners"
REACH = {"court": 0.45, "families": 0.35, "press": 0.3, "lawyers": 0.4}
"""The share of all prisoners whom each list catches, independently of the others."""


@dataclass(frozen=True)
class Prison:
    """Everybody ever in it: days of arrest, release and death (-1: none), since OPENED."""

    detained: np.ndarray
    released: np.ndarray
    died: np.ndarray

    def count(self, measure: Measure, day: date) -> int:
        """Return the truth: people of a measure until the end of a day, or held then."""
        on = (day - OPENED).days
        inside = self.detained <= on
        left = happened(self.released, on)
        dead = happened(self.died, on)
        each = {Measure.DETAINED: inside, Measure.RELEASED: left, Measure.DIED: dead}
        return int(each.get(measure, inside & ~left & ~dead).sum())

    def released_within(self, first: date, last: date) -> int:
        """Return how many were released from one day to another, both included."""
        days = self.released
        return int(((days >= (first - OPENED).days) & (days <= (last - OPENED).days)).sum())


def happened(days: np.ndarray, by: int) -> np.ndarray:
    """Say for whom something had happened by a day."""
    return (days >= 0) & (days <= by)


def prison(people: int, seed: int) -> Prison:
    """Fill a prison over ten months: six in ten are released sooner or later, one in 200 dies."""
    rng = np.random.default_rng(seed)
    detained = rng.integers(0, 300, people)
    leaves = detained + rng.integers(3, 200, people)
    fate = rng.random(people)
    released = np.where(fate < 0.6, leaves, -1)
    died = np.where(fate > 0.995, leaves, -1)
    return Prison(detained, released, died)


def lists_of(truth: Prison, seed: int) -> str:
    """Write what the lists caught as linked people; some days are known to the month alone."""
    rng = np.random.default_rng(seed)
    lines = ["list,row,person_id,detained_on,released_on,died_on,seen_held_on"]
    for name, reach in REACH.items():
        caught = np.flatnonzero(rng.random(len(truth.detained)) < reach)
        for row, who in enumerate(caught, 1):
            cells = [
                written(days[who], rng) for days in (truth.detained, truth.released, truth.died)
            ]
            end = max(truth.released[who], truth.died[who])
            stay = (end if end >= 0 else 300 + 60) - truth.detained[who]
            seen = truth.detained[who] + rng.integers(0, stay) if rng.random() < 0.4 else -1
            lines.append(
                ",".join([name, str(row), f"p{who}", *cells, written(seen, rng, exact=True)])
            )
    return "\n".join(lines) + "\n"


def written(day: int, rng: np.random.Generator, *, exact: bool = False) -> str:
    """Write a day; one in ten is known to the month alone."""
    if day < 0:
        return ""
    text = (OPENED + timedelta(days=int(day))).isoformat()
    return text[:7] if not exact and rng.random() < 0.1 else text


def weekly(truth: Prison, inflated: dict[int, float]) -> list[Claim]:
    """Announce the releases of each fortnight, some of them inflated by a factor."""
    claims = []
    for number in range(2, 26):
        first = OPENED + timedelta(days=14 * number)
        last = first + timedelta(days=13)
        count = round(truth.released_within(first, last) * inflated.get(number, 1.0))
        claims.append(
            claim(f"fortnight-{number}", Measure.RELEASED, count, first, last, "Ministry")
        )
    return claims


def tallies(truth: Prison) -> list[Claim]:
    """Let an observer tell, rightly, who was ever detained and who is held, four times."""
    claims = []
    for days in (120, 200, 280, 360):
        on = OPENED + timedelta(days=days)
        for measure in (Measure.DETAINED, Measure.HELD):
            count = truth.count(measure, on)
            claims.append(claim(f"{measure}-{days}", measure, count, None, on, "Observer"))
    return claims


def claim(
    key: str, measure: Measure, count: int, first: date | None, last: date, who: str
) -> Claim:
    """Write one claim."""
    start = PartialDate(first.isoformat()) if first else None
    return Claim(
        id=key, measure=measure, quantity=Quantity(count), population_kind=SCOPE,
        period=Period(start, PartialDate(last.isoformat())),
        cumulative=first is None and measure.is_flow, modality=Modality.ASSERTED, claimant=who,
        claimant_kind=ClaimantKind.GOVERNMENT if who == "Ministry" else ClaimantKind.NGO,
    )  # fmt: skip
