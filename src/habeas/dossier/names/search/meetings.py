"""What a search finds: where a text may name somebody, how certain that is, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Certainty(Enum):
    """Whether a meeting is covered in silence, or asked about."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Meeting:
    """A place where a text may give somebody away.

    start, end: characters of the text. name: the key of the listed name; several, parted by
    `NAMES_APART`, where the same words may be several people of the list. words: the folded words
    met. why: a machine word, such as whole_name, given_and_surname, number or other_script.
    """

    start: int
    end: int
    name: str
    words: str
    certainty: Certainty
    why: str

    @property
    def is_certain(self) -> bool:
        """Whether the meeting is covered without a question."""
        return self.certainty is Certainty.CERTAIN

    @property
    def names(self) -> tuple[str, ...]:
        """Return the key of each listed name that the words may be."""
        return tuple(self.name.split(NAMES_APART))


NAMES_APART = " | "


def borrows(meeting: Meeting, others: Iterable[Meeting]) -> bool:
    """Whether a meeting has an end within a mention of somebody else, and the other outside it.

    others: mentions of people who share the name of the meeting. In "Ana Prueba, Ana Prueba" and
    in "Prueba, Ana Prueba" the words in the middle are the namesake's, and name nobody else.
    """
    return any(
        set(meeting.names) <= set(each.names)
        and (each.start < meeting.start < each.end < meeting.end
             or meeting.start < each.start < meeting.end < each.end)
        for each in others
    )  # fmt: skip
