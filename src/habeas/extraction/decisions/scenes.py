"""Who is mentioned in each sentence, kept so that a later decision can weigh them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.extraction.candidates import Attribution, Speaker
    from habeas.extraction.text import Sentence, When


@dataclass(frozen=True, slots=True)
class Mention:
    """A source at words first to last (exclusive) of a sentence. parts: the kinds of its words."""

    speaker: Speaker
    first: int
    last: int
    parts: frozenset[str]


@dataclass(slots=True)
class Scene:
    """A sentence with its number, who is mentioned in it, who says something, and its days.

    today: the day on which it was written, as an ISO text; "" where that is not known.
    """

    index: int
    sentence: Sentence
    mentions: list[Mention] = field(default_factory=list)
    spoken: list[Attribution] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    today: str = ""
