"""A line that was full goes on in the next; one that was ended early is a line by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.extraction import read_claims
from habeas.extraction.text.cleaned import unwrapped
from habeas.vocabulary import Document, PartialDate

WRAPPED = {
    "the verb is on the next line": (
        "The Ministry of Justice announced on 12 January 2026 that 88 people arrested\n"
        "after the election had been released since 1 January.",
        [(88, "released")],
    ),
    "the noun is on the next line": (
        "According to the ministry, it was decided by a court this week to release 88\n"
        "political prisoners.",
        [(88, "released")],
    ),
    "the number is on the next line": (
        "The rights group Viasna said on Monday evening in Minsk that no fewer than about\n"
        "900 political prisoners were still held.",
        [(900, "held")],
    ),
    "several lines, one of which begins with a name": (
        "The families met on Tuesday in front of the prison, where a speaker of the\n"
        "Committee of Mothers said that 45 people had been detained on Sunday and that\n"
        "12 of them had been freed.",
        [(45, "detained"), (12, "released")],
    ),
    "in Spanish": (
        "El Ministerio de Justicia informó el lunes 12 de enero de que 88 personas que\n"
        "habían sido detenidas fueron liberadas.",
        [(88, "released")],
    ),
}
NOT_WRAPPED = {
    "a heading and its text": (
        "Forty people are still held in the prison of the capital\n"
        "Police freed 12 people on Monday, the ministry said."
    ),
    "a list of numbers by place": (
        "12 people were freed in the prison of the state of Aragua\n"
        "34 people were freed in the prison of the state of Zulia\n"
        "5 people were freed in the prison of the capital"
    ),
    "labels and their numbers": (
        "personas detenidas desde el 29 de julio de 2024: 1.200\n"
        "personas liberadas hasta el 10 de enero de 2025: 900"
    ),
    "items behind signs": (
        "- people detained since the election of the twenty-eighth\n"
        "- people released since the election of the twenty-eighth"
    ),
    "short lines": "held: 45\nfreed: 12",
    "paragraphs of a page": "The ministry freed 88 people. " * 8 + "\n" + "Others went home. " * 9,
    "an empty line between": (
        "The Ministry of Justice announced on 12 January 2026 that 88 people arrested\n\n"
        "after the election had been released since 1 January."
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRAPPED.values(), ids=WRAPPED.keys())
def test_a_sentence_is_read_over_the_end_of_a_full_line(text: str, expected: list[tuple[int, str]]):
    document = Document("a", text, PartialDate("2026-01-13"))
    claims = read_claims(document)
    assert [(claim.quantity.value, claim.measure.value) for claim in claims] == expected
    whole = read_claims(Document("a", text.replace("\n", " "), PartialDate("2026-01-13")))
    assert [claim.population_kind for claim in claims] == [one.population_kind for one in whole]
    for claim in claims:
        proof = claim.evidence
        assert text[proof.start : proof.end] == proof.quote


@pytest.mark.parametrize("text", NOT_WRAPPED.values(), ids=NOT_WRAPPED.keys())
def test_a_line_that_was_ended_early_ends(text: str):
    assert unwrapped(text) == text


@given(st.text(st.sampled_from("ab1 .,:\n-Aé"), max_size=400))
def test_nothing_but_breaks_of_lines_changes_and_no_place_moves(text: str):
    after = unwrapped(text)
    assert len(after) == len(text)
    assert all(new == old or (old == "\n" and new == " ")
               for old, new in zip(text, after, strict=True))  # fmt: skip


def test_many_lines_take_time_in_proportion():
    lines = "The ministry said that forty people of whom nobody knew had been taken\n" * 30_000
    long = ("The ministry freed 88 people. " * 40_000 + "\n") * 2
    for text in (lines, long):
        assert len(unwrapped(text)) == len(text)
