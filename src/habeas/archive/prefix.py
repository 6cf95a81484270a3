"""The first entries of an archive: what it held at one moment, though it has grown since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.archive.entry import Entry
from habeas.archive.layout import Layout
from habeas.archive.log import Head, read_head, read_log
from habeas.vocabulary import EvidenceError


@dataclass(frozen=True)
class Prefix:
    """An archive up to the entry that was confirmed last; nobody who adds has to wait for it.

    layout: where it lies. entries: of its log. head: what its head said.
    """

    layout: Layout
    entries: tuple[Entry, ...]
    head: Head

    @classmethod
    def confirmed(cls, layout: Layout) -> Prefix:
        """Return what is confirmed now. Raises EvidenceError where the log is damaged."""
        # The head first: the log is only added to, so that it holds at least these entries.
        head = read_head(layout)
        entries = read_log(layout).entries[: head.entries]
        if Head.of(entries) != head:
            raise EvidenceError(
                f"The log of {layout.root} is damaged. “habeas archive verify” shows where."
            )
        return cls(layout, tuple(entries), head)

    @property
    def log(self) -> Iterator[bytes]:
        """The lines of the log."""
        return (entry.line for entry in self.entries)

    def documents(self, *, lost_ones_too: bool) -> Iterator[tuple[str, Path]]:
        """Go through the documents, each once: its path within an archive, and where it lies.

        lost_ones_too: whether to raise EvidenceError where one is missing, else it is left out.
        """
        for sha256 in dict.fromkeys(entry.sha256 for entry in self.entries):
            stays = self.layout.object(sha256)
            for place in (stays, self.layout.arriving(sha256), stays):
                if place.is_file():
                    yield stays.relative_to(self.layout.root).as_posix(), place
                    break
            else:
                if not lost_ones_too:
                    continue
                raise EvidenceError(f"Document {sha256} is not in {self.layout.root}.")
