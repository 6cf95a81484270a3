"""What the rows of linked people say: headings and days understood as ``habeas link`` does.

The names stay as they are written; each row gets what the headings of its own list mean.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.formats.lists import (
    ListColumns,
    has_month_first,
    is_nothing,
    list_words,
    plain,
    read_date,
    recognised,
)
from habeas.vocabulary import Field, PartialDate, Person

DAYS = (Field.DETAINED_ON, Field.RELEASED_ON, Field.DIED_ON)
NAMES = (Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES)
TAKEN = frozenset({*DAYS, *NAMES, Field.STATE, Field.MUNICIPALITY, Field.SEX})
Row = Mapping[str, str]


@dataclass(frozen=True)
class PeopleFields:
    """What the columns of linked people mean, list by list.

    meaning: for each list, the field of each heading that is understood. month_first: the (list,
    heading) under which days are written month first.
    """

    meaning: Mapping[str, Mapping[str, Field]]
    month_first: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, rows: Iterable[Row], columns: ListColumns, file: str) -> PeopleFields:
        """Find out what the columns mean. Raises InputError on a heading that is not there."""
        texts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        headings: list[str] = []
        for row in rows:
            headings = headings or list(row)
            for name, text in row.items():
                if text:
                    texts[row["list"]][name].append(text)
        meaning = {name: _meaning(name, list(own), headings, columns, file)
                   for name, own in texts.items()}  # fmt: skip
        turned = {
            (name, heading)
            for name, fields in meaning.items()
            for heading, field in fields.items()
            if field in DAYS and has_month_first(texts[name][heading])
        }
        return cls(meaning, frozenset(turned))

    def values(self, row: Row) -> dict[Field, str]:
        """Return what a row says of names, custody, place and sex; days in ISO 8601, or as written.

        A day that two columns tell differently is left as both tell it, and so is no day; names of
        several columns are put one after the other.
        """
        said: dict[Field, list[str]] = defaultdict(list)
        for heading, field in self.meaning.get(row["list"], {}).items():
            text = row.get(heading, "")
            if field in TAKEN and text and not is_nothing(text):
                turned = (row["list"], heading) in self.month_first
                said[field].append(spelled_day(text, turned) if field in DAYS else text)
        found = {field: _told(field, texts) for field, texts in said.items()}
        return {field: text for field, text in found.items() if text}


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
    own = {heading for told in (columns.every, columns.lists.get(name, {}).get("columns", {}))
           for named in told.values() for heading in ([named] if isinstance(named, str) else named)
           if heading in headings}  # fmt: skip
    known = own or set(recognised(headings))
    return [heading for heading in headings if heading not in known]


@functools.lru_cache(maxsize=16384)
def written_day(text: str) -> PartialDate | None:
    """Return the day that a cell of a list names, None where it names none that can be read."""
    shown, wrong = read_date(text)
    if wrong:
        shown, wrong = read_date(text, month_first=True)
    return None if wrong else PartialDate(shown)


@functools.lru_cache(maxsize=16384)
def spelled_day(text: str, month_first: bool = False) -> str:
    """Return a cell's day in ISO 8601, or the cell as it stands where it names none."""
    shown, wrong = read_date(text, month_first)
    if not wrong:
        return shown
    other = written_day(text)
    return other.text if other else text


def _meaning(
    name: str, filled: Sequence[str], headings: Sequence[str], columns: ListColumns, file: str
) -> dict[str, Field]:
    told = columns.meaning(name, headings, file)
    own = {heading: field for heading, field in told.items() if heading in filled}
    return own or recognised(filled)


def _told(field: Field, texts: Sequence[str]) -> str:
    if field in DAYS:
        return _one_of(texts)
    return " ".join(texts) if field in NAMES else texts[0]


def _one_of(texts: Sequence[str]) -> str:
    """Return the day that one of several columns names; a "no" among them names none."""
    kept = [text for text in texts if plain(text) not in _denials()]
    days = list(dict.fromkeys(text for text in kept if written_day(text)))
    if days:
        return " / ".join(days)
    return kept[0] if kept else ""


@functools.cache
def _denials() -> frozenset[str]:
    return frozenset(list_words()["denials"]["words"])
