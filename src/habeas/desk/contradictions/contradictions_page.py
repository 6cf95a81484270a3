"""What cannot be true together: by its causes, each with the one decision that would resolve it."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, members, number_asked
from habeas.desk.audit_log import Actor, ask_for, latest, undo_tag
from habeas.desk.cases import findings
from habeas.desk.contradictions.cached_causes import causes_of
from habeas.desk.contradictions.cause_decisions import decide_cause
from habeas.desk.contradictions.contradictions_shown import Table
from habeas.desk.error_messages import told
from habeas.desk.models import Case, Job, JobState, Result
from habeas.desk.roles import Action
from habeas.desk.wording import words
from habeas.vocabulary import InputError

PER_PAGE = 20
FIRST = 3
"""So many contradictions of a cause are shown under it; the others on a page of their own."""


@members(Action.READ, post=Action.ADD)
def contradictions(request: DeskRequest, case: str) -> HttpResponse:
    """Show the causes with their contradictions; sending the page has all be found anew.

    ``cause``: the number of one cause, of which all contradictions are shown.
    """
    if request.method == "POST":
        ask_for(request.case, "reconcile", Actor.of(request.user))
        messages.success(request, words()("contradictions.asked"))
        return redirect("contradictions", case)
    jobs = going_on(request.case)  # before what they make
    found, explained = findings(request.case), causes_of(request.case)
    basis = latest_of(found, explained)
    causes = basis.content.get("causes", []) if basis else []
    listed = basis.content["contradictions"] if basis else []
    asked = number_asked(request.GET.get("cause", "")) or 0
    one = causes[asked - 1] if 0 < asked <= len(causes) else None
    table = Table(request.case, listed)
    shown: dict[str, object] = {
        "jobs": jobs,
        "found": basis,
        "stale": basis is not None and basis.is_stale(request.case),
        "all": len(listed),
        "one": one,
    }
    if one:
        shown |= {"causes": [table.cause(one, asked, 0)], "more": f"&cause={asked}"}
    # Without causes yet, or of one cause, contradictions are listed themselves.
    if one or not causes:
        flat = [listed[place] for place in one["contradictions"]] if one else listed
        page = Paginator(flat, PER_PAGE).get_page(request.GET.get("page"))
        shown |= {"rows": table.rows(list(page)), "page": page}
    else:
        page = Paginator(causes, PER_PAGE).get_page(request.GET.get("page"))
        told_of = enumerate(page, page.start_index())
        shown |= {"causes": [table.cause(each, n, FIRST) for n, each in told_of], "page": page}
    return render(request, "desk/contradictions.html", shown)


@members(Action.REVIEW)
@require_POST
def decide(request: DeskRequest, case: str) -> HttpResponse:
    """Make the change of a cause, as one decision."""
    actor = Actor.of(request.user)
    try:
        entry = decide_cause(request.case, actor, request.POST.get("cause", ""), words().language)
    except InputError as error:
        messages.error(request, told(error))
        return redirect("contradictions", case)
    ask_for(request.case, "reconcile", actor)
    said = words()("causes.said_decided", n=len(entry.details["entries"]))
    messages.success(request, said, extra_tags=undo_tag(entry))
    return redirect("contradictions", case)


def going_on(case: Case) -> list[Job]:
    """Return the work that this page waits for."""
    ended = (JobState.DONE, JobState.FAILED)
    kinds = ("reconcile", "explain")
    return [job for job in latest(case) if job.kind in kinds and job.state not in ended]


def latest_of(found: Result | None, explained: Result | None) -> Result | None:
    """Return the causes, or the contradictions alone where these are all that there is.

    Causes of before a change are shown, as such, until they are found anew; where nothing is
    contradicted any more there are none to be found.
    """
    if found is None or explained is None:
        return found
    gone = not found.content["contradictions"] and explained.revision < found.revision
    return found if gone else explained
