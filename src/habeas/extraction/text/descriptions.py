"""What a sentence says of who may speak: names, offices and bodies, joined where they are one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Part:
    """One part of a description: a name, an office (role), a body (institution) or a pronoun.

    kind: name, role, institution, known or pronoun; value: the mark's value, "" for a plain name.
    """

    kind: str
    value: str
    first: int
    last: int


@dataclass(slots=True)
class Description:
    """Neighbouring parts that describe one source, in the order of the text.

    first, last: the first word of the first part and the last (exclusive) of the last.
    """

    parts: list[Part]
    first: int
    last: int

    @classmethod
    def of(cls, parts: list[Part]) -> Description:
        """Describe a source by these parts, of which there is at least one."""
        return cls(parts, parts[0].first, parts[-1].last)

    def add(self, part: Part) -> None:
        """Take a part behind the others."""
        self.parts.append(part)
        self.last = part.last

    @property
    def only_document(self) -> bool:
        """Whether it names no source but what one has written ("the report")."""
        written = self.parts[0].value == "document"
        return written and all(part.value == "document" for part in self.parts)

    def of_kind(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds, in order."""
        return [part for part in self.parts if part.kind in kinds]


NAMING = frozenset({"name", "body", "known"})
"""Kinds of part that are names."""


def words_in_names(sources: list[Description]) -> frozenset[int]:
    """Return the words inside names, which say nothing of the matter itself."""
    words: set[int] = set()
    for source in sources:
        for part in source.parts:
            if part.kind in NAMING:
                words.update(range(part.first, part.last))
    return frozenset(words)
