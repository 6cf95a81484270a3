"""What comes into a case: documents with their claims, and tables of claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from habeas.desk.audit_log import ITSELF, Actor, claim_facts, document_facts, note, one_change
from habeas.desk.cases import claim_entry, document_entry, document_value, index, sources_of
from habeas.desk.intake.stories import story_of
from habeas.desk.models import Case, Claim, Document, Standing
from habeas.desk.review import withheld_at_once
from habeas.desk.store import evidence
from habeas.formats.documents import FoundDocument, read_document
from habeas.formats.tables import read_claims_file
from habeas.reading import claims_of_text
from habeas.vocabulary import Claim as ClaimValue
from habeas.vocabulary import InputError, Sources, claim_to_row


@dataclass(frozen=True)
class Arrival:
    """How a document came in: by whom, and what is known beside what it says of itself.

    headers: what the server sent with it, where it was fetched. kept: the SHA-256 of the file that
    was kept as evidence when it came, before it was read; "" where none was. asks: whether whoever
    brought it is to look at what was found of its day, outlet and language.
    """

    actor: Actor
    published: str = ""
    language: str = ""
    origin: str = ""
    headers: Mapping[str, str] | None = None
    kept: str = ""
    asks: bool = False


def keep_document(case: Case, found: FoundDocument, arrival: Arrival) -> tuple[Document, bool]:
    """Keep a document of a case, and say whether it is new; the evidence is kept first.

    Raises InputError where it cannot be read.
    """
    read = read_document(
        found, published=arrival.published or None, language=arrival.language or None
    )
    value = read.document
    earlier = case.documents.filter(key=value.id).first()
    if earlier:
        return earlier, False
    origin = arrival.origin or found.place
    digest = hashlib.sha256(found.raw).hexdigest()
    if digest != arrival.kept:
        evidence().add(
            found.raw,
            source=origin,
            at=datetime.now(UTC),
            media_type=found.media_type,
            url=found.url,
            document=found.id,
        )
    with one_change():
        document = Document.objects.create(
            case=case,
            key=value.id,
            sha256=digest,
            media_type=found.media_type,
            text=value.text.replace("\0", "\ufffd"),
            title=value.title,
            outlet=value.outlet,
            url=value.url,
            country=value.country,
            language=value.language,
            published=value.published.text if value.published else "",
            origin=origin,
            headers=dict(arrival.headers or {}),
            warnings=list(read.warnings),
            unread=True,
            found_by=dict(read.found_by),
            to_confirm=arrival.asks,
        )
        index([document_entry(document)])
        wrote = {"documents": document_facts([document])}
        told = {"sha256": digest, "origin": origin, "url": value.url, "wrote": wrote}
        note(arrival.actor, "document.added", case=case, subject=document.name[:300], details=told)
    return document, True


def read_into_queue(
    case: Case, document: Document, sources: Sources | None = None, actor: Actor = ITSELF
) -> int:
    """Read the claims of a document into the queue, once; return how many there are.

    Where the document tells a story that another of the case has told, its claims say so.
    """
    if document.claims.exists():
        return 0
    try:
        found = claims_of_text(document_value(document), sources or sources_of(case))
    except InputError:
        no_longer_unread(document)
        raise
    if found and (story := story_of(case, document)):
        found = [replace(claim, story=story) for claim in found]
    with one_change():
        if document.claims.exists():  # somebody else has read it meanwhile
            return 0
        no_longer_unread(document)
        added = add_claims(case, own_ids(case, found), {document.key: document}, judged=False)
        if added:
            told = {"claims": len(added), "wrote": {"claims": claim_facts(added)}}
            note(actor, "claims.read", case=case, subject=document.name[:300], details=told)
    return len(found)


def no_longer_unread(document: Document) -> None:
    """Note that a document was read, or that somebody reads it who begins anew where stopped."""
    Document.objects.filter(pk=document.pk, unread=True).update(unread=False)


def own_ids(case: Case, claims: Sequence[ClaimValue]) -> list[ClaimValue]:
    """Give claims ids that no other claim of the case has."""
    wanted = [claim.id for claim in claims]
    taken = set(case.claims.filter(key__in=wanted).values_list("key", flat=True))
    names = {}
    for name in wanted:
        fresh, number = name, 1
        while fresh in taken or case.claims.filter(key=fresh).exists():
            number += 1
            fresh = f"{name}-{number}"
        names[name] = fresh
        taken.add(fresh)
    return renamed(claims, names)


def renamed(claims: Iterable[ClaimValue], names: Mapping[str, str]) -> list[ClaimValue]:
    """Return claims under other ids, also where they name one another."""
    return [
        replace(
            claim,
            id=names.get(claim.id, claim.id),
            part_of=names.get(claim.part_of, claim.part_of),
            corrects=names.get(claim.corrects, claim.corrects),
        )
        for claim in claims
    ]


def add_claims(
    case: Case,
    claims: Iterable[ClaimValue],
    documents: Mapping[str, Document],
    *,
    judged: bool,
) -> list[Claim]:
    """Add claims to a case. judged: whether a person wrote them down, so that they count."""
    first = case.claims.count()
    rows = []
    for place, value in enumerate(claims, first):
        row = claim_to_row(value)
        standing = Standing.ACCEPTED if judged and value.confidence is None else Standing.WAITING
        doubt = 0.0 if value.confidence is None else 1 - value.confidence
        rows.append(
            Claim(
                case=case,
                key=value.id,
                document=documents.get(value.evidence.document),
                row=row,
                current=row,
                standing=standing,
                doubt=doubt,
                place=place,
            )
        )
    added = Claim.objects.bulk_create(rows, batch_size=500)
    index([claim_entry(claim) for claim in added])
    case.changed()
    return added


def add_claims_file(
    case: Case, path: Path, actor: Actor, name: str = "", *, judged: bool = True
) -> int:
    """Take in a table of claims (.csv, .jsonl, .json); return how many.

    Those that a person wrote down (without a confidence) count at once; those that a program read
    wait in the queue. judged: whether whoever brings them may judge claims; else all wait. Raises
    InputError, also where an id is taken already.
    """
    claims = read_claims_file(path)
    refuse_taken_ids(case, claims, name or str(path))
    keys = {claim.evidence.document for claim in claims}
    known = {held.key: held for held in case.documents.filter(key__in=keys)}
    with one_change(), withheld_at_once(case, actor):
        added = add_claims(case, claims, known, judged=judged)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        wrote = {"claims": claim_facts(added)}
        told = {"sha256": digest, "claims": len(added), "wrote": wrote}
        note(actor, "claims.added", case=case, subject=name or path.name, details=told)
    return len(added)


def refuse_taken_ids(case: Case, claims: Iterable[ClaimValue], file: str) -> None:
    """Raise InputError where a claim's id is that of another claim of the case."""
    known = set(case.claims.values_list("key", flat=True))
    for claim in claims:
        if claim.id in known:
            raise InputError(
                "is the id of a claim that the case holds already",
                "Correct that one at the desk, or give this one another id.",
                file=file,
                column="id",
                value=claim.id,
            )
