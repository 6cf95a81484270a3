"""Long work beside the pages: asked for on a page, done by the ``worker``, its progress kept."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from habeas.desk.audit_log.activity import Actor
from habeas.desk.models import Case, Job, JobState
from habeas.formats.replacement import no_room
from habeas.vocabulary import HabeasError, InputError

Item = TypeVar("Item")
Work = Callable[[Job], list[object]]
"""What does a job, and returns what to say when it is done: a key of ``words``, its values, and the
parts of each error that it went on after."""

UNTOLD = ("effect",)
"""Work that only the page waits for that asked for it."""

_told: list[Callable[[], None]] = []
LOG = logging.getLogger("habeas.desk")


def ask_for(case: Case, kind: str, actor: Actor, **given: Any) -> Job:
    """Ask for a job; one that waits already for the same is not asked for twice."""
    with transaction.atomic():
        # Held until what is done here counts: a worker that began this very job before would do it
        # without that, and nobody would ask again.
        waiting = (
            case.jobs.select_for_update(of=("self",), skip_locked=_can_skip())
            .filter(kind=kind, state=JobState.WAITING, given=given)
            .first()
        )
        job = waiting or Job.objects.create(
            case=case,
            kind=kind,
            given=given,
            actor=actor.name,
            user_id=actor.user.pk if actor.user else None,
        )
        transaction.on_commit(_tell)
    return job


def latest(case: Case, kind: str = "", most: int = 5) -> list[Job]:
    """Return the jobs asked for last, of one kind where one is named.

    A page reads them before what they make: where one ends meanwhile the page still watches it and
    is read anew; the other way round it would show what was there before, and nothing going on.
    """
    asked = case.jobs.filter(kind=kind) if kind else case.jobs.exclude(kind__in=UNTOLD)
    return list(asked[:most])


def call_when_asked(told: Callable[[], None]) -> None:
    """Have something called whenever a job has been asked for in this process."""
    _told.append(told)


def _tell() -> None:
    for told in _told:
        told()


def actor_of(job: Job) -> Actor:
    """Return who asked for a job."""
    from django.contrib.auth.models import User  # noqa: PLC0415  (Django must be ready first)

    return Actor(job.actor, User.objects.filter(pk=job.user_id or 0).first())


def progress(job: Job, items: Iterable[Item], total: int) -> Iterator[Item]:
    """Go through the items of a job, writing down how far it is."""
    step = max(1, total // 50)
    for done, item in enumerate(items):
        if done % step == 0:
            Job.objects.filter(pk=job.pk).update(done=done, total=total)
        yield item


def do_next(work: dict[str, Work]) -> bool:
    """Do the job that has waited longest; return whether there was one."""
    with transaction.atomic():
        job = (
            Job.objects.select_for_update(of=("self",), skip_locked=_can_skip())
            .filter(state=JobState.WAITING)
            .order_by("pk")
            .first()
        )
        if job is None:
            return False
        job.state = JobState.RUNNING
        job.save(update_fields=["state"])
    try:
        job.said, job.state = work[job.kind](job), JobState.DONE
    except HabeasError as error:
        # In its parts, so that pages can tell it in each reader's language.
        parts = [asdict(error)] if isinstance(error, InputError) else []
        job.said, job.state = ["error", str(error), *parts], JobState.FAILED
    except Exception as error:  # a job must not take the desk with it
        LOG.exception("job %s (%s)", job.pk, job.kind)
        job.said, job.state = (
            ["error", str(no_room(error) or type(error).__name__)],
            JobState.FAILED,
        )
    job.ended_at = timezone.now()
    job.save(update_fields=["said", "state", "ended_at"])
    return True


def do_all(work: dict[str, Work]) -> None:
    """Do every job that waits."""
    while do_next(work):
        pass


def take_up(*, crashed: bool) -> None:
    """Deal with the jobs that an earlier worker left half done.

    They are done anew; where the worker itself went down over one, that one has failed, so that it
    does not take down the next. A search of pages that are held back is tried once more, for else
    they would stay off; then they are made anew.
    """
    half_done = Job.objects.filter(state=JobState.RUNNING)
    if not crashed:
        half_done.update(state=JobState.WAITING)
        return
    said = ["error", "the worker ended while it did this"]
    half_done.filter(kind="search").exclude(said=said).update(state=JobState.WAITING, said=said)
    for job in half_done.filter(kind="search").select_related("case"):
        ask_for(job.case, "publish", actor_of(job))
    half_done.update(state=JobState.FAILED, said=said, ended_at=timezone.now())


def _can_skip() -> bool:
    from django.db import connection  # noqa: PLC0415

    return connection.features.has_select_for_update_skip_locked
