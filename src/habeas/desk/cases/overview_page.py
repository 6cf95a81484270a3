"""The cases somebody works on, and a case at a glance."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from habeas.desk.access import DeskRequest, members, signed_in
from habeas.desk.audit_log import latest
from habeas.desk.cases.asked import asked_in_words
from habeas.desk.cases.cached_findings import findings
from habeas.desk.cases.case_values import waiting
from habeas.desk.models import Job, JobState, Membership, Person, Record
from habeas.desk.roles import Action
from habeas.desk.wording import words


@signed_in
def cases(request: HttpRequest) -> HttpResponse:
    """List the cases of which the reader is a member."""
    mine = Membership.objects.filter(user=request.user.pk).select_related("case")
    language = words().language
    rows = [(member.case, member.case.title(language), member.role) for member in mine]
    return render(request, "desk/cases.html", {"rows": rows})


@members(Action.READ)
def overview(request: DeskRequest, case: str) -> HttpResponse:
    """Show what the case allows, what waits, and what is being done."""
    held = request.case
    jobs = latest(held)
    found = findings(held)
    answers = found.content["answers"] if found else []
    language = words().language
    shown = {
        "found": found,
        "answers": [
            {**each, "asked": asked_in_words(held, each["ask"], language)} for each in answers
        ],
        "stale": found is not None and found.is_stale(held),
        "waiting_claims": waiting(held),
        "waiting_pairs": held.pairs.filter(standing="waiting").count(),
        "counting": held.claims.counting().count(),
        "documents": held.documents.filter(withdrawn=False).count(),
        "people": Person.objects.filter(case=held).count(),
        "records": Record.objects.counting().filter(list__case=held).count(),
        "jobs": jobs,
    }
    shown["empty"] = not (
        shown["documents"] or held.claims.exists() or held.lists.exists() or held.jobs.exists()
    )
    return render(request, "desk/overview.html", shown)


@members(Action.READ)
def job(request: DeskRequest, case: str, number: int) -> JsonResponse:
    """Say how far a job is."""
    found = get_object_or_404(Job, case=request.case, pk=number)
    ended = found.state in (JobState.DONE, JobState.FAILED)
    return JsonResponse(
        {"state": found.state, "done": found.done, "total": found.total, "ended": ended}
    )
