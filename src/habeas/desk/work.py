"""The kinds of long work, and what does each."""

from __future__ import annotations

from habeas.desk.activity import note
from habeas.desk.case_values import sources_of
from habeas.desk.fetching import fetch
from habeas.desk.incoming import Arrival, keep_document, read_into_queue
from habeas.desk.jobs import Work, actor_of, ask_for, progress
from habeas.desk.linking import link_case
from habeas.desk.models import Document, Job
from habeas.desk.publication import publish
from habeas.desk.results import reconcile_case
from habeas.vocabulary import InputError


def read_documents(job: Job) -> list[str]:
    """Read the claims of documents into the queue."""
    numbers = job.given["documents"]
    sources, actor = sources_of(job.case), actor_of(job)
    found = 0
    for number in progress(job, numbers, len(numbers)):
        document = Document.objects.get(case=job.case, pk=number)
        found += read_into_queue(job.case, document, sources, actor)
    return ["read", str(len(numbers)), str(found)]


def fetch_address(job: Job) -> list[str]:
    """Fetch a page that a member named, keep it, and ask for its claims to be read."""
    actor = actor_of(job)
    try:
        fetched = fetch(job.given["url"])
    except InputError as error:
        # Without the query: what stands there may be a key that opens the page.
        place = job.given["url"].partition("?")[0][:300]
        note(actor, "fetch.failed", case=job.case, subject=place, details={"why": error.problem})
        raise
    arrival = Arrival(
        actor,
        published=job.given.get("published", ""),
        language=job.given.get("language", ""),
        origin=fetched.found.url,
        headers=fetched.headers,
    )
    document, _ = keep_document(job.case, fetched.found, arrival)
    ask_for(job.case, "read", actor, documents=[document.pk])
    return ["fetched", document.name]


def reconcile(job: Job) -> list[str]:
    """Find what the case allows."""
    found = reconcile_case(job.case)
    return ["reconciled", str(len(found.content["contradictions"]))]


def link_lists(job: Job) -> list[str]:
    """Link the rows of all lists into people."""
    made = link_case(job.case, actor_of(job))
    return ["linked", str(made.rows), str(made.people), str(made.pairs)]


def publish_case(job: Job) -> list[str]:
    """Publish what counts now."""
    return ["published", str(publish(job.case, actor_of(job)))]


WORK: dict[str, Work] = {
    "read": read_documents,
    "fetch": fetch_address,
    "reconcile": reconcile,
    "link": link_lists,
    "publish": publish_case,
}
"""What does each kind of job."""
