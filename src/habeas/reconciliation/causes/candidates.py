"""Candidate changes: every way in which a figure may be read otherwise, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from habeas.reconciliation.causes.announcements import announced_twice, replaced
from habeas.reconciliation.causes.dates import (
    before_the_end,
    known_then,
    not_yet,
    older,
    other_dates,
    other_day,
    when_printed,
)
from habeas.reconciliation.causes.figures import Changed, Figures
from habeas.reconciliation.causes.measures import of_a_period, other_measures
from habeas.reconciliation.causes.populations import other_populations, rounded
from habeas.vocabulary import Claim

WAYS = (
    announced_twice, replaced, other_measures, other_dates, other_day,
    other_populations, not_yet, older, known_then, of_a_period, rounded, before_the_end,
    when_printed,
)  # fmt: skip


def candidates(claim: Claim, figures: Figures) -> Iterator[Changed]:
    """Yield the ways in which a figure may be read otherwise, the best explained first."""
    for way in WAYS:
        for found in way(claim, figures):
            yield spoken_for(found, figures)


def spoken_for(found: Changed, figures: Figures) -> Changed:
    """Return a change with the figures that say what the changed figures would say."""
    if found.speaks or found.scope:
        return found
    speaks = [
        other
        for key, now in found.now.items()
        if now is not None
        for other in figures.speak(figures.claims[key], now)
        if other not in found.now
    ]
    return replace(found, speaks=tuple(dict.fromkeys(speaks)))
