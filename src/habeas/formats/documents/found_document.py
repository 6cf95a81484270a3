"""A document on its way in: as found, and as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from habeas.vocabulary import Document

LARGEST_DOCUMENT = 50_000_000
"""Bytes of one document; a book of a thousand pages takes a few million."""


FOUND_BY = ("collection", "given", "document", "made")
"""Who says when, where and in which language a document appeared: the collection that it came in;
whoever brings it; the document itself; of a day, nothing but the day the file was made."""


@dataclass(frozen=True)
class FoundDocument:
    """The bytes of one document and what the collection that it was found in says of it.

    raw: byte for byte. media_type: such as "text/html". place: where it was found, for errors:
    a file, or a file and the place in it. id: the collection's own, "" where it has none.
    published, language, title, outlet, url, country: "" where the collection does not say.
    charset: the encoding that the collection names. one_of_many: whether it is a part of a
    collection that nobody has looked through, so that an unreadable one is passed over.
    """

    raw: bytes
    media_type: str
    place: str
    id: str = ""
    published: str = ""
    language: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    country: str = ""
    charset: str = ""
    one_of_many: bool = False

    @property
    def document_id(self) -> str:
        """The id that claims name: the collection's own, else the SHA-256 of the bytes."""
        return self.id or sha256(self.raw).hexdigest()


@dataclass(frozen=True)
class Contents:
    """What a document says, and what it says of itself; "" where it does not.

    published_doubt: a sentence where ``published`` is not what the document itself states.
    warnings: sentences on what was doubtful in reading it.
    """

    text: str
    published: str = ""
    published_doubt: str = ""
    language: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    country: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadDocument:
    """A document that has been read, beside the bytes that it was read from.

    found_by: of ``published``, ``outlet`` and ``language`` each that is known, one of FOUND_BY.
    """

    document: Document
    found: FoundDocument
    warnings: tuple[str, ...] = field(default=())
    found_by: Mapping[str, str] = field(default_factory=dict)
