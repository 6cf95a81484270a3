"""Every figure: the list, and a page for each, down to the words in the archived document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from habeas.dossier.page_context import ClaimLine, Page, PageContext
from habeas.dossier.pages.contradiction_pages import ContradictionCard
from habeas.dossier.pages.linked_data import review_block
from habeas.vocabulary import Claim


def claims_page(edition: PageContext) -> Page:
    """Build the list of all figures, by day."""
    return Page(
        edition.addresses.claims,
        "claims.html",
        edition.words("claim.list_title"),
        {"lines": in_order(edition)},
    )


def in_order(edition: PageContext) -> list[ClaimLine]:
    """Return all figures by day."""
    ordered = sorted(edition.case.claims, key=_day)
    return [edition.lines[claim.id] for claim in ordered]


def _day(claim: Claim) -> tuple[date, str]:
    known = claim.period.end or claim.period.start
    return (known.latest if known else date.max, claim.id)


def claim_pages(
    edition: PageContext, used: Mapping[str, Sequence[ContradictionCard]]
) -> Iterator[Page]:
    """Build a page for each figure; ``used``: the contradictions it is part of, by its id."""
    corrected = {claim.corrects: claim.id for claim in edition.case.claims if claim.corrects}
    for claim in edition.case.claims:
        yield _claim_page(edition, claim, used.get(claim.id, ()), corrected.get(claim.id, ""))


def _claim_page(
    edition: PageContext, claim: Claim, used: Sequence[ContradictionCard], corrected_by: str
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
            "text": edition.text_with_quote(claim),
            "raw": f"documents/{held.sha256}.bin" if held and held.is_open else "",
            "cards": used,
            "review": Markup(review_block(edition, line, used)),  # noqa: S704 - nothing ends it
            "corrected_by": edition.lines.get(corrected_by),
            "part_of": edition.lines.get(claim.part_of),
            "corrects": edition.lines.get(claim.corrects),
        },
    )
