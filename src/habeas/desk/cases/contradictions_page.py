"""What cannot be true together, with the quotes, and what would resolve it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.access import DeskRequest, members
from habeas.desk.audit_log import Actor, ask_for
from habeas.desk.cases.cached_findings import findings
from habeas.desk.models import Claim
from habeas.desk.roles import Action
from habeas.desk.wording import words

PER_PAGE = 20


@dataclass(frozen=True)
class Shown:
    """A contradiction as the page shows it.

    resolving: of its claims the one that the most contradictions rest on, if any stands out: to
    correct or reject that one would resolve the most. copies: the claims that repeat one of its
    own, from documents that tell the same story.
    """

    strength: str
    arithmetic: list[str]
    claims: list[Claim]
    resolving: Claim | None
    resolves: int
    copies: list[Claim]


@members(Action.READ, post=Action.ADD)
def contradictions(request: DeskRequest, case: str) -> HttpResponse:
    """Show the contradictions; sending the page asks for them to be found anew."""
    if request.method == "POST":
        ask_for(request.case, "reconcile", Actor.of(request.user))
        messages.success(request, words()("contradictions.asked"))
        return redirect("contradictions", case)
    found = findings(request.case)
    listed = found.content["contradictions"] if found else []
    stale = found is not None and found.revision < request.case.revision
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    counts = Counter(key for each in listed for key in _keys(each))
    rows = _rows(request, list(page), counts)
    shown = {"found": found, "stale": stale, "all": len(listed), "rows": rows, "page": page}
    return render(request, "desk/contradictions.html", shown)


def _rows(
    request: DeskRequest, listed: list[dict[str, object]], counts: Counter[str]
) -> list[Shown]:
    """Return one page of contradictions; counts: on how many of all each claim bears."""
    wanted = {key for each in listed for key in (*_keys(each), *_keys(each, "copies"))}
    held = {claim.key: claim for claim in request.case.claims.filter(key__in=wanted)}
    language = words().language
    rows = []
    for each in listed:
        keys = [key for key in _keys(each) if key in held]
        most = max(keys, key=lambda key: counts[key], default="")
        arithmetic = each["arithmetic"]
        assert isinstance(arithmetic, dict)  # noqa: S101  (results.told writes it so)
        rows.append(
            Shown(
                str(each["strength"] if each.get("shortfall") is None else "shortfall"),
                str(arithmetic[language]).splitlines(),
                [held[key] for key in keys],
                held[most] if counts[most] > 1 else None,
                counts[most],
                [held[key] for key in _keys(each, "copies") if key in held],
            )
        )
    return rows


def _keys(each: dict[str, object], what: str = "claims") -> list[str]:
    keys = each.get(what, [])
    assert isinstance(keys, list)  # noqa: S101  (results.told writes it so)
    return keys
