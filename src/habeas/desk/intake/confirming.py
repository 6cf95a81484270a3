"""What was found of the day, outlet and language of documents that came in, looked at by a person.

Each is filled with what was found, and how; a document waits here until somebody has looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from habeas.desk.audit_log import Actor, digest, note, one_change
from habeas.desk.intake.rereading import SET, change_document
from habeas.desk.models import Case, Document
from habeas.vocabulary import InputError

AT_ONCE = 20
"""So many documents are asked about on one page."""


@dataclass(frozen=True)
class Confirmed:
    """What came of it: the documents that were changed, and how many somebody else had changed."""

    changed: tuple[Document, ...]
    looked_at: int
    overtaken: int


@dataclass(frozen=True)
class Looked:
    """What a form says of one document: its fields, and what they were when it was shown."""

    typed: Mapping[str, str]
    seen: str


def to_confirm(case: Case) -> QuerySet[Document]:
    """Return the documents whose day, outlet and language nobody has looked at, the first first."""
    waiting = case.documents.filter(to_confirm=True, withdrawn=False)
    return waiting.defer("text").order_by("pk")


def about(document: Document) -> str:
    """Return what a page showed of a document, as its form sends it back."""
    return digest(*(getattr(document, name) for name in SET))


@one_change()
def confirm(case: Case, actor: Actor, looked: Mapping[int, Looked]) -> Confirmed:
    """Take what a person said of documents, by their numbers; all of it, or nothing.

    One that was changed since it was shown is left alone. Raises InputError, with the document's
    name, where a day is none.
    """
    found = case.documents.select_for_update(of=("self",)).filter(pk__in=looked, withdrawn=False)
    changed, confirmed, overtaken = [], [], 0
    for document in found.order_by("pk"):
        said = looked[document.pk]
        if said.seen != about(document):
            overtaken += 1
            continue
        try:
            if change_document(document, actor, said.typed):
                changed.append(document)
        except InputError as error:
            raise error.at(file=document.name) from None
        confirmed.append(document.pk)
    Document.objects.filter(pk__in=confirmed).update(to_confirm=False)
    if confirmed:
        subject, told = str(len(confirmed)), {"documents": confirmed}
        note(actor, "documents.confirmed", case=case, subject=subject, details=told)
    return Confirmed(tuple(changed), len(confirmed), overtaken)
