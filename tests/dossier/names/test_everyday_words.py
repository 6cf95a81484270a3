"""Which words of a name are words that anybody writes every day."""

from __future__ import annotations

import pytest

from habeas.dossier.names.spelling import is_everyday


@pytest.mark.parametrize("word", ["Flores", "caminantes", "houses", "Walkers", "libertad"])
def test_a_word_of_a_language_and_its_forms_are_everyday_words(word: str):
    assert is_everyday(word)


@pytest.mark.parametrize("word", ["Marcos", "Orlando", "Valentina", "Armando", "James", "Lucía"])
def test_a_frequent_name_is_none_though_a_dictionary_takes_it_for_a_form_of_a_word(word: str):
    assert not is_everyday(word)


@pytest.mark.parametrize("word", ["Светлана", "مريم", "Muestrez"])
def test_a_word_that_no_dictionary_holds_or_of_another_script_is_none(word: str):
    assert not is_everyday(word)
