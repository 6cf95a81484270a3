"""Announced releases, each beside the people whose release is documented in its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from habeas.custody import words as custody_words
from habeas.desk.access import DeskRequest, members
from habeas.desk.accounts.pictures import picture_of
from habeas.desk.accounts.result_kinds import ANNOUNCED
from habeas.desk.audit_log import Actor, ask_for, latest
from habeas.desk.models import Claim, Person, Result
from habeas.desk.people import visible
from habeas.desk.roles import Action
from habeas.desk.wording import words

FIRST = 200
"""So many people of one kind are named on a page; more are counted."""


@dataclass(frozen=True)
class Named:
    """Some people: those whom the reader may see, by name, and how many others there are."""

    people: list[Person]
    more: int


@members(Action.READ, post=Action.ADD)
def announced(request: DeskRequest, case: str) -> HttpResponse:
    """Show what announcements are worth; sending the page has that be worked out."""
    if request.method == "POST":
        ask_for(request.case, "verify", Actor.of(request.user))
        return redirect("announced", case)
    jobs = latest(request.case, "verify", 1)  # before what it makes
    found, language = Result.objects.latest_of(request.case, ANNOUNCED), words().language
    content = found.content if found else {"rows": []}
    claims = {
        claim.key: claim
        for claim in request.case.claims.filter(key__in=[row["claim"] for row in content["rows"]])
    }
    rows = [
        {"claim": claims[row["claim"]], "cells": row["cells"][language], "finding": row["finding"]}
        for row in content["rows"]
        if row["claim"] in claims
    ]
    shown = {
        "jobs": jobs,
        "found": found,
        "stale": found is not None and found.is_stale(request.case),
        "columns": custody_words(language)["verification"]["columns"],
        "rows": rows,
        "besides": content.get("besides", {}).get(language, []),
        "never": named(request, content.get("never_announced", [])),
        "back": named(request, content.get("back_inside", [])),
        "people": content.get("people", 0),
    }
    return render(request, "desk/announced.html", shown)


@members(Action.READ)
def announcement(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Show one announcement: who of those announced is documented, and how many are not."""
    claim = get_object_or_404(
        Claim.objects.select_related("document"), case=request.case, pk=number
    )
    found = Result.objects.latest_of(request.case, ANNOUNCED)
    rows: list[dict[str, Any]] = found.content["rows"] if found else []
    row = next((each for each in rows if each["claim"] == claim.key), None)
    shown: dict[str, object] = {
        "claim": claim,
        "row": row,
        "stale": found is not None and found.is_stale(request.case),
    }
    if row:
        shown |= {
            "sentence": row["sentence"][words().language],
            "surely": named(request, row["surely"]),
            "possibly": named(request, row["possibly"]),
            "lists": row["by_list"].items(),
        }
    return render(request, "desk/announcement.html", shown)


@members(Action.READ)
def chart(request: DeskRequest, case: str) -> HttpResponse:
    """Draw the announcements and the documented in them."""
    return picture_of(Result.objects.latest_of(request.case, ANNOUNCED), "chart")


def named(request: DeskRequest, keys: Sequence[str]) -> Named:
    """Return people by name: who only reads does not see those who are confidential."""
    found = visible(request).filter(key__in=keys).order_by("filed_as", "label", "pk")
    seen = list(found[:FIRST])
    return Named(seen, len(keys) - len(seen))
