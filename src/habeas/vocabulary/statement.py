"""Who said what of the matter, and with which stance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.vocabulary.source import ClaimantKind


class Stance(StrEnum):
    """How a speaker stands to what is said."""

    ASSERTS = "asserts"
    DENIES = "denies"
    NEITHER = "neither_confirms_nor_denies"
    ALLEGES = "alleges"
    PROMISES = "promises"
    DEMANDS = "demands"


@dataclass(frozen=True)
class Statement:
    """What one speaker said: ``quote`` == text[start:end] of the document.

    direct: whether the words stand between quotation marks, so that they are the speaker's own.
    """

    id: str
    speaker: str
    speaker_kind: ClaimantKind | None
    stance: Stance
    direct: bool
    document: str
    start: int
    end: int
    quote: str
