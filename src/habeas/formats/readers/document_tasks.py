"""What a child of the sandbox does with documents: open collections, read texts."""

from __future__ import annotations

import encodings
import importlib
import io
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from habeas.formats.documents import (
    FEED,
    HTML,
    MAIL,
    PDF,
    FoundDocument,
    found_for_child,
    plain_found,
    plain_read,
)
from habeas.formats.readers import open_collection, open_document
from habeas.formats.sandbox import Answer, reader_failed, refusal
from habeas.vocabulary import InputError

WARMING = (
    b"<html lang='en'><head><title>One</title><meta property='og:site_name' content='Two'>"
    b"<meta property='article:published_time' content='2026-01-02'>"
    b'<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": "One"}'
    b"</script></head><body><article><h1>One</h1><p>The words of an article, which say a little of "
    b"what happened on the second of January and no more than that.</p><ul><li>a<li>b</ul><table>"
    b"<tr><td>1</td></tr></table></article></body></html>"
)
FEED_WARMING = b"""<rss><channel><title>a</title><item><title>b</title><description>c</description>
<pubDate>Thu, 08 Jan 2026 10:00:00 GMT</pubDate></item></channel></rss>"""
MAIL_WARMING = b"""From: A <a@example.org>\nSubject: =?utf-8?q?=C3=A9?=\nDate: 8 Jan 2026
MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n
<p>words</p>\n--b\nContent-Type: text/plain; charset=latin-1\nContent-Transfer-Encoding: base64
Content-Disposition: attachment; filename="a.txt"\n\nYWJj\n--b--\n"""


def members(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with the documents of a collection as they come, and with notes between them."""
    said: list[str] = []
    kind, size, place = given["kind"], given["size"], given["place"]
    for found in open_collection(stream, kind, size, place, said.append):
        yield from notes(said)
        yield {"member": plain_found(found)}, found.raw
    yield from notes(said)


def notes(said: list[str]) -> Iterator[Answer]:
    """Answer with what was said, once."""
    for each in said:
        yield {"note": each}, b""
    said.clear()


def read(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with what each of some documents says, or with why it cannot be read."""
    for found in documents_in(given, stream):
        try:
            read = open_document(
                found, published=given["published"] or None, language=given["language"] or None
            )
        except InputError as error:
            yield {"refused": refusal(error)}, b""
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - what a hostile document makes a library raise
            yield {"refused": refusal(reader_failed(type(error).__name__))}, b""
        else:
            yield plain_read(read)


def documents_in(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[FoundDocument]:
    """Go through the documents that a job brings, one behind the other."""
    for values in given["documents"]:
        yield found_for_child(values, stream.read(values["size"]))


def warm() -> None:
    """Have the libraries load what they load when they are first used: no file can be opened later.

    Encodings are loaded by the names that documents give.
    """
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in ("mbcs", "oem"):  # only on Windows, where it can open them later
            importlib.import_module(f"encodings.{module.name}")
    open_document(FoundDocument(WARMING, HTML, "warming"))
    unheard: list[str] = []
    for raw, kind in ((FEED_WARMING, FEED), (MAIL_WARMING, MAIL)):
        for found in open_collection(io.BytesIO(raw), kind, len(raw), "warming", unheard.append):
            open_document(found)
    try:
        open_document(FoundDocument(b"%PDF-1.4", PDF, "warming"))
    except InputError:
        return


TASKS = {"members": members, "read": read}
