"""Web archives, feeds, e-mails and JSON lines come in a document at a time."""

from __future__ import annotations

import gzip
import io
import json
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.formats.readers import warc_records
from habeas.formats.readers.emails import mail_documents, mail_text
from habeas.vocabulary import InputError, PartialDate

WORDS = "El ministerio anunció 88 excarcelaciones."
PAGE = f"<html lang='es'><title>Excarcelan a 88</title><article><p>{WORDS}</p></article></html>"


def record(body: bytes, headers: str = "Content-Type: text/html; charset=utf-8\r\n") -> bytes:
    """Return a record of a web archive: a server's answer."""
    answer = f"HTTP/1.1 200 OK\r\n{headers}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2026-01-03T00:00:00Z\r\nWARC-Target-URI: https://example.org/88\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def test_a_web_archive_gives_its_pages_and_passes_over_the_rest(tmp_path: Path, read_one: Any):
    other = record(b"\x89PNG", "Content-Type: image/png\r\n")
    content = gzip.compress(record(PAGE.encode())) + gzip.compress(other)
    one = read_one("a.warc.gz", content)
    assert (one.found.raw, one.document.url) == (PAGE.encode(), "https://example.org/88")
    assert one.found.place == f"{tmp_path}/a.warc.gz, record 1"
    assert (one.document.title, one.document.language) == ("Excarcelan a 88", "es")


def test_an_answer_sent_compressed_and_in_pieces_is_put_together(read_one: Any):
    body = gzip.compress(PAGE.encode())
    pieces = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    assert WORDS in read_one("a.warc", record(pieces, headers)).document.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no web page"),
        (b"no archive at all\n" * 9, "is damaged after record 0"),
        (gzip.compress(b"\0" * 300_000_000, 1), "is damaged"),
        (gzip.compress(record(PAGE.encode()))[:-30], "is damaged"),
        (record(b"x").replace(b"Content-Length: ", b"Content-Length: -"), "is damaged"),
    ],
)
def test_a_damaged_web_archive_is_refused(content: bytes, said: str, refusal: Any):
    assert said in refusal("a.warc.gz", content)


