"""Whose names must not be public: rows of lists, their columns understood as ``habeas link`` does.

A column that nobody understands may hold names: it is told, and nothing is published before
somebody says what it holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from habeas.dossier.case import CONFIDENTIAL, CONSENT
from habeas.dossier.names import ListedName
from habeas.formats.lists import ColumnKind, ListColumns, is_nothing, is_of_kin, kind_of, recognised
from habeas.linkage import nameless_rows
from habeas.vocabulary import Field, Record, RecordKey

NAMES = (Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES)
NUMBERS = frozenset({Field.NATIONAL_ID, Field.OTHER_ID})

APART = re.compile(r"[;|/\n()\[\]:]+")
"""What stands between several names, or numbers, in one cell."""

NUMBER = re.compile(r"[+(]{0,2}\d(?:[\d .()/_-]{3,}\d)")
MAIL = re.compile(r"[^\s<>,;]+@[^\s<>,;]+")


@dataclass(frozen=True)
class NameColumns:
    """What the filled columns of one list hold for whoever looks for names.

    fields: headings by the field of a name. others, numbers: headings of names of others, and of
    numbers. strange: those that nobody understands, and that may hold names.
    """

    fields: Mapping[Field, tuple[str, ...]]
    others: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, headings: Sequence[str], columns: ListColumns) -> NameColumns:
        """Understand the filled headings of a list as ``habeas link`` does, told ones first."""
        told = columns.told(name, headings)
        meant = {heading: Field(key) for heading, key in told.items() if key in set(Field)}
        kinds = {heading: ColumnKind(key) for heading, key in told.items() if heading not in meant}
        own = {one: field for one, field in recognised(headings).items() if field not in NAMES}
        meaning = meant or recognised(headings)
        fields: dict[Field, list[str]] = defaultdict(list)
        by_kind: dict[ColumnKind | None, list[str]] = defaultdict(list)
        for heading in headings:
            field = None if heading in kinds else meaning.get(heading)
            if field in NAMES:
                fields[field].append(heading)
            else:
                known = field or own.get(heading)
                by_kind[kinds.get(heading) or _kind(heading, known)].append(heading)
        return cls(
            {field: tuple(fields[field]) for field in NAMES if fields[field]},
            tuple(by_kind[ColumnKind.OTHER_NAMES]),
            tuple(by_kind[ColumnKind.OTHER_NUMBERS]),
            tuple(by_kind[None]),
        )

    def listed(self, cells: Mapping[str, str]) -> ListedName:
        """Return the names and numbers of a row."""
        parts = {field: _joined(cells, headings) for field, headings in self.fields.items()}
        others, numbers = [], []
        for heading in self.others:
            names, met = names_in(cells.get(heading, ""))
            others += names
            numbers += met
        numbers += [one for heading in self.numbers for one in numbers_in(cells.get(heading, ""))]
        full, given, surnames = (parts.get(field, "") for field in NAMES)
        return ListedName(full, given, surnames, tuple(others), tuple(numbers))


@dataclass(frozen=True)
class Listed:
    """What lists say of those who must not be named.

    names: of each row. nameless: the rows that name nobody. strange: (list, heading) of columns
    that nobody understands. without_names: lists of which no column tells a name.
    """

    names: tuple[ListedName, ...] = ()
    nameless: tuple[RecordKey, ...] = ()
    strange: tuple[tuple[str, str], ...] = ()
    without_names: tuple[str, ...] = ()


def listed(
    records: Iterable[Record],
    agreed: Callable[[Record], bool],
    columns: ListColumns | None = None,
) -> Listed:
    """Return what must not be public of the rows of lists.

    agreed: whether a row's own name may be public; names of others in it, and its numbers, must
    not all the same. columns: what somebody said that headings mean.
    """
    rows = list(records)
    filled: dict[str, dict[str, None]] = defaultdict(dict)
    for record in rows:
        own = filled[record.key.list_name]
        own |= dict.fromkeys(name for name, text in record.cells.items() if text.strip())
    understood = {name: NameColumns.of(name, list(headings), columns or ListColumns())
                  for name, headings in filled.items()}  # fmt: skip
    read = [understood[record.key.list_name].listed(record.cells) for record in rows]
    bare = _nameless(read)
    secret = [not agreed(record) for record in rows]
    return Listed(
        tuple(filter(_tells, map(_kept, read, bare, secret))),
        tuple(row.key for row, none, kept in zip(rows, bare, secret, strict=True) if none and kept),
        tuple((name, heading) for name, own in understood.items() for heading in own.strange),
        tuple(name for name, own in understood.items() if not own.fields),
    )


def names_in(cell: str) -> tuple[list[str], list[str]]:
    """Return the names, and the numbers, of a cell that may hold several: "Ana; Luis (tío)"."""
    numbers = [*MAIL.findall(cell), *NUMBER.findall(MAIL.sub(" ", cell))]
    parts = APART.split(NUMBER.sub(" ", MAIL.sub(" ", cell)))
    names = [" ".join(part.split()).strip(" ,.-+") for part in parts]
    return [name for name in names if _is_name(name)], numbers


def numbers_in(cell: str) -> list[str]:
    """Return the numbers and e-mail addresses of a cell."""
    if is_nothing(cell):
        return []
    parts = re.split(r"[;|\n,]+", cell)
    return [part.strip() for part in parts if part.strip()]


def _kind(heading: str, field: Field | None) -> ColumnKind | None:
    if field is not None:
        return ColumnKind.OTHER_NUMBERS if field in NUMBERS else ColumnKind.NO_NAMES
    if heading.strip().casefold() in (*CONSENT, *CONFIDENTIAL):
        return ColumnKind.NO_NAMES
    return kind_of(heading)


def _joined(cells: Mapping[str, str], headings: Iterable[str]) -> str:
    texts = (cells.get(heading, "").strip() for heading in headings)
    return " ".join(text for text in texts if text and not is_nothing(text))


def _nameless(read: Sequence[ListedName]) -> list[bool]:
    columns = {
        field.value: pl.Series([getattr(one, part) for one in read], dtype=pl.String)
        for field, part in zip(NAMES, ("full", "given", "surnames"), strict=True)
    }
    return [bool(each) for each in nameless_rows(pl.DataFrame(columns))] if read else []


def _kept(read: ListedName, nameless: bool, secret: bool) -> ListedName:
    """Return what is looked for of a row: no words for nobody, no name that may be public."""
    if secret and not nameless:
        return read
    own = set(read.shown().casefold().split())
    kin = [one for one in read.others if secret or len(own & set(one.casefold().split())) < 2]
    return ListedName(others=tuple(kin), numbers=read.numbers)


def _tells(read: ListedName) -> bool:
    return bool(read.shown() or read.others or read.numbers)


def _is_name(text: str) -> bool:
    return (
        len(text) > 1
        and not is_nothing(text)
        and not is_of_kin(text)
        and any(sign.isalpha() for sign in text)
    )


def strange_told(strange: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Go through the columns that nobody understands, list by list, as they may be told."""
    by_list: dict[str, list[str]] = defaultdict(list)
    for name, heading in strange:
        by_list[name].append(heading)
    for name, headings in by_list.items():
        yield f"list {name}: {', '.join(headings)}"
