"""The sources: how many figures each gave, and how often each contradicts itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from habeas.dossier.edition import Edition, Page
from habeas.dossier.findings import Tally


@dataclass(frozen=True)
class SourceRow:
    """One source in the table; ``claims`` counts its figures."""

    name: str
    kind: str
    kind_key: str
    claims: int
    tally: Tally


def source_rows(edition: Edition) -> list[SourceRow]:
    """Return the sources, those that contradict themselves most first."""
    tallies = edition.findings.tallies(edition.case)
    counts = Counter(claim.claimant for claim in edition.case.claims)
    first = {line.claim.claimant: line for line in reversed(edition.lines.values())}
    rows = [
        SourceRow(line.claimant if name else line.kind, line.kind, line.kind_key, counts[name],
                  tallies[name])
        for name, line in first.items()
    ]  # fmt: skip
    return sorted(rows, key=_rank)


def _rank(row: SourceRow) -> tuple[int, int, int, int, str]:
    tally = row.tally
    return -tally.hard, -tally.soft, -tally.others, -row.claims, row.name


def source_page(edition: Edition) -> Page:
    """Build the table of sources."""
    return Page(
        edition.addresses.sources,
        "sources.html",
        edition.words("page.sources"),
        {"sources": source_rows(edition)},
    )
