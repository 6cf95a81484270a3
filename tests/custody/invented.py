"""Small invented people and announcements for the tests."""

from __future__ import annotations

from habeas.custody import Timeline, timeline
from habeas.formats.lists import understood_columns
from habeas.formats.tables.people_csv import people_of
from habeas.formats.tables.people_fields import written_day
from habeas.vocabulary import (
    Claim,
    ClaimantKind,
    Measure,
    Modality,
    Period,
    Person,
    Quantity,
    Record,
    RecordKey,
)


def person(name: str, *rows: dict[str, str]) -> Timeline:
    """Put together a person from rows; "list" names a row's list (a, b, … where it does not).

    The rows are understood one by one, as the reader of lists understands them.
    """
    records = []
    for place, row in enumerate(rows):
        cells = dict(row)
        key = RecordKey(cells.pop("list", "abcdef"[place]), place + 1)
        values = understood_columns({name: [text] for name, text in cells.items()}, {}).values
        said = {field: texts[0] for field, texts in values.items() if texts[0]}
        records.append(Record(key, said, cells))
    return timeline(Person(name, tuple(records)))


def read_person(name: str, *rows: dict[str, str]) -> Timeline:
    """Put together a person from rows as a table of linked people holds them, and as it is read."""
    headings = dict.fromkeys(heading for row in rows for heading in row)
    numbered = [
        (
            place + 2,
            dict.fromkeys(headings, "") | {"list": "abcdef"[place], "person_id": name} | row,
        )
        for place, row in enumerate(rows)
    ]
    (one,) = people_of(["list", "person_id", *headings], numbered, "people.csv")
    return timeline(one, written_day)


def announced(count: int, start: str, end: str, key: str = "c1", **more: object) -> Claim:
    """Write a government's announcement of releases."""
    fields: dict[str, object] = {
        "population_kind": "political_prisoners",
        "claimant": "Ministry",
        "claimant_kind": ClaimantKind.GOVERNMENT,
        "modality": Modality.ASSERTED,
        **more,
    }
    return Claim(
        id=key, measure=Measure.RELEASED, quantity=Quantity(count),
        period=Period.read(start, end), **fields,
    )  # fmt: skip
