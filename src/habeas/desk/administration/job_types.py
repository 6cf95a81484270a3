"""The kinds of long work, and what does each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from habeas.desk.accounts import account_case, estimate_case, verify_case
from habeas.desk.audit_log import Work, actor_of, ask_for, note, progress
from habeas.desk.cases import reconcile_case, sources_of
from habeas.desk.contradictions import explain_case
from habeas.desk.intake import (
    Arrival,
    KeptFile,
    Outcome,
    fetch,
    keep_file,
    no_longer_unread,
    read_into_queue,
    refuse_withdrawn,
    reread,
    take_document,
    take_in,
)
from habeas.desk.models import Document, Job, JobState
from habeas.desk.people import link_case
from habeas.desk.publication import publish, search_held
from habeas.desk.review import effect_of, work_out_effect
from habeas.formats.documents import COLLECTIONS
from habeas.reconciliation import Kept
from habeas.vocabulary import InputError

SHOWN = 12
"""So many claims are named in which a name was covered."""


def take_files(job: Job) -> list[object]:
    """Read files that came in, and their claims into the queue."""
    files = [KeptFile(**given) for given in job.given["files"]]
    arrival = arrival_of(job)
    return take_in(job.case, progress(job, files, len(files)), arrival).said("taken")


def read_documents(job: Job) -> list[object]:
    """Read the claims of documents into the queue."""
    numbers = job.given["documents"]
    sources, actor, outcome = sources_of(job.case), actor_of(job), Outcome()
    for number in progress(job, numbers, len(numbers)):
        document = Document.objects.get(case=job.case, pk=number)
        # One that brings the worker down fails this job, and is not asked for again.
        no_longer_unread(document)
        try:
            outcome.claims += read_into_queue(job.case, document, sources, actor)
            outcome.documents += 1
        except InputError as error:
            outcome.failures.append(error.at(file=document.name))
    return outcome.said("read")


def reread_document(job: Job) -> list[object]:
    """Read the claims of a document anew."""
    document = Document.objects.get(case=job.case, pk=job.given["document"])
    refuse_withdrawn(document)
    try:
        done = reread(job.case, document, sources_of(job.case), actor_of(job))
    except InputError as error:
        raise error.at(file=document.name) from None
    return ["reread", *map(str, map(len, (done.changed, done.added, done.otherwise)))]


def fetch_address(job: Job) -> list[object]:
    """Fetch what a member named, keep it, and read the claims of what it holds."""
    arrival = arrival_of(job)
    try:
        fetched = fetch(job.given["url"])
    except InputError as error:
        # Without the query: what stands there may be a key that opens the page.
        place = job.given["url"].partition("?")[0][:300]
        details = {"why": error.problem}
        note(arrival.actor, "fetch.failed", case=job.case, subject=place, details=details)
        raise
    arrival = replace(arrival, origin=fetched.found.url, headers=fetched.headers)
    if fetched.found.media_type in COLLECTIONS:
        keep_file(fetched.found.raw, fetched.found.url, fetched.found.media_type)
    outcome = Outcome()
    take_document(job.case, fetched.found, arrival, outcome)
    return outcome.said("taken")


def arrival_of(job: Job) -> Arrival:
    """Return how what a job is about came in."""
    given = job.given
    about = (given.get("published", ""), given.get("language", ""))
    return Arrival(actor_of(job), *about, asks=True)


def reconcile(job: Job, kept: Kept | None = None) -> list[object]:
    """Find what the case allows. kept: what was found of claims before."""
    found = reconcile_case(job.case, kept)
    if found.content["contradictions"]:
        # Answers do not wait for causes, which take longer.
        ask_for(job.case, "explain", actor_of(job))
    return ["reconciled", str(len(found.content["contradictions"]))]


def explain(job: Job, kept: Kept | None = None) -> list[object]:
    """Find what may be behind the contradictions; not of figures that are worked out anew next."""
    if job.case.jobs.filter(kind="reconcile", state=JobState.WAITING).exists():
        return []
    return ["explained", str(len(explain_case(job.case, kept).content["causes"]))]


def work_out(job: Job, kept: Kept | None = None) -> list[object]:
    """Find what a claim would change; not of one that nobody looks at any more."""
    newer = job.case.jobs.filter(kind="effect", state=JobState.WAITING, user_id=job.user_id)
    claim = job.case.claims.waiting().filter(pk=job.given["claim"]).first()
    known = claim and effect_of(claim, job.given["row"])
    if claim is not None and not known and not newer.exists():
        work_out_effect(claim, job.given["row"], kept)
    return []


def verify(job: Job) -> list[object]:
    """Hold the announcements of the case against its people."""
    return ["verified", str(len(verify_case(job.case).content["rows"]))]


def estimate(job: Job) -> list[object]:
    """Estimate how many people no list of the case has."""
    found = estimate_case(job.case)
    return ["refused" if found.content.get("refused") else "estimated"]


def account(job: Job) -> list[object]:
    """Give account of the case, of one day."""
    account_case(job.case, job.given.get("day", ""))
    return ["accounted"]


def link_lists(job: Job) -> list[object]:
    """Link the rows of all lists into people."""
    made = link_case(job.case, actor_of(job))
    return ["linked", str(made.rows), str(made.people), str(made.pairs)]


def publish_case(job: Job) -> list[object]:
    """Publish what counts now."""
    written = publish(job.case, actor_of(job))
    last = job.case.activities.filter(what="case.published").first()
    covered = last.details.get("covered", {}) if last else {}
    if not covered.get("places"):
        return ["published", str(written)]
    claims = ", ".join(sorted(covered["claims"])[:SHOWN])
    return ["published_covered", str(written), str(covered["places"]), claims or "–"]


def search_pages(job: Job) -> list[object]:
    """Search the public pages that are held back, and put them back or have them made anew."""
    try:
        search_held(job.case, actor_of(job))
    except Exception:
        # They stay off; those that are made anew are searched as they are made.
        ask_for(job.case, "publish", actor_of(job))
        raise
    return ["searched"]


WORK: dict[str, Work] = {
    "take": take_files,
    "read": read_documents,
    "reread": reread_document,
    "fetch": fetch_address,
    "reconcile": reconcile,
    "explain": explain,
    "effect": work_out,
    "verify": verify,
    "estimate": estimate,
    "account": account,
    "link": link_lists,
    "publish": publish_case,
    "search": search_pages,
}
"""What does each kind of job."""


def work_keeping(kept: Kept) -> dict[str, Work]:
    """Return how jobs are done by who keeps what was found of claims from one job to the next."""
    return {
        **WORK,
        "reconcile": partial(reconcile, kept=kept),
        "explain": partial(explain, kept=kept),
        "effect": partial(work_out, kept=kept),
    }
