"""What holds of every text whatever it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.extraction import language_of, read_claims, read_statements
from habeas.vocabulary import Document, PartialDate

PIECES = (
    "1,503", "1.196", "88", "2 400", "cinco mil", "twenty-three", "a dozen", "cientos de",
    "14", "2024", "people", "personas", "political prisoners", "presos políticos",
    "detainees", "mujeres", "women", "were released", "fueron detenidas", "excarcelaciones",
    "remain in detention", "son civiles", "according to", "según", "said", "dijo",
    "Foro Norte", "the government", "el ministerio", "(ABC)", "the group", "of whom",
    "de los cuales", "y", "and", ",", ".", "\n", "“", "”", "on Monday", "since", "el 8 de enero",
    "31 February", "between", "to", "-", "\u202e", "\u200f", "\x00", "٣٤", "１２", "e\u0301",
    "'s", "more than", "al menos", "no", "denied that", "will be", "died in custody",
    "20:00", "؟", "𝟗𝟗",
)  # fmt: skip

texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60).map("".join),
)
days = st.dates().map(lambda day: PartialDate(day.isoformat()))


def document(text: str, published: PartialDate | None, language: str) -> Document:
    return Document("d" * 64, text, published, language)


@settings(max_examples=300, deadline=None)
@given(texts, st.none() | days, st.sampled_from(["", "en", "es"]))
def test_no_text_breaks_the_reader_and_every_quote_is_exact(
    text: str, published: PartialDate | None, language: str
):
    read = document(text, published, language)
    for claim in read_claims(read):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    for said in read_statements(read):
        assert text[said.start : said.end] == said.quote


@settings(max_examples=100, deadline=None)
@given(texts)
def test_reading_twice_gives_the_same(text: str):
    read = document(text, PartialDate("2026-01-02"), "en")
    assert read_claims(read) == read_claims(read)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_parts_point_at_claims_of_the_same_text(text: str):
    claims = read_claims(document(text, PartialDate("2026-01-02"), "es"))
    ids = {claim.id for claim in claims}
    assert all(not claim.part_of or claim.part_of in ids - {claim.id} for claim in claims)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The police said that they have arrested nobody in the capital this week.", "en"),
        ("La policía dijo que no ha detenido a nadie en la capital durante la semana.", "es"),
        ("", ""),
        ("99 100 101", ""),
    ],
)
def test_the_language_is_told_by_its_small_words(text: str, language: str):
    assert language_of(text) == language


PLAIN = st.sampled_from(
    ["The weather was mild. Shops stayed open.", "Rain fell over the hills all day.", "Fin."]
)


@settings(max_examples=100, deadline=None)
@given(texts, PLAIN)
def test_a_last_paragraph_without_figures_changes_no_claim(text: str, plain: str):
    day = PartialDate("2026-01-02")
    alone = read_claims(document(text, day, "en"))
    assert read_claims(document(f"{text}\n\n{plain}", day, "en")) == alone
