"""What would be public of a case were nothing covered, and what must not be on its pages."""

from __future__ import annotations

from django.utils import timezone

from habeas.desk.cases import (
    claim_values,
    document_value,
    policy_of,
    questions_of,
    record_value,
    scopes_of,
)
from habeas.desk.models import Case, Document
from habeas.desk.store import evidence
from habeas.desk.withholding.withheld_names import Withholding
from habeas.dossier import (
    Answer,
    ArchivedDocument,
    DossierCase,
    NamedPerson,
    Withheld,
    covered_people,
    default_questions,
    named_people,
    public_texts,
    publishable,
    questions,
)
from habeas.vocabulary import Person


def hidden_on_pages(case: Case) -> Withheld:
    """Return what pages must not show: open questions hide a name, those answered do not ask."""
    hidden = Withholding.of(case).hidden()
    texts = public_texts(public_case(case, hidden, with_bytes=False))
    return hidden.answered_for([text for _, text in texts])


def certainly_hidden(case: Case) -> Withheld:
    """Return what must not be public of a case beyond doubt: open questions hide nothing yet."""
    held = Withholding.of(case)
    hidden = held.hidden()
    texts = list(public_texts(public_case(case, hidden, with_bytes=False)))
    doubtful = [
        Answer(asked.name, met.text, False, "", "", "")
        for asked in questions(texts, hidden)
        for met in asked.texts
    ]
    return held.hidden(doubtful).answered_for([text for _, text in texts])


def public_case(case: Case, hidden: Withheld, *, with_bytes: bool = True) -> DossierCase:
    """Return what would be public of a case if nothing had to be covered.

    with_bytes: whether the documents' bytes go with it, which the search of its texts needs not.
    """
    claims = tuple(publishable(claim_values(case)))
    quoted = {claim.evidence.document for claim in claims}
    documents = {
        document.key: archived_document(document, with_bytes=with_bytes)
        for document in case.documents.filter(key__in=quoted)
    }
    people = public_people(case, hidden)
    return DossierCase(
        title={language: str(title) for language, title in case.titles.items()},
        claims=claims,
        scopes=scopes_of(case),
        questions=tuple(questions_of(case)) or default_questions(claims, scopes_of(case)),
        published=timezone.now().date(),
        policy=policy_of(case),
        documents=documents,
        language=case.language if case.language in ("en", "es") else "en",
        scopes_file=case.scopes_toml,
        people=people,
        unnamed=case.people.count() - len(people),
    )


def public_people(case: Case, hidden: Withheld) -> tuple[NamedPerson, ...]:
    """Return those who may be named: all their rows record consent, and none is confidential.

    A list whose name would give somebody else away goes by a covered one.
    """
    agreed = case.people.filter(records__publish=True).exclude(records__publish=False)
    open_people = agreed.exclude(records__confidential=True).distinct()
    values = [
        Person(person.key, tuple(record_value(record) for record in person.records.all()))
        for person in open_people.prefetch_related("records__list")
    ]
    named, _ = named_people(covered_people(values, hidden), lambda _: True)
    return named


def archived_document(document: Document, *, with_bytes: bool = True) -> ArchivedDocument:
    """Return a document with its evidence."""
    return ArchivedDocument(
        document=document_value(document),
        sha256=document.sha256,
        raw=evidence().read(document.sha256) if with_bytes else b"",
        media_type=document.media_type,
        source=document.origin,
        at=document.added_at.isoformat(timespec="seconds"),
    )
