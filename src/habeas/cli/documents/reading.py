"""Documents to lines of claims, two at a time in children of the sandbox, their order kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from io import StringIO

import numpy as np

from habeas.extraction import Shingles, read_with_model, shingled
from habeas.formats.documents import HTML, RECORD, TEXT, FoundDocument, read_document
from habeas.formats.model_endpoint import Endpoint, asker
from habeas.formats.sandbox import Unreadable
from habeas.formats.tables import write_claim_lines
from habeas.reading import Asked, Told, claims_in
from habeas.vocabulary import InputError, Sources

BATCH = 100
"""Texts, lines of JSON and web pages that one child reads; the others have a child each.

A page that took over the library that parses it could have the child answer wrongly on those that
come behind it in its batch, and nothing else; at the desk every document has a child of its own.
"""

LARGEST_BATCH = 2_000_000
TOGETHER = (TEXT, RECORD, HTML)
CHILDREN = 2
WAITING = 4 * CHILDREN
"""Batches read ahead of the one that is next to be written."""


@dataclass(frozen=True)
class Wish:
    """How documents are to be read; "" and None where nothing is wished.

    endpoint: the language model that is to read them instead of the lexicons.
    """

    published: str = ""
    language: str = ""
    statements: bool = False
    aliases: Sources | None = None
    endpoint: Endpoint | None = None


@dataclass(frozen=True)
class Reading:
    """What was read from one document: lines of JSON, and what is to be told of it.

    error: why it could not be read; one_of_many: whether that matters less.
    document, place, shingles: its id, where it was found, and its word sequences, by which the same
    story is known again; None where no claim was read, so that there is nothing to repeat.
    """

    lines: str = ""
    notes: tuple[str, ...] = ()
    error: InputError | None = None
    one_of_many: bool = False
    document: str = ""
    place: str = ""
    shingles: Shingles | None = None


def readings(documents: Iterable[FoundDocument], wish: Wish) -> Iterator[Reading]:
    """Go through what the documents say, in their order."""
    with ThreadPoolExecutor(CHILDREN) as pool:
        waiting: deque[Future[list[Reading]]] = deque()
        try:
            for batch in batches(documents):
                waiting.append(pool.submit(read_batch, batch, wish))
                if len(waiting) > WAITING:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def batches(documents: Iterable[FoundDocument]) -> Iterator[list[FoundDocument]]:
    """Go through the documents in the groups that one child reads."""
    batch: list[FoundDocument] = []
    size = 0
    for found in documents:
        alone = found.media_type not in TOGETHER
        if batch and (alone or len(batch) >= BATCH or size + len(found.raw) > LARGEST_BATCH):
            yield batch
            batch, size = [], 0
        if alone:
            yield [found]
        else:
            batch.append(found)
            size += len(found.raw)
    if batch:
        yield batch


def read_batch(batch: list[FoundDocument], wish: Wish) -> list[Reading]:
    """Read some documents in a child; by the model that was named, from here."""
    if wish.endpoint:
        return [read_by_model(found, wish, wish.endpoint) for found in batch]
    asked = Asked(wish.published, wish.language, wish.statements, wish.aliases)
    answers = claims_in(batch, asked)
    return [
        Reading(error=answer, one_of_many=found.one_of_many or is_its_own(answer, wish))
        if isinstance(answer, InputError)
        else as_lines(found, answer)
        for found, answer in zip(batch, answers, strict=True)
    ]


def is_its_own(error: InputError, wish: Wish) -> bool:
    """Whether an error is that document's alone, so that the others are read all the same.

    So is one that the reader was not made for, and a language that a page declares, which may be
    any; one that was asked for must be known.
    """
    return isinstance(error, Unreadable) or (error.column == "language" and not wish.language)


def as_lines(found: FoundDocument, told: Told) -> Reading:
    """Return what a document says as it is written."""
    lines = StringIO()
    write_claim_lines(told.claims, lines)
    lines.writelines(told.statements)
    return Reading(
        lines.getvalue(),
        tuple(f"{found.place}: {warning}." for warning in told.warnings),
        document=found.document_id,
        place=found.place,
        shingles=np.frombuffer(told.shingles, np.uint64) if told.claims else None,
    )


def read_by_model(found: FoundDocument, wish: Wish, endpoint: Endpoint) -> Reading:
    """Read one document's text in a child, and have the model read its claims."""
    try:
        read = read_document(found, published=wish.published, language=wish.language)
        claims, refused = read_with_model(read.document, asker(endpoint))
    except InputError as error:
        its_own = found.one_of_many or is_its_own(error, wish)
        return Reading(error=error.at(file=found.place), one_of_many=its_own)
    lines = StringIO()
    write_claim_lines(claims, lines)
    notes = [f"{found.place}: {warning}." for warning in read.warnings]
    notes += [f"{found.place}: a claim of the model was refused: {each.reason}" for each in refused]
    return Reading(
        lines.getvalue(),
        tuple(notes),
        document=read.document.id,
        place=found.place,
        shingles=shingled(read.document.text) if claims else None,
    )
