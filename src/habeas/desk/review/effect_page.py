"""What a claim would change, asked for beside its page while somebody reads."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from habeas.desk.access import DeskRequest, members
from habeas.desk.audit_log import Actor, ask_for
from habeas.desk.cases import asked_in_words
from habeas.desk.models import Claim, JobState, Standing
from habeas.desk.review.claim_effects import effect_of
from habeas.desk.review.claim_pages import FRAGMENT, typed_over
from habeas.desk.roles import Action
from habeas.desk.wording import words


@members(Action.REVIEW)
def effect(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Tell what a claim would change as its fields stand, or ask for it: 202 until it is known.

    Sending the page's form asks for it; reading tells it of the claim as it is kept.
    """
    found = get_object_or_404(
        Claim.objects.select_related("document", "case"), case=request.case, pk=number
    )
    if found.standing != Standing.WAITING or (found.document and found.document.withdrawn):
        return shown(request, {"decided": True})
    row = typed_over(request, found)[0] if request.method == "POST" else found.current
    known = effect_of(found, row)
    if known is None and request.method == "POST" and not asked_for(request, number, row):
        return shown(request, {"failed": True})
    return shown(request, told_in_words(request, known) if known else {}, 200 if known else 202)


def asked_for(request: DeskRequest, number: int, row: dict[str, Any]) -> bool:
    """Ask the worker what a claim would change; False where it has failed to find that."""
    given = {"claim": number, "row": row}
    jobs = request.case.jobs.filter(kind="effect")
    if jobs.filter(state__in=(JobState.WAITING, JobState.RUNNING), given=given).exists():
        return True
    failed = jobs.filter(state=JobState.FAILED, given=given).exists()
    jobs.filter(state__in=(JobState.DONE, JobState.FAILED)).delete()
    if not failed:
        ask_for(request.case, "effect", Actor.of(request.user), **given)
    return not failed


def told_in_words(request: DeskRequest, known: dict[str, Any]) -> dict[str, Any]:
    """Return what a claim would change as the reader's language tells it."""
    language = words().language
    if not known["binds"]:
        return {"effect": known}
    moved = [
        {**each, "asked": asked_in_words(request.case, each["ask"], language)}
        for each in known["moved"]
    ]
    begun, ended = arithmetic(known["begun"]), arithmetic(known["ended"])
    return {"effect": known, "moved": moved, "begun": begun, "ended": ended}


def shown(request: DeskRequest, told: dict[str, Any], status: int = 200) -> HttpResponse:
    """Return what is told: for its place in the page of the claim, or as a page of its own."""
    part = request.headers.get(FRAGMENT) == "1"
    template = "desk/effect.html" if part else "desk/effect_alone.html"
    return render(request, template, told, status=status)


def arithmetic(listed: list[dict[str, dict[str, str]]]) -> list[list[str]]:
    """Return the sums of contradictions, in lines, in the reader's language."""
    return [each["arithmetic"][words().language].splitlines() for each in listed]
