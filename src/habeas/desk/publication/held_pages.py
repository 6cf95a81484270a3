"""Public pages that may have become wrong: held back first, searched, then put back or taken off.

Whatever withholds a name holds the pages back in the same transaction, so that no moment, and no
run that is stopped, leaves a withheld name public. The search is a job: where whoever began it is
stopped, the worker takes it up.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.utils import timezone

from habeas.desk.audit_log import Actor, ask_for, note, one_change
from habeas.desk.models import Case, JobState
from habeas.desk.publication.published_pages import (
    edition_counts,
    edition_in,
    edition_told,
    folder_of,
    searches,
)
from habeas.desk.withholding import hidden_on_pages
from habeas.dossier import SUMS, exposed_in
from habeas.formats.replacement import FolderReplacement, replacing

TRIES = 5
"""How often pages are searched anew because the case changed meanwhile."""


@one_change()
def hold_back(case: Case, actor: Actor) -> bool:
    """Hold the pages of a public case back until they were searched; return whether it is public.

    Counts with the transaction around it, which also withholds somebody; ``search_held`` is called
    after that. Pages that somebody is publishing now are waited for, and held back then.
    """
    row = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    case.published_at = row.published_at
    if row.published_at is None:
        return False
    given = {"edition": edition_told(case), "published_at": row.published_at.isoformat()}
    Case.objects.filter(pk=case.pk).update(published_at=None)
    wrote = {"pages": {SUMS: None}}
    note(actor, "pages.held_back", case=case, subject=case.key, details={"wrote": wrote})
    case.published_at = None
    ask_for(case, "search", actor, **given)
    return True


def search_held(case: Case, actor: Actor) -> bool:
    """Search the pages that are held back, and put them back where they name nobody withheld.

    Returns whether they do, so that they are off, and new ones asked for. Where the case changes
    again and again they stay held back, and the worker searches them.
    """
    for _ in range(TRIES):
        if not searches(case).exists():
            return False
        with replacing(folder_of(case), edition_counts(case)) as replacement:
            if (taken_off := _searched(case, actor, replacement)) is not None:
                return taken_off
    return False


def _searched(case: Case, actor: Actor, replacement: FolderReplacement) -> bool | None:
    """Search held pages once; return whether they are off, None where the case changed."""
    case.refresh_from_db()
    held = searches(case).order_by("pk").first()
    if held is None or case.published_at is not None:
        searches(case).update(state=JobState.DONE, ended_at=timezone.now())
        return False
    revision, folder = case.revision, replacement.target
    # An older edition than was held back: whoever was publishing was stopped.
    current = edition_in(folder) == held.given["edition"]
    wrong = not current or bool(exposed_in(pages_in(folder), hidden_on_pages(case)))
    with one_change():
        same = Case.objects.filter(pk=case.pk, revision=revision, published_at=None)
        put_back = None if wrong else datetime.fromisoformat(held.given["published_at"])
        if not same.update(published_at=put_back):
            return None
        searches(case).update(
            state=JobState.DONE, said=["searched"], done=1, total=1, ended_at=timezone.now()
        )
        if wrong:
            wrote: dict[str, str | None] = {SUMS: None}
            told = {"wrote": {"pages": wrote}}
            note(actor, "case.unpublished", case=case, subject=case.key, details=told)
            ask_for(case, "publish", actor)
        else:
            told = {"wrote": {"pages": {SUMS: held.given["edition"]}}}
            note(actor, "pages.put_back", case=case, subject=case.key, details=told)
    case.refresh_from_db(fields=["published_at"])
    if wrong:
        replacement.remove()
    return wrong


def pages_in(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder of pages, by path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
