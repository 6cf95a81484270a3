"""Another reading of the same number: what a second reader, or a second look, took it for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

Value = str | int | bool | None
"""What a field of a claim holds in a file."""


class ReadingStatus(StrEnum):
    """How far a number has been read.

    ``read``: a reader took it for what its fields say. ``unread``: a number of people whose measure
    cannot be told; its fields are the likeliest guess, and it binds nothing. ``decided``: a person
    decided what it says.
    """

    READ = "read"
    UNREAD = "unread"
    DECIDED = "decided"


@dataclass(frozen=True)
class AlternativeReading:
    """Another reading of a claim's number.

    reader: who reads so, with the digest of its weights or prompt. fields: by the names of a
    claim's columns, those in which it differs, as files spell them; empty where that reader does
    not take the number for a count of people at all. confidence: from 0 to 1. reasons: why.
    """

    reader: str
    fields: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    confidence: float | None = None
    reasons: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Hash by what can be hashed."""
        return hash((self.reader, tuple(sorted(self.fields))))
