"""Numbers, days and figures in words, alike in every language."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.dossier.page_context.addresses import file_name, file_names
from habeas.dossier.page_context.quoting import linked, shown
from habeas.dossier.words.claim_words import answer_text, figure, period, scope_title
from habeas.dossier.words.wording import LANGUAGES, wording
from habeas.reconciliation import Question
from habeas.vocabulary import (
    GENERAL_SCOPES,
    Claim,
    Measure,
    PartialDate,
    Period,
    Qualifier,
    Quantity,
)

EN, ES = wording("en"), wording("es")


def texts(table: Mapping[str, object], path: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from texts(value, f"{path}{key}.")
        else:
            yield path + key, value


def holes(value: object) -> set[str]:
    lines = value if isinstance(value, list) else [value]
    return {name for line in lines for _, name, _, _ in string.Formatter().parse(str(line)) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things_with_the_same_holes(language: str):
    ours, theirs = dict(texts(EN.texts)), dict(texts(wording(language).texts))
    assert set(ours) == set(theirs)
    for key, value in ours.items():
        assert type(value) is type(theirs[key]), key
        if isinstance(value, list):
            assert len(value) == len(theirs[key]), key  # type: ignore[arg-type]
        assert holes(value) == holes(theirs[key]), key


def test_numbers_and_ranges_are_written_as_each_language_does():
    assert EN.range(1281, 2620) == "1,281 to 2,620"
    assert ES.range(1281, 2620) == "1.281 a 2.620"
    assert EN.range(700, None) == "700 or more"
    assert EN.range(50, 50) == "50"


def test_dates_are_written_at_the_precision_that_is_known():
    assert EN.date(PartialDate("2026-01-08")) == "8 January 2026"
    assert ES.date(PartialDate("2026-01")) == "enero de 2026"
    assert EN.date(PartialDate("2026")) == "2026"


def claim(measure: Measure, quantity: Quantity, start: str, end: str) -> Claim:
    return Claim("c", measure, quantity, "protest_detainees", period=Period.read(start, end))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-01-08", "2026-01-28", "from 8 January 2026 to 28 January 2026"),
        ("", "2026-01-28", "by 28 January 2026"),
        ("2026-01-08", "", "since 8 January 2026"),
        ("2026-01-08", "2026-01-08", "on 8 January 2026"),
        ("2026-01", "2026-01", "on some day of January 2026"),
        ("", "", "day not given"),
    ],
)
def test_a_flows_days_are_told_as_far_as_they_are_known(start: str, end: str, said: str):
    assert period(claim(Measure.RELEASED, Quantity(1), start, end), EN) == said


def test_a_figure_keeps_the_word_that_it_was_said_with():
    about = claim(Measure.DETAINED, Quantity(2400, Qualifier.ABOUT), "", "2026-01-01")
    dozens = claim(Measure.RELEASED, Quantity(None, Qualifier.DOZENS), "", "2026-01-01")
    assert figure(about, EN) == "about 2,400 arrested"
    assert figure(about, ES) == "unas 2.400 personas detenidas"
    assert figure(dozens, ES) == "decenas de personas excarceladas"


def test_a_question_about_a_difference_names_both_groups():
    question = Question.parse("held political_prisoners-protest_detainees 2026-01-01")
    assert answer_text(question, EN) == "held on 1 January 2026"
    title = scope_title(question, GENERAL_SCOPES, EN)
    assert title == "political prisoners without “protest detainees”"


@given(st.text())
def test_shown_text_never_holds_markup_or_signs_without_ink(text: str):
    page = str(shown(text))
    for tag in ('<span class="sign">', "</span>"):
        page = page.replace(tag, "")
    assert "<" not in page
    assert ">" not in page
    assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")


@given(st.text(alphabet="abc (:,<&", max_size=30))
def test_linking_names_changes_no_words(text: str):
    page = str(linked(text, {"a": "x", "ab": "y"}))
    bare = page.replace('<a href="x">', "").replace('<a href="y">', "").replace("</a>", "")
    assert bare == str(shown(text))


def test_a_name_is_linked_only_where_a_claim_is_named():
    page = str(linked("at least a (a: Ministry, 1 May)", {"a": "a.html"}))
    assert page == 'at least a (<a href="a.html">a</a>: Ministry, 1 May)'


@given(st.lists(st.text(min_size=1), unique=True))
def test_no_two_ids_share_a_file_and_every_name_is_safe(ids: list[str]):
    names = list(file_names(ids).values())
    assert len({name.casefold() for name in names}) == len(ids)
    allowed = set(string.ascii_lowercase + string.digits + "-_")
    assert all(name and set(name) <= allowed and len(name) < 100 for name in names)


def test_a_plain_id_keeps_its_name():
    assert file_name("ve034") == "ve034"
    assert file_name("CON") != "con"
    assert file_name("com1") != "com1"
    assert file_name("../../etc") != file_name("etc")


def test_days_are_those_of_the_calendar():
    assert EN.day(date(2026, 1, 1)) == "1 January 2026"
    assert ES.day(date(2026, 1, 1)) == "1 de enero de 2026"
