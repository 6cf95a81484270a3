"""A name that begins a sentence is read whole, though any first word is capitalised."""

from __future__ import annotations

import pytest

from habeas.extraction import read_claims
from habeas.vocabulary import Document, partial_date


@pytest.mark.parametrize(
    ("text", "language", "claimant"),
    [
        ("Casa de Derechos documentó 61 detenciones.", "es", "Casa de Derechos"),
        ("Casa de Derechos has documented 61 arrests.", "en", "Casa de Derechos"),
        ("Justicia y Paz verificó 61 detenciones.", "es", "Justicia y Paz"),
        ("Voz de Derechos dijo que 61 personas fueron detenidas.", "es", "Voz de Derechos"),
    ],
)
def test_small_words_join_the_first_word_to_the_name(text: str, language: str, claimant: str):
    document = Document("a", text, partial_date("2025-03-05"), language)
    (claim,) = read_claims(document)
    assert claim.claimant == claimant
