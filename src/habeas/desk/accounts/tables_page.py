"""What others can take along: claims, people, decisions and accounts as CSV and JSON."""

from __future__ import annotations

import io
import json
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from habeas.desk.access import DeskRequest, members
from habeas.desk.accounts.result_kinds import ACCOUNT, KINDS
from habeas.desk.cases import decision_values, handed_out
from habeas.desk.models import ClaimDecision, Result
from habeas.desk.roles import Action
from habeas.desk.wording import words
from habeas.formats.tables import write_decisions


@members(Action.READ)
def tables(request: DeskRequest, case: str) -> HttpResponse:
    """List what can be downloaded."""
    made = [kind for kind in KINDS if Result.objects.latest_of(request.case, kind)]
    return render(request, "desk/tables.html", {"made": made})


@members(Action.REVIEW)
def decisions(request: DeskRequest, case: str) -> HttpResponse:
    """Hand out what was decided of pairs of rows, as ``habeas link --decisions`` reads it."""
    table = io.StringIO()
    write_decisions(decision_values(request.case), table)
    return handed_out(request, "decisions", "csv", table.getvalue())


@members(Action.REVIEW)
def claim_decisions(request: DeskRequest, case: str) -> HttpResponse:
    """Hand out every decision on a claim, the earliest first, as JSON."""
    found = ClaimDecision.objects.filter(claim__case=request.case)
    told = [
        {
            "claim": each.claim.key,
            "standing": each.standing,
            "by": each.activity.actor,
            "at": each.activity.at,
            "reason": each.activity.details.get("reason", ""),
            "entry": each.activity.number,
            "row": each.row,
        }
        for each in found.select_related("claim", "activity").order_by("pk")
    ]
    return handed_out(request, "claim-decisions", "json", _spelled(told))


@members(Action.REVIEW)
def result(request: DeskRequest, case: str, kind: str) -> HttpResponse:
    """Hand out what was worked out last, as the command line's ``--json`` writes it."""
    found = Result.objects.latest_of(request.case, kind) if kind in KINDS else None
    if found is None:
        raise Http404
    language = words().language
    if kind == ACCOUNT:
        content: Any = [each["json"] for each in found.content["accounts"].get(language, [])]
    else:
        content = found.content.get("json", {}).get(language, [])
    return handed_out(request, kind, "json", _spelled(content))


def _spelled(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
