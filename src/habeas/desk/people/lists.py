"""Lists of people into a case: read, kept, and not counted before somebody has looked at them."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from habeas.desk.audit_log import Actor, list_fact, note, one_change, people_fact
from habeas.desk.cases import folded, index_new, record_entry
from habeas.desk.models import Case, List, ListStanding, Person, Record
from habeas.desk.publication import hold_back, search_held
from habeas.desk.store import evidence
from habeas.desk.store import place as store_place
from habeas.formats.lists import (
    OF_AN_UPLOAD,
    ListColumns,
    ListNote,
    NoNameColumn,
    PeopleList,
    read_list,
    recognised,
)
from habeas.formats.replacement import working_folder
from habeas.linkage import frequent_names
from habeas.vocabulary import Field, InputError

LARGEST = 200_000_000
"""Bytes of a list; a row of a list takes some hundred."""

MEDIA_TYPE = "application/octet-stream"
"""Of lists, whatever they are: nobody opens them but by the suffix of their name."""

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


def add_list(
    case: Case, name: str, raw: bytes, actor: Actor, standing: ListStanding = ListStanding.COUNTING
) -> TakenIn:
    """Take in a list (CSV, XLSX, ODS, Parquet), read as ``habeas link`` reads it.

    standing: PROPOSED, where somebody is to look at what it says before it counts. Its bytes are
    kept as evidence, its cells as they are beside what they are understood to say. Until linkage
    has compared its rows, each of a list that counts stands for one person. Who is on a list is
    withheld from then on: pages that are public are held back with the list, searched, and put back
    where they name nobody of it; else new ones are asked for. The same list once more adds nothing,
    and ends what a run that was stopped left to be done. Raises InputError, also where another list
    has its name.
    """
    read, names_unknown = read_proposed(name, raw, standing)
    digest = hashlib.sha256(raw).hexdigest()
    if same := case.lists.filter(name=name, sha256=digest).first():
        return TakenIn(same, read.notes, search_held(case, actor), again=True)
    with one_change():
        if case.lists.filter(name=name).exists():
            raise InputError("is a list of this case already", "Give it another name.", value=name)
        evidence().add(raw, source=name, at=datetime.now(UTC), media_type=MEDIA_TYPE)
        held = List.objects.create(
            case=case,
            name=name,
            sha256=digest,
            columns=list(read.cells.headings),
            standing=standing,
            understanding=read.understanding.as_json() | names_unknown,
        )
        records = records_of(held, read)
        if standing == ListStanding.COUNTING:
            give_people(case, records)
        index_new(map(record_entry, Record.objects.bulk_create(records, batch_size=500)))
        wrote = {"lists": dict(list_fact(held)), "people": people_fact(case)}
        told = {"sha256": held.sha256, "rows": len(records), "wrote": wrote}
        note(actor, "list.added", case=case, subject=name[:300], details=told)
        hold_back(case, actor)
        case.changed()
    return TakenIn(held, read.notes, search_held(case, actor))


def read_proposed(
    name: str, raw: bytes, standing: ListStanding
) -> tuple[PeopleList, dict[str, bool]]:
    """Read a list; where none of its headings tells a name, somebody is to say which does.

    Until then its first column stands for the names. Raises InputError.
    """
    try:
        return read_bytes(name, raw), {}
    except NoNameColumn:
        if standing != ListStanding.PROPOSED:
            raise
        return read_bytes(name, raw, told=NamesFirst()), {NAMES_UNKNOWN: True}


NAMES_UNKNOWN = "names_unknown"
"""Says of what a list was understood to say that nobody has said which column holds the names."""


class NamesFirst(ListColumns):
    """Takes the first column for the names, and all others as their headings say."""

    def meaning(self, _name: str, headings: Sequence[str], _file: str) -> dict[str, Field]:
        """Return the field of each heading."""
        return {**recognised(headings), headings[0]: Field.FULL_NAME}


def give_people(case: Case, records: Sequence[Record]) -> None:
    """Have each of some rows stand for one person: the one it had before, where there is one."""
    keys = {record.was_person or own_key(record): record for record in records}
    held = {person.key: person for person in case.people.filter(key__in=keys)}
    fresh = [Person(case=case, key=key, label=record.name, filed_as=filed_as([record]))
             for key, record in keys.items() if key not in held]  # fmt: skip
    held |= {each.key: each for each in Person.objects.bulk_create(fresh, batch_size=500)}
    for record in records:
        record.person = held[record.was_person or own_key(record)]


def read_bytes(
    name: str,
    raw: bytes,
    choices: Mapping[str, Any] | None = None,
    told: ListColumns | None = None,
) -> PeopleList:
    """Read a list that came as bytes, by the suffix of its name. Raises InputError.

    choices: what somebody told of it, as files of columns say it of one list. told: what is said of
    its columns in another way.
    """
    if len(raw) > LARGEST:
        raise InputError("is larger than any list", "Split it.", file=name)
    with working_folder(store_place().work) as folder:
        path = folder / f"list{PurePosixPath(name).suffix.lower()[:10]}"
        path.write_bytes(raw)
        try:
            told = ListColumns(lists={path.name: choices}) if choices else told
            read = read_list(path, told, bounds=OF_AN_UPLOAD)
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


def filed_as(records: Sequence[Record]) -> str:
    """Return by what a person is sorted: surnames first, folded.

    Where a row has them apart, as it says; else the words of the fullest name that follow those
    which are known given names, at least one and, where nothing tells, at most two.
    """
    for record in records:
        if surnames := record.values.get(Field.SURNAMES, "").strip():
            return folded(f"{surnames} {record.values.get(Field.GIVEN_NAMES, '')}")[:300]
    first, comma, rest = best_name(records).partition(",")
    if comma:
        return folded(f"{first} {rest.strip()}")[:300]
    words = folded(first).split()
    given, _ = frequent_names(("es", "en", "ru"))
    count = min(len(words) - 1, max(len(words) - 2, _leading(words, given), 1))
    return " ".join([*words[count:], *words[:count]])[:300]


def _leading(words: Sequence[str], given: frozenset[str]) -> int:
    """Return how many words at the beginning are known given names, the last word apart."""
    leading = itertools.takewhile(lambda word: word in given, words[:-1])
    return sum(1 for _ in leading)


def own_key(record: Record) -> str:
    """Return the id of a person whom nothing but one record is known of, before linkage."""
    place = f"{record.list.name}\n{record.row}"
    return f"{UNLINKED}{hashlib.sha256(place.encode()).hexdigest()[:16]}"


UNLINKED = "p-"
"""How the id of a person begins whom linkage has not looked at yet."""
