"""A file (TOML) that says what the columns of lists mean.

[columns]                      # of every list
given_names = ["Primer nombre", "Segundo nombre"]
national_id = "Documento"

[lists."court.xlsx"]           # of one list
sheet = "Hoja1"                # several: ["Julio", "Agosto"]; all with the same headings: "*"
day_order = "month"            # 07/30/2024; "day": 30/07/2024
without_duplicates = true
columns = { full_name = "Imputado", detained_on = "Fecha" }

Beside the fields a column may be told to hold ``other_names`` (aliases, a mother's, a lawyer's),
``other_numbers`` (telephones, case files) or ``no_names``: linkage leaves it alone, and whoever
looks for names that must not be public looks for what it holds (``ColumnKind``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from habeas.formats.lists.column_kinds import ColumnKind
from habeas.formats.text_lines import refuse_unreadable_file
from habeas.formats.toml_places import TomlPlaces
from habeas.vocabulary import Field, InputError

KEYS = frozenset({"sheet", "day_order", "without_duplicates", "columns"})
ORDERS = ("day", "month")


@dataclass(frozen=True)
class ListColumns:
    """What a file says of lists: their columns, sheets, and which name nobody twice."""

    every: Mapping[str, Any] = field(default_factory=dict)
    lists: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def without_duplicates(self) -> frozenset[str]:
        """The lists that name nobody twice."""
        return frozenset(n for n, told in self.lists.items() if told.get("without_duplicates"))

    def sheets(self, name: str) -> tuple[str, ...]:
        """Return the sheets to read of a list, () where none is named, ("*",) for all alike."""
        named = self.lists.get(name, {}).get("sheet", ())
        return (named,) if isinstance(named, str) else tuple(map(str, named))

    def day_order(self, name: str) -> str:
        """Return what stands first in the dates of a list, "day" or "month", "" where not told."""
        return str(self.lists.get(name, {}).get("day_order", ""))

    def meaning(self, name: str, headings: Sequence[str], file: str) -> dict[str, Field]:
        """Return the field of each heading of a list that is told; empty where none is.

        Raises InputError where a heading is named for one list that it does not have.
        """
        told = self._told(name, headings, file)
        return {heading: Field(key) for heading, key in told.items() if key in set(Field)}

    def told(self, name: str, headings: Sequence[str]) -> dict[str, str]:
        """Return the ``Field`` or ``ColumnKind`` of each of these headings that is told."""
        return self._told(name, headings, None)

    def _told(self, name: str, headings: Sequence[str], file: str | None) -> dict[str, str]:
        """Return what is told of each heading; without a file strange headings are passed over."""
        own = self.lists.get(name, {}).get("columns", {})
        found = {}
        for told, must in ((self.every, False), (own, file is not None)):
            for key, named in told.items():
                for heading in [named] if isinstance(named, str) else named:
                    if heading in headings:
                        found[heading] = str(key)
                    elif must:
                        raise InputError(
                            "is not a heading of this list",
                            f"The headings are: {', '.join(headings[:20])}.",
                            file=file, value=heading,
                        )  # fmt: skip
        return found


def read_list_columns(path: str | Path) -> ListColumns:
    """Read a file of columns. Raises InputError, with the line, on what it cannot mean."""
    refuse_unreadable_file(Path(path))
    text = Path(path).read_text("utf-8-sig", "replace")
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is not TOML ({error})", "Check the line.", file=str(path)) from None
    places = TomlPlaces.of(text)
    for key in sorted(set(told) - {"columns", "lists"}):
        raise InputError(
            "is not known here", "Write [columns] and [lists.NAME].",
            file=str(path), line=places.line(key), value=key,
        )  # fmt: skip
    _refuse_unknown(told.get("columns", {}), str(path), places, ("columns",))
    for name, of_list in told.get("lists", {}).items():
        _refuse_unknown_of_list(name, of_list, str(path), places)
        _refuse_unknown(of_list.get("columns", {}), str(path), places, ("lists", name))
    return ListColumns(told.get("columns", {}), told.get("lists", {}))


def _refuse_unknown_of_list(
    name: str, of_list: Mapping[str, Any], file: str, places: TomlPlaces
) -> None:
    for key in sorted(set(of_list) - KEYS):
        raise InputError(
            "is not known of a list", f"Write {', '.join(sorted(KEYS))}.",
            file=file, line=places.line("lists", name, key), value=key,
        )  # fmt: skip
    if (order := of_list.get("day_order", "day")) not in ORDERS:
        raise InputError(
            "is not what may stand first in a date", 'Write "day" or "month".',
            file=file, line=places.line("lists", name, "day_order"), value=str(order),
        )  # fmt: skip
    sheets = of_list.get("sheet", "")
    if not isinstance(sheets, str) and not _is_texts(sheets):
        raise InputError(
            "is neither a sheet nor a list of sheets", "Write texts.",
            file=file, line=places.line("lists", name, "sheet"), column="sheet",
        )  # fmt: skip


def _refuse_unknown(
    columns: Mapping[str, Any], file: str, places: TomlPlaces, path: tuple[str, ...]
) -> None:
    for key, named in columns.items():
        line = places.line(*path, key)
        if key not in {*Field, *ColumnKind}:
            raise InputError(
                "is not a field", f"The fields are: {', '.join((*Field, *ColumnKind))}.",
                file=file, line=line, value=key,
            )  # fmt: skip
        if not isinstance(named, str) and not _is_texts(named):
            raise InputError(
                "is neither a heading nor a list of headings", "Write texts.",
                file=file, line=line, column=key,
            )  # fmt: skip


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
