"""The texts of a case that becomes public, each with the words that say where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.dossier.case import ArchivedDocument, DossierCase
from habeas.vocabulary import Claim, claim_to_row

Text = tuple[str, str]
"""Where a text stands, and the text."""


def texts_of_claim(claim: Claim) -> Iterator[Text]:
    """Go through the texts of a claim, those of columns of its table's own included."""
    for name, value in claim_to_row(claim).items():
        if isinstance(value, str) and value:
            yield f"claim {claim.id}, {name}", value
    yield from ((f"claim {claim.id}, reasons", reason) for reason in claim.reasons)
    yield from ((f"claim {claim.id}, {name}", name) for name in claim.extra)
    for other in claim.alternatives:
        told = (other.reader, *other.fields.values(), *other.reasons)
        label = f"claim {claim.id}, alternatives"
        yield from ((label, text) for text in told if isinstance(text, str))


def texts_of_document(held: ArchivedDocument) -> Iterator[Text]:
    """Go through what pages show of a document: its words first."""
    document = held.document
    label = f"document {document.title or held.source or document.id}"
    yield label, document.text
    told = (document.id, document.title, document.outlet, document.url, held.source,
            document.language, document.country)  # fmt: skip
    yield from ((label, text) for text in told if text)


def texts_of_case(case: DossierCase) -> Iterator[Text]:
    """Go through what is said of a case as a whole, its scopes and questions included."""
    yield from ((f"title ({language})", text) for language, text in case.title.items())
    yield from ((f"notice ({language})", text) for language, text in case.notice.items())
    for other in case.others:
        yield from ((f"other case ({language})", text) for language, text in other.title.items())
        yield "other case", other.address
    yield "publisher", case.publisher
    yield "address", case.address
    yield "scopes", case.scopes_file
    for scope in case.scopes.by_key.values():
        yield f"scope {scope.key}", scope.key
        yield from ((f"scope {scope.key}", text) for text in scope.titles.values())
    yield from ((f"question {question}", str(question)) for question in case.questions)


def texts_of_people(case: DossierCase) -> Iterator[Text]:
    """Go through what is told of those who may be named, their names left out."""
    for person in case.people:
        yield "people", person.key
        for event in person.events:
            yield "people", str(event.record.list_name)


def public_texts(case: DossierCase) -> Iterator[Text]:
    """Go through every text of a case from which its pages, charts and files are made."""
    yield from texts_of_case(case)
    for held in case.documents.values():
        yield from texts_of_document(held)
    for claim in case.claims:
        yield from texts_of_claim(claim)
    yield from texts_of_people(case)
