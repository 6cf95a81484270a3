"""What a named reviewer decided, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from habeas.vocabulary.errors import InputError
from habeas.vocabulary.record import RecordKey

if TYPE_CHECKING:
    from collections.abc import Iterable


class Judgement(StrEnum):
    """What a reviewer says of two records; ``undecided`` withdraws what was decided before."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Decision:
    """What a named reviewer decided of two records: they are one person, or they are not.

    left, right: the records, kept in order, so that a pair is spelled one way. decided: the moment,
    ISO 8601. Decisions are only ever added; a later one of the same pair overrules an earlier.
    Raises InputError if the two are one record, the reviewer has no name, or the moment is none.
    """

    left: RecordKey
    right: RecordKey
    judgement: Judgement
    reviewer: str
    decided: str
    reason: str = ""

    def __post_init__(self) -> None:
        """Refuse a decision about one record, by nobody, or at no moment; put the pair in order."""
        if self.left == self.right:
            raise InputError("is the same record twice", "Name two records.", column="right")
        if not self.reviewer.strip():
            raise InputError("is empty", "Say who decided.", column="reviewer")
        try:
            datetime.fromisoformat(self.decided)
        except ValueError:
            raise InputError(
                "is not a moment",
                "Write it as 2026-01-08T14:30:00+00:00.",
                column="decided",
                value=self.decided,
            ) from None
        if self.right < self.left:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)

    @property
    def pair(self) -> tuple[RecordKey, RecordKey]:
        """The two records, in order."""
        return self.left, self.right


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the last decision of each pair, in the order given, without those withdrawn."""
    last = {decision.pair: decision for decision in decisions}
    return [one for one in last.values() if one.judgement is not Judgement.UNDECIDED]
