"""Figures, sources, documents and people as FollowTheMoney entities, one JSON object a line.

Schemata: LegalEntity (whoever speaks), Document, Event (a figure; what happened to a person) and
Person, as FollowTheMoney 4 defines them. Every value stands in a list of texts; an entity names
others by their ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha1, sha256
from typing import Any

from habeas.vocabulary import Claim, ClaimantKind, Document, PartialDate

Entity = dict[str, Any]

LANGUAGES: Mapping[str, str] = {"en": "eng", "es": "spa", "pt": "por"}
"""ISO 639-1 to the three letters that FollowTheMoney takes."""


def entity_id(*parts: str) -> str:
    """Return the id of what the parts name: the same in every dossier of the same case."""
    return f"habeas-{sha256(chr(0).join(parts).encode()).hexdigest()[:40]}"


def source_entity(name: str, kind: ClaimantKind | None) -> Entity:
    """Return a claimant. Whether a person or a body speaks is not known: it is a LegalEntity."""
    classification = kind.value if kind else ""
    key = entity_id("source", name)
    return _entity(key, "LegalEntity", name=name, classification=classification)


def document_entity(
    document: Document, raw: bytes, *, media_type: str, file_name: str, retrieved: str
) -> Entity:
    """Return an archived document; ``contentHash`` is SHA-1, as FollowTheMoney asks."""
    return _entity(
        document_id(document.id),
        "Document",
        title=document.title,
        fileName=file_name,
        contentHash=sha1(raw, usedforsecurity=False).hexdigest(),
        description=f"SHA-256 {sha256(raw).hexdigest()}",
        fileSize=str(len(raw)),
        mimeType=media_type,
        language=LANGUAGES.get(document.language, ""),
        publishedAt=_day(document.published),
        retrievedAt=retrieved[:10],
        publisher=document.outlet,
        sourceUrl=_address(document.url),
    )


def document_id(key: str) -> str:
    """Return the id of a document, by the id that claims name it with."""
    return entity_id("document", key)


def claim_entity(claim: Claim, name: str, read_as: str, page: str, *, documented: bool) -> Entity:
    """Return a figure as an Event: what its claimant says happened, and when.

    name: the figure in words; read_as: the range it is read as; page: its page, "" where no
    address is known; documented: whether the document it quotes is among the entities.
    """
    proof = claim.evidence
    return _entity(
        entity_id("claim", claim.id),
        "Event",
        name=name,
        recordId=claim.id,
        startDate=_day(claim.period.start),
        endDate=_day(claim.period.end),
        date=proof.published,
        summary=proof.quote,
        description=read_as,
        keywords=[claim.measure.value, claim.population_kind, claim.modality.value],
        location=claim.place,
        involved=entity_id("source", claim.claimant) if claim.claimant else "",
        proof=document_id(proof.document) if documented else "",
        publisher=proof.reported_by,
        publisherUrl=_address(page),
        sourceUrl=_address(proof.url),
    )


def person_entity(key: str, name: str) -> Entity:
    """Return a person who may be named, by the name alone."""
    return _entity(entity_id("person", key), "Person", name=name)


def custody_entity(
    person: str, place: str, name: str, day: PartialDate | None, kind: str
) -> Entity:
    """Return what happened to a person; place: which row of which list says so."""
    return _entity(
        entity_id("custody", person, place, kind, day.text if day else ""),
        "Event",
        name=name,
        date=_day(day),
        keywords=kind,
        recordId=place,
        involved=entity_id("person", person),
    )


def entity_lines(entities: Iterable[Entity]) -> bytes:
    """Write entities one a line, each id once."""
    known = {entity["id"]: entity for entity in entities}
    lines = (json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in known.values())
    return "".join(f"{line}\n" for line in lines).encode()


def _entity(key: str, schema: str, **values: str | list[str]) -> Entity:
    properties = {
        name: [value] if isinstance(value, str) else list(value)
        for name, value in values.items()
        if value
    }
    return {"id": key, "schema": schema, "properties": properties}


def _day(day: PartialDate | None) -> str:
    return day.text if day else ""


def _address(text: str) -> str:
    return text if text.startswith(("https://", "http://")) else ""
