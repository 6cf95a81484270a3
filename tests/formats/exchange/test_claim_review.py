"""Fact checks as other programs read them: schema.org's terms, and nothing they would refuse."""

from __future__ import annotations

from typing import Any

import pytest

from habeas.formats.exchange.claim_review import (
    LONGEST_SUMMARY,
    Review,
    Standing,
    claim_review,
    claim_reviews,
    shortened,
)
from habeas.vocabulary import Claim, ClaimantKind, Evidence, Measure, Quantity

REQUIRED = {
    "ClaimReview": {"claimReviewed", "reviewRating", "url"},
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating"},
    "Claim": {"author", "datePublished", "appearance"},
}
"""What readers of ClaimReview require of each node, and what they recommend of a claim."""


def review(kind: ClaimantKind = ClaimantKind.NGO, url: str = "https://outlet.example/a") -> Review:
    evidence = Evidence(reported_by="Outlet", published="2026-01-02", url=url, quote="88 freed")
    claim = Claim("c1", Measure.RELEASED, Quantity(88), "other", claimant="Casa de Derechos",
                  claimant_kind=kind, evidence=evidence)  # fmt: skip
    return Review(
        claim, "Casa de Derechos: 88 released", Standing.CONTRADICTS_OTHERS,
        "Cannot be true together with figures of other sources", "88 > 87.",
        "https://dossier.example/en/figures/c1.html", "en",
    )  # fmt: skip


def nodes(node: Any) -> Any:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)


def test_every_node_has_what_readers_require():
    made = claim_review(review(), "2026-02-01", "Casa de Derechos")
    for node in nodes(made):
        assert REQUIRED.get(node.get("@type"), set()) <= set(node)
    assert made["author"] == {"@type": "Organization", "name": "Casa de Derechos"}
    assert made["reviewRating"]["worstRating"] <= made["reviewRating"]["ratingValue"]
    assert made["reviewRating"]["ratingValue"] <= made["reviewRating"]["bestRating"]


def test_a_figure_in_a_contradiction_is_never_rated_as_one_that_stands():
    assert [each for each in Standing if each is max(Standing)] == [Standing.STANDS]
    assert claim_review(review(), "2026-02-01")["reviewRating"]["ratingValue"] < Standing.STANDS


@pytest.mark.parametrize("kind", ClaimantKind)
def test_nobody_is_called_an_organisation_who_may_be_a_person(kind: ClaimantKind):
    author = claim_review(review(kind), "2026-02-01")["itemReviewed"]["author"]
    may_be_a_person = kind in (ClaimantKind.GOVERNMENT, ClaimantKind.FAMILY, ClaimantKind.OTHER)
    assert ("@type" in author) is not may_be_a_person


def test_an_address_that_is_not_of_the_web_is_left_out():
    made = claim_review(review(url="javascript:alert(1)"), "2026-02-01")
    assert "url" not in made["itemReviewed"]["appearance"]


def test_a_long_summary_is_cut_between_words():
    text = "Casa de Derechos: about 2,400 people arrested from 29 July 2024 to 11 August 2024"
    assert len(shortened(text)) <= LONGEST_SUMMARY
    assert shortened(text).endswith(" August…") or shortened(text).endswith("11…")
    assert shortened("short") == "short"
    assert len(shortened("x" * 200)) <= LONGEST_SUMMARY


def test_a_document_of_reviews_names_its_vocabulary_once():
    made = claim_reviews([claim_review(review(), "2026-02-01")])
    assert made["@context"] == "https://schema.org"
    assert [node["@type"] for node in made["@graph"]] == ["ClaimReview"]
