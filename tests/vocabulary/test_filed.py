"""A source under all its names."""

from __future__ import annotations

from habeas.vocabulary import (
    Claim,
    ClaimantKind,
    Measure,
    Quantity,
    Source,
    Sources,
    filed,
)

SOURCES = Sources(
    (Source("Mechanism", ClaimantKind.NGO, ("Mecanismo", "MRPP")),
     Source("Interior Ministry", ClaimantKind.GOVERNMENT, ("MIA",))),
)  # fmt: skip


def said(claimant: str, kind: ClaimantKind | None = None) -> Claim:
    return Claim("a", Measure.HELD, Quantity(1), "x", claimant=claimant, claimant_kind=kind)


def test_a_claim_under_another_name_of_a_source_is_that_source_s():
    for name in ("Mecanismo", "mecanismo", "MRPP", "Mechanism"):
        [claim] = filed([said(name, ClaimantKind.OTHER)], SOURCES)
        assert (claim.claimant, claim.claimant_kind) == ("Mechanism", ClaimantKind.NGO)


def test_names_declared_after_reading_join_what_was_read_before():
    once = filed([said("MIA"), said("Interior Ministry")], SOURCES)
    assert once[0] == once[1]
    assert filed(once, SOURCES) == once


def test_nobody_else_is_renamed():
    others = [said("Mechanism of the North", ClaimantKind.PRESS), said("")]
    assert filed(others, SOURCES) == others
    assert filed(others, Sources()) == others
