"""The ids of claims begin with a short id of their document."""

from __future__ import annotations

from habeas.vocabulary import Document

DIGEST = "0123456789abcdef" * 4


def test_a_document_known_by_its_digest_names_its_claims_by_the_first_twelve_characters():
    assert Document(DIGEST, "words").short_id == "0123456789ab"


def test_a_document_with_an_id_of_its_own_names_them_by_all_of_it():
    assert Document("bulletin-2026-01-08", "words").short_id == "bulletin-2026-01-08"
