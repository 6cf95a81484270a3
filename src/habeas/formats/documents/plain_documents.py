"""Documents as plain values, on their way to a child of the sandbox and back.

What comes back from a child was said by whoever wrote the document: it is checked field by field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from habeas.formats.documents.found_document import FOUND_BY, FoundDocument, ReadDocument
from habeas.formats.documents.media_types import READABLE
from habeas.formats.documents.publication_dates import language_code
from habeas.vocabulary import Document, InputError, partial_date

LONGEST_FIELD = 20_000
MOST_WARNINGS = 1000
FOUND = tuple(field.name for field in fields(FoundDocument) if field.name != "raw")
READ = ("title", "outlet", "url", "country")


def plain_found(found: FoundDocument) -> dict[str, Any]:
    """Return what is known of a document beside its bytes."""
    return {name: getattr(found, name) for name in FOUND} | {"size": len(found.raw)}


def found_from_plain(values: Mapping[str, Any], raw: bytes) -> FoundDocument:
    """Return a document as found. Raises InputError where the values are none of one."""
    texts = {name: text_of(values, name) for name in FOUND if name != "one_of_many"}
    if texts["media_type"] not in READABLE:
        raise InputError("is no kind of document", "Save its words alone, as a text.")
    partial_date(texts["published"])
    texts["language"] = language_code(texts["language"])
    return FoundDocument(raw, one_of_many=values.get("one_of_many") is True, **texts)


def found_for_child(values: Mapping[str, Any], raw: bytes) -> FoundDocument:
    """Return a document as the parent described it to the child."""
    return FoundDocument(raw, **{name: values[name] for name in FOUND})


def plain_read(read: ReadDocument) -> tuple[dict[str, Any], bytes]:
    """Return what was read of a document, its words as bytes."""
    document = read.document
    values: dict[str, Any] = {name: getattr(document, name) for name in READ}
    values["published"] = document.published.text if document.published else ""
    values["language"] = document.language
    values["warnings"] = list(read.warnings)
    values["found_by"] = dict(read.found_by)
    return values, document.text.encode("utf-8", "replace")


def read_from_plain(found: FoundDocument, values: Mapping[str, Any], text: bytes) -> ReadDocument:
    """Return a document as read. Raises InputError where a child's values are none of one.

    Its id and bytes are those that the parent knows, whatever the child says.
    """
    warnings = values.get("warnings")
    if not isinstance(warnings, list):
        raise nonsense("warnings")
    document = Document(
        id=found.document_id,
        text=decoded(text),
        published=partial_date(text_of(values, "published")),
        language=language_code(text_of(values, "language")),
        **{name: text_of(values, name) for name in READ},
    )
    told = tuple(str(each)[:LONGEST_FIELD] for each in warnings[:MOST_WARNINGS])
    return ReadDocument(document, found, told, found_by_of(values))


def found_by_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Return who says what of a document. Raises InputError where that is nonsense."""
    found_by = values.get("found_by", {})
    known = ("published", "outlet", "language")
    if not isinstance(found_by, dict) or not set(found_by) <= set(known):
        raise nonsense("found_by")
    if any(who not in FOUND_BY for who in found_by.values()):
        raise nonsense("found_by")
    return found_by


def decoded(text: bytes) -> str:
    """Return the words that a child sent. Raises InputError."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        raise nonsense("text") from None


def text_of(values: Mapping[str, Any], name: str) -> str:
    """Return one text of a child's answer, cut where it is beyond measure. Raises InputError."""
    value = values.get(name, "")
    if not isinstance(value, str):
        raise nonsense(name)
    return value[:LONGEST_FIELD].encode("utf-8", "replace").decode()


def nonsense(name: str) -> InputError:
    """Return the error about an answer that is none."""
    return InputError(
        f"made its reader answer nonsense ({name})", "Save its words alone, as a text."
    )
