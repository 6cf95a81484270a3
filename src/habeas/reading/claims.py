"""The claims of documents, read by children of the sandbox; what they answer is checked."""

from __future__ import annotations

import atexit
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from habeas.formats.documents import LONGEST_FIELD, FoundDocument, answers_for, nonsense
from habeas.formats.sandbox import Sandbox
from habeas.reading.plain_sources import plain_sources
from habeas.vocabulary import Claim, Document, InputError, Sources, claim_from_row

TASKS = "habeas.reading.tasks"
MOST_CLAIMS = 100_000


@dataclass(frozen=True)
class Told:
    """What a document was read to say.

    statements: as lines of JSON. shingles: its word sequences as ``stories`` hashes them, eight
    bytes each, b"" where no claim was read.
    """

    claims: tuple[Claim, ...] = ()
    statements: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    shingles: bytes = b""


@dataclass(frozen=True)
class Asked:
    """How documents are to be read; "" and None where nothing is wished."""

    published: str = ""
    language: str = ""
    statements: bool = False
    sources: Sources | None = None

    def plain(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "published": self.published,
            "language": self.language,
            "statements": self.statements,
            "sources": plain_sources(self.sources),
        }


@cache
def reader() -> Sandbox:
    """Return the sandbox of this program in which claims are read."""
    made = Sandbox(TASKS)
    atexit.register(made.close)
    return made


def claims_in(documents: Sequence[FoundDocument], asked: Asked) -> list[Told | InputError]:
    """Return what each document says, or why it cannot be read."""
    answers = answers_for(reader(), "claims", documents, asked.plain())
    return [
        answer if isinstance(answer, InputError) else _checked(found, *answer)
        for found, answer in zip(documents, answers, strict=True)
    ]


def _checked(found: FoundDocument, header: Mapping[str, Any], body: bytes) -> Told | InputError:
    try:
        told = told_from_plain(header, found.document_id)
        if len(body) % 8:
            raise nonsense("word sequences")
    except InputError as error:
        return error.at(file=found.place)
    return Told(told.claims, told.statements, told.warnings, body)


def claims_of_text(document: Document, sources: Sources | None) -> list[Claim]:
    """Return the claims of a text that was read before. Raises InputError where it has no end."""
    names = ("id", "language", "title", "outlet", "url", "country")
    values: dict[str, Any] = {name: getattr(document, name) for name in names}
    values["published"] = document.published.text if document.published else ""
    given = {**Asked(sources=sources).plain(), "document": values}
    [(header, _)] = reader().ask("claims_of_text", given, [document.text.encode()])
    told = told_from_plain(header, document.id)
    for claim in told.claims:
        proof = claim.evidence
        if document.text[proof.start or 0 : proof.end or 0] != proof.quote:
            raise nonsense("quote")
    return list(told.claims)


def told_from_plain(header: Mapping[str, Any], document: str) -> Told:
    """Return what a child read. Raises InputError where that is nonsense.

    document: the id that all its claims must name.
    """
    rows, said = header.get("claims"), header.get("statements")
    warnings = header.get("warnings", [])
    if not all(isinstance(each, list) for each in (rows, said, warnings)):
        raise nonsense("claims")
    claims = tuple(claim_from_row(row) for row in rows[:MOST_CLAIMS])  # type: ignore[index]
    if any(claim.evidence.document != document for claim in claims):
        raise nonsense("document")
    statements = tuple(map(_line, said))  # type: ignore[arg-type]
    return Told(claims, statements, tuple(str(each)[:LONGEST_FIELD] for each in warnings))


def _line(statement: object) -> str:
    if not isinstance(statement, str) or statement.count("\n") != 1 or statement[-1] != "\n":
        raise nonsense("statement")
    return statement
