"""A case to its public pages, with every withheld name covered, or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from habeas.desk.audit_log import Actor, note, one_change
from habeas.desk.models import Case
from habeas.desk.publication.changes_feed import changes_feed
from habeas.desk.publication.held_pages import pages_in
from habeas.desk.publication.publication_recovery import settle_pages
from habeas.desk.publication.published_pages import edition_counts, folder_of
from habeas.desk.withholding import (
    Withholding,
    certainly_hidden,
    public_case,
    refuse_questions,
    refuse_unready,
)
from habeas.dossier import (
    SUMS,
    covered_case,
    dossier,
    exposed_in,
    exposed_text,
    find,
    open_questions,
    refuse_other_folder,
    sums,
)
from habeas.formats.replacement import FolderReplacement, replacing
from habeas.vocabulary import HabeasError

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
    Raises NamesOpen where something must be said of names first; NameExposed where a withheld name
    would be public after all; ChangedMeanwhile where the case did not hold still; InputError as
    engines do.
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
    held = Withholding.of(case)
    refuse_unready(held)
    hidden = held.hidden()
    whole = public_case(case, hidden)
    refuse_questions(case, open_questions(whole, hidden))
    covered = covered_case(whole, hidden)
    # Searched before anything of it is drawn.
    refuse_exposed(exposed_text(covered))
    made = covered.case
    findings = find(made)
    contents = dossier(made, findings)
    told = {
        "claims": len(made.claims),
        "contradictions": len(findings.contradictions),
        "covered": {"places": covered.count, "claims": dict(covered.places)},
        "data_sha256": sha256(contents["data/claims.csv"]).hexdigest(),
        "answers": [
            {"viewpoint": viewpoint.name, "ask": str(bound.question), "low": bound.low,
             "high": bound.high}
            for viewpoint, view in findings.views
            for bound in view.bounds
        ],
    }  # fmt: skip
    with replacing(folder_of(case), edition_counts(case)) as replacement:
        refuse_other_folder(replacement.target)
        with one_change():
            # Locked, so that nobody takes consent back until the pages are there; who does so then
            # has them taken off again.
            row = Case.objects.select_for_update(no_key=True).filter(pk=case.pk, revision=revision)
            if not (before := row.first()):
                return 0
            row.update(published_at=timezone.now())
            note(actor, "case.published", case=case, subject=case.key, details=told)
            contents["feed.xml"] = changes_feed(case, made.titled(case.language))
            contents[SUMS] = sums({path: contents[path] for path in contents if path != SUMS})
            refuse_exposed(exposed_in(contents, covered.hidden))
            # After the entry on the publication, which the feed among the pages tells of.
            wrote = {"pages": {SUMS: sha256(contents[SUMS]).hexdigest()}}
            note(actor, "pages.written", case=case, subject=case.key, details={"wrote": wrote})
            stage(contents, replacement, shown_now=before.published_at is not None)
        replacement.swap()
    case.refresh_from_db(fields=["published_at"])
    return len(contents)


def stage(
    contents: Mapping[str, bytes], replacement: FolderReplacement, *, shown_now: bool
) -> None:
    """Write pages beside those that are there, to take their place once their entry counts.

    What is not public now is not to be so for the moment in which the entry counts already and the
    pages lie where they lay: it goes before.
    """
    replacement.stage(contents)
    if not shown_now:
        replacement.remove()


def unpublish(case: Case, actor: Actor) -> None:
    """Take a case off the public pages; what was copied elsewhere stays there."""
    with one_change():
        case.published_at = None
        case.save(update_fields=["published_at"])
        wrote = {"pages": {SUMS: None}}
        note(actor, "case.unpublished", case=case, subject=case.key, details={"wrote": wrote})
        # Nobody is shown them from here on; what keeps them from being removed is told in the
        # server's log, and they are removed when the store is next opened.
        transaction.on_commit(lambda: settle_pages(case), robust=True)


def take_off_if_exposed(case: Case, actor: Actor) -> bool:
    """Take a published case off where its pages show somebody who is withheld by now.

    Returns whether they did.
    """
    case.refresh_from_db()
    if case.published_at is None:
        return False
    if exposed := bool(exposed_in(pages_in(folder_of(case)), certainly_hidden(case))):
        unpublish(case, actor)
    return exposed


def refuse_exposed(place: str) -> None:
    """Raise NameExposed where a text or a file, or its name, still gives somebody away."""
    if place:
        raise NameExposed(
            f"Nothing was published: {json.dumps(place)} would show a name that is withheld. "
            "Look at the case's title, scopes and questions, or record consent."
        )
