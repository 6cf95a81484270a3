"""Full-text search within a case."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from habeas.desk.access import DeskRequest, members
from habeas.desk.cases.full_text_search import excerpt, search
from habeas.desk.models import Record, SearchEntry
from habeas.desk.roles import Action


@members(Action.READ)
def finding(request: DeskRequest, case: str) -> HttpResponse:
    """Find documents, claims and people by words."""
    asked = request.GET.get("q", "")[:200]
    found = search(request.case, asked)
    hidden = set() if request.role.may(Action.REVIEW) else _confidential(found)
    people = _people(found)
    rows = [
        (each.kind, people.get(each.object) if each.kind == "record" else each.object,
         excerpt(each, asked))
        for each in found
        if (each.kind, each.object) not in hidden
    ]  # fmt: skip
    return render(request, "desk/finding.html", {"asked": asked, "rows": rows})


def _records(found: list[SearchEntry]) -> list[int]:
    return [each.object for each in found if each.kind == "record"]


def _confidential(found: list[SearchEntry]) -> set[tuple[str, int]]:
    """Return the rows whose person, by any of their rows, is confidential."""
    records = Record.objects.filter(pk__in=_records(found))
    itself = records.filter(confidential=True) | records.filter(person__records__confidential=True)
    return {("record", number) for number in itself.values_list("pk", flat=True)}


def _people(found: list[SearchEntry]) -> dict[int, int | None]:
    return dict(Record.objects.filter(pk__in=_records(found)).values_list("pk", "person_id"))
