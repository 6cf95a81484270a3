"""What of a list is ambiguous and matters, so that a person is asked before its rows count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.formats.lists.column_values import JOINED
from habeas.formats.lists.list_columns import ListColumns
from habeas.formats.lists.list_reading import PeopleList
from habeas.formats.lists.understanding import ColumnUnderstood
from habeas.formats.lists.values import NO_ORDER, is_nothing
from habeas.vocabulary import Field

DAY_ORDER = "day_order"
OPEN = "the day or the month stands first"
OPEN_SHARE = 0.5
"""Share of the dates of a list that may mean two days, from which on their order is asked."""

MIXED_SHARE, DIFFERING_SHARE = 0.4, 0.25
"""Share of the cells of a column that speak for another meaning, of rows in which two differ."""

Answers = Mapping[str, str]
"""The field of each heading."""


@dataclass(frozen=True)
class Question:
    """A choice between readings of a list.

    columns: the headings that it is about. sentence: what may be meant, without a full stop.
    choices: answers, each with what it means. hint: the line of a file of columns that answers.
    kind: DAY_ORDER, or the answer is a heading or a field.
    """

    list_name: str
    file: str
    columns: tuple[str, ...]
    sentence: str
    choices: tuple[tuple[str, str], ...]
    hint: str
    kind: str = ""


def questions(read: PeopleList, file: str) -> tuple[Question, ...]:
    """Return what must be asked of a list, nothing where all is clear or harmless.

    A cell here and there that may mean two things is told and not asked.
    """
    return (*_day_order(read, file), *_state_or_status(read, file), *_one_meaning(read, file))


def answered(
    columns: ListColumns, read: PeopleList, question: Question, answer: str
) -> ListColumns:
    """Return what is told of lists with one answer more."""
    own: dict[str, Any] = dict(columns.lists.get(read.name, {}))
    if question.kind == DAY_ORDER:
        own[DAY_ORDER] = answer
    else:
        told: dict[str, list[str]] = {}
        for one in read.understanding.columns:
            means = _means(one, question, answer)
            if means:
                told.setdefault(means, []).append(one.heading)
        own["columns"] = told
    return ListColumns(columns.every, {**columns.lists, read.name: own})


def _means(one: ColumnUnderstood, question: Question, answer: str) -> str:
    """Return the field of a column after an answer, "" where it is not used."""
    if one.heading not in question.columns:
        return one.means if one.means in set(Field) and not one.why else ""
    if len(question.columns) == 1:
        return answer if answer in set(Field) else ""
    return one.means if one.heading == answer else ""


def _day_order(read: PeopleList, file: str) -> Iterator[Question]:
    dated = [one for one in read.understanding.columns if one.known_by and not one.order]
    unsettled = {one.heading for one in dated if one.known_by == NO_ORDER}
    open_cells = [note for note in read.understanding.doubts
                  if note.column in unsettled and OPEN in note.problem]  # fmt: skip
    filled = sum(one.understood + one.not_understood for one in dated if one.heading in unsettled)
    if open_cells and len(open_cells) >= OPEN_SHARE * filled:
        named = tuple(dict.fromkeys(note.column for note in open_cells))
        example = open_cells[0].value
        yield Question(
            read.name, file, named,
            f"nothing tells whether the day or the month stands first in {_listed(named)}, as in "
            f"{example}",
            (("day", f"the day stands first in {example}"),
             ("month", f"the month stands first in {example}")),
            'day_order = "day" or "month"', DAY_ORDER,
        )  # fmt: skip


def _state_or_status(read: PeopleList, file: str) -> Iterator[Question]:
    from habeas.custody import is_status  # noqa: PLC0415  (only lists pay for it)

    for one in read.understanding.columns:
        if one.sure != "cells" or one.means not in {Field.STATE, Field.STATUS}:
            continue
        place = read.cells.headings.index(one.heading)
        cells = [row[place] for _, row in read.cells.rows if not is_nothing(row[place])]
        statuses = sum(map(is_status, cells))
        if min(statuses, len(cells) - statuses) >= MIXED_SHARE * max(1, len(cells)):
            yield Question(
                read.name, file, (one.heading,),
                f"{statuses} cells of {one.heading} tell how somebody is, and "
                f"{len(cells) - statuses} where, or something else",
                ((Field.STATUS.value, "it tells how somebody is"),
                 (Field.STATE.value, "it tells where"), ("neither", "leave it alone")),
                f'{Field.STATUS.value} or {Field.STATE.value} = ["{one.heading}"], or neither',
            )  # fmt: skip


def _one_meaning(read: PeopleList, file: str) -> Iterator[Question]:
    by_field: dict[str, list[str]] = {}
    for one in read.understanding.columns:
        if one.means in set(Field) - set(JOINED) and not (one.part or one.why):
            by_field.setdefault(one.means, []).append(one.heading)
    for means, named in by_field.items():
        if len(named) < 2 or all(_is_told(read, name) for name in named):
            continue
        differing = {note.row for note in read.understanding.doubts
                     if note.problem.startswith(f"means {means} as ")}  # fmt: skip
        places = [read.cells.headings.index(name) for name in named]
        both = sum(sum(not is_nothing(row[at]) for at in places) > 1 for _, row in read.cells.rows)
        if len(differing) >= max(2, DIFFERING_SHARE * both):
            yield Question(
                read.name, file, tuple(named),
                f"{_listed(named)} both may mean {means}, and {len(differing)} of {both} rows "
                "say two things",
                tuple((name, f"{name} is {means}, and the others are left alone")
                      for name in named),
                f"{means} = [the heading that counts]",
            )  # fmt: skip


def _is_told(read: PeopleList, heading: str) -> bool:
    return any(one.heading == heading and one.sure == "told" for one in read.understanding.columns)


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"
