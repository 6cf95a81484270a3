"""Lists of people into a case."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from habeas.desk.audit_log import Actor, list_fact, note, one_change, people_fact
from habeas.desk.cases import index_new, record_entry
from habeas.desk.models import Case, List, Person, Record
from habeas.desk.publication import hold_back, search_held
from habeas.desk.store import place as store_place
from habeas.formats.lists import OF_AN_UPLOAD, ListNote, PeopleList, read_list
from habeas.formats.replacement import working_folder
from habeas.vocabulary import Field, InputError

LARGEST = 200_000_000
"""Bytes of a list; a row of a list takes some hundred."""

SHOWN = 5
"""How many of the things that were not understood are told at once."""


@dataclass(frozen=True)
class TakenIn:
    """A list that was taken in, and what in it was not understood; nothing of it is dropped.

    taken_off: whether the published pages showed somebody of it, and were taken off. again: whether
    the case held the very same list already.
    """

    held: List
    notes: tuple[ListNote, ...]
    taken_off: bool = False
    again: bool = False

    def told(self) -> list[str]:
        """Return the first notes as sentences."""
        return [str(note) for note in self.notes[:SHOWN]]


def add_list(case: Case, name: str, raw: bytes, actor: Actor) -> TakenIn:
    """Take in a list (CSV, XLSX, ODS, Parquet), read as ``habeas link`` reads it.

    The cells are kept as they are beside what they are understood to say. Until linkage has
    compared its rows, each stands for one person. Who is on a list is withheld from then on: pages
    that are public are held back with the list, searched, and put back where they name nobody of
    it; else new ones are asked for. The same list once more adds nothing, and ends what a run that
    was stopped left to be done. Raises InputError, also where another list has its name.
    """
    read = read_bytes(name, raw)
    digest = hashlib.sha256(raw).hexdigest()
    if same := case.lists.filter(name=name, sha256=digest).first():
        return TakenIn(same, read.notes, search_held(case, actor), again=True)
    with one_change():
        if case.lists.filter(name=name).exists():
            raise InputError("is a list of this case already", "Give it another name.", value=name)
        held = List.objects.create(
            case=case,
            name=name,
            sha256=digest,
            columns=list(read.cells.headings),
        )
        records = records_of(held, read)
        people = Person.objects.bulk_create(
            [Person(case=case, key=own_key(record), label=record.name) for record in records],
            batch_size=500,
        )
        for record, person in zip(records, people, strict=True):
            record.person = person
        index_new(map(record_entry, Record.objects.bulk_create(records, batch_size=500)))
        wrote = {"lists": dict(list_fact(held)), "people": people_fact(case)}
        told = {"sha256": held.sha256, "rows": len(records), "wrote": wrote}
        note(actor, "list.added", case=case, subject=name[:300], details=told)
        hold_back(case, actor)
        case.changed()
    return TakenIn(held, read.notes, search_held(case, actor))


def read_bytes(name: str, raw: bytes) -> PeopleList:
    """Read a list that came as bytes, by the suffix of its name. Raises InputError."""
    if len(raw) > LARGEST:
        raise InputError("is larger than any list", "Split it.", file=name)
    with working_folder(store_place().work) as folder:
        path = folder / f"list{PurePosixPath(name).suffix.lower()[:10]}"
        path.write_bytes(raw)
        try:
            read = read_list(path, bounds=OF_AN_UPLOAD)
        except InputError as error:
            raise replace(error, file=name) from None
    return read.renamed(name)


def records_of(held: List, read: PeopleList) -> list[Record]:
    """Return the rows of a list, not yet kept."""
    records = []
    for place, (number, (_, cells)) in enumerate(zip(read.numbers, read.cells.rows, strict=True)):
        values = {field.value: texts[place] for field, texts in read.values.items() if texts[place]}
        shown = dict(zip(read.cells.headings, cells, strict=True))
        records.append(
            Record(list=held, row=number, values=values, cells=shown, name=name_of(values))
        )
    return records


def name_of(values: dict[str, str]) -> str:
    """Return a record's name, as far as it has one."""
    parts = (values.get(Field.GIVEN_NAMES, ""), values.get(Field.SURNAMES, ""))
    return (values.get(Field.FULL_NAME) or " ".join(part for part in parts if part))[:300]


def best_name(records: Sequence[Record]) -> str:
    """Return the fullest of the names of some records."""
    return max((record.name for record in records), key=lambda name: (len(name.split()), name))


def own_key(record: Record) -> str:
    """Return the id of a person whom nothing but one record is known of, before linkage."""
    place = f"{record.list.name}\n{record.row}"
    return f"{UNLINKED}{hashlib.sha256(place.encode()).hexdigest()[:16]}"


UNLINKED = "p-"
"""How the id of a person begins whom linkage has not looked at yet."""
