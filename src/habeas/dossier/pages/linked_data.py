"""A dossier for other programs: ClaimReview (JSON-LD) and FollowTheMoney."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence

from habeas.custody import Event
from habeas.dossier.case import NamedPerson
from habeas.dossier.page_context import ClaimLine, PageContext, hidden, link
from habeas.dossier.pages.contradiction_pages import ContradictionCard
from habeas.formats.exchange import (
    CONTEXT,
    Entity,
    Review,
    Standing,
    claim_entity,
    claim_review,
    claim_reviews,
    custody_entity,
    document_entity,
    entity_lines,
    person_entity,
    source_entity,
)

REVIEWS = "data/claim-reviews.jsonld"
ENTITIES = "data/followthemoney.ndjson"


Used = Mapping[str, Sequence[ContradictionCard]]


def linked_data_files(edition: PageContext, used: Used) -> dict[str, bytes]:
    """Return both files, in the words of one language.

    used: the contradictions that each figure is part of, by its id.
    """
    nodes = [
        node
        for claim, line in edition.lines.items()
        if (node := review_of(edition, line, used.get(claim, ()), REVIEWS))
    ]
    document = json.dumps(claim_reviews(nodes), ensure_ascii=False, indent=1)
    return {
        REVIEWS: f"{document}\n".encode(),
        ENTITIES: entity_lines(entities(edition)),
    }


def review_of(
    edition: PageContext, line: ClaimLine, cards: Sequence[ContradictionCard], origin: str
) -> dict[str, object] | None:
    """Review a figure by the contradictions that it is part of; None where there are none.

    origin: the file in which the review stands, which its links set out from where the dossier's
    address is not known.
    """
    if not cards:
        return None
    worst = min(cards, key=standing)
    words, address = edition.words, edition.case.address
    here = posixpath.basename(line.path) if origin == line.path else link(origin, line.path)
    review = Review(
        line.claim,
        words("review.summary", claimant=line.claimant, figure=line.figure, period=line.period),
        standing(worst),
        words(f"review.{standing(worst).name.lower()}"),
        " ".join(worst.proof.arithmetic),
        f"{address}{line.path}" if address else here,
        edition.language,
    )
    return claim_review(review, edition.case.published.isoformat(), edition.case.publisher)


def review_block(edition: PageContext, line: ClaimLine, cards: Sequence[ContradictionCard]) -> str:
    """Return a figure's review as it stands in its page, "" where there is none.

    No sign of it can end the element that holds it, and none hides.
    """
    node = review_of(edition, line, cards, line.path)
    if node is None:
        return ""
    # Letters stand as they are, so that a search of public bytes for a withheld name finds it.
    text = json.dumps({"@context": CONTEXT, **node}, ensure_ascii=False)
    return "".join(_escaped(sign) if sign in "<>&" or hidden(sign) else sign for sign in text)


def _escaped(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return "".join(f"\\u{first:02x}{second:02x}" for first, second in pairs)


def standing(card: ContradictionCard) -> Standing:
    """Return how a contradiction leaves the figures that are part of it."""
    if not card.is_hard:
        return Standing.DOES_NOT_SQUARE
    return Standing.CONTRADICTS_ITS_OWN_SOURCE if card.is_within else Standing.CONTRADICTS_OTHERS


def entities(edition: PageContext) -> Iterator[Entity]:
    """Go through sources, documents, figures and the people who may be named."""
    case = edition.case
    for claim in case.claims:
        if claim.claimant:
            yield source_entity(claim.claimant, claim.claimant_kind)
    for held in case.documents.values():
        yield document_entity(
            held.document,
            held.raw,
            media_type=held.media_type,
            file_name=posixpath.basename(held.source) or f"{held.sha256}.bin",
            retrieved=held.at,
        )
    for line in edition.lines.values():
        yield claim_entity(
            line.claim,
            f"{line.claimant}: {line.figure}, {line.period}",
            line.read_as,
            f"{case.address}{line.path}" if case.address else "",
            documented=edition.document(line.claim) is not None,
        )
    for person in case.people:
        yield person_entity(person.key, person.name)
        yield from (_custody(edition, person, event) for event in person.events)


def _custody(edition: PageContext, person: NamedPerson, event: Event) -> Entity:
    place = f"{event.record.list_name}, {event.record.row}"
    name = f"{person.name}: {edition.words(f'event.{event.kind}')}"
    return custody_entity(person.key, place, name, event.day, event.kind.value)