def test_a_record_that_unfolds_beyond_measure_is_passed_over_and_the_archive_refused(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(warc_records, "LARGEST_DOCUMENT", 100_000)
    monkeypatch.setattr(warc_records, "ALWAYS_ALLOWED", 100_000)
    raw = gzip.compress(record(b"<p>88 " * 1_000_000))
    said: list[str] = []
    stream = io.BufferedReader(io.BytesIO(raw))
    with pytest.raises(InputError, match="as a gzip bomb does"):
        list(warc_records.warc_records(stream, len(raw), "a.warc.gz", said.append))
    assert "is larger than 100,000 bytes. Passed over." in said[0]


def test_a_record_that_is_cut_short_is_read_as_far_as_it_goes_and_says_so(
    tmp_path: Path, read: Any
):
    (tmp_path / "a.warc").write_bytes(record(b"<p>88 people were released")[:-10])
    [one], said = read(tmp_path / "a.warc")
    assert one.document.text == "88 people were re"
    assert "is cut short" in said[0]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="urn:c"><channel>
<title>El Diario</title><language>es-ve</language>
<item><title>Excarcelan a 88</title><link>https://example.org/88</link>
<pubDate>Fri, 02 Jan 2026 23:30:00 -0400</pubDate><description>Breve</description>
<content:encoded><![CDATA[<p>{WORDS}</p><p>Quedan 900.</p>]]></content:encoded></item>
<item><title></title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>El Diario</title>
<entry><title type="html">Excarcelan a &lt;b&gt;88&lt;/b&gt;</title>
<link rel="self" href="https://example.org/feed"/><link href="https://example.org/88"/>
<published>2026-01-02T23:30:00-04:00</published>
<content type="xhtml"><x:div xmlns:x="urn:x"><x:p>{WORDS}</x:p><x:p>Quedan 900.</x:p></x:div>
</content></entry></feed>"""


@pytest.mark.parametrize(("name", "feed"), [("a.rss", RSS), ("a.atom", ATOM), ("a.xml", ATOM)])
def test_an_entry_of_a_feed_is_a_document(tmp_path: Path, name: str, feed: str, read: Any):
    (tmp_path / name).write_text(feed)
    [one], _ = read(tmp_path / name)
    document = one.document
    assert document.text == f"Excarcelan a 88\n{WORDS}\nQuedan 900."
    assert (document.outlet, document.url) == ("El Diario", "https://example.org/88")
    assert (document.published, document.language) == (PartialDate("2026-01-02"), "es")


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ('<!DOCTYPE b [<!ENTITY a "88"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "XML bomb"),
        ('<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', "XML bomb"),
        ("<rss><channel>", "is not XML"),
        ("<note/>", "holds no entries"),
        ("<rss><item>" + "<a>" * 20_000 + "</a>" * 20_000 + "</item></rss>", "beyond all measure"),
        ("", "is not XML"),
    ],
)
def test_a_feed_that_is_none_or_a_bomb_is_refused(feed: str, said: str, refusal: Any):
    assert said in refusal("a.xml", feed)


def mail(body: str = WORDS) -> EmailMessage:
    """Return a message of our own."""
    message = EmailMessage()
    message["Subject"] = "Excarcelación de 88 personas"
    message["From"] = "Comité de Familias <prensa@example.org>"
    message["Date"] = "Fri, 02 Jan 2026 23:30:00 -0400"
    message.set_content(body)
    return message


def test_an_email_gives_its_subject_words_sender_and_day(read_one: Any):
    document = read_one("a.eml", mail().as_bytes()).document
    assert document.text == f"Excarcelación de 88 personas\n{WORDS}"
    assert document.outlet == "Comité de Familias"
    assert document.published == PartialDate("2026-01-02")


def test_the_documents_attached_to_an_email_are_documents_of_its_day(tmp_path: Path, read: Any):
    message = mail()
    page = f"<p>{WORDS}</p>".encode()
    message.add_attachment(page, maintype="text", subtype="html", filename="a.html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    [letter, attached], _ = read(tmp_path / "a.eml")
    assert attached.document.text == WORDS
    assert attached.document.published == letter.document.published
    assert attached.document.id == sha256(page).hexdigest()


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("application/zip", "evidencia.zip", "“evidencia.zip”"),
        ("application/vnd.oasis.opendocument.text", "carta.odt", "“carta.odt”"),
        ("image/png", "lista   manuscrita.png", "“lista manuscrita.png”"),
        ("application/octet-stream", "", "“application/octet-stream”"),
    ],
)
def test_an_attachment_that_is_not_read_is_told_by_name(
    tmp_path: Path, read: Any, kind: str, name: str, told: str
):
    message = mail()
    message.add_attachment(b"PK\x03\x04", *kind.split("/"), filename=name or None)
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    [letter], notes = read(tmp_path / "a.eml")
    assert letter.document.text.endswith(WORDS)
    assert any("has attachments that were not read" in note and told in note for note in notes)


def test_a_document_attached_without_its_kind_is_read_by_its_name(tmp_path: Path, read: Any):
    message = mail()
    message.add_attachment(WORDS.encode(), "application", "octet-stream", filename="parte.txt")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    documents, notes = read(tmp_path / "a.eml")
    assert len(documents) == 2
    assert not notes


def test_an_email_within_an_email_is_told_as_not_read(tmp_path: Path, read: Any):
    message = mail()
    message.add_attachment(mail("Otra cosa."))
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    _, notes = read(tmp_path / "a.eml")
    assert any("“message/rfc822”" in note for note in notes)


def test_an_email_of_nothing_but_a_zip_names_it(refusal: Any):
    message = mail("")
    message.add_attachment(b"PK\x03\x04", "application", "zip", filename="todo.zip")
    del message["Subject"]
    assert "“todo.zip”" in refusal("a.eml", message.as_bytes())


def test_of_many_attachments_that_are_not_read_the_first_are_named_and_the_rest_counted(
    tmp_path: Path, read: Any
):
    message = mail()
    for number in range(13):
        message.add_attachment(b"x", "image", "png", filename=f"{number}.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    _, [note] = read(tmp_path / "a.eml")
    assert "“9.png” and 3 more" in note


def test_an_email_without_plain_text_gives_the_words_of_its_page(read_one: Any):
    message = mail()
    message.set_content(f"<p>{WORDS}</p><style>p {{}}</style>", subtype="html")
    assert read_one("a.eml", message.as_bytes()).document.text.endswith(f"\n{WORDS}")


def test_parts_within_parts_without_end_are_refused(refusal: Any):
    part = "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"
    deep = "".join(part.format(number) for number in range(5000))
    assert "nests its parts beyond all measure" in refusal("a.eml", deep)


@pytest.mark.parametrize("flood", ['"', "; a*0=b", "=?utf-8?q?a?=", "a@b,", "(", ".", "\t x\n "])
@pytest.mark.parametrize("header", ["From", "Subject", "Content-Type", "Content-Disposition"])
def test_a_header_made_to_overwhelm_its_reader_is_cut(header: str, flood: str):
    raw = f"{header}: text/plain{flood * 100_000}\n\n88 freed".encode()
    try:
        texts = [mail_text(found).text for found in mail_documents(raw, "a.eml")]
    except InputError:
        return
    assert all(len(text) < 10_000 for text in texts)


@given(st.binary(max_size=300))
def test_any_bytes_named_email_are_read_or_refused(raw: bytes):

    try:
        for found in mail_documents(b"Content-Type: " + raw, "a.eml"):
            mail_text(found)
    except InputError:
        return


def test_a_line_of_json_is_a_document_under_its_own_id(read_one: Any):
    row = {"id": "a1", "url": "https://example.org", "outlet": "El Diario", "lang": "es",
           "published": "2026-01-02T10:00:00Z", "text": WORDS, "claims": []}  # fmt: skip
    one = read_one("a.jsonl", json.dumps(row), published="2020-01-01", language="en")
    assert (one.document.id, one.document.text, one.document.language) == ("a1", WORDS, "es")
    assert (one.document.outlet, one.document.published) == ("El Diario", PartialDate("2026-01-02"))
    assert one.found.raw == json.dumps(row).encode()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "b"}', "line 2, column text: is missing"),
        ('{"text": 7}', "line 2, column text: is not a text"),
        ('{"text": "x", "published": "soon"}', 'line 2, column published: "soon" is not a date'),
        ('{"id": "a", "text": "other"}', 'line 2, column id: "a" is the id of two documents'),
        ("[]", "line 2: is not a JSON object"),
        ("{", "line 2: is not JSON"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(line: str, said: str, refusal: Any):
    assert said in refusal("a.jsonl", '{"id": "a", "text": "x"}\n' + line)


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        (b"<?xml version='1.0' encoding='nonsense-8'?><rss><item/></rss>", "unknown encoding"),
        (b"<rss>" + b"<a>" * 20_000 + b"</a>" * 20_000 + b"</rss>", "holds no entries"),
    ],
)
def test_a_feed_in_an_unknown_encoding_or_nested_without_end_is_refused(
    feed: bytes, said: str, refusal: Any
):
    assert said in refusal("a.rss", feed)


def test_an_entry_whose_title_is_nested_three_thousand_deep_is_refused(refusal: Any):
    title = b"<b>" * 3000 + b"x" + b"</b>" * 3000
    feed = b"<rss><item><title>" + title + b"</title></item></rss>"
    assert "nests its parts beyond all measure" in refusal("a.rss", feed)
