"""Documents to lines of claims, in two processes where there are many, their order kept."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from habeas.extraction import (
    Refused,
    Shingles,
    read_claims,
    read_statements,
    read_with_model,
    shingled,
)
from habeas.formats.claims_json import write_claim_lines
from habeas.formats.documents import read_document
from habeas.formats.found_document import FoundDocument
from habeas.formats.model_endpoint import Endpoint, asker
from habeas.formats.statement_lines import statement_line
from habeas.vocabulary import Claim, Document, HabeasError, InputError, Sources

FEW = 24
"""So many documents are read sooner than a second process starts."""

BATCH = 12
PROCESSES = 2
WAITING = 4 * PROCESSES
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
    source = iter(documents)
    first = list(islice(source, FEW + 1))
    if len(first) <= FEW or (os.cpu_count() or 1) < PROCESSES:
        for found in first:
            yield read_one(found, wish)
        for found in source:
            yield read_one(found, wish)
        return
    try:
        yield from in_processes(batches(first, source), wish)
    except BrokenProcessPool:
        raise HabeasError(
            "A process that read documents was ended from outside, or by one that crashed its "
            "reader. Nothing was written. Try the files in smaller groups to find it."
        ) from None


def in_processes(batched: Iterator[list[FoundDocument]], wish: Wish) -> Iterator[Reading]:
    """Go through what batches of documents say, read by several processes, in order."""
    with ProcessPoolExecutor(PROCESSES, initializer=leave_stopping_to_parent) as pool:
        waiting: deque[Future[list[Reading]]] = deque()
        for batch in batched:
            waiting.append(pool.submit(read_batch, batch, wish))
            if len(waiting) > WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def leave_stopping_to_parent() -> None:
    """Let the process that started this one answer to Ctrl-C, alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def batches(
    first: list[FoundDocument], source: Iterator[FoundDocument]
) -> Iterator[list[FoundDocument]]:
    """Go through the documents in batches."""
    yield first
    while batch := list(islice(source, BATCH)):
        yield batch


def read_batch(batch: list[FoundDocument], wish: Wish) -> list[Reading]:
    """Read some documents, in a process of its own."""
    return [read_one(found, wish) for found in batch]


def read_one(found: FoundDocument, wish: Wish) -> Reading:
    """Read one document."""
    try:
        read = read_document(found, published=wish.published, language=wish.language)
    except InputError as error:
        return Reading(error=error, one_of_many=found.one_of_many)
    lines = StringIO()
    try:
        claims, refused = claims_of(read.document, wish)
        write_claim_lines(claims, lines)
        if wish.statements:
            lines.writelines(map(statement_line, read_statements(read.document)))
    except InputError as error:
        # A language that a page declares may be any; one that was asked for must be known.
        return Reading(error=error.at(file=found.place), one_of_many=not wish.language)
    notes = [f"{found.place}: {warning}." for warning in read.warnings]
    notes += [f"{found.place}: a claim of the model was refused: {each.reason}" for each in refused]
    return Reading(
        lines.getvalue(),
        tuple(notes),
        document=read.document.id,
        place=found.place,
        shingles=shingled(read.document.text) if claims else None,
    )


def claims_of(document: Document, wish: Wish) -> tuple[list[Claim], list[Refused]]:
    """Read a document's claims by the lexicons, or by the model that was named."""
    if wish.endpoint:
        return read_with_model(document, asker(wish.endpoint))
    return read_claims(document, aliases=wish.aliases), []
