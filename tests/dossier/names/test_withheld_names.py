"""Withheld names and numbers are met however they are written, and ordinary words are let be."""

from __future__ import annotations

import base64
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.dossier.names import ListedName, exposed_in, gathered, may_be_public, speakers

NAME = "Rosína Ejémplez"
HIDDEN = gathered(
    [
        ListedName(NAME, numbers=("V-12345678",)),
        ListedName("Józef Łukaszın", numbers=("23.456.789",)),
        ListedName("Cruzeta", numbers=("AB-99/X1",)),
        ListedName("Van Do"),
        ListedName("Tomás Tomás"),
        ListedName("Ana María Muéstrez Llano"),
        ListedName("عَلِيّ مثالي"),
    ]
)
UNSEEN = [chr(code) for code in range(0x3000)
          if unicodedata.category(chr(code)) in ("Mn", "Me", "Cf")]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        NAME, NAME.upper(), unicodedata.normalize("NFD", NAME), "Ejemplez, Rosina",
        "Ro\u00adsína Ejém\u00adplez", "Rosí\u200bna Ejémplez", "Rosína\u200bEjémplez",
        "Rosí-\nna Ejémplez", "Rosína Ejém\u00ad\nplez", "Rosína Ejémplez-\nOtra",
        "R\u0345osína Ejémplez",
        "Rosína" + " " * 40 + "Ejémplez", "Rosína\n\n\tEjémplez", "Rosína A. Ejémplez",
        "Rosína Elena Ejémplez", "rosina-elena-ejemplez", "#RosínaEjémplez", "@rosinaejemplez",
        "ejemplezrosina", "#libertadpararosinaejemplez", "#freeejemplezrosinanow",
        "＃libertadpararosinaejemplez", "#freecruzeta", "@rosinaejemplez77",
        "#LibertadRosínaEjémplez", "rosina_ejemplez",
        "Rоsinа Ejеmplez", "Ｒｏｓｉｎａ Ejemplez", "R o s í n a  E j é m p l e z",
        "https://x.example/Ros%C3%ADna%20Ej%C3%A9mplez-hoy", "x/Ros%EDna+Ej%E9mplez",
        "Ros%25C3%25ADna%2520Ej%25C3%25A9mplez", "Ros\\u00edna Ej\\u00e9mplez",
        "one\\nRosína Ejémplez", "Ros&iacute;na&nbsp;Ej&#233;mplez", "Ro<b>sí</b>na Ejémplez",
        '<a>Rosína</a><span class="sep wide blue"> </span><a>Ejémplez</a>',
        "Jozef Lukaszin", "JÓZEF ŁUKASZIN", "V-12345678", "V-12.345.678", "v12345678",
        "12 345 678", "12\u202f345\u202f678", "١٢٣٤٥٦٧٨", "12345678-Z", "23456789", "23.456.789",
        "AB99X1", "ab-99-x1", "cruzeta", "Van Do", "Tomás Tomás", "anamariamuestrez",
        "علي مثالي", "عـلي مثالي",
    ],
)  # fmt: skip
def test_a_withheld_name_or_number_is_covered_however_it_is_written(written: str):
    text = f"It told of {written}, who was held."
    covered = HIDDEN.covered(text)
    assert HIDDEN.gives_away(text)
    assert len(covered) == len(text)
    assert not HIDDEN.gives_away(covered)
    assert covered.startswith("It told of ")
    assert covered.endswith(", who was held.")


@pytest.mark.parametrize(
    "text",
    [
        "Rosína and others met the Ejémplez family", "Veracruzetano and recruzeta",
        "12,345 people and 2026-01-02 and 678", "c12 c345 (c678: a ministry)",
        "Rosína walked. " + "It rained. " * 3 + "Ejémplez",
        "#libertadparaejemplez and #rosinaytodos", "librosinaejemplezcomo",
        "do as van drivers do", "an example of 100%25 and \\u0041 &amp; more", "Ana said María",
    ],
)  # fmt: skip
def test_other_words_stay_as_they_are(text: str):
    hidden = gathered([ListedName(NAME, numbers=("12345678",)), ListedName("Cruzeta")])
    assert hidden.covered(text) == text


@given(st.lists(st.tuples(st.integers(1, len(NAME) - 1), st.sampled_from(UNSEEN)), max_size=6))
def test_no_invisible_sign_or_mark_anywhere_in_a_name_uncovers_it(put: list[tuple[int, str]]):
    written = NAME
    for place, sign in put:
        written = written[:place] + sign + written[place:]
    assert "R" not in HIDDEN.covered(written)
    assert "z" not in HIDDEN.covered(written)


@given(st.text())
def test_covering_keeps_the_length_of_any_text(text: str):
    covered = HIDDEN.covered(f"{text}{NAME}")
    assert len(covered) == len(text) + len(NAME)


