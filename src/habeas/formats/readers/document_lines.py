"""Documents as JSON lines: id, url, outlet, lang, published, title, country and text a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from habeas.formats.documents import RECORD, Contents, FoundDocument, language_code, published_day
from habeas.formats.tables import parsed
from habeas.formats.text_lines import text_lines
from habeas.vocabulary import InputError, PartialDate


def document_lines(stream: BinaryIO, file: str) -> Iterator[FoundDocument]:
    """Go through the documents of a .jsonl file; other fields are ignored.

    Raises InputError, with the line, on a line without text and on an id of two documents.
    """
    texts: dict[str, int] = {}
    for number, line in text_lines(stream, file):
        if not line.strip():
            continue
        found = FoundDocument(line.strip().encode(), RECORD, f"{file}, line {number}")
        try:
            name, contents = _read(found, file, number)
        except InputError as error:
            raise error.at(file=file, line=number) from None
        fingerprint = hash(contents.text)
        if name and texts.setdefault(name, fingerprint) != fingerprint:
            raise InputError(
                "is the id of two documents",
                "Give each document an id of its own.",
                file=file,
                line=number,
                column="id",
                value=name,
            )
        yield replace(
            found,
            id=name,
            published=contents.published,
            language=contents.language,
            one_of_many=True,
        )


def document_record(found: FoundDocument) -> Contents:
    """Read one line of such a file. Raises InputError."""
    return _read(found, found.place)[1]


def _read(found: FoundDocument, file: str, line: int | None = None) -> tuple[str, Contents]:
    row = parsed(found.raw.decode(), file, line)
    if not isinstance(row, dict):
        raise InputError("is not a JSON object", "Write one document a line.")
    identity = row.get("id")
    name = str(identity) if type(identity) is int else _text(row, "id")
    return name, _contents(row)


def _contents(row: dict[str, object]) -> Contents:
    if not isinstance(row.get("text"), str):
        raise InputError(
            "is missing" if row.get("text") is None else "is not a text",
            'Each line is a document: {"id": "a1", "published": "2026-01-02", "text": "…"}.',
            column="text",
        )
    return Contents(
        text=str(row["text"]),
        published=_published(row),
        language=language_code(_text(row, "lang")),
        title=_text(row, "title"),
        outlet=_text(row, "outlet"),
        url=_text(row, "url"),
        country=_text(row, "country"),
    )


def _published(row: dict[str, object]) -> str:
    text = _text(row, "published")
    if not text or (day := published_day(text)):
        return day if text else ""
    try:
        return PartialDate(text).text
    except InputError as error:
        raise error.at(column="published") from None


def _text(row: dict[str, object], column: str) -> str:
    value = row.get(column)
    if value is None or isinstance(value, str):
        return value or ""
    raise InputError("is not a text", "Put it in quotes.", column=column, value=str(value))
