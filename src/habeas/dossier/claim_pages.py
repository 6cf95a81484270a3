"""Every figure: the list, and a page for each, down to the words in the archived document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from habeas.dossier.contradiction_pages import ContradictionCard
from habeas.dossier.edition import Edition, Page
from habeas.dossier.quoting import MarkedText, marked
from habeas.vocabulary import Claim


def claims_page(edition: Edition) -> Page:
    """Build the list of all figures, by day."""
    ordered = sorted(edition.case.claims, key=_day)
    return Page(
        edition.addresses.claims,
        "claims.html",
        edition.words("claim.list_title"),
        {"lines": [edition.lines[claim.id] for claim in ordered]},
    )


def _day(claim: Claim) -> tuple[date, str]:
    known = claim.period.end or claim.period.start
    return (known.latest if known else date.max, claim.id)


def claim_pages(edition: Edition, cards: Sequence[ContradictionCard]) -> Iterator[Page]:
    """Build a page for each figure."""
    used: dict[str, list[ContradictionCard]] = {}
    for card in cards:
        for claim_id in card.found.claims:
            used.setdefault(claim_id, []).append(card)
    corrected = {claim.corrects: claim.id for claim in edition.case.claims if claim.corrects}
    for claim in edition.case.claims:
        yield _claim_page(edition, claim, used.get(claim.id, []), corrected.get(claim.id, ""))


def _claim_page(
    edition: Edition, claim: Claim, used: list[ContradictionCard], corrected_by: str
) -> Page:
    line = edition.lines[claim.id]
    held = edition.document(claim)
    return Page(
        line.path,
        "claim.html",
        f"{line.claimant}: {line.figure}, {line.period}",
        {
            "line": line,
            "claim": claim,
            "held": held,
            "text": text_with_quote(edition, claim),
            "raw": f"documents/{held.sha256}.bin" if held else "",
            "cards": used,
            "corrected_by": edition.lines.get(corrected_by),
            "part_of": edition.lines.get(claim.part_of),
            "corrects": edition.lines.get(claim.corrects),
        },
    )


def text_with_quote(edition: Edition, claim: Claim) -> MarkedText | None:
    """Return the document's text around the quoted words; None where they do not stand there.

    Words that are not what the text holds at their place are never shown as if they were.
    """
    held, proof = edition.document(claim), claim.evidence
    if held is None or proof.start is None or proof.end is None:
        return None
    found = marked(held.document.text, proof.start, proof.end)
    return found if found.quote == proof.quote else None
