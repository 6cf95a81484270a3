"""Running a case: who works on it, its scopes, and what is asked of it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from habeas.desk.access import DeskRequest, accounts, members
from habeas.desk.administration.sandbox_limits import limits_here
from habeas.desk.audit_log import Actor, ask_for
from habeas.desk.cases import asked_in_words, scope_choices
from habeas.desk.cases import declarations as cases
from habeas.desk.cases import question_choices as questions
from habeas.desk.error_messages import told
from habeas.desk.roles import Action, Role
from habeas.desk.wording import words
from habeas.vocabulary import InputError


@members(Action.ADMINISTER)
def team(request: DeskRequest, case: str) -> HttpResponse:
    """Show who works on the case, and invite others."""
    invitation = ""
    if request.method == "POST":
        try:
            invitation = _set_role(request)
        except InputError as error:
            messages.error(request, told(error))
        if not invitation:
            return redirect("team", case)
    return render(request, "desk/team.html", _shown(request, invitation))


@members(Action.ADMINISTER)
@require_POST
def invite_again(request: DeskRequest, case: str, number: int) -> HttpResponse:
    """Invite a member anew who has lost the password or the second factor.

    Not one who works on a case of others too: no administrator of one case opens the door to
    another.
    """
    member = get_object_or_404(request.case.memberships, user=number)
    actor = Actor.of(request.user)
    if not may_vouch(request.user, member.user):
        messages.error(request, words()("team.works_elsewhere"))
        return redirect("team", case)
    accounts.forget_second_factor(member.user, actor)
    invitation = request.build_absolute_uri(accounts.invite(member.user, actor))
    return render(request, "desk/team.html", _shown(request, invitation))


@members(Action.ADMINISTER)
def declarations(request: DeskRequest, case: str) -> HttpResponse:
    """Declare scopes and sources, and set what is asked of the case."""
    held, error = request.case, None
    if request.method == "POST":
        actor = Actor.of(request.user)
        try:
            if "scopes" in request.POST:
                scopes = request.POST["scopes"].replace("\r\n", "\n")
                cases.declare(held, actor, scopes)
            elif "line" in request.POST or "scope" in request.POST:
                _change_questions(request, actor)
            else:
                text = request.POST.get("questions", "").replace("\r\n", "\n")
                cases.ask(held, actor, text, request.POST.get("policy", ""))
        except InputError as found:
            error = found
            held.refresh_from_db()
        else:
            ask_for(held, "reconcile", actor)
            messages.success(request, words()("running.said"))
            return redirect("declarations", case)
    language = words().language
    lines = questions.lines_of(held)
    shown = {
        "error": error,
        "typed": request.POST,
        "asked_now": [(line, asked_in_words(held, line, language)) for line in lines],
        "measures": questions.MEASURES,
        "scopes": sorted(scope_choices(held, language).items(), key=lambda one: one[1].casefold()),
        "seen": questions.seen_as(held),
    }
    return render(request, "desk/declarations.html", shown, status=400 if error else 200)


def _change_questions(request: DeskRequest, actor: Actor) -> None:
    """Ask one more question, ask one no more, or make one the headline."""
    held, form = request.case, request.POST
    seen = form.get("seen", "")
    if "scope" in form:
        chosen = {name: form[name] for name in form if name != "seen"}
        questions.add_question(held, actor, chosen, seen)
    elif form.get("do") == "first":
        questions.put_first(held, actor, form["line"], seen)
    else:
        questions.drop_question(held, actor, form["line"], seen)


def _shown(request: DeskRequest, invitation: str) -> dict[str, object]:
    """Return what the page of those who run the case shows."""
    limits = limits_here()
    return {
        "rows": request.case.memberships.select_related("user"),
        "roles": list(Role),
        "invitation": invitation,
        "limits": limits,
        "absent": [name for name, holds in (limits or {}).items() if not holds],
    }


def _set_role(request: DeskRequest) -> str:
    """Set somebody's role; return the invitation, where the account is new."""
    actor = Actor.of(request.user)
    role = request.POST.get("role", "")
    user: User = accounts.account(request.POST.get("name", ""), actor)
    cases.set_role(request.case, actor, user, Role(role) if role in list(Role) else None)
    messages.success(request, words()("team.said", name=user.get_username()))
    if user.has_usable_password():
        return ""
    if not may_vouch(request.user, user):
        messages.warning(request, words()("team.not_in_yet", name=user.get_username()))
        return ""
    return request.build_absolute_uri(accounts.invite(user, actor))


def may_vouch(administrator: User, user: User) -> bool:
    """Whether one may open another's account: every case of the one is run by the other."""
    theirs = set(user.memberships.values_list("case_id", flat=True))
    mine = administrator.memberships.filter(role=Role.ADMINISTRATOR.value)
    return theirs <= set(mine.values_list("case_id", flat=True))
