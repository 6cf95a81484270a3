"""How many people no list has: the overlaps, what each method says of them, and refusals."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.access import DeskRequest, members
from habeas.desk.accounts.pictures import picture_of
from habeas.desk.accounts.result_kinds import ESTIMATED
from habeas.desk.audit_log import Actor, ask_for, latest
from habeas.desk.models import Result
from habeas.desk.roles import Action
from habeas.desk.wording import words


@members(Action.READ, post=Action.ADD)
def estimated(request: DeskRequest, case: str) -> HttpResponse:
    """Show the estimates; sending the page has them be made."""
    if request.method == "POST":
        ask_for(request.case, "estimate", Actor.of(request.user))
        return redirect("estimated", case)
    jobs = latest(request.case, "estimate", 1)  # before what it makes
    found, language = Result.objects.latest_of(request.case, ESTIMATED), words().language
    content = found.content if found else {}
    shown = {
        "jobs": jobs,
        "found": found,
        "stale": found is not None and found.is_stale(request.case),
        "observed": content.get("observed", 0),
        "refused": content.get("refused", False),
        "seed": content.get("seed"),
        "overlaps": content.get("overlaps", []),
        **{
            name: content.get(name, {}).get(language, [])
            for name in ("columns", "rows", "told", "cautions")
        },
    }
    return render(request, "desk/estimated.html", shown)


@members(Action.READ)
def picture(request: DeskRequest, case: str) -> HttpResponse:
    """Draw the overlaps of the lists, and what each method makes of them."""
    return picture_of(Result.objects.latest_of(request.case, ESTIMATED), "picture")
