"""The text layer of a PDF comes in as paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from habeas.formats.readers.pdf_text import paragraphs
from habeas.vocabulary import PartialDate

PICTURE = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"


def pdf(words: bytes, pages: int = 1, pictures: frozenset[int] = frozenset()) -> bytes:
    """Return a small PDF of our own that shows ``words``, and on some pages only a picture."""
    text = b"BT /F1 12 Tf 50 700 Td (" + words + b") Tj ET"
    kids = b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in range(pages):
        stream = PICTURE if page + 1 in pictures else text
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * page),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    objects.append(b"<< /Title (Bulletin 7) /CreationDate (D:20260102101500Z) >>")
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    about = (len(objects) + 1, len(objects), len(body))
    tail = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % about
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (about[0], table) + tail


def test_a_pdf_gives_its_words_title_and_the_day_it_was_made(tmp_path: Path, read: Any):
    (tmp_path / "a.pdf").write_bytes(pdf(b"88 people were released.", pages=2))
    [one], said = read(tmp_path / "a.pdf")
    assert one.document.text == "88 people were released.\n88 people were released."
    assert (one.document.title, one.document.published) == ("Bulletin 7", PartialDate("2026-01-02"))
    assert "the day it was made, 2026-01-02, is taken for it" in said[0]
    [given], said = read(tmp_path / "a.pdf", published="2026-01-05")
    assert (given.document.published, said) == (PartialDate("2026-01-05"), [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf(b""), "only pictures of it"),
        (b"%PDF-1.4 garbage", "is not a PDF that can be read"),
        (pdf(b"88")[:120], "is not a PDF that can be read"),
        (b"", "is not a PDF that can be read"),
    ],
)
def test_a_pdf_without_words_or_sense_is_refused(content: bytes, said: str, refusal: Any):
    assert said in refusal("a.pdf", content)


def test_the_pages_of_a_pdf_that_are_only_pictures_are_told(tmp_path: Path, read: Any):
    made = pdf(b"88 people were released.", pages=4, pictures=frozenset({2, 3}))
    (tmp_path / "a.pdf").write_bytes(made)
    [one], said = read(tmp_path / "a.pdf", published="2026-01-05")
    assert one.document.text == "88 people were released.\n88 people were released."
    assert "shows only a picture on pages 2, 3, which is not read" in " ".join(said)


def test_a_page_of_a_pdf_that_is_blank_is_nothing_to_tell(tmp_path: Path, read: Any):
    (tmp_path / "a.pdf").write_bytes(pdf(b"88 people were released."))
    _, said = read(tmp_path / "a.pdf", published="2026-01-05")
    assert said == []


def test_the_broken_lines_of_a_pdf_become_paragraphs():
    page = (
        "BULLETIN\r\n"
        "The ministry said on Thursday that 88 peo\ufffe\r\n"
        "ple had been released from prisons in the\r\n"
        "country.\r\n"
        "Rights groups counted 87 of them, by their\r\n"
        "names, until Friday.\r\n"
        "- a first point\r\n"
        "- a second point"
    )
    assert paragraphs(page).split("\n") == [
        "BULLETIN",
        "The ministry said on Thursday that 88 people had been released from prisons in the "
        "country.",
        "Rights groups counted 87 of them, by their names, until Friday.",
        "- a first point",
        "- a second point",
    ]
