"""What the rows of linked people say: headings and cells understood as ``habeas link`` does.

The names stay as they are written; each row gets what the headings of its own list mean.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from habeas.formats.lists import ListColumns, read_date, recognised, understood_columns
from habeas.vocabulary import Field, PartialDate, Person

OURS = frozenset({"list", "row", "person_id"})
Row = Mapping[str, str]


def people_values(rows: Sequence[Row], columns: ListColumns, file: str) -> list[dict[Field, str]]:
    """Return what each row says, each list understood by itself: days in ISO 8601, or as written.

    A day that two columns tell differently is left as both tell it, and so is no day; names of
    several columns are put one after the other. Raises InputError on a heading that is told and
    not there.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[row["list"]].append(place)
    found: list[dict[Field, str]] = [{} for _ in rows]
    for name, own in places.items():
        headings = list(rows[own[0]])
        told = columns.meaning(name, headings, file)
        cells = {
            heading: texts for heading in headings if heading not in OURS
            and any(texts := [rows[place].get(heading, "") for place in own])
        }  # fmt: skip
        meant = {heading: field for heading, field in told.items() if heading in cells}
        values = understood_columns(cells, meant, columns.day_order(name)).values
        for field, texts in values.items():
            for place, text in zip(own, texts, strict=True):
                if text:
                    found[place][field] = text
    return found


def not_understood(people: Iterable[Person], columns: ListColumns) -> list[str]:
    """Return the headings that rows fill and that tell of no field, in their order."""
    filled: dict[str, dict[str, None]] = defaultdict(dict)
    for person in people:
        for record in person.records:
            filled[record.key.list_name] |= dict.fromkeys(record.cells)
    strange = [
        heading
        for name, headings in filled.items()
        for heading in set_aside(name, list(headings), columns)
    ]
    return list(dict.fromkeys(strange))


def set_aside(name: str, headings: Sequence[str], columns: ListColumns) -> list[str]:
    """Return the headings of one list that tell of no field."""
    known = set(columns.told(name, headings)) or set(recognised(headings))
    return [heading for heading in headings if heading not in known]


@functools.lru_cache(maxsize=16384)
def written_day(text: str) -> PartialDate | None:
    """Return the day that a cell of a list names, None where it names none that can be read."""
    shown, wrong = read_date(text)
    return PartialDate(shown) if shown and (not wrong or shown != text.strip()) else None