@given(st.text())
def test_covered_once_nothing_is_left_to_cover(text: str):
    covered = HIDDEN.covered(f"{text} {NAME} {text}")
    assert NAME not in covered


def test_a_list_in_decomposed_letters_hides_composed_ones():
    hidden = gathered([ListedName(unicodedata.normalize("NFD", NAME))])
    assert hidden.gives_away(NAME)


def test_a_declared_source_between_two_words_of_a_name_is_not_covered():
    hidden = gathered([ListedName("Rosína Muéstrez")], speakers(["Luisa Muéstrez"]))
    assert hidden.covered("Rosína, Luisa Muéstrez") == "Rosína, Luisa Muéstrez"


def page(inside: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>Ten are free.</p>{inside}</body></html>".encode()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (f"Also {NAME}".encode(), "text/plain"),
        (f"Also {NAME}".encode("latin-1"), "text/plain"),
        (f"Also {NAME}".encode("utf-16"), "text/plain"),
        (page(f"<footer>{NAME}</footer>"), "text/html"),
        (page("<a>Rosína</a><i class='a b c d e f'> </i><a>Ejémplez</a>"), "text/html"),
        (page('<a href="/Ros%C3%ADna%20Ej%C3%A9mplez">next</a>'), "text/html"),
        (page("", '<script>{"k": "Ros\\u00edna Ej\\u00e9mplez"}</script>'), "text/html"),
        (page("", '<meta name="author" content="ROSINA EJEMPLEZ">'), "text/html"),
        (page(f"<!-- {NAME} -->"), "text/html"),
        (page(f'<iframe src="data:text/html;base64,{base64.b64encode(NAME.encode()).decode()}">'),
         "text/html"),
        (page("", '<meta charset="utf-7">'), "text/html"),
        (b"%PDF-1.4 nothing to see", "application/pdf"),
        (b"%PDF-1.4 nothing to see", "text/plain"),
        (b"From: a@b.example\n\nTen are free.", "message/rfc822"),
        (b"<entry><title>Ten are free</title></entry>", "application/atom+xml;type=entry"),
        (b"\x00\x01\x02", "text/plain"),
    ],
)  # fmt: skip
def test_bytes_that_name_somebody_or_cannot_be_searched_are_not_public(raw: bytes, kind: str):
    assert not may_be_public(raw, kind, HIDDEN)


def test_bytes_are_public_where_all_they_say_names_nobody_and_where_nobody_is_withheld():
    assert may_be_public(page("<footer>Nobody at all</footer>"), "text/html", HIDDEN)
    assert may_be_public(b"Ten are free.", "text/plain", HIDDEN)
    assert may_be_public(b"%PDF-1.4", "application/pdf", gathered([]))


def test_every_public_file_is_searched_documents_and_names_of_files_too():
    for path, content in {
        "documents/1.bin": page(f"<footer>{NAME}</footer>"),
        "documents/2.bin": b"%PDF-1.4",
        "data/a.json": b'{"a": "one\\nRos\\u00edna Ej\\u00e9mplez"}',
        "en/a.html": b"<td>Ros\xc3\xadna</td><td class='wide x y z'>Ejemplez</td>",
        "en/b.html": b'<meta content="Rosina Ejemplez">',
        "en/rosina-ejemplez.html": b"",
    }.items():
        assert exposed_in({"index.html": b"Ten", path: content}, HIDDEN) == path
    assert exposed_in({"documents/1.bin": b"Ten are free."}, HIDDEN) == ""


def test_elements_of_our_own_pages_are_nobodys_name():
    hidden = gathered([ListedName("Li A"), ListedName("Div Class Span")])
    content = b'<ul><li><a href="x">one</a></li></ul><div class="span">two</div>'
    assert exposed_in({"en/a.html": content}, hidden) == ""


def test_a_surname_alone_is_covered_where_the_whole_name_stands_in_the_same_text():
    text = "Rosína Ejémplez was freed on Friday."
    quoted = HIDDEN.told_in([text])
    assert quoted.covered("Ejémplez said that Rosína and EJEMPLEZ were one.") == (
        "████████ said that ██████ and ████████ were one."
    )
    assert quoted.covered("como un ejemplez cualquiera") == "como un ejemplez cualquiera"
    assert quoted.covered("Muéstrez is named elsewhere") == "Muéstrez is named elsewhere"
    assert HIDDEN.told_in(["Ejémplez was freed."]).covered("Ejémplez") == "Ejémplez"


def test_the_surname_of_a_declared_source_is_not_taken_for_that_of_somebody_withheld():
    hidden = gathered([ListedName("Rosína Muéstrez")], speakers(["Luisa Muéstrez"]))
    quoted = hidden.told_in(["Rosína Muéstrez was freed, said Luisa Muéstrez."])
    assert quoted.covered("Muéstrez said that Rosína was free") == (
        "Muéstrez said that ██████ was free"
    )
