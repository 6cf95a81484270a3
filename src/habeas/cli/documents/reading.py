"""Documents to lines of claims, two at a time in children of the sandbox, their order kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from io import StringIO

import numpy as np

from habeas.extraction import ModelReading, Refused, Shingles, both_readings, shingled
from habeas.formats.documents import (
    HTML,
    RECORD,
    TEXT,
    FoundDocument,
    ReadDocument,
    read_document,
)
from habeas.formats.sandbox import Unreadable
from habeas.formats.tables import write_claim_lines
from habeas.reading import Asked, ModelReader, Told, claims_in
from habeas.vocabulary import Claim, HabeasError, InputError, ReadingStatus, Sources

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

    model: the language model that is to read them instead of the offline reader. both: beside it.
    """

    published: str = ""
    language: str = ""
    statements: bool = False
    aliases: Sources | None = None
    model: ModelReader | None = None
    both: bool = False


@dataclass(frozen=True)
class Reading:
    """What was read from one document: lines of JSON, and what is to be told of it.

    error: why it could not be read; one_of_many: whether that matters less. unread: how many
    numbers of people it holds whose measure cannot be told.
    document, place, shingles: its id, where it was found, and its word sequences, by which the same
    story is known again; None where no claim was read, so that there is nothing to repeat.
    """

    lines: str = ""
    notes: tuple[str, ...] = ()
    error: InputError | None = None
    one_of_many: bool = False
    unread: int = 0
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
    if wish.model and not wish.both:
        return model_readings(batch, wish, wish.model, [None] * len(batch))
    asked = Asked(wish.published, wish.language, wish.statements, wish.aliases)
    answers = claims_in(batch, asked)
    if wish.model:
        return model_readings(batch, wish, wish.model, answers)
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
        unread=sum(claim.status is ReadingStatus.UNREAD for claim in told.claims),
        document=found.document_id,
        place=found.place,
        shingles=np.frombuffer(told.shingles, np.uint64) if told.claims else None,
    )


def model_readings(
    batch: Sequence[FoundDocument],
    wish: Wish,
    model: ModelReader,
    offline: Sequence[Told | InputError | None],
) -> list[Reading]:
    """Read the texts of some documents in children, and have the model read their claims.

    offline: what the offline reader reads in each, None where it was not asked.
    Raises HabeasError where the model gives no answer: the other documents would fare no better.
    """
    opened = [opened_or_error(found, wish) for found in batch]
    texts = [one.document for one in opened if isinstance(one, ReadDocument)]
    answers = iter(model.read(texts))
    return [
        Reading(error=one.at(file=found.place),
                one_of_many=found.one_of_many or is_its_own(one, wish))
        if isinstance(one, InputError)
        else told_by_model(found, one, next(answers), beside)
        for found, one, beside in zip(batch, opened, offline, strict=True)
    ]  # fmt: skip


def opened_or_error(found: FoundDocument, wish: Wish) -> ReadDocument | InputError:
    """Return a document's text, read in a child, or why there is none."""
    try:
        return read_document(found, published=wish.published, language=wish.language)
    except InputError as error:
        return error


def told_by_model(
    found: FoundDocument,
    read: ReadDocument,
    answer: ModelReading | HabeasError,
    beside: Told | InputError | None,
) -> Reading:
    """Return what the model, and perhaps the offline reader beside it, says of one document."""
    if isinstance(answer, InputError):
        return Reading(error=answer.at(file=found.place), one_of_many=True)
    if isinstance(answer, HabeasError):
        raise answer
    notes = [*read.warnings, *answer.warnings, *refusals(answer.refused)]
    claims: Sequence[Claim] = answer.claims
    statements: tuple[str, ...] = ()
    if isinstance(beside, Told):
        claims = both_readings(beside.claims, claims, read.document.language)
        statements = beside.statements
    elif beside is not None:
        notes.append(f"read by the model alone; the offline reader: {beside}".rstrip("."))
    lines = StringIO()
    write_claim_lines(claims, lines)
    lines.writelines(statements)
    return Reading(
        lines.getvalue(),
        tuple(f"{found.place}: {note}." for note in notes),
        document=read.document.id,
        place=found.place,
        shingles=shingled(read.document.text) if claims else None,
    )


def refusals(refused: Sequence[Refused]) -> list[str]:
    """Return in words which entries of a model were refused, and why."""
    return [f"an entry of the model was refused: {one.reason}".rstrip(".") for one in refused]
