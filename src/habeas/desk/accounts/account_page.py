"""The account of a case: what is said, can be true, is documented, is estimated, side by side."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.access import DeskRequest, members
from habeas.desk.accounts.result_kinds import ACCOUNT
from habeas.desk.audit_log import Actor, ask_for, latest
from habeas.desk.models import Result
from habeas.desk.roles import Action
from habeas.desk.wording import words


@members(Action.READ, post=Action.ADD)
def account(request: DeskRequest, case: str) -> HttpResponse:
    """Show the account; sending the page has one be given, of a day where one is named."""
    if request.method == "POST":
        day = request.POST.get("day", "").strip()[:10]
        ask_for(request.case, "account", Actor.of(request.user), day=day)
        return redirect("account", case)
    jobs = latest(request.case, "account", 1)  # before what it makes
    found = Result.objects.latest_of(request.case, ACCOUNT)
    told = found.content["accounts"] if found else {}
    shown = {
        "jobs": jobs,
        "found": found,
        "stale": found is not None and found.is_stale(request.case),
        "accounts": told.get(words().language, []),
        "adrift": found.content.get("adrift", 0) if found else 0,
    }
    return render(request, "desk/account.html", shown)
