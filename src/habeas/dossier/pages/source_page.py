"""The sources: how many figures each gave, and how often each contradicts itself and others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.dossier.case import Tally
from habeas.dossier.page_context import ClaimLine, Page, PageContext
from habeas.dossier.pages.claim_pages import in_order
from habeas.dossier.pages.contradiction_pages import ContradictionCard


@dataclass(frozen=True)
class SourceRow:
    """One source in the table; ``claims`` counts its figures, one that a story repeats once."""

    name: str
    kind: str
    kind_key: str
    path: str
    claims: int
    tally: Tally


def source_rows(edition: PageContext) -> list[SourceRow]:
    """Return the sources, those that contradict themselves most first."""
    tallies = edition.findings.tallies(edition.case)
    told = {(claim.claimant, claim.telling) for claim in edition.case.claims}
    counts = Counter(name for name, _ in told)
    first = {line.claim.claimant: line for line in reversed(edition.lines.values())}
    rows = [
        SourceRow(line.claimant if name else line.kind, line.kind, line.kind_key,
                  edition.addresses.source(name), counts[name], tallies[name])
        for name, line in first.items()
    ]  # fmt: skip
    return sorted(rows, key=_rank)


def _rank(row: SourceRow) -> tuple[int, int, int, int, str]:
    tally = row.tally
    return -tally.hard, -tally.soft, -tally.others, -row.claims, row.name


def source_page(edition: PageContext) -> Page:
    """Build the table of sources."""
    return Page(
        edition.addresses.sources,
        "sources.html",
        edition.words("page.sources"),
        {"sources": source_rows(edition)},
    )


def source_pages(edition: PageContext, cards: Sequence[ContradictionCard]) -> Iterator[Page]:
    """Build a page for each source: its contradictions, then its figures."""
    figures: dict[str, list[ClaimLine]] = {}
    for line in in_order(edition):
        path = edition.addresses.source(line.claim.claimant)
        figures.setdefault(path, []).append(line)
    for row in source_rows(edition):
        yield _page(row, figures[row.path], cards)


def _page(row: SourceRow, lines: list[ClaimLine], cards: Sequence[ContradictionCard]) -> Page:
    ids = {line.claim.id for line in lines}
    mine = [card for card in cards if ids.intersection(card.found.claims)]
    repeated = len(lines) - row.claims
    groups = [
        ("hard", [card for card in mine if card.is_within and card.is_hard]),
        ("soft", [card for card in mine if card.is_within and not card.is_hard]),
        ("others", [card for card in mine if not card.is_within]),
    ]
    shown = {"row": row, "lines": lines, "groups": groups, "repeated": repeated}
    return Page(row.path, "source.html", row.name, shown)
