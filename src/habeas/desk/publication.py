"""A case to its public pages, with every withheld name covered, or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from habeas.desk.activity import Actor, note
from habeas.desk.case_values import (
    claim_values,
    document_value,
    policy_of,
    questions_of,
    record_value,
    scopes_of,
)
from habeas.desk.changes_feed import changes_feed
from habeas.desk.covered_claims import covered_claims
from habeas.desk.evidence import evidence, place
from habeas.desk.models import Case, Document
from habeas.desk.withholding import withheld
from habeas.dossier import (
    ArchivedDocument,
    DossierCase,
    NamedPerson,
    default_questions,
    dossier,
    find,
    named_people,
    publishable,
    write_dossier,
)
from habeas.dossier.names import Withheld, exposed_in, may_be_public
from habeas.dossier.site import SUMS, sums
from habeas.vocabulary import (
    HabeasError,
    Person,
    Record,
    RecordKey,
)

TRIES = 5
"""How often pages are made anew because the case changed meanwhile."""


class NameExposed(HabeasError):
    """Raised when a page would show a withheld name, so that nothing is published."""


class ChangedMeanwhile(HabeasError):
    """Raised when a case changes faster than it can be published."""


def publish(case: Case, actor: Actor) -> int:
    """Publish what counts of a case now; return how many files that makes.

    What changes meanwhile, above all consent, counts: the pages are made anew. Where nothing can be
    published, an earlier edition stays only if it shows nobody who is withheld by now.
    Raises NameExposed where a withheld name would be public after all; ChangedMeanwhile where the
    case did not hold still; InputError as engines do.
    """
    try:
        for _ in range(TRIES):
            if made := _published(case, actor):
                return made
        raise ChangedMeanwhile(
            "Nothing was published: the case changed again and again meanwhile. Publish it later."
        )
    except Exception:
        take_off_if_exposed(case, actor)
        raise


def _published(case: Case, actor: Actor) -> int:
    """Publish a case as it is; return how many files that makes, 0 where it changed meanwhile."""
    case.refresh_from_db()
    revision = case.revision
    hidden = withheld(case)
    made = public_case(case, hidden)
    findings = find(made)
    contents = dossier(made, findings)
    told = {
        "claims": len(made.claims),
        "contradictions": len(findings.contradictions),
        "data_sha256": sha256(contents["data/claims.csv"]).hexdigest(),
        "answers": [
            {"viewpoint": viewpoint.name, "ask": str(bound.question), "low": bound.low,
             "high": bound.high}
            for viewpoint, view in findings.views
            for bound in view.bounds
        ],
    }  # fmt: skip
    with transaction.atomic():
        # The first thing written, so that the row is locked and nobody takes consent back until
        # the pages are there; who does so then has them taken off again.
        same = Case.objects.filter(pk=case.pk, revision=revision)
        if not same.update(published_at=timezone.now()):
            return 0
        note(actor, "case.published", case=case, subject=case.key, details=told)
        contents["feed.xml"] = changes_feed(case, made.titled(case.language))
        contents[SUMS] = sums({path: contents[path] for path in contents if path != SUMS})
        refuse_exposed(contents, hidden)
        # After the entry on the publication, which the feed among the pages tells of.
        wrote = {"pages": {SUMS: sha256(contents[SUMS]).hexdigest()}}
        note(actor, "pages.written", case=case, subject=case.key, details={"wrote": wrote})
        write_dossier(contents, place().published / case.key)
    case.refresh_from_db(fields=["published_at"])
    return len(contents)


def unpublish(case: Case, actor: Actor) -> None:
    """Take a case off the public pages; what was copied elsewhere stays there."""
    with transaction.atomic():
        case.published_at = None
        case.save(update_fields=["published_at"])
        wrote = {"pages": {SUMS: None}}
        note(actor, "case.unpublished", case=case, subject=case.key, details={"wrote": wrote})
        transaction.on_commit(lambda: _clear(case))


def _clear(case: Case) -> None:
    """Remove the pages of a case that is public no longer."""
    if not Case.objects.filter(pk=case.pk).exclude(published_at=None).exists():
        shutil.rmtree(place().published / case.key, ignore_errors=True)


def take_off_if_exposed(case: Case, actor: Actor) -> bool:
    """Take a published case off where its pages show somebody who is withheld by now.

    Returns whether they did.
    """
    case.refresh_from_db()
    if case.published_at is None:
        return False
    folder = place().published / case.key
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    pages = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    if exposed := bool(exposed_in(pages, withheld(case))):
        unpublish(case, actor)
    return exposed


def public_case(case: Case, hidden: Withheld) -> DossierCase:
    """Return what may be public of a case."""
    claims = tuple(covered_claims(publishable(claim_values(case)), hidden, case))
    documents = {}
    for document in case.documents.filter(key__in={claim.evidence.document for claim in claims}):
        if shown := public_document(document, hidden):
            documents[document.key] = shown
    scopes = case.scopes_toml
    people = public_people(case, hidden)
    return DossierCase(
        title={language: hidden.covered(str(title)) for language, title in case.titles.items()},
        claims=claims,
        scopes=scopes_of(case),
        questions=tuple(questions_of(case)) or default_questions(claims, scopes_of(case)),
        published=timezone.now().date(),
        policy=policy_of(case),
        documents=documents,
        language=case.language if case.language in ("en", "es") else "en",
        scopes_file="" if hidden.gives_away(scopes) else scopes,
        people=people,
        unnamed=case.people.count() - len(people),
    )


def public_people(case: Case, hidden: Withheld) -> tuple[NamedPerson, ...]:
    """Return those who may be named: all their rows record consent, and none is confidential.

    Somebody who shares a name with one who is withheld is not named, and a list whose name would
    give somebody away goes by a covered one.
    """
    agreed = case.people.filter(records__publish=True).exclude(records__publish=False)
    open_people = agreed.exclude(records__confidential=True).distinct()
    values = [
        Person(
            hidden.covered(person.key),
            tuple(_with_covered_list(record_value(record), hidden)
                  for record in person.records.all()),
        )
        for person in open_people.prefetch_related("records__list")
    ]  # fmt: skip
    named, _ = named_people(values, lambda _: True)
    return tuple(person for person in named if not hidden.gives_away(person.name))


def _with_covered_list(record: Record, hidden: Withheld) -> Record:
    return replace(record, key=RecordKey(hidden.covered(record.key.list_name), record.key.row))


def public_document(document: Document, hidden: Withheld) -> ArchivedDocument | None:
    """Return a document as it may be public, None where what is shown of it gives somebody away.

    Its bytes go with it only where all they say could be searched, and gives nobody away.
    """
    told = (document.key, document.title, document.outlet, document.url, document.origin)
    others = (document.language, document.country, document.published, document.media_type)
    if any(hidden.gives_away(str(text)) for text in (*told, *others, document.text)):
        return None
    raw = evidence().read(document.sha256)
    return ArchivedDocument(
        document=document_value(document),
        sha256=document.sha256,
        raw=raw,
        media_type=document.media_type,
        source=document.origin,
        at=document.added_at.isoformat(timespec="seconds"),
        is_open=may_be_public(raw, document.media_type, hidden),
    )


def refuse_exposed(contents: Mapping[str, bytes], hidden: Withheld) -> None:
    """Raise NameExposed where any file, or its name, still gives somebody away."""
    if path := exposed_in(contents, hidden):
        raise NameExposed(
            f"Nothing was published: {json.dumps(path)} would show a name that is withheld. "
            "Look at the case's title, scopes and questions, or record consent."
        )
