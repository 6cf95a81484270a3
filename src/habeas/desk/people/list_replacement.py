"""A list replaced by a newer version of itself: rows matched, and what changed told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from habeas.desk.audit_log import Actor, list_fact, note, one_change, people_fact, refuse_overtaken
from habeas.desk.models import Activity, List
from habeas.desk.people.list_rows import rewrite_rows, rows_by_content
from habeas.desk.people.lists import MEDIA_TYPE, read_bytes
from habeas.desk.publication import hold_back
from habeas.desk.store import evidence
from habeas.vocabulary import InputError

TOLD = 500
"""So many rows that changed are told one by one; all are counted."""


ABOUT = "list."
"""How the entries of the log begin that tell of lists."""


def last_entry(held: List) -> int:
    """Return the number of the last entry that decided anything of a list, 0 where none did."""
    entries = Activity.objects.filter(case=held.case_id, what__startswith=ABOUT)
    last = entries.filter(details__list=held.pk).order_by("-number").first()
    return last.number if last else 0


@dataclass(frozen=True)
class Replaced:
    """What changed: rows that stayed as they were, changed, are new, are gone; consents lapsed."""

    entry: Activity
    same: int
    changed: int
    new: int
    gone: int
    lapsed: int


def replace_list(
    held: List, raw: bytes, actor: Actor, seen: int | None = None, undoes: int | None = None
) -> Replaced:
    """Replace a list by another version of itself, read with what was told of its columns.

    Rows that are one person's in both stay the same records: people, consents and decisions stay.
    Rows that are no longer there count no longer, and stay withheld. Raises InputError where it
    cannot be read, or is the very same; Overtaken where somebody else has decided of it since.
    """
    read = read_bytes(held.name, raw, held.choices or None)
    digest = hashlib.sha256(raw).hexdigest()
    if digest == held.sha256 and held.understanding:
        raise InputError("is the very version that the case holds", "Choose the newer file.")
    with one_change():
        held = List.objects.select_for_update(of=("self",)).get(pk=held.pk)
        refuse_overtaken(seen, last_entry(held))
        evidence().add(raw, source=held.name, at=datetime.now(UTC), media_type=MEDIA_TYPE)
        before, held.sha256 = held.sha256, digest
        held.understanding = read.understanding.as_json()
        held.columns = list(read.cells.headings)
        held.save(update_fields=["sha256", "understanding", "columns"])
        kept = rows_by_content(held, read)
        done = rewrite_rows(held, read, kept, actor)
        counts = (len(kept) - len(done.changed), len(done.changed), len(done.new), len(done.gone))
        told = {
            "list": held.pk, "before": before, "sha256": digest,
            "counts": dict(zip(("same", "changed", "new", "gone"), counts, strict=True)),
            "changed": {str(key): cells for key, cells in list(done.changed.items())[:TOLD]},
            "new": done.new[:TOLD], "gone": done.gone[:TOLD],
            "wrote": {"lists": dict(list_fact(held)), "people": people_fact(held.case)},
        }  # fmt: skip
        subject = held.name[:300]
        entry = note(
            actor, "list.replaced", case=held.case, subject=subject, details=told, undoes=undoes
        )
        hold_back(held.case, actor)
        held.case.changed()
    return Replaced(entry, *counts, len(done.lapsed))


def last_replacement(held: List) -> Activity | None:
    """Return the last entry that replaced a list, None where none did."""
    entries = Activity.objects.filter(case=held.case_id, what="list.replaced")
    return entries.filter(details__list=held.pk).order_by("-number").first()
