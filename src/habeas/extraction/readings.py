"""A measure for a count, and how firmly the words of a sentence tie the two."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.vocabulary import Measure

HEAD_EVENT = 12.0


GOVERNOR = 10.0


PREDICATE = 9.0


ADJECTIVE = 6.5


REDUCED = 5.5


RELATIVE = 5.0


PRISONER = 4.0
"""How firmly each way of saying it ties a measure to a count; the firmest wins."""


@dataclass(slots=True)
class Reading:
    """A measure for a count, how firmly it is tied (0 to 12), and by which words."""

    measure: Measure
    firmness: float
    why: str
    trigger: int
    negated: bool = False
