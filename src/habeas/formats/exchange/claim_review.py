"""Figures that contradict others as ClaimReview, the form that search engines and archives read.

Vocabulary: schema.org ClaimReview, Claim and Rating, as JSON-LD. A review rates no honesty: it
says what a figure stands against, on a scale that is the same in every dossier.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from habeas.vocabulary import Claim, ClaimantKind

CONTEXT = "https://schema.org"

LONGEST_SUMMARY = 75
"""Characters of a review's summary that readers of ClaimReview show on one line."""

BODIES = frozenset(
    (ClaimantKind.NGO, ClaimantKind.PRESS, ClaimantKind.IGO, ClaimantKind.COURT,
     ClaimantKind.OPPOSITION)
)  # fmt: skip
"""Claimants that are organisations; of the others it is not known whether a person speaks."""


class Standing(IntEnum):
    """What a figure stands against, the worst first: the numeric scale of every review."""

    CONTRADICTS_ITS_OWN_SOURCE = 1
    CONTRADICTS_OTHERS = 2
    DOES_NOT_SQUARE = 3
    STANDS = 4


@dataclass(frozen=True)
class Review:
    """One figure under review.

    summary: the figure in words; verdict: the standing in words; reason: the arithmetic. url: the
    figure's page. language: ISO 639-1, of the words.
    """

    claim: Claim
    summary: str
    standing: Standing
    verdict: str
    reason: str
    url: str
    language: str


def claim_review(review: Review, published: str, publisher: str = "") -> dict[str, Any]:
    """Return one review as a JSON-LD node without its context.

    published: the day of the dossier, ISO 8601. publisher: who publishes it, "" where unknown.
    """
    node: dict[str, Any] = {
        "@type": "ClaimReview",
        "url": review.url,
        "inLanguage": review.language,
        "datePublished": published,
        "claimReviewed": shortened(review.summary),
        "reviewBody": review.reason,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": int(review.standing),
            "worstRating": int(min(Standing)),
            "bestRating": int(max(Standing)),
            "alternateName": review.verdict,
        },
        "itemReviewed": _claim(review.claim),
    }
    if publisher:
        node["author"] = {"@type": "Organization", "name": publisher}
    return node


def claim_reviews(nodes: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return reviews as one JSON-LD document."""
    return {"@context": CONTEXT, "@graph": list(nodes)}


def shortened(text: str) -> str:
    """Cut a summary between two words where it is too long for one line."""
    if len(text) <= LONGEST_SUMMARY:
        return text
    return text[: LONGEST_SUMMARY - 1].rsplit(" ", 1)[0].rstrip(" ,;:·") + "…"


def _claim(claim: Claim) -> dict[str, Any]:
    proof = claim.evidence
    node: dict[str, Any] = {"@type": "Claim", "identifier": claim.id}
    if claim.claimant:
        node["author"] = {"name": claim.claimant}
        if claim.claimant_kind in BODIES:
            node["author"]["@type"] = "Organization"
    if proof.published:
        node["datePublished"] = proof.published
    if proof.quote:
        node["text"] = proof.quote
    appearance: dict[str, Any] = {"@type": "CreativeWork"}
    if proof.url.startswith(("https://", "http://")):
        appearance["url"] = proof.url
    if proof.reported_by:
        appearance["publisher"] = {"@type": "Organization", "name": proof.reported_by}
    if len(appearance) > 1:
        node["appearance"] = appearance
    return node
