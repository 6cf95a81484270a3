"""What a run that was stopped has left of public pages is finished, or cleared away."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from habeas.desk.audit_log import ITSELF, ask_for
from habeas.desk.models import Case
from habeas.desk.publication.published_pages import edition_counts, folder_of, may_stay
from habeas.desk.store import place
from habeas.formats.replacement import (
    clear_working_folders,
    left_beside,
    replacing,
    replacing_if_free,
)
from habeas.vocabulary import HabeasError


def settle() -> None:
    """Finish publications that were stopped, and clear away what is public no longer.

    Documents that were kept and not read are asked for.

    Done whenever a store is opened. What somebody is at work on is left to them; where nothing may
    be written, all stays as it is.
    """
    clear_working_folders(place().work)
    for case in Case.objects.all():
        with contextlib.suppress(HabeasError):
            settle_pages(case, wait=False)
        ask_for_unread(case)


def ask_for_unread(case: Case) -> None:
    """Ask for the claims of documents that were kept just before whoever read them was stopped."""
    if unread := sorted(case.documents.filter(unread=True).values_list("pk", flat=True)):
        ask_for(case, "read", ITSELF, documents=unread)


def settle_pages(case: Case, *, wait: bool = True) -> None:
    """Do as ``settle`` does for one case. Raises InputError or WriteFailed."""
    folder = folder_of(case)
    if not left_beside(folder).exists() and (not folder.exists() or may_stay(case)):
        return
    hold = replacing if wait else replacing_if_free
    with hold(folder, edition_counts(case)) as replacement:
        if replacement is not None and not may_stay(case):
            replacement.remove()


@contextlib.contextmanager
def pages_standing_still() -> Iterator[None]:
    """Let nobody replace public pages until the block ends, so that they are of one moment.

    Publications that were stopped are finished first. Where nothing may be written nobody can
    replace them anyway. Who needs the lock of the log too takes it within.
    """
    with contextlib.ExitStack() as stack:
        for case in Case.objects.order_by("pk"):
            with contextlib.suppress(HabeasError):
                stack.enter_context(replacing(folder_of(case), edition_counts(case)))
        yield
