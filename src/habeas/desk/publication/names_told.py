"""What somebody says on the page "Publish" of columns, rows and names, taken from its forms."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from habeas.desk.audit_log import Actor, Overtaken, ask_for
from habeas.desk.models import Activity, Case, List
from habeas.desk.publication.publication import take_off_if_exposed
from habeas.desk.withholding import (
    NameMatter,
    Withholding,
    answer_about,
    decide_names,
    questions_kept,
)
from habeas.dossier import How
from habeas.formats.lists import ColumnKind
from habeas.vocabulary import InputError

SHOWN_ROWS = 40
"""So many rows that name nobody are shown by list and row; more are counted."""


def take_names(case: Case, form: QueryDict, actor: Actor) -> Activity:
    """Write down what a form says; pages that are public and now expose somebody come off.

    Raises InputError where it says nothing, Overtaken where the page showed something else than
    what is there now.
    """
    held = Withholding.of(case)
    matter = NameMatter(form.get("decide", ""))
    taken = TAKE[matter](case, held, form)
    if not taken:
        raise InputError("says nothing", "Choose an answer.", column=matter.value)
    reason = form.get("reason", "").strip()
    if matter is NameMatter.ANSWERED and not reason:
        raise InputError("is empty", "Say how you know.", column="reason")
    entry = decide_names(case, actor, matter, taken, reason[:500])
    if take_off_if_exposed(case, actor):
        ask_for(case, "publish", actor)
    return entry


def told_columns(case: Case, _held: Withholding, form: QueryDict) -> dict[str, Any]:
    """Return what columns were said to hold."""
    lists = {str(pk): names for pk, names in List.objects.filter(case=case).values_list(
        "pk", "columns")}  # fmt: skip
    found = {}
    for about, kind in zip(form.getlist("about"), form.getlist("kind"), strict=False):
        number, _, heading = about.partition(":")
        if kind in set(ColumnKind) and heading in lists.get(number, ()):
            found[about] = kind
    return found


def told_nameless(_case: Case, held: Withholding, form: QueryDict) -> dict[str, Any]:
    """Return that the rows which name nobody were looked at. Raises Overtaken if others are."""
    if form.get("rows") != held.nameless_rows["rows"]:
        raise Overtaken("are other rows than the page showed", "Look again, and agree anew.")
    return {"rows": held.nameless_rows}


def told_settled(_case: Case, held: Withholding, form: QueryDict) -> dict[str, Any]:
    """Return how names are looked for; only those that wait."""
    open_names = {one.key for one in held.unsettled}
    pairs = zip(form.getlist("about"), form.getlist("how"), strict=False)
    return {key: how for key, how in pairs if key in open_names and how in set(How)}


def told_answered(case: Case, held: Withholding, form: QueryDict) -> dict[str, Any]:
    """Return who is meant, in the texts that the page showed and in no others."""
    asked = {each.name: {met.text for met in each.texts} for each in questions_kept(case, held)}
    name, answer, seen = form.get("name", ""), form.get("answer", ""), form.getlist("text")
    if answer not in ("them", "other") or name not in asked:
        return {}
    return dict.fromkeys(answer_about(name, [text for text in seen if text in asked[name]]), answer)


TAKE = {
    NameMatter.COLUMNS: told_columns,
    NameMatter.NAMELESS: told_nameless,
    NameMatter.SETTLED: told_settled,
    NameMatter.ANSWERED: told_answered,
}


def names_shown(case: Case) -> dict[str, Any]:
    """Return what the page shows of names, in the order in which it is asked."""
    held = Withholding.of(case)
    lists = dict(List.objects.filter(case=case).values_list("name", "pk"))
    questions = questions_kept(case, held) if held.ready else []
    nameless = held.listed.nameless
    return {
        "columns": [(f"{lists[name]}:{heading}", name, heading)
                    for name, heading in held.listed.strange],
        "kinds": list(ColumnKind),
        "nameless": () if held.agreed else nameless[:SHOWN_ROWS],
        "nameless_count": len(nameless),
        "nameless_rows": held.nameless_rows["rows"],
        "unsettled": held.unsettled,
        "hows": list(How),
        "questions": questions,
        "limits": held.limits,
        "may_publish": held.ready and not questions,
    }  # fmt: skip
