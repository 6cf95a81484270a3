"""A claim in the making: what each step of the reading has found out so far."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.extraction.candidates import Count, Speaker
from habeas.extraction.readings import Reading
from habeas.vocabulary import Modality


@dataclass(slots=True)
class Draft:
    """A claim in the making.

    acting: the government or court that itself frees or takes the people counted. own: whether its
    own sentence says who answers for it. whole: the count some of whose people it counts anew, no
    part of it. prison: the one in which its people are counted, as named. unread:
    whether its measure cannot be told. probability: that measure and claimant are right, as the
    weights have it; confidence: as often as that turned out right. weighed: what weighed most.
    """

    count: Count
    reading: Reading
    start: int
    end: int
    paragraph: int
    index: int
    speaker: Speaker | None = None
    acting: Speaker | None = None
    verb: str = ""
    own: bool = False
    carried: bool = False
    population: str = ""
    population_why: str = ""
    population_own: bool = False
    parent: int | None = None
    whole: Draft | None = None
    period: tuple[str, str] = ("", "")
    period_why: str = ""
    cumulative: bool = False
    modality: Modality = Modality.ASSERTED
    words: str = ""
    prison: str = ""
    unread: bool = False
    probability: float = 0.0
    confidence: float = 0.0
    weighed: tuple[str, ...] = ()
