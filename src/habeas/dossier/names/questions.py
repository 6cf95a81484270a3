"""Questions about names that may be those of withheld people: one a name, asked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.dossier.names.answers import text_key
from habeas.dossier.names.search import Meeting
from habeas.dossier.names.withheld_names import Withheld

AROUND = 60
"""Characters shown on either side of the words of a question."""


@dataclass(frozen=True)
class TextMet:
    """A text in which a name was met: its digest, where it is, and the line around the words."""

    text: str
    label: str
    excerpt: str


@dataclass(frozen=True)
class Question:
    """Whether some words are a withheld person, with every text in which they stand.

    name: for `Answer.name`. shown: the names as the list writes them. words: as first met.
    """

    name: str
    shown: str
    words: str
    why: str
    texts: tuple[TextMet, ...]


def questions(texts: Iterable[tuple[str, str]], hidden: Withheld) -> list[Question]:
    """Return what is to be asked of texts, given as label and text, grouped by name.

    Names that the same words may be are asked about together.
    """
    asked: dict[str, Meeting] = {}
    where: dict[str, dict[TextMet, None]] = {}
    for label, text in texts:
        for meeting in hidden.doubts(text):
            asked.setdefault(meeting.name, meeting)
            met = TextMet(text_key(text), label, excerpt(text, meeting))
            held = where.setdefault(meeting.name, {})
            if all(other.text != met.text or other.label != met.label for other in held):
                held[met] = None
    return [
        Question(name, hidden.shown_names(meeting), meeting.words, meeting.why, tuple(where[name]))
        for name, meeting in asked.items()
    ]


def excerpt(text: str, meeting: Meeting) -> str:
    """Return the words of a meeting with some of the text around them, on one line."""
    begin, end = max(0, meeting.start - AROUND), meeting.end + AROUND
    before, after = "…" if begin else "", "…" if end < len(text) else ""
    return f"{before}{' '.join(text[begin:end].split())}{after}"
