"""The second bundled case holds together: figures, scopes and the words of its bulletins."""

from __future__ import annotations

import csv
from pathlib import Path

from habeas.dossier import with_words
from habeas.extraction import read_claims
from habeas.formats.documents.document_reading import read_documents
from habeas.formats.scopes_toml import read_scopes
from habeas.formats.tables import read_claims_file
from habeas.reconciliation import PLAIN, Question, Viewpoint, reconcile
from habeas.vocabulary import ClaimantKind, filed

CASE = Path(__file__).parents[2] / "examples" / "belarus-2020"
FILE = read_scopes(CASE / "scopes.toml")
TABLE = filed(read_claims_file(CASE / "claims.csv"), FILE.sources)


def test_every_figure_knows_its_outlet_and_every_scope_is_declared():
    assert len(TABLE) == 220
    assert all(claim.evidence.reported_by for claim in TABLE)
    kinds = {claim.population_kind for claim in TABLE} - {"subgroup", "other"}
    assert kinds <= set(FILE.scopes.by_key)


def test_every_claimant_but_the_press_is_a_declared_source_of_the_same_kind():
    for claim in TABLE:
        if claim.claimant_kind is not ClaimantKind.PRESS:
            source = FILE.sources.find(claim.claimant)
            assert source is not None, claim.claimant
            assert (source.name, source.kind) == (claim.claimant, claim.claimant_kind)


def test_the_register_is_one_bodys_under_all_its_names():
    assert FILE.scopes.by_key["political_prisoners"].register_of == "Viasna"
    assert FILE.sources.find("human rights defenders") == FILE.sources.find("Viasna")


def test_a_misprint_of_the_register_is_no_lower_limit_of_the_truth():
    ids = frozenset({"by124", "by125", "by126"})
    asked = [Question.parse("held political_prisoners 2025-12-23")]
    view = reconcile(TABLE, FILE.scopes, PLAIN, Viewpoint("all", only=ids), asked).view
    assert (view.bounds[0].low, view.bounds[0].high) == (1135, None)
    assert view.disputed == {"Viasna": (("by124", "by125", "by126"),)}


def test_every_bulletin_says_that_it_was_written_for_this_example_and_is_listed():
    texts = {
        Path(read.found.place).name: read.document.text
        for read in read_documents([CASE / "documents"])
    }
    assert len(texts) == 12
    assert all("Habeas example" in text or "примера Habeas" in text for text in texts.values())
    with (CASE / "documents.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert sorted(row["file"] for row in rows) == sorted(texts)
    assert all(row["file"].startswith(row["published"]) for row in rows)
    assert {row["language"] for row in rows} == {"en", "ru"}


def test_every_claim_read_from_the_bulletins_is_a_figure_of_the_table():
    read = [
        claim
        for document in read_documents([CASE / "documents"])
        for claim in read_claims(document.document, aliases=FILE.sources)
    ]
    joined = with_words(TABLE, read)
    assert [claim.id for claim in joined] == [claim.id for claim in TABLE]
    assert sum(bool(claim.evidence.quote) for claim in joined) == len(read) == 21
