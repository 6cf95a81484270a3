"""The article of a web page comes in with what the page says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.formats.readers.html_text import html_text
from habeas.vocabulary import PartialDate

WORDS = "El ministerio anunció 88 excarcelaciones."
MORE = (
    "Las familias esperan a las puertas desde el jueves, y nadie les ha dado una lista de nombres."
)
PAGE = f"""<!doctype html><html lang="es-VE"><head><meta charset="utf-8">
<title>Excarcelan a 88 | El Diario</title>
<meta property="og:site_name" content="El Diario">
<meta property="article:published_time" content="2026-01-02T23:30:00-04:00"></head>
<body><nav><a href="/">Portada</a></nav><h1>Excarcelan a 88</h1>
<article><p>{WORDS}</p><p>{MORE}</p></article></body></html>"""


def test_a_page_gives_its_article_title_outlet_day_and_language(read_one: Any):
    document = read_one("a.html", PAGE).document
    assert document.text == f"Excarcelan a 88\n{WORDS}\n{MORE}"
    assert (document.title, document.outlet) == ("Excarcelan a 88", "El Diario")
    assert (document.published, document.language) == (PartialDate("2026-01-02"), "es")


def test_the_day_given_overrules_what_is_read_off_a_page(read_one: Any):
    document = read_one("a.html", PAGE, published="2026-01-05").document
    assert document.published == PartialDate("2026-01-05")


def test_a_page_in_latin_1_that_says_so_is_read_without_doubt(read_one: Any):
    raw = PAGE.replace("utf-8", "iso-8859-1").encode("latin-1")
    assert WORDS in read_one("a.html", raw).document.text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "88 freed",
        "<table><tr><td>" * 5_000 + "88 freed",
        "<b>" * 50_000 + "88 freed",
        "<p>88 freed" * 5_000,
        "88 freed <p " + "a=1 " * 100_000,
        "<p>88 freed</p><script>" + "x<" * 100_000,
        "&lt;" * 100_000 + "88 freed",
        "<p>88 freed <!-- " + "- " * 100_000,
        "<p>88 freed " + "<a x='" * 50_000,
        "<p>88 freed " + "<!--" * 50_000,
    ],
)
def test_a_page_made_to_overwhelm_its_reader_still_gives_its_words(
    tmp_path: Path, page: str, read: Any
):
    (tmp_path / "a.html").write_text(page)
    [one], _ = read(tmp_path / "a.html")
    assert "88 freed" in one.document.text


@given(st.text(st.sampled_from("<>/&;!-'\"= abp88\n"), max_size=80))
def test_any_tag_soup_has_words_or_none(soup: str):
    assert "\n\n" not in html_text(soup)


def test_a_page_whose_bytes_are_binary_is_refused(refusal: Any):
    assert "is not a text but binary data" in refusal("a.html", b"<html>\0\0\0")
