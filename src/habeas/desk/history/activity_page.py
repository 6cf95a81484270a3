"""Who did what, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models.fields.json import KT
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, entries_for, members
from habeas.desk.audit_log import Actor, ask_for
from habeas.desk.error_messages import told
from habeas.desk.history.activity_filter import GROUPS, ActivityFilter
from habeas.desk.history.undoing import may_undo, undo
from habeas.desk.models import Activity
from habeas.desk.roles import Action
from habeas.desk.wording import words
from habeas.vocabulary import InputError

PER_PAGE = 50


@members(Action.READ)
def activities(request: DeskRequest, case: str) -> HttpResponse:
    """Show the log of a case, the newest first, and of the entrance what the reader may see."""
    chosen = ActivityFilter.read(request.GET.get("kind", ""), request.GET.get("who", ""))
    runs = request.role.may(Action.ADMINISTER)
    seen = chosen.of(entries_for(request.case, request.user, administers=runs))
    # What entries wrote may be long, and is not shown.
    told = seen.defer("details").annotate(
        names=KT("details__names"), seen_from=KT("details__from"), times=KT("details__times")
    )
    page = Paginator(told, PER_PAGE).get_page(request.GET.get("page"))
    numbers = [entry.number for entry in page]
    undone = set(Activity.objects.filter(undoes__in=numbers).values_list("undoes", flat=True))
    rows = [(entry, may_undo(entry) and entry.number not in undone, entry.number in undone)
            for entry in page]  # fmt: skip
    shown = {"page": page, "rows": rows, "chosen": chosen, "kinds": list(GROUPS)}
    return render(request, "desk/activities.html", shown)


@members(Action.REVIEW)
@require_POST
def take_back(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Take back what an entry of the log tells."""
    entry = get_object_or_404(Activity, case=request.case, number=number)
    actor = Actor.of(request.user)
    try:
        undo(request.case, entry, actor)
    except InputError as error:
        messages.error(request, told(error))
    else:
        ask_for(request.case, "reconcile", actor)
        messages.success(request, words()("activity.said_undone", n=str(number)))
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        return redirect("activities", case)
    return redirect(_page_of(entry, back) or back)


def _page_of(entry: Activity, back: str) -> str:
    """Return the page of the claim or pair that an entry decided, "" for entries of other kinds.

    back: where the reader was; from a queue the claim is decided again, and the queue goes on.
    """
    if entry.case is None or not entry.what.startswith(("claim.", "pair.")):
        return ""
    decided, key = entry.details["decided"][0], entry.case.key
    if entry.what.startswith("claim."):
        queued = back.partition("?")[0] == reverse("claims-queue", args=[key])
        return reverse("claim", args=[key, decided["claim"]]) + ("?queued=1" if queued else "")
    pair = entry.case.pairs.filter(left=decided["left"], right=decided["right"]).first()
    return reverse("pair", args=[key, pair.pk]) if pair else ""
