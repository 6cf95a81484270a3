"""What a reader must be told beside a number: a kind, and the figures that its sentence needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Caveat:
    """One warning or reason for refusing; ``reading.sentence`` puts it into words.

    kind: a key of words/en.toml. values: what the sentence names.
    """

    kind: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Hash by kind, since ``values`` cannot be hashed."""
        return hash(self.kind)
