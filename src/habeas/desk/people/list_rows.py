"""The rows of a list as it is read now, written over those that were kept of it.

A row that is the same person's as before stays the same record, so that what was decided of it
stays decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.desk.audit_log import Actor
from habeas.desk.cases import folded, index, index_new, record_entry
from habeas.desk.models import List, ListStanding, Record
from habeas.desk.people.consents import record_consent
from habeas.desk.people.lists import give_people, records_of
from habeas.formats.lists import PeopleList
from habeas.vocabulary import Field

BEYOND = 1_000_000_000
"""Added to the number of a row that a newer version no longer has: no list has so many."""

Kept = Mapping[int, Record]
"""By the place of a row as it is read now, the record that was kept of it."""


@dataclass
class Rewritten:
    """What became of the rows: cells that changed by record and heading, new and gone records."""

    changed: dict[int, dict[str, tuple[str, str]]] = field(default_factory=dict)
    new: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    lapsed: list[int] = field(default_factory=list)


def rows_by_number(held: List, read: PeopleList) -> dict[int, Record]:
    """Return the records of a list by the rows of the same file, read in another way."""
    kept = {record.row: record for record in held.records.filter(gone=False)}
    return {place: kept[row] for place, row in enumerate(read.numbers) if row in kept}


def rows_by_content(held: List, read: PeopleList) -> dict[int, Record]:
    """Return the records of a list by the rows of a newer version of it.

    By a number that is one row's alone in both; else by name and a day; else by name alone.
    """
    left = {record.pk: record for record in held.records.select_related("list")}
    fresh = dict(enumerate(records_of(held, read)))
    found: dict[int, Record] = {}
    for key in (_by_number, _by_name_and_day, _by_name):
        earlier, now = _alone(left, key), _alone(fresh, key)
        for said in earlier.keys() & now.keys():
            found[now[said]] = left.pop(earlier[said])
            del fresh[now[said]]
    return found


def _alone(records: Mapping[int, Record], key: Callable[[Record], object]) -> dict[object, int]:
    """Return the records by a key that no other of them has; rows that are gone yield to others."""
    said = {number: key(record) for number, record in records.items()}
    there = Counter(told for number, told in said.items() if not records[number].gone)
    gone = Counter(told for number, told in said.items() if records[number].gone)
    return {
        told: number
        for number, told in said.items()
        if told and (gone[told] == 1 and not there[told] if records[number].gone
                     else there[told] == 1)
    }  # fmt: skip


def _by_number(record: Record) -> object:
    numbers = (record.values.get(each, "") for each in (Field.NATIONAL_ID, Field.OTHER_ID))
    return next((folded(str(number)) for number in numbers if number), None)


def _by_name(record: Record) -> object:
    return tuple(sorted(folded(record.name).split())) or None


def _by_name_and_day(record: Record) -> object:
    days = (Field.BIRTH_DATE, Field.BIRTH_YEAR, Field.DETAINED_ON)
    day = next((str(record.values[each]) for each in days if record.values.get(each)), "")
    return (_by_name(record), day) if day and record.name else None


def rewrite_rows(held: List, read: PeopleList, kept: Kept, actor: Actor) -> Rewritten:
    """Write the rows of a list as it is read now; those that are not read any more are gone.

    Where a row's name is written otherwise now, consent to make it public lapses: it held of the
    name as it was written.
    """
    done = Rewritten()
    fresh = records_of(held, read)
    stays = {record.pk for record in kept.values()}
    gone = list(held.records.filter(gone=False).exclude(pk__in=stays))
    _renumber([*gone, *kept.values()], lambda record: BEYOND + record.pk)
    if held.standing == ListStanding.PROPOSED:  # nothing can have been decided of them
        Record.objects.filter(pk__in=[record.pk for record in gone]).delete()
        gone = []
    for record in gone:
        record.gone = True
        record.was_person = record.person.key if record.person else record.was_person
        record.person = None
    done.gone = [record.pk for record in gone]
    renamed = []
    for place, record in kept.items():
        now = fresh[place]
        if record.publish and record.name != now.name:
            renamed.append(record)
        if cells := dict(_differing(record, now)):
            done.changed[record.pk] = cells
        record.row, record.values, record.cells = now.row, now.values, now.cells
        record.name, record.gone = now.name, False
    new = [record for place, record in enumerate(fresh) if place not in kept]
    if held.standing == ListStanding.COUNTING:
        give_people(held.case, [*new, *(each for each in kept.values() if not each.person_id)])
    Record.objects.bulk_update([*gone, *kept.values()], WRITTEN, batch_size=200)
    done.new = [record.pk for record in Record.objects.bulk_create(new, batch_size=500)]
    index_new(map(record_entry, new))
    index([record_entry(record) for record in kept.values() if record.pk in done.changed])
    held.case.people.filter(records=None).delete()
    _lapse(held, renamed, actor, done)
    return done


WRITTEN = ("row", "values", "cells", "name", "gone", "was_person", "person")


def _differing(before: Record, now: Record) -> Iterator[tuple[str, tuple[str, str]]]:
    """Go through the cells, and the understood values of unchanged cells, that differ."""
    for heading in dict.fromkeys((*before.cells_in_order, *now.cells_in_order)):
        cells = str(before.cells.get(heading, "")), str(now.cells.get(heading, ""))
        if cells[0] != cells[1]:
            yield heading, cells


def _renumber(records: Sequence[Record], number: Callable[[Record], int]) -> None:
    """Give records row numbers that no other row has, so that they can change places."""
    for record in records:
        record.row = number(record)
    Record.objects.bulk_update(records, ["row"], batch_size=400)


def _lapse(held: List, renamed: Sequence[Record], actor: Actor, done: Rewritten) -> None:
    done.lapsed = [record.pk for record in renamed]
    for record in renamed:
        given = {"publish": False, "confidential": record.confidential}
        record_consent(held.case, [record], actor, **given, reason=held.name)
