"""Who makes claims, and the names they go by."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.access import DeskRequest, members
from habeas.desk.audit_log import Actor
from habeas.desk.cases.declarations import name_source
from habeas.desk.error_messages import told
from habeas.desk.models import Standing
from habeas.desk.roles import Action
from habeas.desk.wording import words
from habeas.vocabulary import ClaimantKind, InputError


@members(Action.READ, post=Action.REVIEW)
def sources(request: DeskRequest, case: str) -> HttpResponse:
    """List the sources; let one go by another name."""
    if request.method == "POST":
        _name(request)
        return redirect("sources", case)
    held = request.case.claims.in_force().exclude(standing=Standing.REJECTED)
    counts = Counter(held.values_list("current__claimant", flat=True))
    declared = request.case.sources.prefetch_related("aliases")
    rows = [(source, counts.pop(source.name, 0)) for source in declared]
    others = sorted((name, count) for name, count in counts.items() if name)
    shown = {"rows": rows, "others": others, "kinds": list(ClaimantKind)}
    return render(request, "desk/sources.html", shown)


def _name(request: DeskRequest) -> None:
    kind = request.POST.get("kind", "")
    try:
        name_source(
            request.case,
            Actor.of(request.user),
            request.POST.get("name", "")[:300],
            request.POST.get("alias", "")[:300],
            kind if kind in list(ClaimantKind) else ClaimantKind.OTHER,
        )
    except InputError as error:
        messages.error(request, told(error))
    else:
        messages.success(request, words()("sources.said"))
