"""Documents read by the sandbox: what is asked of a child, and how its answers are taken."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from habeas.formats.documents.found_document import FoundDocument, ReadDocument
from habeas.formats.documents.plain_documents import (
    LONGEST_FIELD,
    found_from_plain,
    nonsense,
    plain_found,
    read_from_plain,
)
from habeas.formats.sandbox import Answer, Sandbox, Unreadable, refused_by_child
from habeas.vocabulary import InputError

TASKS = "habeas.formats.readers.document_tasks"


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

    Where one document of several ends the child, it is read once more by a child of its own, and
    another goes on behind it: what was answered before it was read stands.
    """
    answers: list[Answer | InputError] = []
    while rest := documents[len(answers) :]:
        given_answers, failure = answers_until_failure(box, task, rest, given)
        answers += map(taken, given_answers, rest)
        if not failure:
            continue
        failed = rest[len(given_answers)]
        if len(rest) > 1:
            answers += answers_for(box, task, [failed], given)
        else:
            answers.append(failure.at(file=failed.place))
    return answers


def answers_until_failure(
    box: Sandbox, task: str, documents: Sequence[FoundDocument], given: Mapping[str, Any]
) -> tuple[list[Answer], InputError | None]:
    """Return a child's answers as far as they go, in order, and what ended it before the last."""
    job = {**given, "documents": [plain_found(found) for found in documents]}
    limits = box.limits.for_many(len(documents))
    answers: list[Answer] = []
    failure: InputError | None = None
    try:
        for answer in box.answers(task, job, [found.raw for found in documents], limits):
            answers.append(answer)
    except InputError as error:
        failure = error
    if len(answers) > len(documents) or (failure and len(answers) == len(documents)):
        # Whoever says more than was asked is believed in nothing.
        return [], failure or Unreadable(**vars(nonsense("number of answers")))
    if len(answers) < len(documents):
        failure = failure or Unreadable(**vars(nonsense("number of answers")))
    return answers, failure


def taken(answer: Answer, found: FoundDocument) -> Answer | InputError:
    """Return an answer, or the error that it tells of."""
    if isinstance(told := answer[0].get("refused"), dict):
        return refused_by_child(told).at(file=found.place)
    return answer
