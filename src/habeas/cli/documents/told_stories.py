"""Which of the documents read tell one wire story, and their claims, marked with it."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TextIO

from habeas.extraction import Shingles, story_leaders

SHOWN = 5
"""So many places of one story are told; of the others, how many they are."""


@dataclass
class ToldStories:
    """The documents in which claims were read, as far as finding their stories needs.

    shingles: by document, in the order read. places: where each was found.
    """

    shingles: dict[str, Shingles] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def add(self, document: str, place: str, shingles: Shingles) -> None:
        """Remember a document; one that is read a second time changes nothing."""
        self.shingles.setdefault(document, shingles)
        self.places.setdefault(document, place)

    def first_of(self) -> dict[str, str]:
        """Return, for each document that repeats a story, the first one that tells it."""
        names = list(self.shingles)
        leaders = story_leaders(list(self.shingles.values()))
        told = {name: names[leader] for name, leader in zip(names, leaders, strict=True)}
        return {name: first for name, first in told.items() if name != first}

    def notes(self, first_of: Mapping[str, str]) -> Iterator[str]:
        """Yield a sentence for each story that several documents tell."""
        groups: dict[str, list[str]] = defaultdict(list)
        for name, first in first_of.items():
            groups[first].append(name)
        for first, others in groups.items():
            places = [self.places[name] for name in (first, *others)]
            more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
            shown = "; ".join(places[:SHOWN]) + more
            yield f"{len(places)} documents tell one story, which counts once: {shown}."


def with_stories(lines: TextIO, first_of: Mapping[str, str]) -> TextIO:
    """Return lines of JSON, at their beginning, with the story of each claim that repeats one.

    The lines stand in a temporary file, for there may be more of them than memory holds.
    """
    lines.seek(0)
    if not first_of:
        return lines
    marked = tempfile.TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115  (returned)
    for line in lines:
        row = json.loads(line)
        first = first_of.get(row["document"]) if "kind" not in row else None
        said = json.dumps(row | {"story": first}, ensure_ascii=False) + "\n" if first else line
        marked.write(said)
    marked.seek(0)
    return marked
