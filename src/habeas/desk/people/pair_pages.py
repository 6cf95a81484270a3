"""The queue of pairs: two records side by side, and the weight of each comparison."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, members, number_asked
from habeas.desk.audit_log import Actor, Overtaken, ask_for, undo_tag
from habeas.desk.cases import folded
from habeas.desk.models import Link, Pair
from habeas.desk.people.pair_decisions import decide_pair, decisions_on, next_pair
from habeas.desk.roles import Action
from habeas.desk.wording import words
from habeas.vocabulary import Judgement


@dataclass(frozen=True)
class Row:
    """One field of two records: what each says, whether they differ, and what that weighs.

    Where one of the two says nothing, they do not differ. x, width: of the bar of the weight in a
    drawing that is 200 wide and has its zero in the middle.
    """

    field: str
    left: str
    right: str
    differs: bool
    weight: float | None
    x: float
    width: float


@members(Action.REVIEW)
def queue(request: DeskRequest, case: str) -> HttpResponse:
    """Show the pair that would teach most; ``after``: the one after another.

    Sending the page has all lists linked anew, with what was decided since.
    """
    if request.method == "POST":
        ask_for(request.case, "link", Actor.of(request.user))
        messages.success(request, words()("pairs.said_link"))
        return redirect("people", case)
    after = number_asked(request.GET.get("after", ""))
    passed = request.case.pairs.filter(pk=after).first() if after is not None else None
    found = next_pair(request.case, passed)
    if found is None:
        return render(request, "desk/pairs_done.html")
    return _page(request, found)


@members(Action.REVIEW)
def pair(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Show one pair."""
    return _page(request, get_object_or_404(Pair, case=request.case, pk=number))


@members(Action.REVIEW)
@require_POST
def decide(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Judge a pair, and go on to the next."""
    found = get_object_or_404(Pair, case=request.case, pk=number)
    judgement = request.POST.get("decision", "")
    if judgement not in list(Judgement):
        return redirect("pair", case, number)
    reason = request.POST.get("reason", "")
    seen = number_asked(request.POST.get("seen", "")) or 0
    actor = Actor.of(request.user)
    try:
        entry = decide_pair(found, actor, Judgement(judgement), reason, seen=seen)
    except Overtaken:
        since = decisions_on(found).filter(pk__gt=seen)
        return _page(request, found, {"since": since, "chosen": judgement, "reason": reason})
    if not request.case.pairs.filter(standing="waiting").exists():
        ask_for(request.case, "link", actor)
    said = words()(f"pairs.said_{judgement}")
    messages.success(request, said, extra_tags=undo_tag(entry))
    return redirect(f"{reverse('pairs', args=[case])}?after={found.pk}")


def _page(
    request: DeskRequest, pair: Pair, overtaken: dict[str, object] | None = None
) -> HttpResponse:
    """Show a pair; overtaken: what was decided of it since, and what was chosen meanwhile."""
    last = decisions_on(pair).last()
    shown = {
        "pair": pair,
        "seen": last.pk if last else 0,
        "overtaken": overtaken,
        "rows": rows_of(pair),
        "waiting": pair.case.pairs.filter(standing="waiting").count(),
    }
    return render(request, "desk/pair.html", shown, status=409 if overtaken else 200)


def rows_of(pair: Pair | Link) -> list[Row]:
    """Return the fields of two records side by side."""
    left, right = pair.left.values, pair.right.values
    weights = {name: float(weight) for name, weight in pair.weights.items()}
    largest = max((abs(weight) for weight in weights.values()), default=1.0) or 1.0
    rows = []
    for name in dict.fromkeys((*left, *right, *weights)):
        weight = weights.get(name)
        width = 0.0 if weight is None else abs(weight) / largest * 95
        both = folded(str(left.get(name, ""))), folded(str(right.get(name, "")))
        rows.append(
            Row(
                name,
                str(left.get(name, "")),
                str(right.get(name, "")),
                all(both) and both[0] != both[1],
                weight,
                100 - width if (weight or 0) < 0 else 100,
                width,
            )
        )
    return rows
