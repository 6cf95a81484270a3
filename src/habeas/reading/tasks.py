"""What a child of the sandbox does with documents whose claims are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from habeas.extraction import (
    language_of,
    languages,
    lexicon,
    read_claims,
    read_statements,
    shingled,
)
from habeas.formats.documents import FoundDocument, plain_read
from habeas.formats.readers import document_tasks, open_document
from habeas.formats.sandbox import Answer, reader_failed, refusal
from habeas.formats.tables import statement_line
from habeas.reading.plain_sources import sources_from_plain
from habeas.vocabulary import Document, InputError, PartialDate, claim_to_row, partial_date

WARMING = {
    "en": "The ministry said on 2 January 2026 that about 88 of 2,400 people were released.",
    "es": "La ONG dijo el 2 de enero que 88 personas, entre ellas dos mujeres, fueron liberadas.",
}


def claims(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with the claims of each document, with its shingles where there are any.

    A document that fails is that document's failure, whatever the reader raised over it.
    """
    for found in document_tasks.documents_in(given, stream):
        try:
            yield _claims_of_found(found, given)
        except InputError as error:
            yield {"refused": refusal(error)}, b""
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a reader's failure over one hostile document
            yield {"refused": refusal(reader_failed(type(error).__name__))}, b""


def _claims_of_found(found: FoundDocument, given: Mapping[str, Any]) -> Answer:
    published, language = given["published"] or None, given["language"] or None
    read = open_document(found, published=published, language=language)
    unread = unread_language(read.document)
    answer: dict[str, Any] = {"warnings": [*plain_read(read)[0]["warnings"], *unread]}
    answer |= _told(read.document, given)
    stories = shingled(read.document.text).tobytes() if answer["claims"] else b""
    return answer, stories


def unread_language(document: Document) -> list[str]:
    """Return a warning about a text in a language without a lexicon, which nothing is read from."""
    if document.language or language_of(document.text):
        return []
    known = ", ".join(languages())
    return [f"is in no language that is read here ({known}), and nothing was read from it"]


def _told(document: Document, given: Mapping[str, Any]) -> dict[str, Any]:
    sources = sources_from_plain(given["sources"])
    rows = [claim_to_row(claim) for claim in read_claims(document, aliases=sources)]
    said = list(map(statement_line, read_statements(document))) if given["statements"] else []
    return {"claims": rows, "statements": said}


def claims_of_text(given: Mapping[str, Any], stream: BinaryIO) -> Iterator[Answer]:
    """Answer with the claims of one text that has been read already."""
    values = dict(given["document"])
    values["published"] = partial_date(values["published"])
    yield _told(Document(text=stream.read().decode(), **values), given), b""


def warm() -> None:
    """Have the readers load their lexicons and libraries."""
    document_tasks.warm()
    day = PartialDate("2026-01-03")
    for code in languages():
        for accents in (True, False):
            lexicon(code, accents=accents)
        text = WARMING.get(code, WARMING["en"])
        shingled(text)
        read_statements(Document("warming", text, day, code))
        read_claims(Document("warming", text, day, code))
        read_claims(Document("warming", text, day))


TASKS = {**document_tasks.TASKS, "claims": claims, "claims_of_text": claims_of_text}
