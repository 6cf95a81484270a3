"""People and the rows of lists they are known by; consent and confidentiality."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, members
from habeas.desk.audit_log import Actor, Overtaken, latest, note_refused, undo_tag
from habeas.desk.cases import search
from habeas.desk.error_messages import told
from habeas.desk.models import (
    Activity,
    Consent,
    Link,
    List,
    ListStanding,
    PairDecision,
    Person,
    Record,
)
from habeas.desk.people.consents import record_persons_consent
from habeas.desk.people.docket import docket
from habeas.desk.people.lists import add_list
from habeas.desk.people.pair_pages import rows_of
from habeas.desk.roles import Action
from habeas.desk.wording import words
from habeas.vocabulary import HabeasError, InputError

PER_PAGE = 50


MOST_FOUND = 2_000
"""So many rows are looked through for who was searched for."""

LINKINGS = 50
"""So many of the last comparisons of lists are looked through for who was joined or parted."""


@members(Action.READ)
def people(request: DeskRequest, case: str) -> HttpResponse:
    """List the people by surname; who only reads does not see those who are confidential.

    q: only those of whose rows each word is somewhere in a cell.
    """
    jobs = latest(request.case, "link", 3)
    asked = request.GET.get("q", "").strip()
    found = visible(request)
    if asked:
        met = [each.object for each in search(request.case, asked, MOST_FOUND, kind="record")]
        found = found.filter(records__in=met).distinct()
    ordered = found.order_by("filed_as", "label", "pk")
    page = Paginator(ordered, PER_PAGE).get_page(request.GET.get("page"))
    lists = request.case.lists.annotate(rows=Count("records", filter=Q(records__gone=False)))
    shown = {"page": page, "rows": rows_shown(list(page)), "lists": lists, "jobs": jobs,
             "people_asked": asked, "people_query": quote(asked)}  # fmt: skip
    return render(request, "desk/people.html", shown)


def rows_shown(page: list[Person]) -> list[dict[str, object]]:
    """Return what the list of people says of each: only of those of one page."""
    records: dict[int, list[Record]] = {each.pk: [] for each in page}
    held = Record.objects.filter(person__in=records).select_related("list", "person")
    for record in held.order_by("list__name", "row"):
        records[record.person_id or 0].append(record)
    today, language = timezone.now().date(), words().language
    return [
        {
            "person": each,
            "docket": docket(records[each.pk], language, today),
            "lists": sorted({record.list.name for record in records[each.pk]}),
            "consent": consent_of(records[each.pk]),
        }
        for each in page
    ]


def consent_of(records: list[Record]) -> str:
    """Return what may be told of a person in public: a key of ``consent_is``."""
    if any(record.confidential for record in records):
        return "confidential"
    return "public" if records and all(record.publish for record in records) else "withheld"


@members(Action.READ)
def person(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Show one person: what happened when, and which rows of which lists say so."""
    return render(request, "desk/person.html", of_person(request, number))


def of_person(request: DeskRequest, number: int) -> dict[str, object]:
    """Return what a person's page shows."""
    found = get_object_or_404(visible(request), pk=number)
    records = list(found.records.select_related("list", "person"))
    return {
        "person": found,
        "records": records,
        "docket": docket(records, words().language, timezone.now().date()),
        "became": became(request, found),
        "links": links_of(records),
        "publish": bool(records) and all(record.publish for record in records),
        "confidential": any(record.confidential for record in records),
        "decisions": decisions_on(records) if request.role.may(Action.REVIEW) else (),
        "consents": Consent.objects.filter(record__in=records).select_related("activity", "record"),
    }


@members(Action.REVIEW)
@require_POST
def consent(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Record what a person, or who may speak for them, agreed to."""
    found = get_object_or_404(visible(request).distinct(), pk=number)
    if not found.records.exists():
        raise Http404
    was_public = request.case.published_at is not None
    seen = {int(each) for each in request.POST.getlist("seen") if each.isdecimal()}
    given = {name: bool(request.POST.get(name)) for name in ("publish", "confidential")}
    reason = request.POST.get("reason", "")
    try:
        entry = record_persons_consent(found, seen, Actor.of(request.user), **given, reason=reason)
    except Overtaken:
        shown = of_person(request, number) | given | {"seen": seen, "reason": reason}
        return render(request, "desk/person.html", shown, status=409)
    request.case.refresh_from_db(fields=["published_at"])
    taken_off = was_public and request.case.published_at is None
    said = words()("people.said_withdrawn" if taken_off else "people.said_consent")
    messages.success(request, said, extra_tags=undo_tag(entry))
    return redirect("person", case, number)


@members(Action.ADD)
@require_POST
def add(request: DeskRequest, case: str) -> HttpResponse:
    """Take in lists of people: each has an outcome of its own, and counts once looked at."""
    actor = Actor.of(request.user)
    taken = [_taken(request, upload, actor) for upload in request.FILES.getlist("list")]
    if len(taken) == 1 and taken[0] is not None:
        return redirect("list", case, taken[0].pk)
    return redirect("people", case)


def _taken(request: DeskRequest, upload: UploadedFile[bytes], actor: Actor) -> List | None:
    """Take in one list, and say what came of it; return it, None where it was refused."""
    name = (upload.name or "list").replace("\\", "/").rpartition("/")[2][-120:]
    try:
        taken = add_list(request.case, name, upload.read(), actor, ListStanding.PROPOSED)
    except HabeasError as error:
        if isinstance(error, InputError):
            error = replace(error, file=error.file or name)
        messages.error(request, told(error))
        note_refused(request.case, actor, name, error)
        return None
    said = "people.said_list_again" if taken.again else "people.said_list"
    messages.success(request, words()(said, n=taken.held.records.count()))
    if taken.taken_off:
        messages.warning(request, words()("people.said_taken_off"))
    return taken.held


def visible(request: DeskRequest) -> QuerySet[Person]:
    """Return the people whom the reader may see."""
    found = Person.objects.filter(case=request.case)
    if request.role.may(Action.REVIEW):
        return found
    return found.exclude(records__confidential=True)


def links_of(records: list[Record]) -> list[dict[str, object]]:
    """Return what holds some rows together, each with its fields side by side."""
    found = Link.objects.filter(left__in=records, right__in=records)
    return [
        {"pair": link, "rows": rows_of(link)}
        for link in found.select_related("left__list", "right__list")
    ]


def decisions_on(records: list[Record]) -> QuerySet[PairDecision]:
    """Return what was decided of pairs of which one of these rows is an end."""
    found = PairDecision.objects.filter(Q(left__in=records) | Q(right__in=records))
    return found.select_related("activity", "left__list", "right__list")


def became(request: DeskRequest, person: Person) -> list[tuple[Activity, dict[str, object]]]:
    """Return when, by the log, this person was joined from others or parted, by their ids."""
    entries = request.case.activities.filter(what="people.linked")[:LINKINGS]
    return [
        (entry, each)
        for entry in entries
        for each in entry.details.get("became", ())
        if person.key == each["person"] or person.key in each["earlier"]
    ]
