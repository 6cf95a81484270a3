"""What must be asked before a case becomes public: who is meant by names that may be another's.

A document is asked about once; what claims quote of it follows from the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from habeas.dossier.case import ArchivedDocument, DossierCase
from habeas.dossier.names import Question, TextMet, Withheld, questions, text_key
from habeas.dossier.withholding.public_texts import (
    Text,
    public_texts,
    texts_of_case,
    texts_of_claim,
    texts_of_document,
    texts_of_people,
)
from habeas.vocabulary import Claim


def open_questions(case: DossierCase, hidden: Withheld) -> list[Question]:
    """Return what nobody has answered yet of the texts of a case, one question a name."""
    if not hidden:
        return []
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        told[claim.evidence.document].append(claim)
    found = questions(_source_texts(case, told), hidden)
    for key, held in case.documents.items():
        found += _of_claims(held, told.get(key, ()), hidden)
    return merged(found)


def known_texts(case: DossierCase) -> frozenset[str]:
    """Return the digests of all texts of a case, by which answers are kept."""
    return frozenset(text_key(text) for _, text in public_texts(case))


def merged(found: Iterable[Question]) -> list[Question]:
    """Put the questions on one name together, each text once."""
    by_name: dict[str, list[Question]] = defaultdict(list)
    for question in found:
        by_name[question.name].append(question)
    return [
        Question(name, asked[0].shown, asked[0].words, asked[0].why, _each_once(asked))
        for name, asked in sorted(by_name.items())
    ]


def _each_once(asked: Iterable[Question]) -> tuple[TextMet, ...]:
    """Return the texts of some questions, each where it was met first."""
    found: dict[str, TextMet] = {}
    for met in (met for question in asked for met in question.texts):
        found.setdefault(met.text, met)
    return tuple(found.values())


def _source_texts(case: DossierCase, told: dict[str, list[Claim]]) -> Iterator[Text]:
    yield from texts_of_case(case)
    yield from texts_of_people(case)
    for held in case.documents.values():
        yield from texts_of_document(held)
    for key, claims in told.items():
        if key not in case.documents:
            for claim in claims:
                yield from texts_of_claim(claim)


def _of_claims(held: ArchivedDocument, claims: Iterable[Claim], hidden: Withheld) -> list[Question]:
    """Return what claims say of a document that the document's own words leave open."""
    source = [text for _, text in texts_of_document(held)]
    said = (text for claim in claims for text in texts_of_claim(claim))
    found = questions(said, hidden.answered_for(source))
    if not found:
        return []
    own = {each.name for text in source for each in hidden.met(text)}
    return [question for question in found if question.name not in own]
