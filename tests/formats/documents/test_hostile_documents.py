"""A document made to overwhelm its reader costs that document alone; the next one is read."""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from habeas.formats.documents import document_sandbox
from habeas.formats.documents.document_reading import read_documents
from habeas.formats.documents.found_document import FoundDocument
from habeas.formats.readers import html_pages
from habeas.formats.readers.html_pages import (
    MOST_ATTRIBUTES,
    MOST_NODES,
    SMALL_PAGE,
    html_page,
)
from habeas.formats.readers.html_text import page_words
from habeas.formats.sandbox import Limits, Sandbox

LIMITS = Limits(memory=300_000_000, processor=5, wall=40.0, output=20_000_000)
WORDS = "The ministry said that 88 people were released on 2 January 2026."


def page(markup: str) -> bytes:
    return f"<html><head><title>One</title></head><body>{markup}<p>{WORDS}</body></html>".encode()


def attribute_soup() -> bytes:
    return page("<p " + " ".join(f"a{number}=1" for number in range(70_000)) + ">")


def attributes_without_values() -> bytes:
    return page("<p " + " ".join(f"a{number}" for number in range(100_000)) + ">")


def elements_with_an_attribute_each() -> bytes:
    return page("".join(f"<p a{number}=1>" for number in range(70_000)))


def attribute_sea() -> bytes:
    return page("<p " + " ".join(f"a{number}=1" for number in range(800_000)) + ">")


def huge_table() -> bytes:
    return page("<table>" + "<tr><td>1<td>2<td>3" * 40_000 + "</table>")


def comments() -> bytes:
    return page("<!---->" * 100_000)


def deep_page() -> bytes:
    return page("<div>" * 100_000)


def mail(kind: str, name: str, content: bytes) -> bytes:
    body = base64.encodebytes(content).decode()
    return (
        "From: A <a@example.org>\nSubject: News\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n'
        f"{WORDS}\n--b\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n"
        f'Content-Disposition: attachment; filename="{name}"\n\n{body}\n--b--\n'
    ).encode()


def zip_bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 60_000_000)
    return made.getvalue()


def mails_in_mails() -> bytes:
    head = 'Content-Type: multipart/mixed; boundary="{0}"\n\n--{0}\n'
    parts = "".join(head.format(f"b{number}") for number in range(5_000))
    return (
        f"From: A <a@example.org>\nMIME-Version: 1.0\n{parts}Content-Type: text/plain\n\nx".encode()
    )


def forwarded_mails() -> bytes:
    return (b"From: A <a@example.org>\nContent-Type: message/rfc822\n\n" * 5_000) + WORDS.encode()


def laughs() -> bytes:
    more = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
    item = "<item><title>&a11;</title></item>"
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{more}]>'
        f"<rss><channel>{item}</channel></rss>"
    ).encode()


def deep_feed() -> bytes:
    inner = "<b>" * 50_000 + "</b>" * 50_000
    return f"<rss><channel><item><title>{inner}</title></item></channel></rss>".encode()


def feed_of_attributes() -> bytes:
    soup = " ".join(f"a{number}='1'" for number in range(70_000))
    return (
        f"<rss><channel><item><title {soup}>News</title><description>{WORDS}</description>"
        "</item></channel></rss>"
    ).encode()


def pdf(objects: list[bytes]) -> bytes:
    made = b"%PDF-1.4\n"
    for number, content in enumerate(objects, 1):
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return made + b"trailer << /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(objects) + 1)


def page_loop() -> bytes:
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1000000000 /Kids [3 0 R 2 0 R] >>",
            b"<< /Type /Pages /Count 1000000000 /Parent 2 0 R /Kids [2 0 R 3 0 R] >>",
        ]
    )


def pdf_bomb() -> bytes:
    squeezed = zlib.compress(b"(88) Tj " * 30_000_000, 1)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (
        len(squeezed), squeezed,
    )  # fmt: skip
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 9 9] >>",
            stream,
        ]
    )


def warc(body: bytes) -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Date: 2026-01-02T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    return f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def gzip_bomb() -> bytes:
    return warc(gzip.compress(page("0" * 60_000_000), 1))


def gzipped_warc_bomb() -> bytes:
    return gzip.compress(warc(b"0" * 250_000_000), 1)


def deep_line() -> bytes:
    return b'{"text": "a", "b": ' + b"[" * 1_000_000 + b"]" * 1_000_000 + b"}\n"


READ_ALL_THE_SAME: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "attribute soup": ("a.html", attribute_soup, "has 70,000 attributes of one element"),
    "attributes without values": ("a.html", attributes_without_values, "100,000 attributes"),
    "eight megabytes of attributes": ("a.html", attribute_sea, "has 800,000 attributes"),
    "an attribute each": ("a.html", elements_with_an_attribute_each, "elements, which no article"),
    "a huge table": ("a.html", huge_table, "elements, which no article has, and was read whole"),
    "comments": ("a.html", comments, "elements, which no article has"),
    "a deep page": ("a.html", deep_page, "elements, which no article has"),
    "a zip bomb attached": ("a.eml", lambda: mail("application/zip", "a.zip", zip_bomb()), ""),
    "a feed of attributes": ("a.xml", feed_of_attributes, ""),
}
"""By name: the file, what it holds, and what is said of it. Its words are read."""

REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a billion laughs": ("a.xml", laughs, "defines entities of its own"),
    "a deep feed": ("a.xml", deep_feed, "nests its parts|is not XML|failed over it"),
    "a PDF with a page loop": ("a.pdf", page_loop, "is not a PDF that can be read"),
    "a PDF that unfolds": ("a.pdf", pdf_bomb, "broke its reader|needs more|takes longer"),
    "a gzip bomb in a WARC": ("a.warc", gzip_bomb, "record 1: is larger than 50,000,000 bytes"),
    "a gzip bomb around a WARC": ("a.warc.gz", gzipped_warc_bomb, "hundreds of times its size"),
    "parts in parts": ("a.eml", mails_in_mails, "nests its parts beyond all measure"),
    "mails in mails": ("a.eml", forwarded_mails, "nests its parts beyond all measure"),
    "a deep line": ("a.jsonl", deep_line, "absurd numbers or nesting"),
}


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    made = Sandbox(document_sandbox.TASKS, limits=LIMITS)
    yield made
    made.close()


@pytest.fixture
def read_after(tmp_path: Path, box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Read a file and the one behind it; return the texts and all that was said of the first."""
    monkeypatch.setattr(document_sandbox, "sandbox", lambda: box)

    def reading(name: str, content: bytes) -> tuple[list[str], list[str]]:
        (tmp_path / name).write_bytes(content)
        (tmp_path / "b.txt").write_text("The next one.")
        said: list[str] = []
        found = read_documents(
            [tmp_path], note=said.append, fail=lambda error: said.append(str(error))
        )
        return [one.document.text for one in found], said

    return reading


@pytest.mark.parametrize("kind", READ_ALL_THE_SAME)
def test_the_words_of_a_bloated_document_are_read_and_so_is_the_next_one(
    read_after: Callable, kind: str
):
    name, content, told = READ_ALL_THE_SAME[kind]
    texts, said = read_after(name, content())
    assert WORDS in texts[0]
    assert texts[1:] == ["The next one."]
    assert told in "".join(said)


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_document_is_refused_with_a_reason_and_the_next_one_is_read(
    read_after: Callable, kind: str
):
    name, content, told = REFUSED[kind]
    texts, said = read_after(name, content())
    assert texts == ["The next one."]
    assert re.search(told, "".join(said))
    assert "Traceback" not in "".join(said)


def test_a_page_in_a_web_archive_that_cannot_be_unfolded_costs_that_page_alone(
    read_after: Callable,
):
    good = warc(gzip.compress(page("")))
    for bad in (b"not gzip", gzip.compress(page("0" * 60_000_000), 1)):
        texts, said = read_after("a.warc", warc(bad) + good)
        assert [WORDS in text for text in texts] == [True, False]
        assert "record 1: " in said[0]


@pytest.mark.parametrize(
    "content",
    [attribute_soup, attributes_without_values, elements_with_an_attribute_each, huge_table,
     comments, deep_page],
)  # fmt: skip
def test_an_article_is_never_looked_for_in_more_markup_than_articles_have(
    monkeypatch: pytest.MonkeyPatch, content: Callable[[], bytes]
):
    handed: list[str] = []

    def looked_for(text: str, **_options: object) -> None:
        handed.append(text)

    monkeypatch.setattr(html_pages.trafilatura, "bare_extraction", looked_for)
    assert WORDS in html_page(FoundDocument(content(), "text/html", "a.html")).text
    for text in handed:
        found = page_words(text)
        small = len(text) <= SMALL_PAGE
        assert small or (found.nodes <= MOST_NODES and found.attributes <= MOST_ATTRIBUTES)


def test_a_bloated_page_keeps_the_title_and_day_that_its_head_states():
    head = (
        "<html><head><title>Eighty-eight</title>"
        "<meta property='article:published_time' content='2026-01-02'></head>"
    )
    raw = (head + "<body>" + "<br>" * (MOST_NODES + 1) + WORDS).encode()
    read = html_page(FoundDocument(raw, "text/html", "a.html"))
    assert (read.title, read.published) == ("Eighty-eight", "2026-01-02")


@pytest.mark.parametrize("nodes", [100, 10_000])
def test_a_long_page_with_as_much_markup_as_news_have_is_looked_through_for_its_article(nodes: int):
    article = f"<article><p>{WORDS} {'The families wait at the gates. ' * 2_000}</p></article>"
    menu = "<nav><ul>" + "<li>menu</li>" * (nodes - 20) + "</ul></nav>"
    read = html_page(FoundDocument(page(menu + article), "text/html", "a.html"))
    assert "menu" not in read.text
    assert not read.warnings


def test_what_was_answered_before_a_failure_stands_and_what_follows_is_read(box: Sandbox):
    def text(words: str) -> FoundDocument:
        return FoundDocument(words.encode(), "text/plain", words)

    bad = FoundDocument(pdf_bomb(), "application/pdf", "bad")  # ends its reader
    asked = {"published": "", "language": ""}
    documents = [text("one"), text("two"), bad, text("three")]
    answers = document_sandbox.answers_for(box, "read", documents, asked)
    assert [isinstance(answer, Exception) for answer in answers] == [False, False, True, False]
    assert [answer[1] for answer in answers if isinstance(answer, tuple)] == [
        b"one", b"two", b"three",
    ]  # fmt: skip
