"""What a person answered of a name in a text: it is the withheld person, or somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256


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


def shown_in(answers: Iterable[Answer]) -> dict[str, frozenset[str]]:
    """Return, for each text, the names that stand for somebody else in it; later answers count."""
    last: dict[tuple[str, str], bool] = {}
    for answer in answers:
        for name in answer.name.split(" | "):
            last[answer.text, name] = answer.them
    found: dict[str, set[str]] = {}
    for (text, name), them in last.items():
        if not them:
            found.setdefault(text, set()).add(name)
    return {text: frozenset(names) for text, names in found.items()}
