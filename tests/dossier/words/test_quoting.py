"""A quotation within its sentence: nothing added, nothing changed, never without an end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.dossier.page_context.quoting import MOST_AROUND, MarkedText, marked, within_sentence

TEXT = "A title\n\nFirst one. The group said 88 people were freed, e.g. in Aragua. Then more."


def around(quote: str, text: str = TEXT) -> MarkedText:
    start = text.index(quote)
    return within_sentence(marked(text, start, start + len(quote)))


def test_a_quotation_is_shown_with_the_rest_of_its_sentence():
    found = around("88 people")
    assert found == MarkedText("The group said ", "88 people", " were freed, e.g. in Aragua.")


def test_a_line_ends_a_sentence_and_so_does_the_text():
    assert around("title") == MarkedText("A ", "title", "")
    assert around("more") == MarkedText("Then ", "more", ".")
    assert around("¿Eran 5?", "Dijo: no. ¿Eran 5? Sí.") == MarkedText("", "¿Eran 5?", "")


def test_a_sentence_without_end_is_cut_between_words():
    found = around("88", "word " * 500 + "88" + " word" * 500)
    assert found.before.startswith("… word")
    assert found.after.endswith("word …")
    assert len(found.before) <= MOST_AROUND + 2
    assert len(found.after) <= MOST_AROUND + 2


@given(st.text(alphabet="aB. \n!?…»", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_no_word_is_added_to_a_text_or_changed(text: str, one: int, other: int):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    whole = marked(text, start, end)
    found = within_sentence(whole)
    assert found.quote == whole.quote
    assert whole.before.endswith(found.before)
    assert whole.after.startswith(found.after)
