"""Publishing a case, and taking it off the public pages."""

from __future__ import annotations

import io
import tarfile

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.access import DeskRequest, members
from habeas.desk.audit_log import Actor, ask_for, latest, note, undo_tag
from habeas.desk.cases import give_titles
from habeas.desk.error_messages import told
from habeas.desk.models import Record
from habeas.desk.publication.names_told import names_shown, take_names
from habeas.desk.publication.publication import unpublish
from habeas.desk.roles import Action
from habeas.desk.store import place
from habeas.desk.wording import LANGUAGES, words
from habeas.vocabulary import InputError


@members(Action.PUBLISH)
def publishing(request: DeskRequest, case: str) -> HttpResponse:
    """Show what is public, and publish what counts now."""
    held = request.case
    if request.method == "POST":
        if request.POST.get("decide"):
            tell_names(request)
        elif request.POST.get("off"):
            unpublish(held, Actor.of(request.user))
            messages.success(request, words()("publish.said_off"))
        else:
            actor = Actor.of(request.user)
            titles = {each: request.POST.get(f"title-{each}", "") for each in LANGUAGES}
            give_titles(held, actor, titles)
            ask_for(held, "publish", actor)
            messages.success(request, words()("publish.asked"))
        return redirect("publishing", case)
    jobs = latest(held, "publish", 3)
    held.refresh_from_db(fields=["published_at"])
    hidden = Record.objects.filter(list__case=held).exclude(publish=True, confidential=False)
    shown = {
        "titles": [(language, held.titles.get(language, "")) for language in LANGUAGES],
        "withheld": hidden.count(),
        "jobs": jobs,
        **names_shown(held),
    }
    return render(request, "desk/publishing.html", shown)


def tell_names(request: DeskRequest) -> None:
    """Take what the page's forms say of columns, rows and names, and say what came of it."""
    try:
        entry = take_names(request.case, request.POST, Actor.of(request.user))
    except InputError as error:
        messages.error(request, told(error))
    except ValueError:
        raise Http404 from None
    else:
        tags = undo_tag(entry) if request.role.may(Action.REVIEW) else ""
        messages.success(request, words()("names.said"), extra_tags=tags)


@members(Action.PUBLISH)
def copy(request: DeskRequest, case: str) -> HttpResponse:
    """Hand out the public pages as one file, to be read from a folder or put on a mirror."""
    folder = place().published / request.case.key
    if request.case.published_at is None or not folder.is_dir():
        raise Http404
    note(Actor.of(request.user), "export.dossier", case=request.case)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        tar.add(folder, arcname=request.case.key, filter=_without_owner)
    response = HttpResponse(packed.getvalue(), content_type="application/gzip")
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{request.case.key}-dossier.tar.gz"'
    )
    return response


def _without_owner(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Take off the account of the server under which the files lie there."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
