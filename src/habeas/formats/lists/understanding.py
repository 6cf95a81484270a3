"""What a list was taken to say, before its rows count: shown to people, and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.vocabulary import InputError


@dataclass(frozen=True)
class ListNote:
    """Something in a list that was not understood, or that a reader should know, and where.

    line: of the file, the row of a sheet. is_doubt: whether it was not understood or not read; else
    it was found out or put right. row: of the list, from 1, 0 where it is no one row's.
    """

    file: str
    line: int
    problem: str
    column: str = ""
    value: str = ""
    is_doubt: bool = True
    row: int = 0

    def __str__(self) -> str:
        """Say where and what, in one sentence."""
        return str(InputError(self.problem, "", self.file, self.line, self.column or None,
                              self.value or None))  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """Return it as others read it."""
        told = {"file": self.file, "line": self.line, "row": self.row or None,
                "column": self.column or None, "value": self.value or None}  # fmt: skip
        return {**{key: value for key, value in told.items() if value is not None},
                "reason": self.problem}  # fmt: skip


@dataclass(frozen=True)
class ColumnUnderstood:
    """What one column was taken to hold.

    means: a field, a kind of column that linkage leaves alone, or "" where nobody knows. part: of a
    date. sure: told, said (by its heading), cells (settled by them) or guess. examples: the first
    different texts, as written. understood, not_understood: cells that are not empty. why: it is
    not used. order, known_by, calendar: of its dates.
    """

    heading: str
    means: str = ""
    part: str = ""
    sure: str = ""
    examples: tuple[str, ...] = ()
    understood: int = 0
    not_understood: int = 0
    why: str = ""
    order: str = ""
    known_by: str = ""
    calendar: str = ""


@dataclass(frozen=True)
class Understanding:
    """What a list was taken to say.

    sheet: of a workbook. heading_lines: where the headings stand. rows: under them; people: of them
    those that are people's. no_people: (row, line, kind, text) of the others. scripts: how many
    names are written in each. notes: what was found out or put right; doubts: what was not
    understood, each with its place and reason. A clean list has no doubts.
    """

    name: str
    sheet: str
    heading_lines: tuple[int, ...]
    columns: tuple[ColumnUnderstood, ...]
    rows: int
    people: int
    no_people: tuple[tuple[int, int, str, str], ...]
    scripts: Mapping[str, int]
    notes: tuple[ListNote, ...]
    doubts: tuple[ListNote, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as ``habeas link --understood`` writes it."""
        dates = [one for one in self.columns if one.known_by]
        return {
            "list": self.name,
            "sheet": self.sheet or None,
            "heading_lines": list(self.heading_lines),
            "rows": self.rows,
            "people": self.people,
            "columns": [_column(one) for one in self.columns],
            "dates": [
                {"column": one.heading, "order": one.order or None, "known_by": one.known_by,
                 "calendar": one.calendar}
                for one in dates
            ],
            "scripts": dict(self.scripts),
            "no_people": [
                {"row": row, "line": line, "is": kind, "text": text}
                for row, line, kind, text in self.no_people
            ],
            "notes": [note.as_json() for note in self.notes],
            "not_understood": [note.as_json() for note in self.doubts],
        }  # fmt: skip

    def told(self) -> list[str]:
        """Return it as the lines of a screen."""
        where = f", sheet {self.sheet}" if self.sheet else ""
        used = [one for one in self.columns if one.means and not one.why]
        aside = [one.heading for one in self.columns if not one.means or one.why]
        lines = [
            f"{self.name}{where}: {_count(self.rows, 'row')}, {self.people:,} of people",
            *(f"  {one.heading} → {_meaning(one)}" for one in used),
            *([f"  not used: {', '.join(aside)}"] if aside else []),
            *_dates_told(self.columns),
        ]
        scripts = {name: count for name, count in self.scripts.items() if name != "Latin"}
        if scripts:
            names = ", ".join(f"{count:,} in {name}" for name, count in scripts.items())
            lines.append(f"  names written in other letters: {names}")
        return [*lines, *_others_told(self.no_people)]


def not_understood(every: Sequence[Understanding]) -> list[dict[str, Any]]:
    """Return all that several lists left open, each with its list, place and reason."""
    return [{"list": one.name, **note.as_json()} for one in every for note in one.doubts]


def _column(one: ColumnUnderstood) -> dict[str, Any]:
    return {
        "heading": one.heading, "means": one.means or None, "part": one.part or None,
        "sure": one.sure or None, "examples": list(one.examples),
        "understood": one.understood, "not_understood": one.not_understood,
        "why_not_used": one.why or None,
    }  # fmt: skip


def _meaning(one: ColumnUnderstood) -> str:
    part = f" ({one.part})" if one.part else ""
    how = {"guess": ", a guess", "cells": ", by its cells", "told": ", told"}.get(one.sure, "")
    left = f"; {_count(one.not_understood, 'cell')} not understood" if one.not_understood else ""
    example = f" ({one.examples[0]})" if one.examples and len(one.examples[0]) < 40 else ""
    return f"{one.means}{part}{how}{example}{left}"


def _dates_told(columns: Sequence[ColumnUnderstood]) -> list[str]:
    said = dict.fromkeys(
        (one.order, one.known_by, one.calendar) for one in columns if one.known_by
    )  # fmt: skip
    told = []
    for order, known_by, calendar in said:
        names = ", ".join(
            one.heading for one in columns
            if (one.order, one.known_by, one.calendar) == (order, known_by, calendar)
        )  # fmt: skip
        years = "" if calendar == "gregorian" else f"; years of the {calendar} calendar"
        stands = f"the {order} stands first" if order else "order of day and month not known"
        told.append(f"  {names}: {stands} ({known_by}){years}")
    return told


def _others_told(others: Sequence[tuple[int, int, str, str]]) -> list[str]:
    return [
        f"  row {row} is no person: {kind}, {text[:60]!r}" for row, _, kind, text in others[:12]
    ]


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
