"""Lists of people into a case."""

from __future__ import annotations

import csv
import hashlib
import io

from django.db import transaction

from habeas.desk.activity import Actor, note
from habeas.desk.models import Case, List, Person, Record
from habeas.desk.searching import folded, index, record_entry
from habeas.vocabulary import Field, InputError

LARGEST = 200_000_000
"""Bytes of a list; a row of a list takes some hundred."""


@transaction.atomic
def add_list(case: Case, name: str, raw: bytes, actor: Actor) -> List:
    """Take in a list (.csv, UTF-8), whose columns are named as ``vocabulary.Field`` names them.

    Other columns are kept as they are. Until linkage has compared its rows, each stands for one
    person. Raises InputError.
    """
    if case.lists.filter(name=name).exists():
        raise InputError("is a list of this case already", "Give it another name.", value=name)
    columns, rows = _read(name, raw)
    fields = {heading: field for heading in columns if (field := field_of(heading))}
    if not fields:
        raise InputError(
            "has no column that tells of a person",
            f"Name its columns as: {', '.join(Field)}.",
            file=name,
            line=1,
        )
    held = List.objects.create(
        case=case, name=name, sha256=hashlib.sha256(raw).hexdigest(), columns=columns
    )
    records = []
    for number, cells in enumerate(rows, 1):
        values = {
            field.value: cells[heading] for heading, field in fields.items() if cells[heading]
        }
        records.append(
            Record(list=held, row=number, values=values, cells=cells, name=name_of(values))
        )
    people = Person.objects.bulk_create(
        [Person(case=case, key=_person_key(record), label=record.name) for record in records],
        batch_size=500,
    )
    for record, person in zip(records, people, strict=True):
        record.person = person
    index([record_entry(record) for record in Record.objects.bulk_create(records, batch_size=500)])
    told = {"sha256": held.sha256, "rows": len(records)}
    note(actor, "list.added", case=case, subject=name[:300], details=told)
    case.changed()
    return held


def field_of(heading: str) -> Field | None:
    """Return what a column tells of a person, by its heading; None where it is not known."""
    name = "_".join(folded(heading).replace("_", " ").split())
    return Field(name) if name in list(Field) else None


def name_of(values: dict[str, str]) -> str:
    """Return a record's name, as far as it has one."""
    parts = (values.get(Field.GIVEN_NAMES, ""), values.get(Field.SURNAMES, ""))
    return (values.get(Field.FULL_NAME) or " ".join(part for part in parts if part))[:300]


def _person_key(record: Record) -> str:
    place = f"{record.list.name}\n{record.row}"
    return "p-" + hashlib.sha256(place.encode()).hexdigest()[:16]


def _read(name: str, raw: bytes) -> tuple[list[str], list[dict[str, str]]]:
    if len(raw) > LARGEST:
        raise InputError("is larger than any list", "Split it.", file=name)
    try:
        text = raw.decode("utf-8-sig").replace("\0", "\ufffd")
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", "Save it with the encoding UTF-8.", file=name) from None
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    try:
        rows = [
            row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row
        ]
    except csv.Error as error:
        raise InputError(f"is not CSV ({error})", "Save it as CSV anew.", file=name) from None
    if not rows or len(set(rows[0])) < len(rows[0]):
        raise InputError(
            "has no heading of different names", "Name each column.", file=name, line=1
        )
    for line, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise InputError(
                f"has {len(row)} cells, but the heading has {len(rows[0])}",
                "Put a text that holds a delimiter between double quotes.",
                file=name,
                line=line,
            )
    cells = [[cell.strip() for cell in row] for row in rows]
    return cells[0], [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]
