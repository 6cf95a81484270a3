"""What an earlier publication in the same folder said, to tell what has changed since."""

from __future__ import annotations

import contextlib
import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # it ships no types
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # it ships no types

ATOM = "http://www.w3.org/2005/Atom"

FEED = "feed.xml"
"""The feed of changes, at the root of a dossier."""

Range = tuple[int, int | None]


@dataclass(frozen=True)
class Publication:
    """One entry of the feed: an id of its own, when (RFC 3339), and what was then said."""

    id: str
    title: str
    updated: str
    summary: str


@dataclass(frozen=True)
class PreviousPublication:
    """What was published before: the feed, newest first, and what the last publication said.

    claims: the ids of its figures. answers: by viewpoint's name and question.
    """

    publications: tuple[Publication, ...] = ()
    claims: frozenset[str] = frozenset()
    answers: Mapping[tuple[str, str], Range] = field(default_factory=dict)


NOTHING = PreviousPublication()
"""Nothing was published before."""


def previous_publication_in(folder: str | Path) -> PreviousPublication:
    """Read what a dossier in a folder says; what is missing or damaged there says nothing."""
    root = Path(folder)
    publications: tuple[Publication, ...] = ()
    claims: frozenset[str] = frozenset()
    answers: dict[tuple[str, str], Range] = {}
    with contextlib.suppress(OSError, ValueError, ET.ParseError, DefusedXmlException):
        publications = tuple(_entries(fromstring((root / FEED).read_bytes())))
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        rows = json.loads((root / "data/claims.json").read_bytes())["claims"]
        claims = frozenset(row["id"] for row in rows)
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        for row in json.loads((root / "data/answers.json").read_bytes())["answers"]:
            answers[row["viewpoint"], row["ask"]] = (row["low"], row["high"])
    return PreviousPublication(publications, claims, answers)


def _entries(feed: ET.Element) -> list[Publication]:
    return [
        Publication(*(entry.findtext(f"{{{ATOM}}}{name}") or "" for name in
                      ("id", "title", "updated", "summary")))
        for entry in feed.iter(f"{{{ATOM}}}entry")
    ]  # fmt: skip
