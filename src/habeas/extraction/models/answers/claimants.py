"""Whether a text names a claimant at all, however it is inflected."""

from __future__ import annotations

import re
from functools import cached_property

from habeas.extraction.models.answers.quotes import plain
from habeas.vocabulary import Document

WORD = re.compile(r"[^\W\d_]+")
SHORTEST, STEM = 3, 5
UNSPACED = "\u2e7f"
"""Scripts from here on write words without blanks."""


class NamedInText:
    """The words of a document, by which it may name those who make claims."""

    def __init__(self, document: Document) -> None:
        """Look in ``document``: its text, its title, its outlet and its address."""
        self.document = document
        self.known: dict[str, bool] = {}

    @cached_property
    def _told(self) -> str:
        held = self.document
        return plain(" ".join((held.text, held.title, held.outlet, held.url)))[0]

    @cached_property
    def _stems(self) -> frozenset[str]:
        words = (found[0] for found in WORD.finditer(self._told))
        return frozenset(word[:size] for word in words for size in range(1, STEM + 1))

    def has(self, claimant: str) -> bool:
        """Whether one of a claimant's words, but for its ending, stands there."""
        if claimant not in self.known:
            words = WORD.findall(plain(claimant)[0])
            long = [word for word in words if len(word) >= SHORTEST] or words
            self.known[claimant] = any(map(self._stands, long))
        return self.known[claimant]

    def _stands(self, word: str) -> bool:
        if word[0] > UNSPACED:
            return word[:2] in self._told
        return word[: max(SHORTEST, min(STEM, len(word) - 1))] in self._stems
