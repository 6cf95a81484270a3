"""What people decide of a list: how it is to be read, that it counts, that it counts no longer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.desk.audit_log import (
    Actor,
    list_fact,
    note,
    one_change,
    people_fact,
    refuse_overtaken,
)
from habeas.desk.models import Activity, List, ListStanding, Record
from habeas.desk.people.list_replacement import ABOUT, last_entry, replace_list
from habeas.desk.people.list_rows import rewrite_rows, rows_by_number
from habeas.desk.people.lists import NAMES_UNKNOWN, give_people, read_bytes
from habeas.desk.publication import hold_back
from habeas.desk.store import evidence
from habeas.vocabulary import HabeasError, InputError


def bytes_of(held: List, sha256: str = "") -> bytes:
    """Return a list as it came, or another version of it. Raises InputError where it is not kept.

    Lists that came in before their bytes were kept have none.
    """
    try:
        return evidence().read(sha256 or held.sha256)
    except HabeasError:
        raise InputError(
            "came in before lists were kept as they came", "Replace it by the same file once more."
        ) from None


def understand(
    held: List,
    actor: Actor,
    choices: Mapping[str, Any],
    seen: int | None = None,
    undoes: int | None = None,
) -> Activity:
    """Read a list anew, as somebody told what its columns mean; its rows keep what was decided.

    choices: as a file of columns says them of one list, {} for nothing told. Raises InputError
    where it cannot be read so; Overtaken where somebody else has decided of it since.
    """
    read = read_bytes(held.name, bytes_of(held), choices)
    with one_change():
        held = List.objects.select_for_update(of=("self",)).get(pk=held.pk)
        refuse_overtaken(seen, last_entry(held))
        before, held.choices = held.choices, dict(choices)
        held.understanding = read.understanding.as_json()
        held.columns = list(read.cells.headings)
        held.save(update_fields=["choices", "understanding", "columns"])
        rewrite_rows(held, read, rows_by_number(held, read), actor)
        told = {"before": before, "choices": held.choices}
        entry = _note(held, actor, "list.understood", told, undoes)
        hold_back(held.case, actor)
    return entry


@one_change()
def set_standing(
    held: List,
    actor: Actor,
    standing: ListStanding,
    reason: str = "",
    seen: int | None = None,
    undoes: int | None = None,
) -> Activity:
    """Have a list count, or count no longer; nothing of it is deleted, and its names stay withheld.

    Raises InputError where it is withdrawn without a reason; Overtaken where somebody else has
    decided of it since.
    """
    if standing == ListStanding.WITHDRAWN and not reason.strip() and undoes is None:
        raise InputError("is empty", "Say why it is withdrawn.", column="reason")
    held = List.objects.select_for_update(of=("self",)).get(pk=held.pk)
    refuse_overtaken(seen, last_entry(held))
    if standing == ListStanding.COUNTING and held.understanding.get(NAMES_UNKNOWN):
        raise InputError("says no name", "Say which column holds the names.", column="meaning")
    before, held.standing = held.standing, standing
    held.save(update_fields=["standing"])
    rows = held.records.filter(gone=False)
    if standing == ListStanding.COUNTING:
        records = list(rows.filter(person=None).select_related("list"))
        give_people(held.case, records)
        Record.objects.bulk_update(records, ["person"], batch_size=400)
    else:
        leave_people(held)
    told = {"before": before, "standing": standing.value, "reason": reason.strip()}
    return _note(held, actor, f"list.{standing.value}", told, undoes)


def leave_people(held: List, **which: object) -> None:
    """Have rows of a list stand for nobody; which person they stood for is kept."""
    rows = held.records.filter(**which).exclude(person=None)
    left = list(rows.select_related("person"))
    for row in left:
        row.was_person, row.person = row.person.key if row.person else "", None
    Record.objects.bulk_update(left, ["was_person", "person"], batch_size=400)
    held.case.people.filter(records=None).delete()


def undo_list(held: List, entry: Activity, actor: Actor) -> None:
    """Take back what an entry decided of a list. Raises InputError where its bytes are not kept."""
    before, what = entry.details["before"], entry.what.removeprefix(ABOUT)
    if what == "understood":
        understand(held, actor, before, undoes=entry.number)
    elif what == "replaced":
        replace_list(held, bytes_of(held, before), actor, undoes=entry.number)
    else:
        reason = entry.details.get("reason", "")
        set_standing(held, actor, ListStanding(before), reason, undoes=entry.number)


def _note(
    held: List, actor: Actor, what: str, told: dict[str, Any], undoes: int | None
) -> Activity:
    wrote = {"lists": dict(list_fact(held)), "people": people_fact(held.case)}
    details = {"list": held.pk, **told, "wrote": wrote}
    subject = held.name[:300]
    entry = note(actor, what, case=held.case, subject=subject, details=details, undoes=undoes)
    held.case.changed()
    return entry
