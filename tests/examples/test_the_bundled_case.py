"""The bundled case holds together: its figures, its scopes and the words of its bulletins."""

from __future__ import annotations

import csv
from pathlib import Path

from habeas.dossier import with_words
from habeas.extraction import read_claims
from habeas.formats.documents.document_reading import read_documents
from habeas.formats.scopes_toml import read_scopes
from habeas.formats.tables import read_claims_file
from habeas.vocabulary import ClaimantKind

CASE = Path(__file__).parents[2] / "examples" / "venezuela-2024"


def bulletins() -> dict[str, str]:
    return {
        Path(read.found.place).name: read.document.text
        for read in read_documents([CASE / "documents"])
    }


def test_every_figure_is_a_claim_and_knows_its_outlet_and_day():
    claims = read_claims_file(CASE / "claims.csv")
    assert len(claims) == 239
    assert all(claim.evidence.reported_by and claim.evidence.published for claim in claims)


def test_a_correction_names_the_figure_that_it_replaces():
    claims = read_claims_file(CASE / "claims.csv")
    assert {claim.id: claim.corrects for claim in claims if claim.corrects} == {"ve229": "ve228"}


def test_every_population_and_place_of_the_figures_is_declared():
    claims, case = read_claims_file(CASE / "claims.csv"), read_scopes(CASE / "scopes.toml")
    kinds = {claim.population_kind for claim in claims} - {"subgroup", "other"}
    assert kinds <= set(case.scopes.by_key)
    assert {claim.place for claim in claims} <= {case.scopes.place, *case.scopes.places}


def test_every_claimant_but_the_press_is_a_declared_source_of_the_same_kind():
    sources = read_scopes(CASE / "scopes.toml").sources
    for claim in read_claims_file(CASE / "claims.csv"):
        if claim.claimant_kind is not ClaimantKind.PRESS:
            source = sources.find(claim.claimant)
            assert source is not None
            assert (source.name, source.kind) == (claim.claimant, claim.claimant_kind)


def test_the_protest_detainees_are_political_prisoners_and_in_the_case_review():
    scopes = read_scopes(CASE / "scopes.toml").scopes
    assert scopes.contains("political_prisoners", "protest_detainees")
    assert scopes.contains("case_review", "protest_detainees")
    assert not scopes.contains("political_prisoners", "case_review")


def test_every_bulletin_says_that_it_was_written_for_this_example():
    texts = bulletins()
    assert len(texts) == 12
    for text in texts.values():
        assert "the Habeas example" in text or "el ejemplo de Habeas" in text


def test_every_bulletin_has_its_line_in_the_list_of_documents():
    with (CASE / "documents.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert sorted(row["file"] for row in rows) == sorted(bulletins())
    assert all(row["file"].startswith(row["published"]) for row in rows)


def test_the_wire_report_carries_the_five_figures_of_the_story():
    wire = bulletins()["2026-01-02-wire.en.txt"]
    for figure in ("88 people", "99 releases", "around 2,400", "nearly 2,000", "roughly 900"):
        assert figure in wire


def test_every_claim_read_from_the_bulletins_is_a_figure_of_the_table():
    case = read_scopes(CASE / "scopes.toml")
    read = [
        claim
        for document in read_documents([CASE / "documents"])
        for claim in read_claims(document.document, aliases=case.sources)
    ]
    table = read_claims_file(CASE / "claims.csv")
    joined = with_words(table, read)
    assert [claim.id for claim in joined] == [claim.id for claim in table]
    assert sum(bool(claim.evidence.quote) for claim in joined) == len(read) == 40
