"""Documents read by the sandbox: what is asked of a child, and how its answers are taken."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from habeas.formats.found_document import FoundDocument, ReadDocument
from habeas.formats.plain_documents import (
    LONGEST_FIELD,
    found_from_plain,
    nonsense,
    plain_found,
    read_from_plain,
)
from habeas.formats.sandbox import Sandbox, Unreadable
from habeas.formats.sandbox.child import Answer
from habeas.formats.sandbox.unreadable import refused_by_child
from habeas.vocabulary import InputError

TASKS = "habeas.formats.document_tasks"


@cache
def sandbox() -> Sandbox:
    """Return the sandbox of this program, in which documents are opened."""
    made = Sandbox(TASKS)
    atexit.register(made.close)
    return made


def members_of(
    pieces: Iterable[bytes], kind: str, size: int, place: str, note: Callable[[str], None]
) -> Iterator[FoundDocument]:
    """Go through the documents that a collection holds, unread.

    note: is told what was passed over. Raises InputError, with the place.
    """
    given = {"kind": kind, "size": size, "place": place}
    box = sandbox()
    try:
        for header, raw in box.answers("members", given, pieces, box.limits.for_collection(size)):
            if isinstance(values := header.get("member"), dict):
                yield found_from_plain(values, raw)
            else:
                note(str(header.get("note"))[:LONGEST_FIELD])
    except InputError as error:
        raise error.at(file=place) from None


def read_in_sandbox(found: FoundDocument, published: str, language: str) -> ReadDocument:
    """Read one document. Raises InputError, with its place."""
    [answer] = answers_for(
        sandbox(), "read", [found], {"published": published, "language": language}
    )
    if isinstance(answer, InputError):
        raise answer
    header, text = answer
    try:
        return read_from_plain(found, header, text)
    except InputError as error:
        raise error.at(file=found.place) from None


def answers_for(
    box: Sandbox, task: str, documents: Sequence[FoundDocument], given: Mapping[str, Any]
) -> list[Answer | InputError]:
    """Return a child's answer to each document, or why there is none.

    Where one document of several ends the child, each is read by a child of its own.
    """
    job = {**given, "documents": [plain_found(found) for found in documents]}
    limits = box.limits.for_many(len(documents))
    try:
        answers = box.ask(task, job, [found.raw for found in documents], limits)
        if len(answers) != len(documents):
            raise Unreadable(**vars(nonsense("number of answers")))
    except InputError as error:
        if len(documents) == 1:
            return [error.at(file=documents[0].place)]
        return [answers_for(box, task, [found], given)[0] for found in documents]
    return [taken(answer, found) for answer, found in zip(answers, documents, strict=True)]


def taken(answer: Answer, found: FoundDocument) -> Answer | InputError:
    """Return an answer, or the error that it tells of."""
    if isinstance(told := answer[0].get("refused"), dict):
        return refused_by_child(told).at(file=found.place)
    return answer
