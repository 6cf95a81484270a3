"""One list: what it was understood to say, whether it counts, its rows and who each became."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, members, number_asked
from habeas.desk.audit_log import Actor, ask_for, latest, note_refused, undo_tag
from habeas.desk.error_messages import told
from habeas.desk.models import Activity, List, ListStanding, Record
from habeas.desk.people.list_choices import (
    MEANINGS,
    ORDERS,
    columns_shown,
    day_order,
    has_days,
    kinds_told,
    told_choices,
)
from habeas.desk.people.list_decisions import set_standing, understand
from habeas.desk.people.list_replacement import last_entry, last_replacement, replace_list
from habeas.desk.publication import search_held
from habeas.desk.roles import Action
from habeas.desk.withholding import NameMatter, decide_names
from habeas.desk.wording import words
from habeas.vocabulary import HabeasError, InputError

PER_PAGE = 50
FIRST_ROWS = 8
"""Rows shown beside what a list was understood to say."""

TOLD = 40
"""So many rows that are no people, and cells that were not understood, are shown."""


NOT_TOLD = "is not named in the file of columns"
"""Said of a column that somebody chose not to use, on this very page."""


@members(Action.READ)
def people_list(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Show a list."""
    return _page(request, get_object_or_404(List, case=request.case, pk=number))


@members(Action.ADD)
@require_POST
def settle(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Read a list as somebody says that it is to be read, and let it count where that is asked."""
    held = get_object_or_404(List, case=request.case, pk=number)
    actor, seen = Actor.of(request.user), number_asked(request.POST.get("seen", "")) or 0
    counts = request.POST.get("do") == "count"

    def do() -> Activity | None:
        choices = told_choices(held, request.POST) if "heading" in request.POST else {}
        entry = None
        if choices and _changes(held, choices):
            entry = understand(held, actor, choices, seen)
            if kinds := kinds_told(held, choices):
                decide_names(request.case, actor, NameMatter.COLUMNS, kinds)
        if counts:
            shown = entry.number if entry else seen
            entry = set_standing(held, actor, ListStanding.COUNTING, seen=shown)
        return entry

    return _done(request, held, do, "counts" if counts else "understood")


@members(Action.REVIEW)
@require_POST
def withdraw(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Withdraw a list, with a reason."""
    held = get_object_or_404(List, case=request.case, pk=number)
    actor, seen = Actor.of(request.user), number_asked(request.POST.get("seen", "")) or 0
    reason = request.POST.get("reason", "")[:500]
    return _done(
        request,
        held,
        lambda: set_standing(held, actor, ListStanding.WITHDRAWN, reason, seen),
        "withdrawn",
    )


@members(Action.ADD)
@require_POST
def renew(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Replace a list by a newer version of itself, and tell what changed."""
    held = get_object_or_404(List, case=request.case, pk=number)
    actor, seen = Actor.of(request.user), number_asked(request.POST.get("seen", "")) or 0
    upload = request.FILES.get("list")
    if upload is None:
        return redirect("list", case, number)
    raw = upload.read()

    def do() -> Activity:
        done = replace_list(held, raw, actor, seen)
        if done.lapsed:
            messages.warning(request, words()("lists.lapsed", n=done.lapsed))
        return done.entry

    return _done(request, held, do, "replaced")


def _changes(held: List, choices: Mapping[str, Any]) -> bool:
    """Whether what was told differs from how the list is read."""
    now = {each["heading"]: each["chosen"] for each in columns_shown(held)}
    told_now = dict.fromkeys(now, "") | {
        heading: meaning for meaning, headings in choices["columns"].items() for heading in headings
    }
    return now != told_now or choices.get("day_order", day_order(held)) != day_order(held)


def _done(
    request: DeskRequest, held: List, do: Callable[[], Activity | None], what: str
) -> HttpResponse:
    """Do something to a list, say what came of it, and have what follows of it done."""
    actor = Actor.of(request.user)
    try:
        entry = do()
    except HabeasError as error:
        placed = error
        if isinstance(error, InputError) and error.column not in ("reason", "meaning"):
            placed = replace(error, file=error.file or held.name)
            note_refused(request.case, actor, held.name, placed)
        messages.error(request, told(placed))
        return _page(request, get_object_or_404(List, pk=held.pk), form=request.POST)
    search_held(request.case, actor)
    if entry is not None:
        ask_for(request.case, "link", actor)
        said = words()(f"lists.said_{what}", name=held.name)
        messages.success(request, said, extra_tags=undo_tag(entry))
    return redirect("list", request.case.key, held.pk)


def _page(request: DeskRequest, held: List, form: Mapping[str, Any] | None = None) -> HttpResponse:
    jobs = latest(request.case, "link", 3)
    rows = visible_rows(request, held)
    asked = number_asked(request.GET.get("row", ""))  # the page on which a row stands
    before = rows.filter(row__lt=asked).count() if asked else 0
    wanted = request.GET.get("page") or before // PER_PAGE + 1
    page = Paginator(rows, PER_PAGE).get_page(wanted)
    understood = held.understanding
    doubts = [each for each in understood.get("not_understood", ())
              if not each["reason"].startswith(NOT_TOLD)]  # fmt: skip
    typed = _typed(held, form)
    shown = {
        "list": held,
        "proposed": held.standing == ListStanding.PROPOSED,
        "page": page,
        "row_asked": asked,
        "first": rows[:FIRST_ROWS],
        "headings": [heading for heading in held.columns if not heading.startswith("__")],
        "columns": columns_shown(held, typed),
        "meanings": MEANINGS,
        "orders": ORDERS,
        "order": day_order(held),
        "has_days": has_days(held),
        "others": understood.get("no_people", ())[:TOLD],
        "others_count": len(understood.get("no_people", ())),
        "doubts": doubts[:TOLD],
        "doubts_count": len(doubts),
        "notes": understood.get("notes", ())[:TOLD],
        "scripts": understood.get("scripts", {}),
        "seen": last_entry(held),
        "typed": typed,
        "reason": form.get("reason", "") if form else "",
        "replacement": last_replacement(held),
        "changed": _changed(request, held),
        "jobs": jobs,
    }
    return render(request, "desk/list.html", shown, status=400 if form is not None else 200)


def _typed(held: List, form: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return the choices of a form that could not be taken, None where there is none."""
    if form is None or "heading" not in form:
        return None
    try:
        return told_choices(held, form)  # type: ignore[arg-type]  # a QueryDict where it is one
    except InputError:
        return {"columns": {}}


def visible_rows(request: DeskRequest, held: List) -> Any:  # noqa: ANN401  (a query set)
    """Return the rows of a list that the reader may see: none of confidential people."""
    rows = held.records.filter(gone=False).select_related("person").order_by("row")
    if request.role.may(Action.REVIEW):
        return rows
    hidden = Record.objects.filter(person__records__confidential=True)
    return rows.exclude(confidential=True).exclude(pk__in=hidden.values("pk"))


def _changed(request: DeskRequest, held: List) -> list[tuple[Record, dict[str, Any]]]:
    """Return the rows that the last replacement changed, each with its cells before and now."""
    entry = last_replacement(held)
    cells = entry.details["changed"] if entry else {}
    rows = visible_rows(request, held).filter(pk__in=list(map(int, cells)))
    return [(row, cells[str(row.pk)]) for row in rows]
