"""What of a page, a mail or a PDF file is no word of its own is left out, and told."""

from collections.abc import Callable

import pytest

from habeas.formats.documents import HTML, MAIL, FoundDocument
from habeas.formats.readers.emails import mail_text
from habeas.formats.readers.html_pages import html_page
from habeas.formats.readers.page_layout import without_furniture
from habeas.formats.readers.pdf_text import paragraphs
from habeas.formats.readers.told_tables import table_rows

GATE = "Families had waited outside the gate for hours in the rain, with blankets and tea."


def page(body: str) -> str:
    raw = f"<html><head><title>Freed</title></head><body>{body}</body></html>".encode()
    return html_page(FoundDocument(raw, HTML, "page.html")).text


def warnings(body: str) -> str:
    raw = f"<html><head><title>Freed</title></head><body>{body}</body></html>".encode()
    return " ".join(html_page(FoundDocument(raw, HTML, "page.html")).warnings)


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_out_words_are_not_read(tag: str):
    text = page(f"<article><p>They freed <{tag}>54</{tag}> 45 people.</p><p>{GATE}</p></article>")
    assert "54" not in text
    assert "45 people" in text


@pytest.mark.parametrize("mark", ["3", "[12]", "*", "(4)"])
def test_a_raised_mark_of_a_note_is_no_digit_of_the_number(mark: str):
    text = page(f"<article><p>They freed 45<sup>{mark}</sup> people.</p><p>{GATE}</p></article>")
    assert "45 people" in text


def test_raised_letters_stay():
    text = page(f"<article><p>On the 5<sup>th</sup> they freed 45.</p><p>{GATE}</p></article>")
    assert "5th" in text


@pytest.mark.parametrize("named", ["cookie-consent", "newsletter-box", "related"])
def test_notices_and_teasers_are_no_part_of_an_article(named: str):
    notice = (
        f'<div class="{named}"><p>Two people were arrested in another town on Monday.</p></div>'
    )
    text = page(f"<article><p>They freed 45 people.</p><p>{GATE}</p>{notice}</article>")
    assert "another town" not in text


def test_an_article_in_an_element_that_is_named_like_a_notice_is_read():
    article = f"<article><p>They freed 45 people.</p><p>{GATE}</p></article>"
    body = f'<div class="related-story">{article}</div>'
    assert "45 people" in page(body)


def test_a_table_of_figures_is_told():
    rows = "".join(
        f"<tr><td>2026-02-{day}</td><td>{day}</td><td>1,178</td></tr>" for day in (16, 23)
    )
    table = f"<table>{rows}</table>"
    body = f"<article><p>These are the figures of the week.</p>{table}<p>{GATE}</p></article>"
    assert "table of figures (2 rows)" in warnings(body)


def test_a_table_that_only_sets_a_page_is_not_told():
    body = f"<article><table><tr><td>{GATE}</td></tr><tr><td>{GATE}</td></tr></table></article>"
    assert "table" not in warnings(body)


def test_posts_of_a_live_page_stand_behind_their_days():
    posts = "".join(
        f'<div><time datetime="2026-03-0{day}T10:00">x</time><p>They freed {day}0.</p></div>'
        for day in (2, 1)
    )
    assert page(f"<article><h1>Live</h1>{posts}</article>").splitlines()[-4:] == [
        "2026-03-02", "They freed 20.", "2026-03-01", "They freed 10."]  # fmt: skip


def mail(body: str) -> tuple[str, tuple[str, ...]]:
    raw = f"From: a@example.org\nSubject: Week\nDate: Mon, 02 Mar 2026 09:00:00 +0000\n\n{body}"
    read = mail_text(FoundDocument(raw.encode(), MAIL, "m.eml"))
    return read.text, read.warnings


@pytest.mark.parametrize(
    "older",
    [
        "> They freed 30.",
        "On 20 Feb 2026, Ana wrote:\n> They freed 30.",
        "-----Original Message-----\nFrom: Ana\nSent: Friday\n\nThey freed 30.",
        "De: Ana\nEnviado: viernes\nAsunto: x\n\nThey freed 30.",
    ],
)
def test_what_a_mail_quotes_of_older_ones_is_left_out_and_told(older: str):
    text, told = mail(f"They freed 45.\n\n{older}\n")
    assert text == "Week\nThey freed 45."
    assert "older messages" in told[0]


def test_what_is_forwarded_is_read():
    text, told = mail(
        "---------- Forwarded message ---------\nFrom: Ana\nDate: Fri\n\nThey freed 30."
    )
    assert "They freed 30." in text
    assert told == ()


def test_a_word_that_a_hyphen_parts_at_the_end_of_a_line_is_one_word():
    assert paragraphs("45 prison\x02ers were re\ufffe\nleased.") == "45 prisoners were released."


def test_page_numbers_and_running_heads_are_no_words_of_the_text():
    pages = ["Free Now | Report 2026\nThey freed\n17", "Free Now | Report 2026\n45 people.\n18"]
    assert without_furniture(pages) == ["They freed", "45 people."]


def test_a_figure_that_ends_a_page_in_a_sentence_stays():
    assert without_furniture(["They freed 45\npeople.", "In March 12."]) == [
        "They freed 45\npeople.", "In March 12."]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("January 2026 35 12\nFebruary 2026 41 20", 2),
        ("They freed 35 and then 12 more people", 0),
        ("They freed 35 and then 12 more people\nand 9 of them were of the 20 of May", 0),
        ("About us\nReports\nContact", 0),
        ("Report 17\nReport 18\nReport 19", 0),
    ],
)
def test_lines_of_figures_are_rows_of_a_table(text: str, rows: int):
    assert table_rows(text) == rows


READERS: dict[str, Callable[[FoundDocument], object]] = {HTML: html_page, MAIL: mail_text}


@pytest.mark.parametrize(
    "body",
    [
        "<s>" * 3000,
        "<time datetime='2026-03-01'>" * 900,
        "<sup>" * 3000 + "1",
        "<p class='related'>" * 900,
    ],
)
def test_hostile_markup_ends_in_words_or_a_refusal(body: str):
    assert isinstance(page(f"<p>45 people</p>{body}"), str)
