"""A text as it was published, whose characters claims quote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.vocabulary.dates import PartialDate

SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Document:
    """The readable text of one published document and what is known of its publication.

    id: the SHA-256 of the bytes it was read from, or the id that its collection gives it.
    text: the characters that offsets count, never changed after reading.
    language: ISO 639-1 ("en", "es"), "" where unknown. country: where its matter plays.
    """

    id: str
    text: str
    published: PartialDate | None = None
    language: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    country: str = ""

    @property
    def short_id(self) -> str:
        """The beginning of the ids of its claims: its own id, a SHA-256 cut to twelve digits."""
        return self.id[:12] if SHA256.fullmatch(self.id) else self.id
