"""What a person answered of a name in a text: it is the withheld person, or somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from habeas.dossier.names.search import NAMES_APART


@dataclass(frozen=True)
class Answer:
    """An answer to a question.

    name: of the question. text: digest of the text in which it was met (`text_key`). them: it is
    the withheld person (cover), or another (show). who answered, why, and when (ISO 8601).
    """

    name: str
    text: str
    them: bool
    who: str
    why: str
    at: str


def text_key(text: str) -> str:
    """Return the digest by which a text is known again."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def answered_in(answers: Iterable[Answer]) -> dict[str, dict[str, bool]]:
    """Return, for each text, who was answered to be withheld in it; later answers count.

    True of a name that stands for the withheld person, False of one that stands for another.
    """
    found: dict[str, dict[str, bool]] = {}
    for answer in answers:
        for name in answer.name.split(NAMES_APART):
            found.setdefault(answer.text, {})[name] = answer.them
    return found
