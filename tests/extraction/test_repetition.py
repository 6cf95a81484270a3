"""A figure that is said over and over takes no more room each time."""

from __future__ import annotations

from habeas.extraction import read_claims
from habeas.vocabulary import Document, PartialDate


def test_the_reasons_of_a_figure_said_again_do_not_grow():
    text = "The ministry announced the release of 88 people on Thursday.\n" * 50
    day = PartialDate("2026-01-02")
    claims = read_claims(Document("a1", text, published=day, language="en"))
    undated = read_claims(Document("a1", text, language="en"))
    for said in (claims, undated):
        assert len(said) == 50
        assert max(len(" ".join(claim.reasons)) for claim in said) < 300
