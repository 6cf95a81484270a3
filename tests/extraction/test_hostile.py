"""Texts that would like to break the reader."""

import pytest

from habeas.extraction import language_of, read_claims, same_story
from habeas.extraction.text.language import language, languages
from habeas.vocabulary import Document, InputError, PartialDate


def read(text: str, language: str = "en"):
    claims = read_claims(Document("d" * 64, text, PartialDate("2026-01-30"), language))
    for claim in claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    return claims


def values(text: str, language: str = "en"):
    return [claim.quantity.value for claim in read(text, language)]


def test_ten_thousand_bare_numbers_in_a_line_make_no_claim():
    assert not read(" ".join(map(str, range(10_000))))


@pytest.mark.parametrize(
    "sign", ["!", ".", ",", '"', "(", "“", "1", "1.", "A ", "A-", "e\u0301", "\n", "١"]
)
def test_a_long_run_of_one_sign_makes_no_claim_and_comes_to_an_end(sign: str):
    assert not read(sign * 50_000)


def test_nul_and_right_to_left_marks_do_not_move_a_quote():
    assert values("\x00The ministry \u202esaid 88\u200f people were released.\x00") == [88]


def test_digits_of_two_scripts_in_one_number_are_no_number():
    assert not read("The NGO said 1٢3 people were released.")


def test_digits_of_another_script_are_read():
    assert values("The NGO said ١٢٣ people were released.") == [123]


def test_letters_that_look_like_digits_are_no_number():
    assert not read("The NGO said lOO people were released.")


def test_nested_quotations_end_where_they_end():
    assert values("“He told us: “88 people were released””, the NGO said.") == [88]


def test_a_number_beyond_mankind_is_no_count_of_people():
    assert not read("The NGO said 99999999999999999999 people were released.")


def test_accents_in_two_pieces_are_read_like_those_in_one():
    text = "Según la ONG, 88 personas esta\u0301n detenidas."
    assert values(text, "es") == [88]


def test_spanish_without_any_accents_is_read_too():
    assert values("Segun el ministerio, 88 personas estan detenidas.", "es") == [88]


def test_a_paragraph_without_figures_changes_no_claim():
    text = "The NGO Free Now said 88 people were released on Monday."
    plain = "The weather was mild. Shops stayed open."
    assert [(c.quantity, c.measure, c.claimant, c.period) for c in read(text)] == [
        (c.quantity, c.measure, c.claimant, c.period) for c in read(f"{plain}\n\n{text}\n\n{plain}")
    ]


def test_a_language_without_a_lexicon_is_refused_by_name():
    with pytest.raises(InputError, match="xx"):
        read("Text", "xx")


def test_every_lexicon_loads_and_knows_its_own_sentences():
    assert set(languages()) >= {"en", "es", "pt"}
    for code in languages():
        assert language(code, accents=True).entries
    assert language_of("O governo disse que não há mais presos na cadeia da cidade.") == "pt"


def test_the_same_wire_story_in_two_outlets_is_one_story():
    story = "The ministry said that 88 people were released on Thursday after months of talks. " * 3
    other = "Farmers in the north complained about the price of fuel and the lack of rain. " * 3
    one = Document("a", "By our staff. " + story)
    cut = Document("b", story[: len(story) * 2 // 3] + "Subscribe for more.")
    third = Document("c", other)
    assert same_story([one, third, cut]) == [[one, cut], [third]]


def test_empty_texts_are_stories_of_their_own():
    first, second = Document("a", ""), Document("b", "")
    assert same_story([first, second]) == [[first], [second]]


def test_a_story_of_which_most_was_cut_is_still_the_same_story():
    story = " ".join(f"w{number}" for number in range(600))
    for words in (40, 120, 400):
        cut = Document("b", " ".join(story.split()[:words]) + " Read more on our pages.")
        assert len(same_story([Document("a", story), cut])) == 1


def test_a_story_found_a_thousand_times_is_one_story():
    documents = [Document(str(number), "Nobody was freed today.") for number in range(1000)]
    assert len(same_story(documents)) == 1


@pytest.mark.parametrize(
    "day", ["2024-07-28¹", "2024-07-²", "2024-①-28", "2024-07-12345678901234567890", "2024-½-01"]
)
@pytest.mark.parametrize("code", ["en", "es", "pt"])
def test_a_footnote_mark_or_twenty_digits_in_a_date_end_no_reading(day: str, code: str):
    read(f"On {day} the ministry said 88 people were released.", code)
    assert values(f"On {day} the ministry said 88 people were released.") == [88]
